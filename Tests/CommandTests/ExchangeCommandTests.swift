import Foundation
import Testing

/// A regency with keys on three sticks and a catalogue with one package in it.
private struct Publisher {
    let scratch: Scratch
    let dir: String
    let words: String
    let package: String
    let catalogueKey: String

    init() throws {
        scratch = try Scratch()
        let dir = scratch.path("kab")
        self.dir = dir
        try Self.runs(["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"])
        try Self.runs(["keys", "working", scratch.path("usb0")])
        catalogueKey = try Self.key(in: scratch.path("usb0"))
        let sticks = ["usb1", "usb2", "usb3"].map(scratch.path)
        let made = try Self.runs(
            ["keys", "root"] + sticks + ["--dir", dir, "--catalogue-key", catalogueKey]
        )
        words = Self.words(made.output)
        package = scratch.path("umkm.paket")
        try Self.runs(["pack", "16.03/umkm", "--out", package, "--dir", dir])
        try Self.runs(["catalogue", "add", package, "--dir", dir])
        try Self.runs(["catalogue", "sign", "--key", catalogueKey, "--dir", dir])
    }

    @discardableResult
    static func runs(_ arguments: [String]) throws -> Program {
        let program = try Program.run(arguments)
        try #require(program.status == 0, "\(arguments): \(program.complaint)")
        return program
    }

    static func key(in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return "\(folder)/\(try #require(names.first))"
    }

    /// The twelve words as somebody would type them from what is shown.
    static func words(_ shown: String) -> String {
        shown.matches(of: /\d+\. ([a-z]{4})\b/).map { String($0.1) }.joined(separator: " ")
    }

    var stick: String { scratch.path("tongkat") }

    /// The package as it lies on the stick.
    func exported() throws -> String {
        try Self.runs(["catalogue", "export", "--out", stick, "--dir", dir])
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(stick)/paket")
        return "\(stick)/paket/\(try #require(names.first { $0.hasSuffix(".paket") }))"
    }
}

@Test func `a package goes on a stick and is known there by twelve words`() throws {
    let publisher = try Publisher()
    #expect(publisher.words.split(separator: " ").count == 12)
    let carried = try publisher.exported()
    let verified = try Program.run(["verify", carried, "--root", publisher.words])
    #expect(verified.status == 0, "\(verified.complaint)")
    for said in [
        "akar: nomor 1 dari 16.03, cocok", "katalog: nomor 1", "asal: dipaketkan Pengelola layanan",
        "perlu ditentukan (unit): kelurahan", "isi: 16.03/umkm",
    ] {
        #expect(verified.output.contains(said), "\(said)")
    }
    let root = "\(publisher.stick)/akar/1.json"
    #expect(try Program.run(["verify", carried, "--root", root]).status == 0)
    let plain = try Program.run(["verify", carried])
    #expect(plain.status == 0 && plain.output.contains("tidak diperiksa: siapa penerbitnya"))

    let other = try Publisher()
    let wrong = try Program.run(["verify", carried, "--root", other.words])
    #expect(wrong.status == 2 && wrong.complaint.contains("bukan yang tercetak"))
    let typed = try Program.run(["verify", carried, "--root", "bada bada"])
    #expect(typed.status == 2 && typed.complaint.contains("12 kata"))
}

@Test func `a package that was changed, and a key that others can read, are noticed`() throws {
    let publisher = try Publisher()
    let carried = try publisher.exported()
    var bytes = try Data(contentsOf: URL(filePath: carried))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: carried))
    let altered = try Program.run(["verify", carried, "--root", publisher.words])
    #expect(altered.status == 1)
    for stick in ["usb0", "usb1"] {
        let key = try Publisher.key(in: publisher.scratch.path(stick))
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }
    let served = FileManager.default.enumerator(atPath: publisher.dir)
    let names = served?.compactMap { $0 as? String } ?? []
    #expect(!names.contains { $0.hasSuffix(".kunci") && $0.contains("pertukaran") })
}

