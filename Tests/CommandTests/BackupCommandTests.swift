import Foundation
import Testing

private func newRegency(_ scratch: Scratch) throws -> (dir: String, paper: String) {
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
    let (dir, paper) = try newRegency(scratch)
    let disk = scratch.path("disk")
    let absent = try Program.run("backup", dir, disk)
    #expect(absent.status == 2)
    #expect(absent.complaint.contains("Tempat cadangan"))

    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let made = try Program.run("backup", dir, disk)
    #expect(made.status == 0, "\(made.complaint)")
    #expect(made.output.contains("Dibaca kembali: cocok."))
    #expect(FileManager.default.fileExists(atPath: "\(dir)/data/cadangan-terakhir"))
    let verified = try Program.run("backup", "verify", disk, "--key-from", dir)
    #expect(verified.status == 0, "\(verified.complaint)")

    let other = try newRegency(Scratch()).paper
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
    let rebuilt = try Program.run("rebuild", scratch.path("baru"))
    #expect(rebuilt.output.contains(try #require(root)))

    let again = try Program.run(["restore", disk, scratch.path("baru")], typing: paper)
    #expect(again.status == 2)
    #expect(again.complaint.contains("Pulihkan ke folder baru"))
}

@Test func `a folder that is not wholly restored is not used`() throws {
    let scratch = try Scratch()
    let (dir, _) = try newRegency(scratch)
    try scratch.write("", to: "kab/pemulihan.belum-selesai")
    let refused = try Program.run("check", dir)
    #expect(refused.status == 2)
    #expect(refused.complaint.contains("belum selesai"))
}

@Test func `another regency's backups are left alone`() throws {
    let scratch = try Scratch()
    let (dir, _) = try newRegency(scratch)
    let neighbour = try Scratch()
    let (other, _) = try newRegency(neighbour)
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
    fileprivate static func run(_ arguments: [String], typing line: String) throws -> Program {
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
