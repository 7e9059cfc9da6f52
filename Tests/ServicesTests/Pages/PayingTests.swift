import Cases
import Foundation
import Ledger
import Office
import Services
import Stories
import Testing

/// A fee: recorded as paid, taken back, and what waits for it.
struct PayingTests {
    private func owed(
        _ body: @escaping @Sendable (WorkingSite, Doors, String) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.regency.publish(try StallPermits().archive(), as: "16.03/lapak")
        try await site.add("Sari Utami", as: "sari", post: "petugas")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            let number = try await citizen.applyForStall()
            #expect(citizen.page.contains("Izin lapak pasar"))
            try await body(site, doors, number)
        }
    }

    private static let today: KeyValuePairs<String, String> = [
        "tanggal-bayar-tanggal": "23", "tanggal-bayar-bulan": "11",
        "tanggal-bayar-tahun": "2026", "bukti": "K-77",
    ]

    @Test func `an action waits for the fee, and says where it is recorded`() async throws {
        try await owed { site, doors, number in
            let sari = try await doors.official("sari")
            let path = "/kerja/perkara/\(number)"
            try await sari.get(path)
            #expect(sari.page.contains("\(StallPermits.fee), belum dibayar"), "\(sari.page)")
            try await sari.get("\(path)/lanjut")
            #expect(sari.page.contains("menunggu biaya dibayar"))
            #expect(sari.page.contains("\(path)/bayar"))
            #expect(!sari.page.contains("method=\"post\" action=\"\(path)/lanjut\""))
            // Sent all the same, by an old page or by hand.
            try await sari.get("\(path)/catatan")
            try await sari.post("\(path)/lanjut", ["versi": "1", "langkah": "periksa"])
            #expect(sari.status == 409)
            #expect(sari.page.contains("belum tercatat dibayar"))
            try await sari.get("\(path)/bayar")
            try await sari.send(Self.today)
            #expect(sari.page.contains("dibayar Senin, 23 November 2026"), "\(sari.page)")
            #expect(sari.page.contains("K-77"))
            #expect(try await Self.isPlain("K-77", site) == false, "what was typed is sealed")
            try await sari.get("\(path)/lanjut")
            try await sari.send(to: "\(path)/lanjut")
            #expect(sari.page.contains("Tanda tangani izin"))
        }
    }

    @Test func `other actions do not wait for it`() async throws {
        try await owed { _, doors, number in
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/tolak")
            try await sari.send(["alasan": "Pasar penuh."])
            #expect(sari.status == 200)
            #expect(sari.page.contains("Selesai"))
        }
    }

    @Test(arguments: [
        ["tanggal-bayar-tanggal": "", "tanggal-bayar-bulan": "", "tanggal-bayar-tahun": ""],
        ["tanggal-bayar-tanggal": "31", "tanggal-bayar-bulan": "2", "tanggal-bayar-tahun": "2026"],
        [
            "tanggal-bayar-tanggal": "24", "tanggal-bayar-bulan": "11",
            "tanggal-bayar-tahun": "2026",
        ],
        [
            "tanggal-bayar-tanggal": "22", "tanggal-bayar-bulan": "11",
            "tanggal-bayar-tahun": "2026",
        ],
    ])
    func `a day of payment that cannot be is refused`(typed: [String: String]) async throws {
        try await owed { _, doors, number in
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/bayar")
            try await sari.send(typed.map { ($0.key, $0.value) })
            #expect(sari.status == 422)
            try await sari.get("/kerja/perkara/\(number)")
            #expect(sari.page.contains("belum dibayar"))
        }
    }

    @Test func `a payment that was recorded by mistake is taken back with a reason`()
        async throws
    {
        try await owed { site, doors, number in
            let sari = try await doors.official("sari")
            let path = "/kerja/perkara/\(number)"
            try await sari.get("\(path)/batal-bayar")
            try await sari.send(["alasan": "Keliru"])
            #expect(sari.status == 409, "nothing is recorded yet")
            try await sari.get("\(path)/bayar")
            try await sari.send(Self.today)
            #expect(sari.page.contains("Batalkan catatan pembayaran"))
            try await sari.get("\(path)/batal-bayar")
            try await sari.send(["alasan": "  "])
            #expect(sari.status == 422)
            try await sari.send(["alasan": "Bukti milik orang lain"])
            #expect(sari.page.contains("\(StallPermits.fee), belum dibayar"), "\(sari.page)")
            #expect(sari.page.contains("Bukti milik orang lain"))
            #expect(sari.page.contains("K-77"), "the history keeps what was recorded")
            try await sari.get("\(path)/lanjut")
            #expect(sari.page.contains("menunggu biaya dibayar"), "it is owed again")
            try await sari.get("\(path)/bayar")
            try await sari.send(Self.today)
            #expect(sari.page.contains("dibayar Senin"))
            let store = site.regency.store
            let live = try await Self.dump(store)
            try await store.rebuild()
            #expect(try await Self.dump(store) == live)
        }
    }

    @Test func `another unit neither records nor takes back a payment`() async throws {
        try await owed { _, doors, number in
            let rina = try await doors.official("rina")
            for deed in ["bayar", "batal-bayar", "lepas-tautan"] {
                try await rina.get("/kerja/perkara/\(number)/\(deed)")
                #expect(rina.status == 403)
                try await rina.get("/kerja/kotak")
                try await rina.post("/kerja/perkara/\(number)/\(deed)", ["versi": "1"])
                #expect(rina.status == 403)
            }
        }
    }

    private static func dump(_ store: RecordStore) async throws -> [String] {
        try await store.read { reader in
            try reader.rows("SELECT * FROM cases").map { "\($0.values)" }.sorted()
        }
    }

    private static func isPlain(_ words: String, _ site: WorkingSite) async throws -> Bool {
        try await site.regency.store.read { reader in
            try reader.rows("SELECT bytes FROM events").contains { row in
                String(decoding: try row.blob("bytes"), as: UTF8.self).contains(words)
            }
        }
    }
}
