import Foundation
import Testing

/// A sample regency with cases, backed up on a disk.
private struct Drilled {
    let scratch: Scratch
    let dir: String
    let disk: String
    let paper: String

    init() throws {
        scratch = try Scratch()
        (dir, paper) = try regencyOnPaper(scratch)
        disk = scratch.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        try scratch.write("backup_targets: [\(disk)]\n", to: "kab/serasan.conf")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644],
            ofItemAtPath: "\(dir)/serasan.conf"
        )
        for arguments in [["publish", dir], ["seed", dir, "--cases", "20"]] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
    }

    func backUp() throws {
        let made = try Program.run("backup", dir, disk)
        try #require(made.status == 0, "\(made.complaint)")
    }

    /// What lies beside the regency and belongs to no test.
    func litter() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
            .filter { $0.contains("coba") || $0.contains("pemulihan") || $0.contains("diambil") }
    }

    func events() throws -> Int {
        let read = try Program.run("ledger", "verify", dir)
        try #require(read.status == 0, "\(read.complaint)")
        return Int(try #require(read.output.firstMatch(of: /(\d+) peristiwa/)?.1)) ?? 0
    }
}

@Suite(.serialized) struct DrillCommandTests {
    @Test func `a drill beside a site that runs is recorded, and leaves nothing behind`() throws {
        let place = try Drilled()
        try place.backUp()
        let site = try Running([place.dir, "--port", "0"], in: place.scratch)
        defer { site.end() }
        let base = try site.base()
        let before = try place.events()
        let done = try Program.run("backup", "drill", place.dir, "--by", "tono")
        #expect(done.status == 0, "\(done.complaint)")
        #expect(done.output.contains("cocok dengan catatan yang berjalan"))
        #expect(done.output.contains("latihan dicatat"))
        #expect(try place.litter().isEmpty)
        #expect(try place.events() >= before + 1)
        let health = try tool(["curl", "-sS", "\(base)/healthz"], in: place.scratch).text
        #expect(health.contains("\"drill_days\":0"), "\(health)")
        #expect(health.contains("\"name\":\"disk\""), "\(health)")
        #expect(!health.contains(place.disk), "\(health)")
        let told = try tool(["curl", "-sS", "\(base)/metrics"], in: place.scratch).text
        #expect(told.contains("serasan_restore_drill_age_days 0"), "\(told)")
        #expect(told.contains("serasan_backup_bytes{target=\"1\"}"), "\(told)")
        #expect(told.contains("serasan_backup_unreadable{target=\"1\"} 0"), "\(told)")
        let refused = try Program.run("backup", "drill", place.dir, "--by", "siapa")
        #expect(refused.status == 2)
        #expect(try place.litter().isEmpty)
    }

    @Test func `with the key from paper the paper is tried too, and a wrong one is no drill`()
        throws
    {
        let place = try Drilled()
        try place.backUp()
        let before = try place.events()
        let wrong = try regencyOnPaper(Scratch()).paper
        for (typed, said) in [
            (wrong, "bukan kunci cadangan itu"), (String(place.paper.dropLast()), "salah salin"),
        ] {
            let refused = try Program.run(
                ["backup", "drill", place.dir, "--paper"],
                typing: typed
            )
            #expect(refused.status == 2)
            #expect(refused.complaint.contains(said), "\(refused.complaint)")
        }
        #expect(try place.events() == before)
        let done = try Program.run(["backup", "drill", place.dir, "--paper"], typing: place.paper)
        #expect(done.status == 0, "\(done.complaint)")
        #expect(try place.events() == before + 1)
        #expect(try place.litter().isEmpty)
    }

    @Test func `a place without a good backup fails the drill, and that is recorded too`() throws {
        let place = try Drilled()
        let empty = try Program.run("backup", "drill", place.dir)
        #expect(empty.status == 2)
        #expect(empty.complaint.contains("latihan GAGAL dan dicatat"), "\(empty.complaint)")
        try place.backUp()
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: place.disk).first {
                $0.hasSuffix(".cadangan")
            }
        )
        let path = URL(filePath: "\(place.disk)/\(name)")
        var bytes = try Data(contentsOf: path)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: path)
        let before = try place.events()
        let failed = try Program.run("backup", "drill", place.dir)
        #expect(failed.status == 2)
        #expect(failed.complaint.contains("rusak atau diubah"))
        #expect(try place.events() == before + 1)
        #expect(try place.litter().isEmpty)
        #expect(try Program.run("doctor", place.dir).status != 0)

        let verified = try Program.run("backup", "verify", place.disk, "--key-from", place.dir)
        #expect(verified.status == 2)
        let told = try Program.run("doctor", place.dir).output
        #expect(told.contains("BAHAYA     Tempat cadangan \(place.disk): tidak terbaca."))
    }

    @Test func `no drill inside the regency's own folder, nor where something lies`() throws {
        let place = try Drilled()
        try place.backUp()
        for (scratch, said) in [
            ("\(place.dir)/coba", "di luar folder"), (place.disk, "sudah ada isinya"),
        ] {
            let refused = try Program.run(
                "backup",
                "drill",
                place.dir,
                "--scratch",
                scratch
            )
            #expect(refused.status == 2)
            #expect(refused.complaint.contains(said), "\(refused.complaint)")
        }
        let nowhere = try Program.run("backup", "drill", place.dir, place.scratch.path("tiada"))
        #expect(nowhere.status == 2)
        #expect(nowhere.complaint.contains("tidak ada. Sambungkan"))
    }
}
