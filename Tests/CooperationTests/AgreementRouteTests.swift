import Cooperation
import Foundation
import HTTPTypes
import Ledger
import Site
import Stories
import Testing
import Visiting

/// Muara Enim (16.03) and Tapanuli Selatan (12.03): from the offer to the first report.
struct AgreementRouteTests {
    static let subject = [
        ("jenis", "ksdd-sukarela"), ("mitra", "12.03 Kabupaten Tapanuli Selatan"),
        ("judul", "Replikasi layanan kota cerdas dan kopi"),
        ("objek", "Layanan publik digital dan tata kelola kopi."),
        ("ruang", "Cetak biru, pelatihan"), ("manfaat", "Layanan lebih cepat"),
        ("bentuk", "Saling alih cetak biru"), ("tahun", "2027"), ("biaya", "APBD masing-masing"),
    ]

    static func date(_ name: String, _ day: Day) -> [(String, String)] {
        let (year, month, number) = day.parts
        return [
            ("\(name)-tanggal", "\(number)"), ("\(name)-bulan", "\(month)"),
            ("\(name)-tahun", "\(year)"),
        ]
    }

    /// Begins the agreement and answers with the address of its page.
    static func begin(_ ratna: Visitor) async throws -> String {
        try await ratna.get("/kerja/kerja-sama/baru")
        try await ratna.send(subject, to: "/baru")
        #expect(ratna.status == 200, "\(ratna.page)")
        return ratna.path
    }

    /// Goes through every stage, the council's being skipped with its reason.
    static func sign(_ ratna: Visitor, _ work: String, on day: Day) async throws {
        try await ratna.get(work + "/dprd")
        try await ratna.send(
            [("membebani", "tidak"), ("anggaran", "tidak"), ("pertimbangan", "Sudah di APBD")],
            to: "/dprd"
        )
        for stage in [
            "pemetaan", "persiapan", "penawaran", "penyusunan-kesepakatan", "kesepakatan",
            "penyusunan-perjanjian", "perjanjian",
        ] {
            try await ratna.get(work + "/tahap?butir=\(stage)")
            #expect(ratna.status == 200, "\(stage)")
            try await ratna.send(
                date("tanggal", day) + [("nomor", "119/\(stage)"), ("alasan", "Diperiksa TKKSD")],
                to: "/tahap"
            )
            #expect(ratna.path == work, "\(stage): \(ratna.page)")
        }
        try await ratna.get(work + "/jangka-waktu")
        try await ratna.send(
            date("mulai", day) + date("sampai", day.adding(days: 1000)) + [
                ("penandatangan", "Bupati Contoh"), ("jabatan", "Bupati"),
                ("dengan_kuasa", "tidak"),
                ("penandatangan_mitra", "Bupati Mitra"), ("jabatan_mitra", "Bupati"),
            ],
            to: "/jangka-waktu"
        )
        #expect(ratna.path == work, "\(ratna.page)")
    }

    @Test func `from the offer to the report`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let (ratna, anybody) = (Visitor(client, as: "ratna"), Visitor(client))
            let work = try await Self.begin(ratna)
            #expect(ratna.page.contains("Disiapkan"))
            #expect(ratna.page.contains("Pemetaan urusan"))
            try await anybody.get("/mitra")
            #expect(!anybody.page.contains("Tapanuli"), "what is being prepared is not public")
            try await anybody.get("/mitra/12.03")
            #expect(anybody.status == 404)

            try await Self.letterWarns(ratna, work, day)
            try await Self.sign(ratna, work, on: day)
            #expect(ratna.page.contains("Berlaku"))
            #expect(ratna.page.contains("Sudah di APBD"), "why the council's stage is skipped")
            try await anybody.get("/mitra")
            #expect(anybody.page.contains("Kabupaten Tapanuli Selatan"), "\(anybody.page)")
            #expect(!anybody.page.contains("Bupati Mitra"), "nobody's name")
            try await anybody.get("/en/mitra/12.03")
            #expect(anybody.page.contains("In force"))
            #expect(anybody.page.contains("16.03/umkm 1.2.0"))

