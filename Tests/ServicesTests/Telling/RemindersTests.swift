import Foundation
import Ledger
import Notices
import Services
import Stories
import Testing

/// What the clock finds reaches those who have to know: once, and only them.
struct RemindersTests {
    /// A report that nobody touched for a week.
    private func late(
        _ settings: NoticeSettings = .deskOnly,
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite(notices: settings)
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            site.pass(days: 7)
            while try await site.feature.runTimers() > 0 {}
            try await site.feature.reminderPost.round()
            try await body(site, doors, try await doors.official("rina"), number)
        }
    }

    private func key(_ page: String) throws -> String {
        let rest = try #require(page.components(separatedBy: "/kerja/pengingat/").dropFirst().first)
        return String(rest.prefix { $0 != "/" })
    }

    @Test func `who has to do it reads that it is late, and says so once`() async throws {
        try await late { site, doors, rina, number in
            try await rina.get("/kerja/kotak")
            #expect(rina.page.contains("Pengingat (1)"))
            try await rina.get("/kerja/pengingat")
            #expect(rina.page.contains("Lewat waktu"))
            #expect(rina.page.contains("/kerja/perkara/\(number)"))
            #expect(!rina.page.contains("Burungwati"), "a reminder names nobody")
            let key = try key(rina.page)

            let sari = try await doors.official("sari")
            try await sari.get("/kerja/pengingat")
            #expect(sari.page.contains("0 pengingat"), "another office's is not hers")
            try await sari.get("/kerja/pintasan")
            try await sari.post("/kerja/pengingat/\(key)/terbaca", [:])
            #expect(sari.status == 404)
            let stranger = doors.citizen()
            try await stranger.get("/petugas/masuk")
            try await stranger.post("/kerja/pengingat/\(key)/terbaca", [:])
            #expect(stranger.path.hasPrefix("/petugas/masuk"))
            try await stranger.get("/kerja/pengingat")
            #expect(stranger.path.hasPrefix("/petugas/masuk"))

            try await rina.post("/kerja/pengingat/%3Cb%3E/terbaca", [:])
            #expect(rina.status == 404)
            try await rina.get("/kerja/pengingat")
            try await rina.send(to: "/kerja/pengingat/\(key)/terbaca")
            #expect(rina.page.contains("Dicatat."))
            #expect(rina.page.contains("0 pengingat"))
            try await rina.get("/kerja/pintasan")
            try await rina.post("/kerja/pengingat/\(key)/terbaca", [:])
            #expect(rina.status == 404, "read once is read")
            // However often the round comes, and however late it gets: once for this step.
            site.pass(days: 30)
            while try await site.feature.runTimers() > 0 {}
            try await site.feature.reminderPost.round()
            try await site.feature.reminderPost.round()
            let back = try await doors.official("rina")
            try await back.get("/kerja/pengingat")
            #expect(back.page.contains("0 pengingat"))
        }
    }

    @Test func `the outbox is empty afterwards, and what was done is left out`() async throws {
        try await late { site, _, rina, number in
            let open = try await site.feature.store.read { reader in
                try reader.row("SELECT count(*) AS n FROM outbox WHERE done IS NULL")?.int("n")
            }
            #expect(open == 0)
            try await rina.get("/kerja/perkara/\(number)/tolak")
            try await rina.send(["alasan": "Jalan itu sudah diperbaiki bulan lalu."])
            try await rina.get("/kerja/pengingat")
            #expect(rina.page.contains("0 pengingat"))
        }
    }

    @Test func `a post with an address gets one e-mail, without a name in it`() async throws {
        let server = try SmallMailServer(.taking)
        defer { server.stop() }
        var settings = NoticeSettings(
            mail: MailSettings(
                from: try #require(MailAddress("kabar@contoh.go.id")),
                host: "127.0.0.1",
                port: server.port,
                safety: .none
            )
        )
        settings.posts = ["petugas-dua": try #require(MailAddress("kel-dua@contoh.go.id"))]
        try await late(settings) { site, _, _, number in
            for _ in 0..<3 {
                try await site.feature.reminderPost.round()
            }
            #expect(server.taken.count == 1)
            let mail = try #require(server.taken.first)
            #expect(mail.contains("To: <kel-dua@contoh.go.id>"))
            let body = mail.split(separator: "\n").filter { !$0.contains(":") }.joined()
            let text = try #require(
                Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) }
            )
            #expect(text.contains("https://layanan.contoh.go.id/kerja/perkara/\(number)"))
            #expect(text.contains("Laporan jalan rusak"))
            #expect(!text.contains("Kanari"))
        }
    }
}
