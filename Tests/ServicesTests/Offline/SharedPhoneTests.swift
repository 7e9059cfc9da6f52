import Stories
import Testing

/// A phone in many hands: what the site keeps on it, and how it is let go of.
struct SharedPhoneTests {
    private func site(_ body: @escaping @Sendable (Doors) async throws -> Void) async throws {
        let site = try await WorkingSite()
        try await site.add("Mulyadi", as: "mulyadi", post: "kadus")
        try await site.open { doors in try await body(doors) }
    }

    private static let start = "/layanan/laporan-jalan/mulai"

    private static func holds(_ phone: Visitor, _ word: String) -> Bool {
        phone.kept(word)?.isEmpty == false
    }

    @Test func `a phone that is said to be shared keeps no way back to a draft`() async throws {
        try await site { doors in
            let phone = doors.citizen()
            try await phone.get("/layanan/laporan-jalan")
            try await phone.send([], to: Self.start)
            #expect(Self.holds(phone, "draf"))
            try await phone.get("/layanan/laporan-jalan")
            try await phone.send(["bersama": "ya"], to: Self.start)
            #expect(phone.path.hasPrefix("/isi/"))
            #expect(!Self.holds(phone, "draf"))
            #expect(phone.page.contains(#"data-aksi="bersama" data-isi="ya""#))
            try await phone.get("/layanan/laporan-jalan")
            #expect(!phone.page.contains(#"name="bersama""#), "it is asked once")
            try await phone.send([], to: Self.start)
            #expect(!Self.holds(phone, "draf"))
        }
    }

    @Test func `whoever is done is forgotten, and the next one is another device`() async throws {
        try await site { doors in
            let phone = doors.citizen()
            try await phone.get("/layanan/laporan-jalan")
            try await phone.send([], to: Self.start)
            let (screen, device) = (phone.path, phone.kept("perangkat"))
            phone.keep("permohonan", "x")
            try await phone.get("/bersama")
            try await phone.send([], to: "/lupakan")
            #expect(phone.path == "/")
            for word in ["draf", "permohonan"] { #expect(!Self.holds(phone, word)) }
            #expect(phone.kept("perangkat") != device)
            try await phone.get(screen)
            #expect(phone.status == 404)
        }
    }

    @Test func `the device stays while something waits that is sent under it`() async throws {
        try await site { doors in
            let phone = doors.citizen()
            try await phone.get("/bersama")
            let device = phone.kept("perangkat")
            try await phone.send(["tunggu": "ya"], to: "/lupakan")
            #expect(phone.kept("perangkat") == device)
        }
    }

    @Test func `an official's device stays: a shared desk is one`() async throws {
        try await site { doors in
            let desk = try await doors.official("mulyadi")
            try await desk.get("/bersama")
            let device = desk.kept("perangkat")
            try await desk.send([], to: "/lupakan")
            #expect(desk.kept("perangkat") == device)
        }
    }
}
