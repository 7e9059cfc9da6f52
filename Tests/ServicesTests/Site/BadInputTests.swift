import Blueprints
import Cases
import Feel
import Foundation
import HTTPTypes
import Ledger
import Services
import Stories
import Testing
import UnderTest

/// What the site answers when something is full, foreign, late, disguised or unknown.
struct BadInputTests {
    private static func count(_ bench: SiteBench) async throws -> Int64 {
        try await bench.regency.store.read { reader in
            try reader.row("SELECT count(*) AS n FROM cases")?.int("n") ?? 0
        }
    }

    /// Lets the database grow no more, and each event need more room than a draft leaves.
    private static func fill(_ store: RecordStore) async throws {
        try await store.operate([
            "CREATE TABLE filler (bytes BLOB)",
            """
            CREATE TRIGGER grows AFTER INSERT ON events BEGIN \
            INSERT INTO filler (bytes) VALUES (zeroblob(1000000)); END
            """,
            "PRAGMA max_page_count = 1",
        ])
    }

    private static func makeRoom(_ store: RecordStore) async throws {
        try await store.operate(["PRAGMA max_page_count = 1000000"])
    }

    @Test(.enabled(if: EngineUnderTest.server == nil, "only SQLite can be told of a full disk"))
    func `on a full disk nothing is half written, what is there is read, and sending works later`()
        async throws
    {
        let bench = try await SiteBench()
        let store = bench.regency.store
        try await bench.open { client in
            let phone = Browser(client)
            let draft = try await phone.fillIn()
            let events = try await store.head().size
            try await Self.fill(store)

            let refused = try await phone.send(draft)
            #expect(refused.status == 503)
            #expect(refused.text.contains("Tempat penyimpanan kami penuh"))
            #expect(refused.text.contains("Kode:"))
            #expect(refused.headers[.retryAfter] != nil)
            #expect(try await store.head().size == events)
            #expect(try await Self.count(bench) == 0)
            for path in ["/", "/layanan", "/isi/\(draft)/periksa", "/en/cari?q=usaha"] {
                #expect(try await phone.get(path).status == 200, "\(path)")
            }

            try await Self.makeRoom(store)
            let sent = try await phone.send(draft)
            #expect(sent.location == "/selesai")
            #expect(try await Self.count(bench) == 1)
            #expect(try await phone.get("/selesai").text.contains("Permohonan terkirim"))
        }
    }

    @Test(arguments: ["application/json", "text/plain", "multipart/form-data", "", nil])
    func `whatever is no form is refused by every address that takes one`(type: String?)
        async throws
    {
        let bench = try await SiteBench()
        try await bench.official("rina", "petugas")
        try await bench.open { client in
            let phone = Browser(client)
            let draft = try await phone.fillIn()
            try await phone.send(draft)
            let page = try await phone.get("/permohonan")
            let found = page.text.firstMatch(of: /\d{4}-\d{4}-\d{4}/)
            let number = try #require(found).0.filter { $0 != "-" }
            let other = try await phone.fillIn()
            try await phone.signIn("rina")
            for path in [
                "/tema", "/layanan/surat-keterangan-usaha/mulai", "/isi/\(other)/nama",
                "/isi/\(other)/foto_ktp", "/kirim/\(other)", "/lanjut", "/lacak/\(number)",
                "/lengkapi", "/permohonan/lengkapi", "/permohonan/tarik", "/petugas/masuk",
                "/kerja/perkara/\(number)/ambil", "/kerja/perkara/\(number)/catatan", "/keluar",
            ] {
                let seen = try await phone.post(path, type: type, body: "{\"nama\":\"Siti\"}")
                #expect(seen.status == 400 || seen.status == 404, "\(path): \(seen.status)")
                #expect(seen.text.contains("<h1>"), "\(path)")
            }
            #expect(try await Self.count(bench) == 1)
        }
    }

    @Test func `of two officials at once the second sees what happened and loses no word`()
        async throws
    {
        let bench = try await SiteBench()
        try await bench.official("rina", "petugas")
        try await bench.official("hendra", "petugas")
        try await bench.open { client in
            let phone = Browser(client)
            try await phone.send(try await phone.fillIn())
            let number =
                try await phone.get("/permohonan").text
                .firstMatch(of: /\d{4}-\d{4}-\d{4}/)?.0.filter { $0 != "-" } ?? ""
            let (rina, hendra) = (Browser(client), Browser(client))
            try await rina.signIn("rina")
            try await hendra.signIn("hendra")
            let path = "/kerja/perkara/\(number)"
            let seen = try await hendra.get("\(path)/catatan").text
            let version = try #require(seen.firstMatch(of: /name="versi" value="(\d+)"/)).1

            try await rina.get(path)
            let taken = try await rina.get(path).text
            let newest = try #require(taken.firstMatch(of: /name="versi" value="(\d+)"/)).1
            #expect(try await rina.post("\(path)/ambil", ["versi": String(newest)]).status == 303)

            let late = try await hendra.post(
                "\(path)/catatan",
                [
                    "versi": String(version), "catatan": "Rumahnya sudah pindah",
                    "pembaca": "petugas",
                ]
            )
            #expect(late.status == 409)
            #expect(late.text.contains("Rumahnya sudah pindah"))
            #expect(late.text.contains("Petugas rina"))
            let after = try await hendra.get(path).text
            #expect(!after.contains("Rumahnya sudah pindah"))
        }
    }

