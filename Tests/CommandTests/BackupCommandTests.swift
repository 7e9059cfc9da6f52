import Foundation
import Testing

func regencyOnPaper(_ scratch: Scratch) throws -> (dir: String, paper: String) {
    let dir = scratch.path("kab")
    let made = try Program.run(
        "init",
        dir,
        "--name",
        "Kabupaten Contoh",
        "--code",
        "16.03",
        "--demo"
    )
    try #require(made.status == 0, "\(made.complaint)")
    let paper = made.output.split(separator: "\n").first { $0.filter { $0 == "-" }.count == 16 }
    return (dir, String(try #require(paper)))
}

@Test func `a backup is restored with the key from paper, and with no other`() throws {
    let scratch = try Scratch()
    let (dir, paper) = try regencyOnPaper(scratch)
    let disk = scratch.path("disk")
    let absent = try Program.run("backup", dir, disk)
    #expect(absent.status == 2)
    #expect(absent.complaint.contains("Tempat cadangan"))

    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let made = try Program.run("backup", dir, disk)
    #expect(made.status == 0, "\(made.complaint)")
    #expect(made.output.contains("Dibaca kembali: cocok."))
    #expect(FileManager.default.fileExists(atPath: "\(dir)/data/cadangan-terakhir"))
    let first = try TargetsTold.by(dir, disk)
    #expect(first.contains("OK         Contoh: tidak ada yang harus dicadangkan."))
    #expect(first.contains("OK         Tempat cadangan \(disk): terakhir 0 menit yang lalu."))
    let second = try TargetsTold.by(dir, disk, scratch.path("tiada"))
    #expect(second.contains("BAHAYA     Tempat cadangan \(scratch.path("tiada")): belum ada"))
    #expect(!second.contains("Contoh: tidak ada"))
    let verified = try Program.run("backup", "verify", disk, "--key-from", dir)
    #expect(verified.status == 0, "\(verified.complaint)")

    let other = try regencyOnPaper(Scratch()).paper
    for (typed, said) in [
        (other, "bukan kunci cadangan itu"), (String(paper.dropLast()), "salah salin"),
    ] {
        let refused = try Program.run(["restore", disk, scratch.path("baru")], typing: typed)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains(said))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("baru")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("baru.pemulihan")))
    }

    try FileManager.default.removeItem(atPath: dir)
    let restored = try Program.run(["restore", disk, scratch.path("baru")], typing: paper)
    #expect(restored.status == 0, "\(restored.complaint)")
    let root = made.output.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) }
    #expect(restored.output.contains(try #require(root)))
    #expect(try Program.run("check", scratch.path("baru")).status == 0)
    // The restored log has begun anew, so its root is another; it is whole all the same.
    #expect(try Program.run("ledger", "verify", scratch.path("baru")).status == 0)

    let again = try Program.run(["restore", disk, scratch.path("baru")], typing: paper)
    #expect(again.status == 2)
    #expect(again.complaint.contains("Pulihkan ke folder baru"))
}

@Test func `a folder that is not wholly restored is not used`() throws {
    let scratch = try Scratch()
    let (dir, _) = try regencyOnPaper(scratch)
    try scratch.write("", to: "kab/pemulihan.belum-selesai")
    let refused = try Program.run("check", dir)
    #expect(refused.status == 2)
    #expect(refused.complaint.contains("belum selesai"))
}

@Test func `another regency's backups are left alone`() throws {
    let scratch = try Scratch()
    let (dir, _) = try regencyOnPaper(scratch)
    let neighbour = try Scratch()
    let (other, _) = try regencyOnPaper(neighbour)
    #expect(try Program.run("backup", dir, scratch.url.path).status == 0)
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    let refused = try Program.run("backup", other, scratch.url.path)
    #expect(refused.status == 2)
    #expect(refused.complaint.contains("kabupaten atau kunci akar lain"))
    let after = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    #expect(before == after)
}

extension Program {
    /// Runs with a line typed at the keyboard.
    static func run(_ arguments: [String], typing line: String) throws -> Program {
        let scratch = try Scratch()
        let process = try prepare(arguments)
        try scratch.write("\(line)\n", to: "ketikan")
        process.standardInput = try FileHandle(
            forReadingFrom: scratch.url.appending(path: "ketikan")
        )
        process.standardOutput = try scratch.newFile("keluaran")
        process.standardError = try scratch.newFile("keluhan")
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus,
            output: try scratch.text("keluaran"),
            complaint: try scratch.text("keluhan")
        )
    }
}

/// What doctor says with these places in the settings.
private enum TargetsTold {
    static func by(_ dir: String, _ places: String...) throws -> String {
        let path = "\(dir)/serasan.conf"
        let text = "backup_targets: [\(places.joined(separator: ", "))]\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        defer { unlink(path) }
        return try Program.run("doctor", dir).output
    }
}
