import Foundation
import Testing

private let service = "service/surat-keterangan-usaha"
private let title =
    "at: \(service)/title, was: Surat keterangan usaha, now: Surat keterangan dagang"
private let added =
    "at: \(service)/question/lokal_jam, "
    + "now: { in: usaha, ask: Jam berapa usaha buka?, type: text, optional: true }, after: sejak"
private let hint =
    "at: \(service)/question/sejak/hint, was: \"Tulis empat angka, misalnya 2019.\", "
    + "now: Tulis empat angka."

/// The origin and a regency that adapted its blueprint, each known to the other.
private struct Pair {
    let scratch: Scratch
    let origin: TestRegency
    let replica: TestRegency
    let name = "16.03/umkm"

    init() throws {
        scratch = try Scratch()
        origin = try TestRegency("Kabupaten Muara Enim", "16.03", in: scratch)
        replica = try TestRegency("Kabupaten Tapanuli Selatan", "12.03", in: scratch)
        _ = try origin.release(name, on: "tongkat1")
        try replica.trust(origin, by: "tongkat1")
        // A catalogue of its own names its working key.
        try replica.adapt(name, title)
        try replica.adapt(name, added)
        try replica.adapt(name, hint)
        _ = try replica.release(name, on: "tongkat2", version: "1.0.0")
        try origin.trust(replica, by: "tongkat2")
    }

    var proposal: String { scratch.path("usulan.json") }

    func propose(_ entries: String...) throws -> Program {
        let chosen = entries.isEmpty ? [] : ["--entries"] + entries
        return try Program.run(
            ["propose", replica.dir, name, "--key", replica.workingKey, "--out", proposal] + chosen
        )
    }

    func take(_ more: String...) throws -> Program {
        try Program.run(
            [
                "proposal", "take", proposal, "--dir", origin.dir, "--reason", "Berguna.", "--by",
                "Pengelola layanan",
            ] + more
        )
    }

    func read(_ more: String...) throws -> Program {
        try Program.run(["proposal", "read", proposal, "--dir", origin.dir] + more)
    }
}

@Suite struct ProposalCommandTests {
    @Test func `an improvement goes back, is released with thanks, and vanishes at the replica`()
        throws
    {
        let pair = try Pair()
        let made = try pair.propose("\(service)/title", "\(service)/question/lokal_jam")
        #expect(made.status == 0, "\(made.complaint)")
        #expect(made.output.contains("2 hal"))

        let read = try pair.read()
        #expect(read.status == 0, "\(read.complaint)")
        for said in [
            "Kabupaten Tapanuli Selatan (12.03)", "kunci kerja 12.03 menurut katalog nomor 1",
            "Bisa langsung diambil", "Surat keterangan dagang", "Warga bertanya.",
        ] {
            #expect(read.output.contains(said), "\(said): \(read.output)")
        }
        let told = try pair.read("--json")
        let json = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
        let object = try #require(json as? [String: Any])
        #expect(object["known"] as? Bool == true)
        #expect((object["entries"] as? [[String: Any]])?.count == 2)

        let taken = try pair.take()
        #expect(taken.status == 0, "\(taken.output)\(taken.complaint)")
        #expect(taken.output.contains("lokal_jam menjadi jam"))
        let file = try pair.origin.text("blueprints/16.03/umkm/blueprint.yaml")
        #expect(file.contains("version: 1.1.0"))
        #expect(file.contains("Kabupaten Tapanuli Selatan"))
        let checked = try Program.run("check", pair.origin.dir)
        #expect(checked.status == 0, "\(checked.output)")
        let twice = try pair.take()
        #expect(twice.status == 2)
        #expect(twice.complaint.contains("sudah") || twice.complaint.contains("Pilih"))

        // Released and taken up again: what was proposed is no adaptation any more.
        let package = try pair.origin.release(pair.name, on: "tongkat3")
        let verified = try Program.run(["verify", package, "--root", pair.origin.words])
        #expect(verified.output.contains("usulan dari Kabupaten Tapanuli Selatan (12.03)"))
        let early = try Program.run(["upgrade", pair.replica.dir, package])
        #expect(early.status == 2, "\(early.output)")
        #expect(early.complaint.contains("katalog"))
        let news = try pair.replica.take(pair.origin, from: "tongkat3")
        #expect(news.status == 0, "\(news.complaint)")
        let upgraded = try Program.run(["upgrade", pair.replica.dir, package])
        #expect(upgraded.status == 0, "\(upgraded.output)\(upgraded.complaint)")
        #expect(upgraded.output.contains("Sudah sama (2)"))
        let overlay = try pair.replica.text("blueprints/16.03/umkm/overlay.yaml")
        #expect(overlay.contains("question/sejak/hint"))
        #expect(!overlay.contains("lokal_jam"))
        #expect(!overlay.contains("\(service)/title"))

        // Back to what the catalogue lists, and not to what it has withdrawn.
        let back = try Program.run("rollback", pair.replica.dir, "16.03/umkm")
        #expect(back.status == 0, "\(back.complaint)")
    }