    @Test func `a disguised file is told at its question, and what is too much at the door`()
        async throws
    {
        let bench = try await SiteBench()
        try await bench.open { client in
            let phone = Browser(client)
            let draft = try await phone.fillIn()
            let path = "/isi/\(draft)/foto_ktp"
            let cases: [(bytes: [UInt8], words: String)] = try [
                (Array("Ini bukan foto".utf8), "Berkas harus foto"),
                (Array("<svg onload=\"alert(1)\"/>".utf8), "Berkas harus foto"),
                (Array("MZ\u{0}\u{1}".utf8), "Berkas harus foto"),
                ([0xFF, 0xD8, 0xFF] + Array("bukan foto".utf8), "Berkas tidak bisa dibuka"),
                (Browser.photo() + [UInt8](repeating: 0, count: 8_400_000), "8,4 MB"),
            ]
            for (bytes, words) in cases {
                let seen = try await phone.post(path, file: bytes, as: "foto_ktp")
                #expect(seen.status == 422, "\(words)")
                #expect(seen.text.contains(words), "\(words)")
            }
            let huge = [UInt8](repeating: 7, count: 19_000_000)
            let seen = try await phone.post(path, file: huge, as: "foto_ktp")
            #expect(seen.status == 413)
            #expect(seen.text.contains("Kiriman terlalu besar"))
            // The photo that was good before is still there.
            #expect(try await phone.send(draft).location == "/selesai")
        }
    }

    @Test func `a draft that was sent with other content is not sent again`() async throws {
        let bench = try await SiteBench()
        try await bench.open { client in
            let phone = Browser(client)
            let draft = try await phone.fillIn()
            let force = try await bench.regency.force
            let service = try #require(force.service("surat-keterangan-usaha"))
            var new = NewCase(
                caseID: CaseID(Draw.random.id()),
                draft: try #require(OpaqueID(draft)),
                owner: "kel-contoh",
                channel: .online,
                received: WorkingRegency.morning,
                answers: TypedAnswers().canonicalBytes
            )
            new.village = "16.03.02.1007"
            let other = try await bench.regency.desk.submit(
                new,
                to: service,
                answers: TypedAnswers(),
                CaseDesk.Sending(now: WorkingRegency.morning, under: force)
            )
            guard case .sent = other else {
                Issue.record("the other content was not taken")
                return
            }
            let seen = try await phone.send(draft)
            #expect(seen.status == 409)
            #expect(seen.text.contains("sudah terkirim dengan isi yang lain"))
            #expect(try await Self.count(bench) == 1)
        }
    }

    @Test func `sending again leads to the same receipt`() async throws {
        let bench = try await SiteBench()
        try await bench.open { client in
            let phone = Browser(client)
            let draft = try await phone.fillIn()
            #expect(try await phone.send(draft).location == "/selesai")
            let number = try await phone.get("/selesai").text.firstMatch(of: /\d{4}-\d{4}-\d{4}/)?.0
            #expect(try await phone.post("/kirim/\(draft)", ["benar": "ya"]).location == "/selesai")
            let again = try await phone.get("/selesai").text.firstMatch(of: /\d{4}-\d{4}-\d{4}/)?.0
            #expect(again == number && number != nil)
            #expect(try await Self.count(bench) == 1)
        }
    }

    @Test(arguments: [
        "/tidak-ada", "/en/tidak-ada", "/layanan/tidak-ada/lain", "/aset/undak.000000.css",
        "/lacak/1/2/3/4", "/%00", "/..%2f..%2fetc%2fpasswd", "/wp-login.php",
    ])
    func `an address that nobody has leads to the search`(path: String) async throws {
        let bench = try await SiteBench()
        try await bench.open { client in
            let seen = try await Browser(client).get(path)
            #expect(seen.status == 404)
            let way = path.hasPrefix("/en") ? "href=\"/en/layanan\"" : "href=\"/layanan\""
            #expect(seen.text.contains(way))
        }
    }
}
