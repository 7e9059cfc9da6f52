import Cases
import Foundation
import Ledger
import Notices
import Services
import Site
import Stories
import Synchronization
import Testing

/// What becomes of an e-mail when the server is silent, down for a day, and back again.
struct MailServerTests {
    private func settings(port: Int, patience: Int = 45) throws -> NoticeSettings {
        var mail = MailSettings(
            from: try #require(MailAddress("kabar@contoh.go.id")),
            host: "127.0.0.1",
            port: port,
            safety: .none
        )
        mail.patienceSeconds = patience
        return NoticeSettings(mail: mail)
    }

    /// A site on which one message waits for a mail server; `composing` happens while its words
    /// are made.
    private func waiting(
        _ settings: NoticeSettings,
        composing: @escaping @Sendable (WorkingSite) -> Void = { _ in },
        _ body: @escaping @Sendable (WorkingSite, NoticePost) async throws -> Void
    ) async throws {
        let site = try await WorkingSite(notices: settings)
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Fotonya kabur."])
            // The same words and the same address each time, as the record would give them.
            let post = NoticePost(
                NoticesDesk(store: site.feature.store),
                settings,
                now: { site.now }
            ) { _, _, _, _ in
                composing(site)
                var composed = ComposedNotice(
                    text: "Bapak/Ibu, ada kabar.",
                    subject: "Kabar",
                    firstName: "Kanari",
                    wish: "surel",
                    sender: "Kabupaten Contoh"
                )
                composed.phone = "081200005678"
                composed.mail = MailAddress("kanari@contoh.id")
                return composed
            }
            try await body(site, post)
        }
    }

    private func notice(_ site: WorkingSite) async throws -> KeptNotice {
        try await site.feature.store.read { reader in
            let row = try #require(try reader.row("SELECT key FROM notices"))
            return try #require(try reader.notice(row.id("key")))
        }
    }

    private func troubles(_ site: WorkingSite) async throws -> [NoticesDesk.Trouble] {
        try await site.feature.store.read { try $0.noticeTroubles() }
    }

    @Test func `a server that takes the line and says nothing is given up, and tried later`()
        async throws
    {
        let server = try SmallMailServer(.silent)
        defer { server.stop() }
        try await waiting(try settings(port: server.port, patience: 1)) { site, post in
            try await post.round()
            let kept = try await notice(site)
            #expect(kept.state == .waiting && kept.channel == .mail && kept.tries == 1)
            let trouble = try #require(try await troubles(site).first)
            #expect(trouble.why == .slow)
            #expect(trouble.next == site.now.adding(seconds: 60))
            try await post.round()
            #expect(try await notice(site).tries == 1, "not before its time")
            let sentences = try await site.feature.troublesOfChannels()
            #expect(sentences.count == 1)
            #expect(sentences[0].indonesian.contains("Surel belum bisa dikirim sejak"))
            #expect(sentences[0].indonesian.contains("terlalu lama menjawab"))
        }
    }

    @Test func `a server that is down for a day gets the message once when it is back`()
        async throws
    {
        let port = try SmallMailServer.freePort()
        try await waiting(try settings(port: port)) { site, post in
            for _ in 0..<24 * 12 {
                try await post.round()
                site.pass(minutes: 5)
            }
            let before = try await notice(site)
            #expect(before.state == .waiting)
            #expect((24...32).contains(before.tries), "\(before.tries) tries in a day")
            #expect(try await troubles(site).map(\.why) == [.unreachable])

            let server = try SmallMailServer(.taking, port: port)
            defer { server.stop() }
            site.pass(minutes: 60)
            for _ in 0..<3 {
                try await post.round()
                site.pass(minutes: 60)
            }
            #expect(server.taken.count == 1, "told once")
            #expect(server.taken.first?.contains("Message-ID: <\(before.key)@") == true)
            let after = try await notice(site)
            #expect(after.state == .sent)
            #expect(try await troubles(site).isEmpty)
            let steps = try await site.feature.store.read { try $0.noticeSteps(about: after.about) }
            #expect(steps.map(\.state) == [.sent], "marked once")
        }
    }

    @Test func `whoever slept until the claim ran out claims anew before sending`() async throws {
        let server = try SmallMailServer(.taking)
        defer { server.stop() }
        let composed = Atomic(0)
        // First for the choice of the channel, then for the first try.
        let sleep: @Sendable (WorkingSite) -> Void = { site in
            if composed.add(1, ordering: .relaxed).newValue == 2 { site.pass(minutes: 1) }
        }
        let settings = try settings(port: server.port)
        try await waiting(settings, composing: sleep) { site, post in
            try await post.round()
            #expect(server.taken.count == 1)
            let kept = try await notice(site)
            #expect(kept.state == .sent && kept.tries == 2)
            #expect(composed.load(ordering: .relaxed) == 3)
        }
    }

    @Test func `after three days the desk is asked to do it`() async throws {
        let port = try SmallMailServer.freePort()
        try await waiting(try settings(port: port)) { site, post in
            for _ in 0..<4 * 24 {
                try await post.round()
                site.pass(minutes: 60)
            }
            let kept = try await notice(site)
            #expect(kept.channel == .desk && kept.state == .waiting)
            #expect(kept.why?.text == Trouble.unreachable.rawValue)
        }
    }
}
