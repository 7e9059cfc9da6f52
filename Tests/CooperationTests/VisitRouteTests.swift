import Cooperation
import Ledger
import Site
import Stories
import Testing
import Visiting

/// A working visit with what became of it.
struct VisitRouteTests {
    static func typed(_ day: Day) -> [(String, String)] {
        AgreementRouteTests.date("mulai", day.adding(days: -1))
            + AgreementRouteTests.date("sampai", day) + [
                ("arah", "masuk"), ("mitra", "12.03"), ("siapa", "Siti Rahmawati, Kepala Bagian"),
                ("tujuan", "Belajar layanan kota cerdas"), ("dilihat", "Loket bersama"),
                ("dipelajari", "Satu berkas untuk satu layanan"),
                ("layanan", "surat-keterangan-usaha"),
            ]
    }

    static func hold(_ ratna: Visitor, on day: Day) async throws -> String {
        try await ratna.get("/kerja/kerja-sama/kunjungan/baru")
        try await ratna.send(typed(day), to: "/baru")
        #expect(ratna.status == 200, "\(ratna.page)")
        return ratna.path
    }

    @Test func `a visit is recorded, followed up and printed`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let (ratna, anybody) = (Visitor(client, as: "ratna"), Visitor(client))
            let work = try await AgreementRouteTests.begin(ratna)
            try await AgreementRouteTests.sign(ratna, work, on: day)
            let visit = try await Self.hold(ratna, on: day)
            #expect(ratna.page.contains("Siti Rahmawati"))
            try await ratna.get(visit + "/perbaiki")
            let id = work.split(separator: "/").last.map(String.init) ?? ""
            let linked = Self.typed(day) + [("kerjasama", id)]
            try await ratna.send(linked, to: "/perbaiki")
            #expect(ratna.status == 422, "a correction says why")
            try await ratna.send(linked + [("alasan", "Terkait perjanjian")], to: "/perbaiki")
            #expect(ratna.page.contains("Replikasi layanan"))
            try await ratna.get(visit + "/hasil")
            try await ratna.send([("jadi", "Menjadi perjanjian kerja sama")], to: "/hasil")
            #expect(ratna.page.contains("Menjadi perjanjian"))

            try await ratna.get(visit + "/tindak-lanjut")
            try await ratna.send(
                AgreementRouteTests.date("tanggal", day.adding(days: 5)) + [
                    ("apa", "Kirim contoh")
                ],
                to: "/tindak-lanjut"
            )
            #expect(ratna.page.contains("Sisa 5 hari"))
            try await ratna.get("/kerja/kerja-sama")
            #expect(ratna.page.contains("Kirim contoh"))
            let form = try #require(
                ratna.page.firstMatch(of: /href="([^"]*\/bukti\?butir=[0-9a-f]{32})"/)
            )
            try await ratna.get(String(form.1))
            try await ratna.send(
                AgreementRouteTests.date("tanggal", day) + [("bukti", "Contoh terkirim")],
                file: [0xFF, 0xD8, 0xFF, 0xE0],
                to: "/bukti"
            )
            #expect(ratna.page.contains("Selesai tepat waktu"))
            let file = try #require(ratna.page.firstMatch(of: /\/berkas\/[0-9a-f]{32}/))
            try await ratna.get(visit + String(file.output))
            #expect(ratna.type == "image/jpeg")
            try await ratna.get(visit + "/laporan.pdf")
            #expect(ratna.bytes.starts(with: Array("%PDF".utf8)))
            try await ratna.get(work)
            #expect(ratna.page.contains(visit), "the agreement shows its visits")

            try await anybody.get("/mitra/12.03")
            #expect(anybody.page.contains("Mitra datang ke kami"))
            #expect(!anybody.page.contains("Siti"))
            #expect(!anybody.page.contains("kunjungan/"))
        }
        try await AgreementRouteTests.holdsWhenRebuilt(office)
    }

    @Test func `what is no visit is refused in words`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let ratna = Visitor(client, as: "ratna")
            func typed(_ name: String, _ value: String) -> [(String, String)] {
                Self.typed(day).filter { $0.0 != name } + [(name, value)]
            }
            for (form, words) in [
                (typed("arah", ""), "Pilih dulu"), (typed("mitra", "12-03"), "Tulis satu mitra"),
                (typed("layanan", "tidak-ada"), "nama cetak biru"),
                (typed("siapa", " "), "Isi bagian ini"),
                (typed("sampai-tahun", "2099"), "tidak boleh setelah hari ini"),
                (typed("mulai-tahun", "x"), "Tulis tanggal"),
                (typed("sampai-tahun", "2020"), "harus setelah"),
            ] {
                try await ratna.get("/kerja/kerja-sama/kunjungan/baru")
                try await ratna.send(form, to: "/baru")
                #expect(ratna.status == 422, "\(words)")
                #expect(ratna.page.contains(words), "\(words)")
            }
            try await ratna.get("/kerja/kerja-sama/kunjungan/baru")
            try await ratna.send(
                typed("kerjasama", String(repeating: "0", count: 32)),
                to: "/baru"
            )
            #expect(ratna.status == 404)
        }
        try await office.store.close()
    }
}
