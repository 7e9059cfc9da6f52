import Cases
import Ledger
import Services
import Stories
import Testing

/// Applying openly, in secret, or without a name.
struct OpennessTests {
    private static let name = "Kanari Burungwati"

    private func site() async throws -> WorkingSite {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Dewi Lestari", as: "dewi", post: "penyuluh")
        return site
    }

    private func found(_ words: String, on site: WorkingSite) async throws -> Int {
        try await site.regency.store.catchUp()
        return try await site.regency.store.read { reader in
            try reader.search("case_search", for: words, limit: 5).count
        }
    }

    @Test func `the choice is offered in plain words`() async throws {
        try await site().open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/layanan/laporan-jalan")
            try await citizen.send(to: "/layanan/laporan-jalan/mulai")
            #expect(citizen.page.contains("Apakah nama Anda boleh kami ketahui?"))
            #expect(citizen.page.contains("Hanya petugas unit yang memutuskan melihat nama saya"))
            #expect(citizen.page.contains("Tidak ada yang tahu nama saya"))
            try await citizen.send()
            #expect(citizen.status == 422)
        }
    }

    @Test func `a secret name is read by the deciding unit only, and shown in no list`()
        async throws
    {
        let site = try await site()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn(as: "rahasia")
            let number = try await citizen.sendIn()
            #expect(try await found("Burungwati", on: site) == 0)
            #expect(try await found("1603084505900077", on: site) == 0)
            #expect(try await found(number, on: site) == 1)
            let rina = try await doors.official("rina")
            #expect(rina.page.contains("Nama dirahasiakan"))
            #expect(!rina.page.contains(Self.name))
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains(Self.name))
            #expect(rina.page.contains("Dirahasiakan: hanya unit ini"))

            // A unit that is asked for its opinion does not learn the name.
            try await rina.get("/kerja/perkara/\(number)/pendapat")
            try await rina.send(["unit": "dinas-koperasi", "catatan": "Apa pendapat Anda?"])
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(number)")
            #expect(dewi.status == 200)
            #expect(dewi.page.contains("Nama dirahasiakan"))
            #expect(!dewi.page.contains(Self.name) && !dewi.page.contains("••"))
            try await dewi.get("/kerja/perkara/\(number)/tampilkan")
            #expect(dewi.status == 403)
            #expect(dewi.page.contains("meminta namanya dirahasiakan"))
        }
    }

    @Test func `a request without a name asks for none, and only its link leads back`()
        async throws
    {
        let site = try await site()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn(as: "tanpa_nama")
            #expect(!citizen.page.contains("Siapa nama lengkap Anda?"))
            let number = try await citizen.sendIn()
            #expect(citizen.page.contains("Hanya tautan tanda terima ini"))
            #expect(!citizen.page.contains("Kami kabari Anda"))
            let rina = try await doors.official("rina")
            #expect(rina.page.contains("Tanpa nama"))
            try await rina.get("/kerja/perkara/\(number)/kembali")
            try await rina.send(["catatan-warga": "Di jalan yang mana?"])
            let other = doors.citizen()
            try await other.get("/lacak/\(number)")
            #expect(other.page.contains("Buka tautan tanda terima Anda"))
            #expect(!other.page.contains("4 angka terakhir"))
            try await citizen.get("/permohonan")
            #expect(citizen.page.contains("Di jalan yang mana?"))
        }
    }

    @Test func `an open request is found by its name`() async throws {
        let site = try await site()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            _ = try await citizen.sendIn()
            #expect(try await found("Burungwati", on: site) == 1)
            let rina = try await doors.official("rina")
            #expect(rina.page.contains(Self.name))
        }
    }
}
