import Foundation
import Ledger
import Office
import Services
import Stories
import Testing

/// Handing a case to a colleague.
struct AssigningTests {
    private func sent(
        _ body: @escaping @Sendable (WorkingSite, Doors, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Tono Saputra", as: "tono", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            try await body(site, doors, try await citizen.sendIn())
        }
    }

    @Test func `a colleague with the duty gets it, and sees it as theirs`() async throws {
        try await sent { _, doors, number in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)")
            #expect(rina.page.contains("Tugaskan kepada rekan"))
            try await rina.get("/kerja/perkara/\(number)/tugaskan")
            #expect(rina.page.contains("Tono Saputra"))
            #expect(!rina.page.contains("Sari Utami"), "another unit's official is no colleague")
            try await rina.send()
            #expect(rina.status == 422)
            #expect(rina.page.contains("Pilih rekan yang mengerjakan"))
            let mark = "name=\"petugas\" value=\""
            let id = try #require(rina.page.components(separatedBy: mark).dropFirst().first)
            try await rina.send(["petugas": String(id.prefix { $0 != "\"" })])
            #expect(rina.page.contains("sekarang tugas rekan Anda"))
            #expect(rina.page.contains("menugaskan kepada Tono Saputra"))
            let tono = try await doors.official("tono")
            try await tono.get("/kerja/kotak?tampilan=saya")
            #expect(tono.page.contains("Milik saya (1)"))
            try await rina.get("/kerja/kotak?tampilan=unit")
            #expect(rina.page.contains("Tono Saputra"))
        }
    }

    @Test func `somebody who has no duty here cannot be chosen`() async throws {
        try await sent { site, doors, number in
            let rina = try await doors.official("rina")
            let list = try await site.feature.officials.list()
            let sari = try #require(list.first { $0.logIn == "sari" })
            try await rina.get("/kerja/perkara/\(number)/tugaskan")
            try await rina.send(["petugas": sari.id.description])
            #expect(rina.status == 422)
            #expect(rina.page.contains("Petugas itu tidak bertugas untuk langkah ini"))
        }
    }

    @Test func `an official of another unit cannot hand it on`() async throws {
        try await sent { _, doors, number in
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/tugaskan")
            #expect(sari.status == 403)
        }
    }

    @Test func `a step at another village's unit leaves the first one's inbox`() async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn(start: "Pasar II")
            let number = try await citizen.sendIn()
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)")
            #expect(sari.status == 403)
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/benar")
            try await rina.send()
            try await rina.get("/kerja/perkara/\(number)")
            #expect(!rina.page.contains("Sudah diperbaiki"), "it is the other unit's step now")
            try await sari.get("/kerja/perkara/\(number)")
            #expect(sari.page.contains("Sudah diperbaiki"))
            // Whoever works on it now finds it by name, as the unit that answers for it still does.
            try await site.regency.store.catchUp()
            for visitor in [sari, rina] {
                try await visitor.get("/kerja/kotak?cari=Kanari")
                #expect(visitor.page.contains("1 permohonan cocok"))
            }
        }
    }

    @Test func `that the citizen was told stands in the history`() async throws {
        try await sent { _, doors, number in
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(number)/dikabari")
            try await rina.send(["kabar": "kabar", "lewat": "telepon"])
            #expect(rina.page.contains("memberi kabar"))
        }
    }
}
