import Foundation
import Testing

/// A demonstration's folder and a next version of one of its blueprints beside it.
private struct Adapted {
    let scratch: Scratch
    let dir: String
    let next: String

    init() throws {
        scratch = try Scratch()
        dir = try regencyOnPaper(scratch).dir
        next = scratch.path("baru")
        try FileManager.default.copyItem(atPath: "\(dir)/blueprints/16.03/umkm", toPath: next)
        let overlay = "\(next)/overlay.yaml"
        if FileManager.default.fileExists(atPath: overlay) {
            try FileManager.default.removeItem(atPath: overlay)
        }
        try change("\(next)/blueprint.yaml", "version: 1.0.0", "version: 1.1.0")
        try change("\(next)/\(service)", "staff: Satu petugas", "staff: Dua petugas")
    }

    let service = "services/surat-keterangan-usaha.yaml"
    var here: String { "\(dir)/blueprints/16.03/umkm" }

    func change(_ path: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(old), "\(path)")
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    func append(_ entry: String) throws {
        let path = "\(here)/overlay.yaml"
        let old =
            FileManager.default.fileExists(atPath: path)
            ? try String(contentsOfFile: path, encoding: .utf8) : ""
        try (old + "edits:\n  - { \(entry), reason: Kebiasaan., by: Kabag, date: 2026-03-01 }\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    func files() throws -> [String: Data] {
        try Self.files(in: here)
    }

    static func files(in folder: String) throws -> [String: Data] {
        try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".yaml") }
            .reduce(into: [:]) { files, path in
                files[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
            }
    }
}

private let title = "at: service/surat-keterangan-usaha/title, was: Surat keterangan usaha"

@Suite struct AdaptingCommandTests {
    @Test func `an upgrade shows everything, then is made, and can be taken back`() throws {
        let adapted = try Adapted()
        try adapted.append("\(title), now: Surat dagang")
        let before = try adapted.files()

        let shown = try Program.run("upgrade", adapted.dir, adapted.next, "--dry-run")
        #expect(shown.status == 0, "\(shown.output)\(shown.complaint)")
        #expect(shown.output.contains("Tetap kita (1)"))
        #expect(shown.output.contains("Ikut asal"))
        #expect(try adapted.files() == before)

        let made = try Program.run("upgrade", adapted.dir, adapted.next)
        #expect(made.status == 0, "\(made.output)\(made.complaint)")
        let lock = try String(contentsOfFile: "\(adapted.here)/lock.yaml", encoding: .utf8)
        #expect(lock.contains("version: 1.1.0"))
        let checked = try Program.run("check", adapted.dir)
        #expect(checked.status == 0, "\(checked.output)")
        #expect(try Program.run("test", adapted.dir).status == 0)

        let back = try Program.run("rollback", adapted.dir, "16.03/umkm")
        #expect(back.status == 0, "\(back.complaint)")
        #expect(try adapted.files() == before)
        let unknown = try Program.run("rollback", adapted.dir, "16.03/umkm", "--to", "9.9.9")
        #expect(unknown.status == 2)
        #expect(unknown.complaint.contains("Yang ada: 1.0.0, 1.1.0."))
    }

    @Test func `a conflict is decided in a file, or nothing changes`() throws {
        let adapted = try Adapted()
        try adapted.append("\(title), now: Surat dagang")
        try adapted.change(
            "\(adapted.next)/\(adapted.service)",
            "title: Surat keterangan usaha",
            "title: Surat usaha kecil"
        )
        let before = try adapted.files()
        let refused = try Program.run("upgrade", adapted.dir, adapted.next)
        #expect(refused.status == 1)
        #expect(refused.output.contains("asal baru:     Surat usaha kecil"))
        #expect(refused.output.contains("1 hal perlu diputuskan."))
        #expect(try adapted.files() == before)

        let answers = adapted.scratch.path("jawaban.yaml")
        try "by: Kabag\ndate: 2026-11-26\nanswers:\n  service/surat-keterangan-usaha/title: saya\n"
            .write(toFile: answers, atomically: true, encoding: .utf8)
        let garbled = try Program.run(
            ["upgrade", adapted.dir, adapted.next, "--answers", answers]
        )
        #expect(garbled.status == 1)
        #expect(garbled.output.contains("bukan kita, bukan asal"))
        #expect(try adapted.files() == before)

        try adapted.change(answers, "saya", "kita")
        let made = try Program.run(["upgrade", adapted.dir, adapted.next, "--answers", answers])
        #expect(made.status == 0, "\(made.output)\(made.complaint)")
        let again = try Program.run("upgrade", adapted.dir, adapted.next, "--json")
        #expect(again.status == 1)
        #expect(again.output.contains("Versi itu sudah terpasang di sini."))
    }

