import Cases
import Foundation
import Ledger
import Notices
import Services
import Stories
import Testing

/// What is told to a citizen, from the act that asks for it to the honest tick.
struct NoticesTests {
    private func asked(
        as openness: String = "terbuka",
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn(as: openness)
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Fotonya kabur."])
            try await site.feature.noticePost.round()
            try await body(site, doors, rina, number)
        }
    }

    /// The key of the only message of a page.
    private func key(_ page: String) throws -> String {
        let mark = "/kerja/kabar/"
        let rest = try #require(
            page.components(separatedBy: mark).dropFirst().first { $0.prefix(40).contains("/buka") }
        )
        return String(rest.prefix { $0 != "/" })
    }

    @Test func `the queue shows the exact text, and neither NIK nor the whole number`() async throws
    {
        try await asked { _, _, rina, number in
            try await rina.get("/kerja/kabar")
            #expect(rina.status == 200)
            #expect(rina.page.contains("Bapak/Ibu, ada kabar tentang laporan"))
            #expect(rina.page.contains("https://layanan.contoh.go.id/lacak/\(number)"))
            #expect(rina.page.contains("Kami tidak pernah meminta uang atau kode."))
            #expect(rina.page.contains("Kanari"))
            #expect(!rina.page.contains("Burungwati"), "the first name is enough")
            #expect(!rina.page.contains("1603084505900077"))
            #expect(!rina.page.contains("081200005678"), "the number is masked")
        }
    }

    @Test func `opened is not sent, and both sides read what is known`() async throws {
        try await asked { _, doors, rina, number in
            try await rina.get("/kerja/kabar")
            let key = try key(rina.page)
            try await rina.send(to: "/kerja/kabar/\(key)/buka")
            #expect(rina.path.hasPrefix("https://wa.me/6281200005678?text=Bapak%2FIbu%2C%20ada"))
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Rina Kartika: Pesan dibuka di WhatsApp"))
            #expect(!rina.page.contains("Pesan dikirim lewat WhatsApp"))
            try await rina.send(to: "/kerja/kabar/\(key)/terkirim")
            #expect(rina.path.hasPrefix("/kerja/perkara/"), "back to where it was ticked")
            #expect(rina.page.contains("Rina Kartika: Pesan dikirim lewat WhatsApp"))
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("Tidak ada kabar yang menunggu"))
            try await rina.get("/kerja/perkara/\(number)")
            try await rina.post("/kerja/kabar/\(key)/terkirim", [:])
            #expect(rina.status == 404, "told once is told")
        }
    }

    @Test func `who cannot be told stays visible, with the reason`() async throws {
        try await asked { _, _, rina, _ in
            try await rina.get("/kerja/kabar")
            let key = try key(rina.page)
            try await rina.send(["sebab": "<b>"], to: "/kerja/kabar/\(key)/gagal")
            #expect(rina.status == 422)
            try await rina.send(["sebab": "tanpa_wa"], to: "/kerja/kabar/\(key)/gagal")
            #expect(rina.page.contains("Nomor itu tanpa WhatsApp"))
            #expect(!rina.page.contains("Buka WhatsApp dengan pesan ini"))
        }
    }

    @Test func `another unit sees no message, no count, and ticks nothing`() async throws {
        try await asked { _, doors, rina, _ in
            try await rina.get("/kerja/kotak")
            #expect(rina.page.contains("Kabar ke warga (1)"))
            try await rina.get("/kerja/kabar")
            let key = try key(rina.page)
            let sari = try await doors.official("sari")
            #expect(sari.page.contains("Kabar ke warga (0)"))
            try await sari.get("/kerja/kabar")
            #expect(!sari.page.contains("Kanari"))
            try await sari.get("/kerja/kotak")
            let stranger = doors.citizen()
            try await stranger.get("/layanan/laporan-jalan")
            for step in ["buka", "terkirim", "gagal", "x"] {
                try await stranger.post("/kerja/kabar/\(key)/\(step)", ["sebab": "lain"])
                #expect(stranger.path.hasPrefix("/petugas/masuk"), "signs in first")
            }
            try await stranger.post("/kabar/gerbang", ["id": key])
            #expect(stranger.status == 404, "there is no gateway")
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("1 kabar"), "nothing was ticked")
        }
    }

    @Test func `an erased dossier leaves nothing to be told`() async throws {
        try await asked { site, _, rina, number in
            let tracking = try TrackingNumber(reading: number)
            let id = try #require(
                try await site.feature.store.read { try $0.caseID(of: tracking) }
            )
            try await site.feature.store.erase(id.dossier, at: site.now)
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("0 kabar"))
            #expect(!rina.page.contains("Kanari"))
        }
    }

    @Test func `nobody is told who gave no name`() async throws {
        try await asked(as: "tanpa_nama") { _, _, rina, _ in
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("0 kabar"))
        }
    }

    @Test func `a round twice tells once`() async throws {
        try await asked { site, _, rina, _ in
            try await site.feature.noticePost.round()
            try await site.feature.noticePost.round()
            try await rina.get("/kerja/kabar")
            #expect(rina.page.contains("1 kabar"))
        }
    }
}