    @Test func `a proposal that meets a later change is a conflict, and is taken by name`() throws {
        let pair = try Pair()
        #expect(try pair.propose("\(service)/title").status == 0)
        let path = "blueprints/16.03/umkm/services/surat-keterangan-usaha.yaml"
        let text = try pair.origin.text(path)
        try pair.origin.write(
            text.replacing("title: Surat keterangan usaha\n", with: "title: Surat usaha kecil\n"),
            to: path
        )
        let read = try pair.read()
        #expect(read.output.contains("Bentrok"), "\(read.output)")
        #expect(read.output.contains("kita sekarang: Surat usaha kecil"))
        let none = try pair.take()
        #expect(none.status == 2, "nothing goes in by itself")
        let named = try pair.take("--entries", "\(service)/title")
        #expect(named.status == 0, "\(named.complaint)")
        let after = try pair.origin.text(path)
        #expect(after.contains("title: Surat keterangan dagang"))
        #expect(after.contains("# nama unit yang diikat oleh kabupaten penerima"))
    }

    @Test func `who has signed is said, and what is not whole is refused`() throws {
        let pair = try Pair()
        #expect(try pair.propose("\(service)/title").status == 0)
        // A key that no catalogue names.
        try TestRegency.runs(["keys", "working", pair.scratch.path("lain"), "--evidence"])
        let names = try FileManager.default.contentsOfDirectory(atPath: pair.scratch.path("lain"))
        let key = "\(pair.scratch.path("lain"))/\(try #require(names.first))"
        let strange = pair.scratch.path("asing.json")
        try TestRegency.runs([
            "propose", pair.replica.dir, pair.name, "--entries", "\(service)/title", "--key", key,
            "--out", strange,
        ])
        let read = try Program.run(["proposal", "read", strange, "--dir", pair.origin.dir])
        #expect(read.status == 0 && read.output.contains("penandatangan belum dikenal"))

        let whole = try Data(contentsOf: URL(filePath: pair.proposal))
        for (name, bytes) in [
            ("kosong", Data()), ("terpotong", whole.prefix(200)), ("bukan", Data("halo".utf8)),
        ] {
            let file = pair.scratch.path(name)
            try bytes.write(to: URL(filePath: file))
            let refused = try Program.run(["proposal", "read", file, "--dir", pair.origin.dir])
            #expect(refused.status == 2, "\(name): \(refused.output)")
        }
        let catalogue = "\(pair.scratch.path("tongkat1"))/katalog.json"
        #expect(try Program.run(["proposal", "read", catalogue]).status == 2)
        // The replica publishes nothing under that name.
        let there = try Program.run([
            "proposal", "take", pair.proposal, "--dir", pair.replica.dir, "--reason", "x", "--by",
            "y",
        ])
        #expect(there.status == 2 && there.complaint.contains("tidak diterbitkan di sini"))
        let catalogueKey = try Program.run([
            "propose", pair.replica.dir, pair.name, "--key", pair.replica.catalogueKey, "--out",
            strange,
        ])
        #expect(catalogueKey.status == 2)
        let none = try pair.propose("\(service)/purpose")
        #expect(none.status == 2 && none.complaint.contains("Tidak ada penyesuaian"))
    }

