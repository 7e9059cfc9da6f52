import Blueprints
import Cases
import Ledger
import Services
import Stories
import Testing

/// Completing through the receipt's link: every kind of question can be answered anew.
struct CompletingTests {
    private func asked(
        _ body: @escaping @Sendable (Visitor, WorkingSite) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Desa dan saksinya keliru."])
            try await citizen.get("/permohonan/lengkapi")
            #expect(citizen.page.contains("Desa dan saksinya keliru."))
            try await body(citizen, site)
        }
    }

    /// What a browser sends of the page as it stands, without the village.
    private static let rest: [(String, String)] = [
        ("nama", "Kanari Burungwati"),
        ("nik", "1603084505900077"), ("hp", "081200005678"), ("kabar", "wa"), ("lubang", "12"),
        ("patokan", "Musala"), ("desa_pangkal", ""), ("saksi-1-panggilan", "Budi"),
    ]

    private func answers(_ site: WorkingSite) async throws -> TypedAnswersOfCase {
        try await TypedAnswersOfCase(site)
    }

    @Test func `a village is searched for and changed`() async throws {
        try await asked { citizen, site in
            let search = [("desa-cari", "Pasar II"), ("desa-tombol", "cari")]
            try await citizen.send(Self.rest + [("desa", "16.03.08.2001")] + search)
            #expect(citizen.path == "/permohonan/lengkapi")
            #expect(citizen.page.contains("value=\"16.03.02.1007\""))
            try await citizen.send(Self.rest + [("desa", "16.03.02.1007")])
            #expect(citizen.path.hasPrefix("/lacak/"), "\(citizen.page)")
            #expect(try await answers(site)["desa"] == "16.03.02.1007")
        }
    }

    @Test func `a group gets another member`() async throws {
        try await asked { citizen, site in
            let village = [("desa", "16.03.08.2001")]
            try await citizen.send(Self.rest + village + [("saksi-tambah", "1")])
            #expect(citizen.page.contains("saksi-2-panggilan"))
            let second = [("saksi-2-panggilan", "Wati")]
            try await citizen.send(Self.rest + village + second)
            #expect(citizen.path.hasPrefix("/lacak/"), "\(citizen.page)")
            #expect(try await answers(site)["saksi"]?.contains("Wati") == true)
        }
    }

    @Test func `a village outside the region is told to be another regency's`() async throws {
        try await asked { citizen, _ in
            try await citizen.send(Self.rest + [("desa", "12.03.01.1001")])
            #expect(citizen.status == 422)
            #expect(
                citizen.page.contains(
                    "Layanan ini untuk Kabupaten Muara Enim. Kelurahan Sitinjak tercatat di "
                        + "Kabupaten Tapanuli Selatan, jadi ajukan ke sana"
                )
            )
        }
    }

    @Test func `sending the same again is told, not taken`() async throws {
        try await asked { citizen, _ in
            try await citizen.send(Self.rest + [("desa", "16.03.08.2001")])
            #expect(citizen.status == 422)
        }
    }

    @Test func `a group never grows beyond its bounds, whatever a form says`() async throws {
        try await asked { citizen, _ in
            let many = [("saksi-banyak", "1000000"), ("saksi-tambah", "1")]
            try await citizen.send(Self.rest + [("desa", "16.03.08.2001")] + many)
            #expect(citizen.page.contains("saksi-3-panggilan"), "\(citizen.path) \(citizen.status)")
            #expect(!citizen.page.contains("saksi-4-panggilan"))
        }
    }
}

/// The newest answers of the one case of a site, as text.
struct TypedAnswersOfCase {
    private let text: (String) -> String?

    init(_ site: WorkingSite) async throws {
        let force = try await site.regency.force
        let answers = try await site.regency.store.read { reader in
            let row = try #require(try reader.row("SELECT id FROM cases"))
            return try reader.load(CaseID(try row.id("id")), force)?.answers
        }
        text = { name in answers?[.init(name)].map { $0.text() } }
    }

    subscript(name: String) -> String? { text(name) }
}