            try await Self.planAndResult(ratna, work, day)
            try await Self.duty(ratna, work, day)
            try await Self.report(ratna, work, office)
        }
        try await Self.holdsWhenRebuilt(office)
    }

    /// The checklist of a letter, its text, its PDF with both originals of the agreement.
    private static func letterWarns(_ ratna: Visitor, _ work: String, _ day: Day) async throws {
        try await ratna.get(work + "/naskah/surat-penawaran")
        #expect(ratna.page.contains("5 isi wajib naskah belum dicentang"))
        #expect(
            ratna.page.contains("Objek kerja sama: Layanan publik digital dan tata kelola kopi.")
        )
        try await ratna.send([("isi", "objek"), ("isi", "manfaat")], to: "/surat-penawaran")
        #expect(ratna.page.contains("3 isi wajib naskah belum dicentang"))
        try await ratna.get(work + "/naskah/perjanjian-kerja-sama")
        #expect(ratna.page.contains("Pasal 13") && !ratna.page.contains("Pasal 14"))
        for document in ["surat-penawaran", "perjanjian-kerja-sama", "rencana-kerja", "laporan"] {
            try await ratna.get(work + "/naskah/\(document)/konsep.pdf")
            #expect(ratna.type == "application/pdf", "\(document)")
            #expect(ratna.bytes.starts(with: Array("%PDF".utf8)))
        }
    }

    private static func planAndResult(
        _ ratna: Visitor,
        _ work: String,
        _ day: Day
    ) async throws {
        try await ratna.get(work + "/rencana")
        let plan = [
            ("tahun", "\(day.parts.year)"), ("kegiatan", "Bimbingan sortasi kopi"),
            ("keluaran", "20 petani"), ("indikator", "Petani terlatih"), ("sumber", "APBD"),
            ("unit", "bagian-kerja-sama"),
        ]
        try await ratna.send(plan + [("anggaran", "banyak")], to: "/rencana")
        #expect(ratna.status == 422)
        #expect(ratna.page.contains("Tulis jumlah rupiah"))
        #expect(ratna.page.contains("Bimbingan sortasi kopi"), "what was typed stays")
        try await ratna.send(plan + [("anggaran", "25.000.000")], to: "/rencana")
        #expect(ratna.page.contains("Rp25.000.000"))
        let form = try #require(ratna.page.firstMatch(of: /\/realisasi\?butir=[0-9a-f]{32}/))
        try await ratna.get(work + String(form.output))
        try await ratna.send(
            date("tanggal", day) + [("realisasi", "24.500.000"), ("hasil", "21 petani ikut")],
            file: Array("%PDF-1.7 berita acara".utf8),
            to: "/realisasi"
        )
        #expect(ratna.page.contains("Rp24.500.000"), "\(ratna.page)")
        let file = try #require(ratna.page.firstMatch(of: /href="([^"]*\/berkas\/[0-9a-f]{32})"/))
        try await ratna.get(String(file.1))
        #expect(ratna.bytes == Array("%PDF-1.7 berita acara".utf8))
        #expect(ratna.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
    }

    private static func duty(_ ratna: Visitor, _ work: String, _ day: Day) async throws {
        try await ratna.get(work + "/kewajiban")
        try await ratna.send(
            date("tanggal", day.adding(days: -2)) + [
                ("apa", "Kirim data kebun"), ("pihak", "kami"),
            ],
            to: "/kewajiban"
        )
        #expect(ratna.page.contains("Lewat 2 hari"))
        try await ratna.get("/kerja/kerja-sama")
        #expect(ratna.page.contains("Kirim data kebun"), "what is late stands on the first page")
        let form = try #require(
            ratna.page.firstMatch(of: /href="([^"]*\/bukti\?butir=[0-9a-f]{32})"/)
        )
        try await ratna.get(String(form.1))
        try await ratna.send(
            date("tanggal", day) + [("bukti", "Surat pengantar data")],
            file: Array("bukan pdf".utf8),
            to: "/bukti"
        )
        #expect(ratna.status == 422, "a file that is no paper")
        try await ratna.send(date("tanggal", day) + [("bukti", "Surat pengantar")], to: "/bukti")
        #expect(ratna.page.contains("Selesai terlambat 2 hari"))
    }

    private static func report(
        _ ratna: Visitor,
        _ work: String,
        _ office: CooperationOfARegency
    ) async throws {
        let period = ReportPeriod(of: office.today, months: 6)
        try await ratna.get(work + "/laporan.pdf?semester=\(period.text)")
        #expect(ratna.bytes.starts(with: Array("%PDF".utf8)))
        try await ratna.get(work + "/laporan.csv?semester=\(period.text)")
        for words in [
            "Bimbingan sortasi kopi", "24.500.000", "Kirim data kebun", "16.03/umkm 1.2.0",
        ] {
            #expect(ratna.page.contains(words), "\(words)")
        }
        office.pass(days: 120)
        try await ratna.get("/kerja/kerja-sama")
        #expect(ratna.page.contains("Laporan semester \(period.part) tahun \(period.year)"))
        try await ratna.get(work + "/kirim-laporan?semester=\(period.text)")
        try await ratna.send(
            date("tanggal", office.today) + [("semester", period.text), ("nomor", "700/1/KSD")],
            to: "/kirim-laporan"
        )
        #expect(ratna.page.contains("700/1/KSD"))
        try await ratna.get("/kerja/kerja-sama")
        #expect(!ratna.page.contains("Laporan semester \(period.part) tahun \(period.year)"))
        try await ratna.get("/kerja/kerja-sama/register.csv")
        #expect(ratna.page.contains("ksdd-sukarela"))
        #expect(ratna.page.contains("Kabupaten Tapanuli Selatan"))
        office.pass(days: 1000 - 120 - 89)
        try await ratna.get("/kerja/kerja-sama")
        #expect(ratna.page.contains("Perpanjang atau akhiri (90 hari)"))
        try await ratna.get(work + "/perpanjangan")
        try await ratna.send(
            date("sampai", office.today.adding(days: 900)) + [("dasar", "Adendum 1")],
            to: "/perpanjangan"
        )
        try await ratna.get("/kerja/kerja-sama")
        #expect(!ratna.page.contains("Perpanjang atau akhiri"))
        try await ratna.get("/en/kerja/kerja-sama")
        #expect(ratna.page.contains("What is to be done"))
    }

    static func holdsWhenRebuilt(_ office: CooperationOfARegency) async throws {
        func tables() async throws -> [[[SQLValue]]] {
            try await office.store.read { reader in
                try [
                    reader.rows("SELECT * FROM agreements ORDER BY id").map(\.values),
                    reader.rows("SELECT * FROM agreement_partners ORDER BY agreement, code")
                        .map(\.values),
                    reader.rows("SELECT * FROM agreement_roots ORDER BY agreement").map(\.values),
                    reader.rows("SELECT * FROM agreement_transfers ORDER BY agreement, blueprint")
                        .map(\.values),
                    reader.rows("SELECT * FROM agreement_reports ORDER BY agreement").map(\.values),
                    reader.rows("SELECT * FROM cooperation_duties ORDER BY item").map(\.values),
                    reader.rows("SELECT * FROM partner_visits ORDER BY id").map(\.values),
                ]
            }
        }
        let live = try await tables()
        try await office.store.rebuild()
        #expect(try await tables() == live)
        try await office.store.close()
    }
}
