import Foundation
import Ledger
import Office
import Services
import Stories
import Testing

/// Another unit is asked for its opinion: it finds the case, reads what it must, and answers.
struct OpinionTests {
    private func asked(
        _ body: @escaping @Sendable (WorkingSite, Doors, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Dewi Lestari", as: "dewi", post: "penyuluh")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            let number = try await citizen.sendIn()
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/catatan")
            try await rina.send(["catatan": "Pernah menagih", "pembaca": "petugas"])
            try await rina.get("/kerja/perkara/\(number)/pendapat")
            try await rina.send([
                "unit": "dinas-koperasi", "catatan": "Apakah jalan ini milik kabupaten?",
            ])
            try await site.regency.store.catchUp()
            try await body(site, doors, number)
        }
    }

    @Test func `the asked unit finds it in a list of its own, counted, and nobody else does`()
        async throws
    {
        try await asked { _, doors, number in
            let dewi = try await doors.official("dewi")
            #expect(dewi.page.contains("Diminta pendapat (1)"))
            #expect(dewi.page.contains("Unit saya (0)"))
            try await dewi.get("/kerja/kotak?tampilan=pendapat")
            #expect(dewi.page.contains("/kerja/perkara/\(number)"))
            #expect(dewi.page.contains("Jawab permintaan pendapat"))
            #expect(dewi.page.contains("1 permohonan, yang paling lama diminta dulu"))
            try await dewi.get("/kerja/kotak?tampilan=pendapat&layanan=sku")
            #expect(dewi.page.contains("0 permohonan"))
            try await dewi.get("/kerja/kotak?cari=\(number)")
            #expect(dewi.page.contains("1 permohonan cocok"))
            for other in ["rina", "sari"] {
                let official = try await doors.official(other)
                #expect(official.page.contains("Diminta pendapat (0)"), "\(other)")
            }
        }
    }

    @Test func `it reads the question, the answers and files, and no more`() async throws {
        try await asked { _, doors, number in
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(number)")
            #expect(dewi.status == 200)
            for told in ["Apakah jalan ini milik kabupaten?", "Kanari Burungwati", "Musala"] {
                #expect(dewi.page.contains(told), "\(told)")
            }
            for kept in ["0812", "1603", "••", "Pernah menagih", "tautkan", "Tulis catatan"] {
                #expect(!dewi.page.contains(kept), "\(kept)")
            }
            for closed in ["tampilkan", "catatan", "tautkan", "tunda", "benar", "surat.pdf"] {
                try await dewi.get("/kerja/perkara/\(number)/\(closed)")
                #expect(dewi.status == 403, "\(closed)")
            }
            try await dewi.get("/kerja/perkara/\(number)/jawab")
            #expect(dewi.page.contains("Apakah jalan ini milik kabupaten?"))
            try await dewi.post(
                "/kerja/perkara/\(number)/benar",
                ["versi": "3", "langkah": "periksa"]
            )
            #expect(dewi.status == 403)
        }
    }

    @Test func `once it has answered, the case leaves its lists and closes to it`() async throws {
        try await asked { site, doors, number in
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(number)/jawab")
            try await dewi.send(["catatan": "Ya, jalan kabupaten."])
            #expect(dewi.path.hasPrefix("/kerja/kotak"))
            #expect(dewi.page.contains("Pendapat Anda tersimpan"))
            #expect(dewi.page.contains("Diminta pendapat (0)"))
            try await dewi.get("/kerja/perkara/\(number)")
            #expect(dewi.status == 403)
            try await dewi.get("/kerja/kotak?cari=\(number)")
            #expect(dewi.page.contains("0 permohonan cocok"))
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Ya, jalan kabupaten."))
            try await Self.rebuildsTheSame(site)
        }
    }

    @Test func `a question that nobody answered ends with the decision`() async throws {
        try await asked { site, doors, number in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/tolak")
            try await rina.send(["alasan": "Bukan jalan kabupaten."])
            let dewi = try await doors.official("dewi")
            #expect(dewi.page.contains("Diminta pendapat (0)"))
            try await dewi.get("/kerja/perkara/\(number)")
            #expect(dewi.status == 403)
            try await Self.rebuildsTheSame(site)
        }
    }

    private static func rebuildsTheSame(_ site: WorkingSite) async throws {
        let store = site.regency.store
        func rows() async throws -> [String] {
            try await store.read { reader in
                try reader.rows(
                    "SELECT case_id, unit, asked FROM case_units ORDER BY case_id, unit"
                )
                .map { "\($0.values)" }
            }
        }
        let live = try await rows()
        try await store.rebuild()
        #expect(try await rows() == live)
    }
}
