import Cases
import Foundation
import Ledger
import Services
import Stories
import Testing

/// The front desk: papers taken in by an official, on the pages that they use.
struct CounterTests {
    /// What somebody types from a paper, as the page names it.
    static let paper: [(String, String)] = [
        ("loket.hari-tanggal", "23"), ("loket.hari-bulan", "11"), ("loket.hari-tahun", "2026"),
        ("loket.jam", "09.05"), ("keterbukaan_nama", "terbuka"), ("nama", "Kanari Burungwati"),
        ("nik", "1603084505900077"), ("loket.tanpa-hp", "ya"), ("lubang", "12"),
        ("patokan", "Musala"), ("desa", "16.03.08.2001"), ("desa_pangkal", ""),
        ("saksi-1-panggilan", "Budi"), ("benar", "ya"),
    ]

    private static let form = "/kerja/loket/baru?layanan=laporan-jalan"

    private static func changed(_ changes: [String: String]) -> [(String, String)] {
        paper.map { ($0.0, changes[$0.0] ?? $0.1) }
            + changes.filter { change in !paper.contains { $0.0 == change.key } }
            .map { ($0.key, $0.value) }
    }

    private func atDesk(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Lela Sari", as: "lela", post: "loket-dua")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Tuti Handayani", as: "tuti", post: "loket")
        try await site.open { doors in
            try await body(site, doors, try await doors.official("lela"))
        }
    }

    @Test func `papers are typed in once, and the receipt is printed`() async throws {
        try await atDesk { site, doors, lela in
            #expect(lela.page.contains("/kerja/loket"), "the way to the counter is in the menu")
            try await lela.get("/kerja/loket")
            #expect(lela.page.contains("NIK, nama, nomor, atau pindai"))
            try await lela.get(Self.form)
            #expect(lela.page.contains("Siapa yang juga melihatnya?"), "the whole form at once")
            try await lela.send(Self.paper)
            #expect(lela.path.hasPrefix("/kerja/loket/terima/"), "\(lela.status) \(lela.page)")
            let number = try lela.digits
            let pin = try #require(lela.page.firstMatch(of: /\d{3} \d{3}</)).output
            for paper in ["58", "80", "a4"] {
                try await lela.get("/kerja/loket/terima/\(number)/tanda-terima.pdf?kertas=\(paper)")
                #expect(lela.status == 200)
            }
            try await lela.get("/kerja/loket?cari=\(number)")
            #expect(lela.page.contains("Kanari Burungwati"), "found at once by its number")
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Lela Sari: mencatat berkas dari loket"))
            let state = try await Self.state(of: number, site)
            #expect(state.subject?.channel == .counter)
            #expect(state.subject?.received == Zone.wib.instant(Day(number: 20_780), minute: 545))
            #expect(state.subject?.recorded.isAbout(WorkingRegency.morning) == true)

            // Without a phone the PIN opens what is missing; nothing that is near it does.
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Tunjukkan letaknya."])
            let citizen = doors.citizen()
            try await citizen.get("/lacak/\(number)")
            #expect(citizen.page.contains("6 angka PIN"))
            try await citizen.send(["hp": "0000000"])
            #expect(citizen.status == 422)
            try await citizen.send(["hp": String(pin.dropLast())])
            #expect(citizen.path == "/lengkapi", "\(citizen.page)")
            #expect(citizen.page.contains("Tunjukkan letaknya."))
        }
    }

    @Test(arguments: [
        (["nama": ""], "Tulis nama lengkap"), (["benar": ""], "Centang kotak ini"),
        (["loket.jam": "besok"], "Tulis jam seperti 09.15"),
        (["loket.jam": "17.00"], "Waktu terima ada di masa depan"),
        (["loket.hari-tanggal": "20"], "Tulis mengapa permohonan ini baru dicatat sekarang"),
        (["loket.hari-bulan": "9", "loket.alasan": "Listrik padam"], "lebih dari 30 hari lalu"),
        (["loket.hari-tanggal": "31"], "Tulis tanggal, bulan, dan tahun"),
        (["desa": "16.03.02.1007"], "dicatat di kantor lain"),
    ])
    func `a mistake is told, and nothing that was typed is lost`(
        changes: [String: String],
        sentence: String
    ) async throws {
        try await atDesk { _, _, lela in
            try await lela.get(Self.form)
            try await lela.send(Self.changed(changes))
            #expect(lela.status == 422, "\(lela.path)")
            #expect(lela.page.contains(sentence), "\(lela.page)")
            #expect(lela.page.contains("value=\"Musala\""))
            #expect(lela.page.contains("value=\"Budi\""))
            var mended = Self.paper
            if changes["loket.alasan"] != nil { mended.append(("loket.alasan", "Listrik padam")) }
            try await lela.send(mended)
            #expect(lela.path.hasPrefix("/kerja/loket/terima/"), "\(lela.page)")
        }
    }

    @Test func `what came on Friday is recorded on Monday, with the reason`() async throws {
        try await atDesk { site, doors, lela in
            try await lela.get(Self.form)
            let late = ["loket.hari-tanggal": "20", "loket.alasan": "Listrik padam sejak siang."]
            try await lela.send(Self.changed(late))
            let number = try lela.digits
            let state = try await Self.state(of: number, site)
            #expect(state.subject?.received == Zone.wib.instant(Day(number: 20_777), minute: 545))
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Listrik padam sejak siang."))
        }
    }

    @Test func `the same page sent twice makes one case`() async throws {
        try await atDesk { site, _, lela in
            try await lela.get(Self.form)
            let draft = try #require(lela.page.firstMatch(of: /name="draf" value="([0-9a-f]+)"/))
            let version = try #require(lela.page.firstMatch(of: /name="versi" value="([^"]+)"/))
            let again =
                Self.paper + [
                    ("draf", String(draft.1)), ("layanan", "laporan-jalan"),
                    ("versi", String(version.1)),
                ]
            try await lela.send(again)
            let number = try lela.digits
            try await lela.get(Self.form)
            try await lela.send(again)
            #expect(try lela.digits == number)
            let count = try await site.regency.store.read { reader in
                try reader.row("SELECT count(*) AS n FROM cases")?.int("n")
            }
            #expect(count == 1)
        }
    }

    @Test func `a second request of the same person is warned of, and taken if wanted`()
        async throws
    {
        try await atDesk { site, _, lela in
            try await lela.get(Self.form)
            try await lela.send(Self.paper)
            let first = try lela.digits
            try await site.regency.store.catchUp()
            try await lela.get(Self.form)
            try await lela.send(Self.paper)
            #expect(lela.status == 409)
            #expect(lela.page.contains("Sudah pernah diajukan"))
            #expect(lela.page.contains("/kerja/perkara/\(first)"))
            try await lela.send(Self.paper + [("tetap", "ya")])
            #expect(try lela.digits != first)
        }
    }

    @Test func `whoever has no counter gets none`() async throws {
        try await atDesk { _, doors, lela in
            try await lela.get(Self.form)
            try await lela.send(Self.paper)
            let number = try lela.digits
            let receipt = "/kerja/loket/terima/\(number)"
            let pages = ["/kerja/loket", Self.form, receipt, receipt + "/tanda-terima.pdf"]
            let rina = try await doors.official("rina")
            for page in pages {
                try await rina.get(page)
                #expect(rina.status == 403, "\(page)")
            }
            try await rina.get("/kerja/kotak")
            try await rina.post("/kerja/loket/baru", ["draf": "00", "layanan": "laporan-jalan"])
            #expect(rina.status == 403)
            let tuti = try await doors.official("tuti")
            for page in pages.suffix(2) {
                try await tuti.get(page)
                #expect(tuti.status == 403, "another unit's case: \(page)")
            }
            try await tuti.get("/kerja/loket?cari=\(number)")
            #expect(tuti.page.contains("0 permohonan ditemukan"))
            let citizen = doors.citizen()
            for page in pages {
                try await citizen.get(page)
                #expect(citizen.path.hasPrefix("/petugas/masuk"), "\(page)")
            }
        }
    }

    @Test func `the receipt is printed on the day of recording, not later`() async throws {
        try await atDesk { site, doors, lela in
            try await lela.get(Self.form)
            try await lela.send(Self.paper)
            let number = try lela.digits
            site.pass(days: 1)
            let later = try await doors.official("lela")
            try await later.get("/kerja/loket/terima/\(number)")
            #expect(later.page.contains("pada hari pencatatan"))
            #expect(later.page.firstMatch(of: /\d{3} \d{3}</) == nil, "no PIN either")
            try await later.get("/kerja/loket/terima/\(number)/tanda-terima.pdf")
            #expect(later.status == 404)
        }
    }

    @Test(arguments: ["", "x", "0000", "ffffffffffffffffffffffffffffffffff"])
    func `a draft that is none is refused`(draft: String) async throws {
        try await atDesk { _, _, lela in
            try await lela.get(Self.form)
            try await lela.send(Self.paper + [("draf", draft)])
            #expect(lela.status == 404)
        }
    }

    static func state(of number: String, _ site: WorkingSite) async throws -> CaseState {
        let id = try await site.regency.store.read { reader in
            try reader.caseID(of: try TrackingNumber(reading: number))
        }
        return try await site.regency.store.state(
            of: try #require(id).stream,
            as: CaseStory.self
        ).state
    }
}