    @Test func `an edited publisher's file is found, and becomes an adaptation`() throws {
        let adapted = try Adapted()
        #expect(try Program.run("upgrade", adapted.dir, adapted.next).status == 0)
        try adapted.change(
            "\(adapted.here)/\(adapted.service)",
            "staff: Dua petugas",
            "staff: Tiga petugas"
        )
        let found = try Program.run("check", adapted.dir)
        #expect(found.status == 1)
        #expect(found.output.contains("[P101]"))
        let made = try Program.run([
            "overlay", adapted.dir, "16.03/umkm", "--reason", "Perda baru.", "--by", "Kabag",
            "--date", "2026-11-26",
        ])
        #expect(made.status == 0, "\(made.complaint)")
        #expect(try Program.run("check", adapted.dir).status == 0)
        let overlay = try String(contentsOfFile: "\(adapted.here)/overlay.yaml", encoding: .utf8)
        #expect(overlay.contains("Perda baru."))
        let nothing = try Program.run([
            "overlay", adapted.dir, "16.03/umkm", "--reason", "x", "--by", "y", "--date",
            "2026-11-26",
        ])
        #expect(nothing.status == 2)
    }

    @Test func `a difference is told by meaning, and by its exit code`() throws {
        let adapted = try Adapted()
        let different = try Program.run("diff", adapted.here, adapted.next)
        #expect(different.status == 1)
        #expect(different.output.contains("Diubah"))
        #expect(different.output.contains("Dua petugas pelayanan"))
        let english = try Program.run("diff", adapted.here, adapted.next, "--language", "en")
        #expect(english.output.contains("Dua petugas pelayanan"))
        let told = try Program.run("diff", adapted.here, adapted.next, "--json")
        let value = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
        let object = try #require(value as? [String: Any])
        #expect(object["same"] as? Bool == false)
        let same = try Program.run("diff", adapted.next, adapted.next)
        #expect(same.status == 0)
        #expect(same.output == "Sama.\n")
        #expect(try Program.run("diff", adapted.here, adapted.scratch.path("tiada")).status == 2)
    }

    @Test func `editions of the record can be compared`() throws {
        let adapted = try Adapted()
        let published = try Program.run("publish", adapted.dir)
        #expect(published.status == 0, "\(published.output)\(published.complaint)")
        let told = try Program.run(
            ["diff", "16.03/umkm@1.0.0", adapted.next, "--dir", adapted.dir]
        )
        #expect(told.status == 1, "\(told.complaint)")
        #expect(told.output.contains("Dua petugas pelayanan"))
        let unknown = try Program.run(
            ["diff", "16.03/umkm@9.0.0", adapted.next, "--dir", adapted.dir]
        )
        #expect(unknown.status == 2)
    }

    @Test func `a package goes the whole way: packed, replicated, its next version taken`() throws {
        let adapted = try Adapted()
        let (old, new) = (adapted.scratch.path("a.paket"), adapted.scratch.path("b.paket"))
        for (folder, file) in [(nil, old), (adapted.next, new)] {
            if let folder {
                try FileManager.default.removeItem(atPath: adapted.here)
                try FileManager.default.copyItem(atPath: folder, toPath: adapted.here)
            }
            let packed = try Program.run(
                ["pack", "16.03/umkm", "--out", file, "--dir", adapted.dir]
            )
            #expect(packed.status == 0, "\(packed.output)\(packed.complaint)")
        }
        try FileManager.default.removeItem(atPath: adapted.here)
        let made = try Program.run(["replicate", old, "--into", adapted.dir])
        #expect(made.status == 0, "\(made.output)\(made.complaint)")
        let upgraded = try Program.run(["upgrade", adapted.dir, new])
        #expect(upgraded.status == 0, "\(upgraded.output)\(upgraded.complaint)")
        #expect(try Program.run("diff", adapted.here, new).status == 0)
        let garbage = adapted.scratch.path("c.paket")
        try "bukan paket".write(toFile: garbage, atomically: true, encoding: .utf8)
        #expect(try Program.run("upgrade", adapted.dir, garbage).status == 1)
        #expect(try Program.run(["replicate", garbage, "--into", adapted.dir]).status == 1)
    }

    @Test func `a replica comes with its lock, once`() throws {
        let adapted = try Adapted()
        try FileManager.default.removeItem(atPath: adapted.here)
        let shown = try Program.run(
            ["replicate", adapted.next, "--into", adapted.dir, "--dry-run"]
        )
        #expect(shown.status == 0, "\(shown.output)\(shown.complaint)")
        #expect(shown.output.contains("akan dipasang"))
        #expect(shown.output.contains("Hal daerah yang perlu diisi"))
        #expect(!FileManager.default.fileExists(atPath: adapted.here))
        let made = try Program.run(["replicate", adapted.next, "--into", adapted.dir])
        #expect(made.status == 0, "\(made.output)\(made.complaint)")
        let files = try adapted.files()
        #expect(files["lock.yaml"] != nil)
        let again = try Program.run(["replicate", adapted.next, "--into", adapted.dir])
        #expect(again.status == 0)
        #expect(again.output.contains("sudah ada di sini, sama persis"))
        #expect(try adapted.files() == files)
    }
}
