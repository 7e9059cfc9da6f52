import Services
import Stories
import Testing

/// One computer, several officials: who changes by PIN, and what a PIN does not open.
struct SharedDeskTests {
    private static let pin = "407162"

    /// Rina and Tono work at one computer; both have a PIN, and Rina sits there.
    private func shared(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Tono Saputra", as: "tono", post: "petugas-dua")
        try await site.add("Ketut Sukarta", as: "ketut", post: "lurah")
        try await site.open { doors in
            let desk = try await doors.official("tono")
            try await desk.get("/kerja/meja")
            try await desk.send(["unit": "kel-dua"])
            #expect(desk.page.contains("Kelurahan Dua"))
            try await desk.send(["pin": "407 162"], to: "/kerja/meja/pin")
            #expect(desk.page.contains("PIN tersimpan."), "\(desk.page)")
            try await Self.signIn("rina", desk, doors)
            try await desk.get("/kerja/meja")
            try await desk.send(["pin": Self.pin], to: "/kerja/meja/pin")
            try await body(site, doors, desk)
        }
    }

    private static func signIn(_ name: String, _ desk: Visitor, _ doors: Doors) async throws {
        try await desk.get("/petugas/masuk")
        try await desk.send(["nama": name, "sandi": doors.password])
        #expect(desk.path == "/kerja/kotak")
    }

    private static func tono(_ desk: Visitor) async throws -> String {
        try await desk.get("/kerja/ganti")
        let found = desk.page.firstMatch(of: /name="petugas" value="([0-9a-f]{32})"/)
        return String(try #require(found, "\(desk.page)").1)
    }

    @Test func `a colleague sits down with six digits`() async throws {
        try await shared { _, _, desk in
            let tono = try await Self.tono(desk)
            #expect(desk.page.contains("Tono Saputra"))
            #expect(!desk.page.contains("Ketut"), "only who was here today")
            try await desk.send(["petugas": tono, "pin": Self.pin])
            #expect(desk.path == "/kerja/kotak", "\(desk.page)")
            #expect(desk.page.contains("Tono Saputra"))
            #expect(!desk.page.contains("href=\"/kerja/kotak\">Rina Kartika"))
            #expect(desk.page.contains("href=\"/kerja/kotak\">Tono Saputra"))
        }
    }

    @Test func `after five wrong PINs only the password helps`() async throws {
        try await shared { _, doors, desk in
            let tono = try await Self.tono(desk)
            for guess in 1...5 {
                try await desk.get("/kerja/ganti")
                try await desk.send(["petugas": tono, "pin": "90817\(guess)"])
                #expect(desk.status == 401)
            }
            try await desk.get("/kerja/ganti")
            try await desk.send(["petugas": tono, "pin": Self.pin])
            #expect(desk.status == 403, "even the right one")
            #expect(desk.page.contains("Masuk dengan sandi"))
            try await Self.signIn("tono", desk, doors)
            try await Self.signIn("rina", desk, doors)
            try await desk.get("/kerja/ganti")
            try await desk.send(["petugas": tono, "pin": Self.pin])
            #expect(desk.path == "/kerja/kotak")
        }
    }

    @Test func `tomorrow, and on another computer, the PIN is worth nothing`() async throws {
        try await shared { site, doors, desk in
            let tono = try await Self.tono(desk)
            let other = try await doors.official("rina")
            try await other.get("/kerja/ganti")
            #expect(other.page.contains("bukan komputer bersama"))
            try await other.post("/kerja/ganti", ["petugas": tono, "pin": Self.pin])
            #expect(other.status == 403)
            site.pass(days: 1)
            try await Self.signIn("rina", desk, doors)
            try await desk.get("/kerja/ganti")
            #expect(!desk.page.contains("Tono Saputra"))
            try await desk.post("/kerja/ganti", ["petugas": tono, "pin": Self.pin])
            #expect(desk.status == 403)
        }
    }

    @Test(arguments: ["12345", "1234567", "abcdef", "111111", "123456", "987654", ""])
    func `a PIN has six digits that are not easily guessed`(pin: String) async throws {
        try await shared { _, _, desk in
            try await desk.get("/kerja/meja")
            try await desk.send(["pin": pin], to: "/kerja/meja/pin")
            #expect(desk.status == 422)
        }
    }

    @Test func `who came by PIN changes neither desk nor PIN`() async throws {
        try await shared { _, _, desk in
            let tono = try await Self.tono(desk)
            try await desk.send(["petugas": tono, "pin": Self.pin])
            try await desk.get("/kerja/meja")
            try await desk.send(["pin": "730415"], to: "/kerja/meja/pin")
            #expect(desk.path.hasPrefix("/kerja/sandi"))
            try await desk.get("/kerja/meja")
            try await desk.send(to: "/kerja/meja")
            #expect(desk.path.hasPrefix("/kerja/sandi"))
        }
    }

    @Test func `a computer that is shared no more has no PINs`() async throws {
        try await shared { _, _, desk in
            let tono = try await Self.tono(desk)
            try await desk.get("/kerja/meja")
            try await desk.send(["berhenti": "ya"], to: "/kerja/meja")
            try await desk.get("/kerja/ganti")
            #expect(desk.page.contains("bukan komputer bersama"))
            try await desk.post("/kerja/ganti", ["petugas": tono, "pin": Self.pin])
            #expect(desk.status == 403)
        }
    }

    @Test func `nobody who is not signed in changes here`() async throws {
        try await shared { _, doors, desk in
            let tono = try await Self.tono(desk)
            try await desk.get("/keluar")
            try await desk.send(to: "/keluar")
            try await desk.post("/kerja/ganti", ["petugas": tono, "pin": Self.pin])
            #expect(desk.path.hasPrefix("/petugas/masuk"))
            let citizen = doors.citizen()
            for page in ["/kerja/ganti", "/kerja/meja", "/kerja/sandi"] {
                try await citizen.get(page)
                #expect(citizen.path.hasPrefix("/petugas/masuk"))
            }
        }
    }
}