    @Test func `a third regency sees the whole line, and whose statements hold`() throws {
        let scratch = try Scratch()
        let first = try TestRegency("Kabupaten Muara Enim", "16.03", in: scratch)
        let second = try TestRegency("Kabupaten Tapanuli Selatan", "12.03", in: scratch)
        let third = try TestRegency("Kabupaten Banjar", "63.03", in: scratch, hasKeys: false)
        // The second takes it from a package, so that the statement beside it is kept.
        try FileManager.default.removeItem(atPath: second.blueprint("16.03/umkm"))
        let original = try first.release("16.03/umkm", on: "tongkat1")
        let stranger = try Program.run(["replicate", original, "--into", second.dir])
        #expect(stranger.status == 2 && stranger.complaint.contains("12 kata"))
        #expect(!FileManager.default.fileExists(atPath: second.blueprint("16.03/umkm")))
        try second.trust(first, by: "tongkat1")
        try TestRegency.runs(["replicate", original, "--into", second.dir])
        try second.adapt("16.03/umkm", title)
        let adapted = try second.release("16.03/umkm", on: "tongkat2", version: "1.0.0")

        let bare = try Program.run(["verify", adapted, "--root", second.words])
        #expect(bare.status == 0, "\(bare.complaint)")
        #expect(bare.output.contains("asal-usul 1: 12.03, 12.03/umkm 1.0.0"), "\(bare.output)")
        #expect(bare.output.contains("asal-usul 2: 16.03, 16.03/umkm 1.0.0"))
        #expect(bare.output.contains("akarnya belum dikenal di sini"))
        try third.trust(first, by: "tongkat1")
        try third.trust(second, by: "tongkat2")
        let known = try Program.run([
            "verify", adapted, "--root", second.words, "--dir", third.dir,
        ])
        #expect(
            known.output.components(separatedBy: "tanda tangan cocok").count == 3,
            "\(known.output)"
        )
    }

    @Test func `what no catalogue lists comes in only with a reason`() throws {
        let scratch = try Scratch()
        let first = try TestRegency("Kabupaten Muara Enim", "16.03", in: scratch, hasKeys: false)
        let here = try TestRegency("Kabupaten Banjar", "63.03", in: scratch, hasKeys: false)
        try FileManager.default.removeItem(atPath: here.blueprint("16.03/umkm"))
        let folder = first.blueprint("16.03/umkm")
        let overlay = "\(folder)/overlay.yaml"
        if FileManager.default.fileExists(atPath: overlay) {
            try FileManager.default.removeItem(atPath: overlay)
        }
        let refused = try Program.run(["replicate", folder, "--into", here.dir])
        #expect(refused.status == 2, "\(refused.output)")
        let blank = try Program.run(["replicate", folder, "--into", here.dir, "--unlisted", " "])
        #expect(blank.status == 2 && blank.complaint.contains("alasan"))
        #expect(!FileManager.default.fileExists(atPath: here.blueprint("16.03/umkm")))
        let made = try Program.run([
            "replicate", folder, "--into", here.dir, "--unlisted", "Uji coba di kantor.",
        ])
        #expect(made.status == 0, "\(made.output)\(made.complaint)")
        #expect(made.output.contains("Alasannya dicatat"))
        #expect(FileManager.default.fileExists(atPath: "\(here.blueprint("16.03/umkm"))/lock.yaml"))
        let back = try Program.run("rollback", here.dir, "16.03/umkm")
        #expect(back.status == 2, "there is nothing to go back to")
    }

    @Test func `a shipped blueprint at another regency is a replica like any other`() throws {
        let scratch = try Scratch()
        let here = try TestRegency("Kabupaten Banjar", "63.03", in: scratch, hasKeys: false)
        #expect(try here.text("blueprints/16.03/umkm/lock.yaml").contains("version: 1.0.0"))
        #expect(try Program.run("check", here.dir).status == 0)
        let path = "blueprints/16.03/umkm/services/surat-keterangan-usaha.yaml"
        let text = try here.text(path)
        try here.write(text.replacing("fee: 0", with: "fee: 7500"), to: path)
        let edited = try Program.run("check", here.dir)
        #expect(edited.status == 1 && edited.output.contains("[P101]"))
        let put = try Program.run([
            "overlay", here.dir, "16.03/umkm", "--reason", "Perda.", "--by", "Kabag", "--date",
            "2026-11-26",
        ])
        #expect(put.status == 0, "\(put.complaint)")
        #expect(try here.text(path) == text)
        let origin = try TestRegency("Kabupaten Muara Enim", "16.03", in: scratch, hasKeys: false)
        let own = FileManager.default.fileExists(
            atPath: "\(origin.blueprint("16.03/umkm"))/lock.yaml"
        )
        #expect(!own)
        // The very bytes that the publisher would have packed.
        let packages = try ["63.03", "16.03"].map { code in
            let out = scratch.path("\(code).paket")
            let dir = code == "63.03" ? here.dir : origin.dir
            try TestRegency.runs(["pack", "16.03/kopi", "--out", out, "--dir", dir])
            return try Data(contentsOf: URL(filePath: out))
        }
        #expect(packages[0] == packages[1])
    }

    @Test func `what is handed to a partner is recorded`() throws {
        let scratch = try Scratch()
        let origin = try TestRegency("Kabupaten Muara Enim", "16.03", in: scratch)
        _ = try origin.release("16.03/umkm", on: "tongkat1")
        let handed = try Program.run([
            "catalogue", "export", "--out", scratch.path("tongkat2"), "--dir", origin.dir, "--for",
            "12.03",
        ])
        #expect(handed.status == 0, "\(handed.complaint)")
        let unknown = try Program.run([
            "catalogue", "export", "--out", scratch.path("tongkat3"), "--dir", origin.dir, "--for",
            "bukan",
        ])
        #expect(unknown.status == 2)
        let bare = try Program.run([
            "catalogue", "export", "--out", scratch.path("tongkat3"), "--dir", origin.dir,
            "--under", "00000000000000000000000000000001",
        ])
        #expect(bare.status == 64)
    }
}