@Test func `a withdrawn version is refused, and what was signed before is old`() throws {
    let publisher = try Publisher()
    let carried = try publisher.exported()
    let version = try #require(
        carried.split(separator: "-").last.map { String($0).replacing(".paket", with: "") }
    )
    let bare = try Program.run([
        "catalogue", "withdraw", "16.03/umkm", version, "--reason", " ", "--dir", publisher.dir,
    ])
    #expect(bare.status == 2)
    try Publisher.runs([
        "catalogue", "withdraw", "16.03/umkm", version, "--reason", "Biaya salah.", "--dir",
        publisher.dir,
    ])
    let catalogue = publisher.scratch.path("katalog-baru.json")
    try Publisher.runs([
        "catalogue", "sign", "--key", publisher.catalogueKey, "--dir", publisher.dir, "--out",
        catalogue,
    ])
    let gone = try Program.run([
        "verify", carried, "--root", publisher.words, "--catalogue", catalogue,
    ])
    #expect(gone.status == 2 && gone.complaint.contains("sudah ditarik"))
    let back = try Program.run(["catalogue", "add", carried, "--dir", publisher.dir])
    #expect(back.status == 2 && back.complaint.contains("pernah ditarik"))
    let stranger = try Publisher()
    let refused = try Program.run([
        "catalogue", "sign", "--key", stranger.catalogueKey, "--dir", publisher.dir,
    ])
    #expect(refused.status == 2)
}

@Test func `a new root is followed from the one that was printed`() throws {
    let publisher = try Publisher()
    func key(_ stick: String) throws -> String {
        try Publisher.key(in: publisher.scratch.path(stick))
    }
    let alone = try Program.run([
        "keys", "rotate", "--key", try key("usb1"), "--keep", try key("usb1"), "--new",
        publisher.scratch.path("usb4"), "--dir", publisher.dir,
    ])
    #expect(alone.status == 2 && alone.complaint.contains("belum cukup"))
    let rotated = try Publisher.runs([
        "keys", "rotate", "--key", try key("usb1"), "--key", try key("usb2"), "--keep",
        try key("usb1"), "--keep", try key("usb2"), "--new", publisher.scratch.path("usb5"),
        "--dir",
        publisher.dir,
    ])
    #expect(Publisher.words(rotated.output) != publisher.words)
    try Publisher.runs([
        "catalogue", "sign", "--key", publisher.catalogueKey, "--dir", publisher.dir,
    ])
    let carried = try publisher.exported()
    for words in [publisher.words, Publisher.words(rotated.output)] {
        let verified = try Program.run(["verify", carried, "--root", words])
        #expect(verified.status == 0, "\(verified.complaint)")
        #expect(verified.output.contains("akar: nomor 2"))
        #expect(verified.output.contains("katalog: nomor 2"))
    }
}

@Test(arguments: Shipped.blueprints)
func `a shipped blueprint is packed alike from any folder`(name: String) throws {
    let scratch = try Scratch()
    var packages: [Data] = []
    for dir in ["a", "b"].map(scratch.path) {
        try Publisher.runs(["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"])
        let out = "\(dir).paket"
        let packed = try Program.run(["pack", "16.03/\(name)", "--out", out, "--dir", dir])
        #expect(packed.status == 0, "\(packed.complaint)")
        packages.append(try Data(contentsOf: URL(filePath: out)))
        #expect(try Program.run(["verify", out]).status == 0)
    }
    #expect(packages[0] == packages[1])
}

private enum Shipped {
    static let blueprints = [
        "informasi-publik", "kopi", "penelitian", "pengaduan", "pengantar-desa", "petunjuk", "umkm",
    ]
}

@Test func `what is not there is said, and nothing is written`() throws {
    let publisher = try Publisher()
    let out = publisher.scratch.path("tiada.paket")
    let unknown = try Program.run(["pack", "16.03/tiada", "--out", out, "--dir", publisher.dir])
    #expect(unknown.status == 2 && unknown.complaint.contains("16.03/tiada"))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try Program.run(["verify", out]).status == 2)
    let twice = try Program.run([
        "keys", "root", publisher.scratch.path("usb9"), "--dir", publisher.dir, "--catalogue-key",
        publisher.catalogueKey,
    ])
    #expect(twice.status == 2 && twice.complaint.contains("Akar sudah ada"))
}

