import Foundation
import Ledger
import Services
import Stories
import Testing

/// A link between two cases that was a mistake.
struct UnlinkingTests {
    private func linked(
        _ body: @escaping @Sendable (WorkingSite, Visitor, [String]) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            var numbers: [String] = []
            for _ in 0..<2 {
                let citizen = doors.citizen()
                try await citizen.fillIn()
                numbers.append(try await citizen.sendIn())
            }
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(numbers[0])/tautkan")
            try await rina.send(["nomor": numbers[1]])
            #expect(rina.page.contains("Tertaut (1)"))
            try await body(site, rina, numbers)
        }
    }

    private static func undo(
        _ rina: Visitor,
        on one: String,
        with other: String
    ) async throws {
        try await rina.get("/kerja/perkara/\(one)")
        #expect(rina.page.contains("/kerja/perkara/\(one)/lepas-tautan?nomor=\(other)"))
        try await rina.get("/kerja/perkara/\(one)/lepas-tautan?nomor=\(other)")
        #expect(rina.page.contains("value=\"\(other)\""))
        try await rina.send(["nomor": other, "alasan": ""])
        #expect(rina.status == 422)
        try await rina.send(["nomor": other, "alasan": "Salah orang"])
    }

    @Test(arguments: [0, 1])
    func `it is undone from either side, with a reason, and can be made again`(side: Int)
        async throws
    {
        try await linked { site, rina, numbers in
            let (one, other) = (numbers[side], numbers[1 - side])
            try await Self.undo(rina, on: one, with: other)
            #expect(rina.status == 200, "\(rina.page)")
            for number in numbers {
                try await rina.get("/kerja/perkara/\(number)")
                #expect(!rina.page.contains("Tertaut ("))
            }
            // Its reason stands in the story in which the link was made.
            try await rina.get("/kerja/perkara/\(numbers[0])")
            #expect(rina.page.contains("menautkan dengan permohonan lain"))
            #expect(rina.page.contains("membatalkan tautan dengan permohonan lain"))
            #expect(rina.page.contains("Salah orang"))
            let store = site.regency.store
            func rows() async throws -> [String] {
                try await store.read { reader in
                    try reader.rows("SELECT * FROM case_links").map { "\($0.values)" }.sorted()
                }
            }
            #expect(try await rows().isEmpty)
            try await rina.get("/kerja/perkara/\(one)/tautkan")
            try await rina.send(["nomor": other])
            #expect(rina.page.contains("Tertaut (1)"))
            let live = try await rows()
            #expect(live.count == 2)
            try await store.rebuild()
            #expect(try await rows() == live)
        }
    }

    @Test func `linked from both sides, it is undone on both`() async throws {
        try await linked { site, rina, numbers in
            try await rina.get("/kerja/perkara/\(numbers[1])/tautkan")
            try await rina.send(["nomor": numbers[0]])
            #expect(rina.page.contains("Tertaut (1)"), "one line, though both hold it")
            try await Self.undo(rina, on: numbers[0], with: numbers[1])
            for number in numbers {
                try await rina.get("/kerja/perkara/\(number)")
                #expect(!rina.page.contains("Tertaut ("))
            }
        }
    }

    @Test func `what is not linked cannot be undone, and garbage is told`() async throws {
        try await linked { _, rina, numbers in
            try await Self.undo(rina, on: numbers[0], with: numbers[1])
            for (number, status) in [(numbers[1], 409), ("123", 422), ("482910375527", 422)] {
                try await rina.get("/kerja/perkara/\(numbers[0])/lepas-tautan")
                try await rina.send(["nomor": number, "alasan": "Salah orang"])
                #expect(rina.status == status, "\(number)")
            }
        }
    }
}
