import Ledger
import Services
import Stories
import Testing

/// Six digits of a shared desk sign nothing and publish nothing, at whatever address.
struct SigningByPINTests {
    private static let pin = "407162"

    /// The head of the unit sits at a shared desk, come by PIN, and a case waits for the letter.
    private func byPIN(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.regency.publish(try StallPermits().archive(), as: "16.03/lapak")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.add("Ketut Sukarta", as: "ketut", post: "lurah")
        try await site.open { doors in
            let number = try await doors.citizen().applyForStall()
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/bayar")
            try await sari.send([
                "tanggal-bayar-tanggal": "23", "tanggal-bayar-bulan": "11",
                "tanggal-bayar-tahun": "2026",
            ])
            try await sari.get("/kerja/perkara/\(number)/lanjut")
            try await sari.send(to: "/kerja/perkara/\(number)/lanjut")
            let desk = try await doors.official("ketut")
            try await desk.get("/kerja/meja")
            try await desk.send(["unit": "kel-contoh"])
            try await desk.send(["pin": Self.pin], to: "/kerja/meja/pin")
            try await desk.get("/petugas/masuk")
            try await desk.send(["nama": "sari", "sandi": doors.password])
            try await desk.get("/kerja/ganti")
            let found = desk.page.firstMatch(of: /name="petugas" value="([0-9a-f]{32})"/)
            let ketut = String(try #require(found, "\(desk.page)").1)
            try await desk.send(["petugas": ketut, "pin": Self.pin])
            #expect(desk.page.contains("Ketut Sukarta"), "\(desk.page)")
            try await body(site, doors, desk, number)
        }
    }

    private static func version(_ number: String, _ desk: Visitor) async throws -> String {
        try await desk.get("/kerja/perkara/\(number)")
        let found = desk.page.firstMatch(of: /name="versi" value="(\d+)"/)
        return String(try #require(found, "\(desk.page)").1)
    }

    @Test func `each address that brings a letter into the world asks for the password`()
        async throws
    {
        try await byPIN { site, doors, desk, number in
            let path = "/kerja/perkara/\(number)"
            for deed in ["terbit", "pindaian", "batal-surat"] {
                try await desk.get("\(path)/\(deed)")
                #expect(desk.path.hasPrefix("/kerja/sandi"), "\(deed)")
                let version = try await Self.version(number, desk)
                try await desk.post(
                    "\(path)/\(deed)",
                    ["versi": version, "langkah": "tanda_tangan", "alasan": "Salah"]
                )
                #expect(desk.path.hasPrefix("/kerja/sandi"), "\(deed)")
                #expect(try await Self.letters(site) == 0, "\(deed)")
            }
            // With the password the same page opens, and the letter gets its number.
            try await desk.get("/petugas/masuk?lalu=\(path)/terbit")
            try await desk.send(["nama": "ketut", "sandi": doors.password])
            #expect(desk.path == "\(path)/terbit", "\(desk.path)")
            try await desk.send(to: "\(path)/terbit")
            #expect(try await Self.letters(site) == 1)
        }
    }

    @Test func `a numbered letter is neither signed nor voided by six digits`() async throws {
        try await byPIN { site, doors, desk, number in
            let path = "/kerja/perkara/\(number)"
            let ketut = try await doors.official("ketut")
            try await ketut.get("\(path)/terbit")
            try await ketut.send(to: "\(path)/terbit")
            #expect(try await Self.letters(site) == 1)
            for deed in ["pindaian", "batal-surat"] {
                let version = try await Self.version(number, desk)
                try await desk.post("\(path)/\(deed)", ["versi": version, "alasan": "Salah"])
                #expect(desk.path.hasPrefix("/kerja/sandi"), "\(deed)")
            }
            let state = try await site.regency.store.read {
                try $0.row("SELECT state FROM letters")?.text("state")
            }
            #expect(state == "bernomor")
        }
    }

    @Test func `several at once sign nothing either, and the garbage of a page does not help`()
        async throws
    {
        try await byPIN { site, _, desk, number in
            let version = try await Self.version(number, desk)
            for deed in ["terbit", "pindaian", "setujui", "tanda_tangan"] {
                try await desk.get("/kerja/kotak?tampilan=unit")
                try await desk.post(
                    "/kerja/kotak/pilihan",
                    ["pilih": "\(number).\(version)", "tindakan": deed]
                )
                #expect(desk.status == 400, "\(deed)")
            }
            for odd in ["terbit/", "TERBIT", "terbit%00", "%74erbit"] {
                try await desk.get("/kerja/kotak")
                try await desk.post("/kerja/perkara/\(number)/\(odd)", ["versi": version])
                #expect(try await Self.letters(site) == 0, "\(odd)")
            }
        }
    }

    @Test func `what is publishing and managing is no duty of a session by PIN`() async throws {
        try await byPIN { site, _, desk, _ in
            // The other features ask who is signed in, and get the posts without those duties.
            let found = try await site.regency.store.read {
                try $0.rows("SELECT mark FROM pin_sessions").count
            }
            #expect(found == 1)
            try await desk.get("/kerja/kotak")
            for link in ["href=\"/kelola\"", "href=\"/kelola/kegunaan\""] {
                #expect(!desk.page.contains(link))
            }
        }
    }

    private static func letters(_ site: WorkingSite) async throws -> Int {
        try await site.regency.store.read { try $0.rows("SELECT code FROM letters").count }
    }
}