@Test func `a site hands out what its catalogue lists, as it was signed, and nothing else`() throws
{
    let publisher = try Publisher()
    let scratch = publisher.scratch
    try Publisher.runs(["publish", publisher.dir])
    let site = try Running([publisher.dir, "--port", "0"], in: scratch)
    defer { site.end() }
    let base = try site.base()
    func fetched(_ path: String) throws -> (text: String, status: String) {
        let file = scratch.path("diambil")
        let told = try tool(
            ["curl", "-s", "--path-as-is", "-o", file, "-w", "%{http_code}", "\(base)\(path)"],
            in: scratch
        )
        let bytes = try Data(contentsOf: URL(filePath: file))
        return (String(decoding: bytes, as: UTF8.self), told.text)
    }
    func lying(_ path: String) throws -> String {
        let file = URL(filePath: "\(publisher.dir)/pertukaran/\(path)")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    let catalogue = try fetched("/.well-known/cetak-biru.json")
    #expect(catalogue.status == "200")
    #expect(catalogue.text == (try lying("katalog.json")))
    #expect(try fetched("/.well-known/cetak-biru/akar/1").text == (try lying("akar/1.json")))
    let names = try FileManager.default.contentsOfDirectory(
        atPath: "\(publisher.dir)/pertukaran/paket"
    )
    let name = try #require(names.first { $0.hasSuffix(".paket") })
    let version = name.replacing("16.03.umkm-", with: "").replacing(".paket", with: "")
    let address = "/cetak-biru/16.03/umkm/\(version)"
    #expect(try fetched("\(address)/unduh").text == (try lying("paket/\(name)")))
    #expect(try fetched("\(address)/asal").text == (try lying("paket/\(name).asal.json")))
    for path in [
        "/cetak-biru/16.03/umkm/9.9.9/unduh", "/cetak-biru/16.03/kopi/\(version)/unduh",
        "/cetak-biru/16.03/..%2F..%2Fregency/1/unduh", "/cetak-biru/../../umkm/unduh",
        "/.well-known/cetak-biru/akar/2", "/.well-known/cetak-biru/akar/01",
        "/.well-known/cetak-biru/akar/..%2F..%2Fkatalog",
        "/cetak-biru/16.03/umkm/%00/unduh", "/cetak-biru/16.03/umkm/\(version)/asal.json",
    ] {
        #expect(try fetched(path).status == "404", "\(path)")
    }
    // What was touched in the folder afterwards is not what the catalogue lists.
    let file = URL(filePath: "\(publisher.dir)/pertukaran/paket/\(name)")
    var bytes = try Data(contentsOf: file)
    bytes[700] ^= 1
    try bytes.write(to: file)
    #expect(try fetched("\(address)/unduh").status != "200")
}

@Test func `a partner is pinned by its words, and what is older or other is refused for good`()
    throws
{
    let publisher = try Publisher()
    _ = try publisher.exported()
    let scratch = publisher.scratch
    let here = scratch.path("mitra")
    try Publisher.runs(["init", here, "--name", "Kabupaten Mitra", "--code", "12.03", "--demo"])
    func trust(_ arguments: String...) throws -> Program {
        try Program.run(["trust"] + arguments + ["--dir", here])
    }
    let from = ["--from", publisher.stick, "--by", "rina"]
    let early = try Program.run(["trust", "take", "16.03"] + from + ["--dir", here])
    #expect(early.status == 2 && early.complaint.contains("belum dikenal"))
    #expect(try trust("show", "16.03").status == 2)
    let stranger = try Publisher()
    let wrong = try trust(
        "pin",
        "16.03",
        "--from",
        publisher.stick,
        "--root",
        stranger.words,
        "--by",
        "rina"
    )
    #expect(wrong.status == 2 && wrong.complaint.contains("bukan yang tercetak"))
    let nobody = try trust(
        "pin",
        "16.03",
        "--from",
        publisher.stick,
        "--root",
        publisher.words,
        "--by",
        "siapa"
    )
    #expect(nobody.status == 2)
    try Publisher.runs(
        ["trust", "pin", "16.03", "--root", publisher.words, "--dir", here] + from
    )
    try Publisher.runs(["trust", "take", "16.03", "--dir", here] + from)
    let shown = try trust("show", "16.03")
    #expect(shown.output.contains("12 kata: \(publisher.words)"))
    #expect(shown.output.contains("16.03/umkm: versi tertinggi"))

    // The next catalogue is taken; the one before is old from then on, after a restart too.
    let old = scratch.path("katalog-lama.json")
    try FileManager.default.copyItem(atPath: "\(publisher.stick)/katalog.json", toPath: old)
    try Publisher.runs([
        "catalogue", "sign", "--key", publisher.catalogueKey, "--dir", publisher.dir,
    ])
    _ = try publisher.exported()
    try Publisher.runs(["trust", "take", "16.03", "--dir", here] + from)
    try FileManager.default.removeItem(atPath: "\(publisher.stick)/katalog.json")
    try FileManager.default.copyItem(atPath: old, toPath: "\(publisher.stick)/katalog.json")
    let back = try Program.run(["trust", "take", "16.03", "--dir", here] + from)
    #expect(back.status == 2 && back.complaint.contains("lebih lama"))
}

@Test func `a partner's site is fetched like a stick, over a line that is proven`() throws {
    let publisher = try Publisher()
    let scratch = publisher.scratch
    try Authority(in: scratch).issue(serial: "1001")
    try Publisher.runs(["publish", publisher.dir])
    try scratch.write(
        """
        port: 0
        tls_certificate: \(scratch.path("site.pem"))
        tls_key: \(scratch.path("site.key"))
        """,
        to: "kab/serasan.conf"
    )
    let site = try Running([publisher.dir], in: scratch)
    defer { site.end() }
    let base = try site.base()
    let here = scratch.path("mitra")
    try Publisher.runs([
        "init", here, "--name", "Kabupaten Mitra", "--code", "12.03", "--demo", "--empty",
    ])
    let host = base.replacing("https://", with: "")
    func fetch(_ settings: String...) throws -> Program {
        let text = settings.map { $0 + "\n" }.joined()
        try scratch.write("log: notice\n\(text)", to: "mitra/serasan.conf")
        return try Program.run(["catalogue", "fetch", base, "--dir", here])
    }
    let other = try fetch()
    #expect(other.status == 2 && other.complaint.contains("porta"))
    let (letIn, authority) = (
        "partners_inside: [\"\(host)\"]", "partners_ca: \(scratch.path("ca.pem"))"
    )
    let unproven = try fetch(letIn)
    #expect(unproven.status == 2 && unproven.complaint.contains("Sertifikat"))
    #expect(!FileManager.default.fileExists(atPath: "\(here)/mitra"), "nothing is half there")
    let fetched = try fetch(letIn, authority)
    #expect(fetched.status == 0, "\(fetched.complaint)")

    // What came lies as on a stick, and goes the same way from there.
    let place = "\(here)/mitra/16.03"
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(place)/paket")
    let name = try #require(names.first { $0.hasSuffix(".paket") })
    let verified = try Program.run(["verify", "\(place)/paket/\(name)", "--root", publisher.words])
    #expect(verified.status == 0, "\(verified.complaint)")
    #expect(verified.output.contains("asal: dipaketkan Pengelola layanan"))
    let known = ["--from", place, "--by", "rina", "--dir", here]
    let siteCommand = ["trust", "site", "16.03", base, "--dir", here]
    #expect(try Program.run(siteCommand).complaint.contains("belum dikenal"))
    try Publisher.runs(["trust", "pin", "16.03", "--root", publisher.words] + known)
    #expect(try Program.run(siteCommand).output.contains("Situs 16.03: \(base)"))
    let plain = try Program.run(["trust", "site", "16.03", "http://a.example", "--dir", here])
    #expect(plain.status == 2 && plain.complaint.contains("https://"))
    try Publisher.runs(["trust", "take", "16.03"] + known)

    func replicate(_ path: String, _ more: String...) throws -> Program {
        try Program.run(["replicate", base + path, "--into", here] + more)
    }
    let nameless = try replicate("/cetak-biru/16.03/umkm")
    #expect(nameless.status == 2 && nameless.complaint.contains("--root"))
    let stranger = try Publisher()
    let wrong = try replicate("/cetak-biru/16.03/umkm", "--root", stranger.words)
    #expect(wrong.status == 2 && wrong.complaint.contains("bukan yang tercetak"))
    let unlisted = try replicate("/cetak-biru/16.03/kopi", "--root", publisher.words)
    #expect(unlisted.status == 2 && unlisted.complaint.contains("tidak ada dalam katalog"))
    #expect(!FileManager.default.fileExists(atPath: "\(here)/blueprints/16.03/umkm"))
    let done = try replicate("/cetak-biru/16.03/umkm", "--root", publisher.words)
    #expect(done.status == 0, "\(done.complaint)")
    #expect(FileManager.default.fileExists(atPath: "\(here)/blueprints/16.03/umkm/lock.yaml"))
}

@Test func `an example that holds a living person's number is not packed`() throws {
    let publisher = try Publisher()
    let dir = publisher.dir
    try Publisher.runs(["publish", dir])
    try Publisher.runs(["seed", dir, "--cases", "60", "--no-scans"])
    // Invented cases take their numbers from the range of the examples, so some are met.
    let phones = (0..<10_000).map { number in
        let digits = String(number)
        return "0812-0000-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    let example = "\(dir)/blueprints/16.03/umkm/examples/warung.yaml"
    let text = String(decoding: try Data(contentsOf: URL(filePath: example)), as: UTF8.self)
    let lines = phones.map { "    - \"\($0)\"" }.joined(separator: "\n")
    try Data(text.replacing("answers:\n", with: "answers:\n  semua:\n\(lines)\n").utf8)
        .write(to: URL(filePath: example))
    let out = publisher.scratch.path("hidup.paket")
    let packed = try Program.run(["pack", "16.03/umkm", "--out", out, "--dir", dir])
    #expect(packed.status == 1 && packed.complaint.contains("data warga di sini"))
    #expect(!FileManager.default.fileExists(atPath: out))
}
