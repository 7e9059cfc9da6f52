import Cooperation
import Foundation
import Ledger
import Site
import Stories
import Testing
import Visiting

/// Who may read, who may record, and everything that is no proper form.
struct RightsOfCooperationTests {
    private static func addresses(_ work: String, _ visit: String) -> [String] {
        [
            "/kerja/kerja-sama", "/kerja/kerja-sama/register.csv", work,
            work + "/naskah/surat-penawaran", work + "/naskah/surat-penawaran/konsep.pdf",
            work + "/laporan.pdf?semester=2026-2", work + "/laporan.csv?semester=2026-2",
            "/kerja/kerja-sama/kunjungan", visit, visit + "/laporan.pdf",
        ]
    }

    private static let forms = [
        "pokok", "dprd", "jangka-waktu", "perpanjangan", "kewajiban", "rencana", "alih", "akar",
        "kirim-laporan", "akhir", "tahap?butir=pemetaan",
    ]

    @Test func `leaders read, others are refused, and nobody by PIN`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let ratna = Visitor(client, as: "ratna")
            let visit = try await VisitRouteTests.hold(ratna, on: day)
            let work = try await AgreementRouteTests.begin(ratna)
            let form = work + "/kewajiban"
            try await ratna.get(form)
            for (who, status) in [("bupati", 200), ("rina", 403), ("pin", 403), (nil, 303)] {
                let browser = Visitor(client, as: who)
                for address in Self.addresses(work, visit) {
                    try await browser.get(address)
                    #expect(browser.status == status, "\(who ?? "-") \(address)")
                    guard status != 200 else { continue }
                    #expect(!browser.page.contains("Replikasi layanan"), "\(who ?? "-")")
                }
                for end in Self.forms {
                    try await browser.get(work + "/" + end)
                    #expect(browser.status == (who == nil ? 303 : 403), "\(who ?? "-") \(end)")
                    try await browser.post(work + "/" + end.split(separator: "?")[0], [])
                    #expect(browser.status != 200, "\(who ?? "-") \(end)")
                }
            }
            let bupati = Visitor(client, as: "bupati")
            try await bupati.get(work)
            #expect(!bupati.page.contains("/jangka-waktu"), "nothing to press")
        }
        try await office.store.close()
    }

    @Test func `an old version, unknown things and garbage change nothing`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let (ratna, budi) = (Visitor(client, as: "ratna"), Visitor(client, as: "budi"))
            let work = try await AgreementRouteTests.begin(ratna)
            let duty = AgreementRouteTests.date("tanggal", day) + [("apa", "Kirim data")]
            try await ratna.get(work + "/kewajiban")
            try await budi.get(work + "/kewajiban")
            try await budi.send(duty, to: "/kewajiban")
            #expect(budi.path == work)
            try await ratna.send(duty, to: "/kewajiban")
            #expect(ratna.status == 409)
            try await budi.get(work + "/kewajiban")
            for version in ["", "x", "-1", "1", "99999999999999999999"] {
                try await budi.post(work + "/kewajiban", duty + [("versi", version)])
                #expect(budi.status == 409, "\(version)")
                try await budi.get(work + "/kewajiban")
            }
            for address in [
                "/kerja/kerja-sama/x", "/kerja/kerja-sama/" + String(repeating: "0", count: 32),
                work + "/tahap?butir=tidak-ada", work + "/tahap", work + "/bukti",
                work + "/bukti?butir=" + String(repeating: "1", count: 32),
                work + "/realisasi?butir=x", work + "/naskah/tidak-ada",
                work + "/berkas/" + String(repeating: "2", count: 32), work + "/berkas/..",
                work + "/laporan.pdf", work + "/laporan.csv?semester=2026-9",
                "/kerja/kerja-sama/kunjungan/x", "/mitra/99.99", "/mitra/%00", "/mitra/..%2F",
            ] {
                try await budi.get(address)
                #expect(budi.status == 404, "\(address): \(budi.status)")
            }
            try await Self.garbage(budi, work, day)
        }
        try await AgreementRouteTests.holdsWhenRebuilt(office)
    }

    private static func garbage(_ budi: Visitor, _ work: String, _ day: Day) async throws {
        for (form, typed, words) in [
            ("kewajiban", [("apa", "x")], "Tulis tanggal, bulan, dan tahun"),
            ("kewajiban", AgreementRouteTests.date("tanggal", day), "Isi bagian ini"),
            ("dprd", [("membebani", "mungkin")], "Pilih dulu"),
            (
                "alih", [("arah", "keluar"), ("izin", "izinkan"), ("cetakbiru", "a b")],
                "16.03/umkm"
            ),
            (
                "akhir", AgreementRouteTests.date("tanggal", day) + [("sebab", "bosan")],
                "Pilih dulu"
            ),
            ("pokok", [("judul", "J"), ("objek", "O")], "Tulis juga alasannya"),
        ] as [(String, [(String, String)], String)] {
            try await budi.get(work + "/" + form)
            try await budi.send(typed, to: "/" + form)
            #expect(budi.status == 422, "\(form)")
            #expect(budi.page.contains(words), "\(form): \(budi.page)")
        }
        try await budi.get(work + "/kewajiban")
        let script = "<script>alert(1)</script>"
        try await budi.send(
            AgreementRouteTests.date("tanggal", day) + [
                ("apa", script), ("unit", "tidak-ada"), ("pihak", "siapa"),
            ],
            to: "/kewajiban"
        )
        #expect(budi.status == 404, "a unit that there is not")
        try await budi.get(work + "/kewajiban")
        try await budi.send(
            AgreementRouteTests.date("tanggal", day) + [("apa", script)],
            to: "/kewajiban"
        )
        #expect(budi.path == work)
        #expect(!budi.page.contains(script))
        #expect(budi.page.contains("&lt;script&gt;"))
    }

    @Test func `under rules that cannot be read nothing is begun, and the page says why`()
        async throws
    {
        let office = try await CooperationOfARegency(trouble: "kerja-sama.yaml: bukan YAML.")
        try await office.open { client in
            let ratna = Visitor(client, as: "ratna")
            try await ratna.get("/kerja/kerja-sama")
            #expect(ratna.page.contains("kerja-sama.yaml: bukan YAML."))
            #expect(!ratna.page.contains("Mulai kerja sama baru"))
            try await ratna.get("/kerja/kerja-sama/baru")
            #expect(ratna.status == 409)
            try await ratna.get("/kerja/kerja-sama/kunjungan/baru")
            try await ratna.post("/kerja/kerja-sama/baru", AgreementRouteTests.subject)
            #expect(ratna.status == 409)
        }
        try await office.store.close()
    }

    @Test func `a file belongs to its agreement alone`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let ratna = Visitor(client, as: "ratna")
            let (mine, other) = (
                try await AgreementRouteTests.begin(ratna),
                try await AgreementRouteTests.begin(ratna)
            )
            try await ratna.get(mine + "/tahap?butir=pemetaan")
            try await ratna.send(
                AgreementRouteTests.date("tanggal", day),
                file: Array("%PDF-1.7".utf8),
                to: "/tahap"
            )
            let file = try #require(ratna.page.firstMatch(of: /\/berkas\/[0-9a-f]{32}/))
            try await ratna.get(mine + String(file.output))
            #expect(ratna.status == 200)
            try await ratna.get(other + String(file.output))
            #expect(ratna.status == 404)
        }
        try await office.store.close()
    }

    @Test func `nothing that was written stands in the open anywhere`() async throws {
        let office = try await CooperationOfARegency()
        try await office.open { client in
            let ratna = Visitor(client, as: "ratna")
            _ = try await VisitRouteTests.hold(ratna, on: office.today)
            _ = try await AgreementRouteTests.begin(ratna)
        }
        try await office.store.close()
        for name in ["catatan.sqlite", "catatan.sqlite-wal"] {
            let file = office.folder.appending(path: name)
            guard let bytes = FileManager.default.contents(atPath: file.path).map(Array.init) else {
                continue
            }
            for word in ["Replikasi layanan kota", "Siti Rahmawati"] {
                #expect(bytes.firstRange(of: Array(word.utf8)) == nil, "\(name): \(word)")
            }
        }
    }

    @Test func `two persons pin a root, and no page tells the words`() async throws {
        let office = try await CooperationOfARegency()
        let day = office.today
        try await office.open { client in
            let (ratna, budi) = (Visitor(client, as: "ratna"), Visitor(client, as: "budi"))
            let work = try await AgreementRouteTests.begin(ratna)
            try await AgreementRouteTests.sign(ratna, work, on: day)
            try await ratna.get(work + "/akar")
            let typed = [("mitra", "12.03"), ("kata", RootStoryTests.words)]
            try await ratna.send(typed, to: "/akar")
            #expect(ratna.page.contains("Menunggu orang kedua"))
            for page in [work, work + "/akar"] {
                try await budi.get(page)
                #expect(!budi.page.contains("sembilan"), "the second reads it on the paper")
            }
            try await budi.send([("mitra", "12.03"), ("kata", RootStoryTests.others)], to: "/akar")
            #expect(budi.page.contains("Kata kedua orang berbeda"))
            for browser in [ratna, budi] {
                try await browser.get(work + "/akar")
                try await browser.send(typed, to: "/akar")
            }
            #expect(budi.page.contains("Ditetapkan: "))
            try await ratna.get(work + "/alih")
            try await ratna.send(
                [("arah", "masuk"), ("izin", "izinkan"), ("cetakbiru", "*")],
                to: "/alih"
            )
            #expect(ratna.path == work)
        }
        let root = TwelveWords().root(of: RootStoryTests.words)?.root
        let (pinned, allowed, other) = try await office.store.read { reader in
            (
                try reader.pinnedRoot(of: "12.03", on: day),
                try reader.agreement(
                    permitting: "12.03/kopi",
                    .fromPartner,
                    with: "12.03",
                    on: day
                ),
                try reader.agreement(permitting: "16.03/umkm", .toPartner, with: "12.03", on: day)
            )
        }
        #expect(pinned == root)
        #expect(allowed != nil && other == nil)
        try await AgreementRouteTests.holdsWhenRebuilt(office)
    }
}
