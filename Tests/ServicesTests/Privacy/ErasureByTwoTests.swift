import Cases
import Foundation
import Ledger
import Office
import Privacy
import Services
import Stories
import Testing
import UnderTest

/// What people ask about their own data, on the pages, with a real record behind them.
struct ErasureByTwoTests {
    private static let asked: [(String, String)] = [
        ("nama", "Kanari Burungwati"), ("nik", "1603084505900077"), ("cek", "ktp"),
        ("dokumen", "KTP asli, foto cocok"),
    ]

    private func request(_ asks: String, by official: Visitor) async throws -> String {
        try await official.ask(asks, about: Self.asked)
    }

    private func grant(_ address: String, by official: Visitor) async throws {
        try await official.grant(address)
    }

    private func tokens(_ id: CaseID, _ store: RecordStore) async throws -> Int64 {
        try await store.read { reader in
            try reader.row(
                "SELECT count(*) AS n FROM case_search WHERE subject = \(id.id)"
            )?.int("n") ?? 0
        }
    }

    @Test(.enabled(if: EngineUnderTest.server == nil, "it reads the file of the database"))
    func `two officials erase a case, and no byte of what it sealed is left`() async throws {
        let site = try await WorkingSite.withProtection()
        let regency = site.regency
        let words = ["Kanari", "Burungwati", "1603084505900077", "0812-0000-5678", "Musala"]
        let kept = try await site.erased { doors in
            let number = try await doors.reported()
            let found = try await regency.store.read { reader in
                try reader.caseID(of: try TrackingNumber(reading: number))
            }
            let id = try #require(found)
            try await regency.store.catchUp()
            let sealed = try await regency.sealedBytes(of: id.dossier)
            #expect(sealed.count >= 2, "a key and what it seals")
            let before = try regency.disk()
            for bytes in sealed { #expect(before.hold(bytes)) }
            #expect(try await self.tokens(id, regency.store) > 0)

            let lestari = try await doors.official("lestari")
            let address = try await self.request("penghapusan", by: lestari)
            try await self.grant(address, by: lestari)
            #expect(lestari.page.contains("Menunggu petugas kedua"), "\(lestari.page)")
            // Whoever decided does not approve, whatever the page offers.
            try await lestari.get("/kelola/data-pribadi/baru")
            try await lestari.post("\(address)/setuju", ["versi": "3"])
            #expect(lestari.status == 409)
            #expect(try await regency.sealedBytes(of: id.dossier).count == sealed.count)

            let tono = try await doors.official("tono")
            try await tono.get(address)
            try await tono.send(to: "\(address)/setuju")
            #expect(tono.page.contains("Sudah dihapus"), "\(tono.page)")
            try await regency.store.catchUp()
            #expect(try await self.tokens(id, regency.store) == 0)
            let state = try await regency.store.state(of: id.stream, as: CaseStory.self).state
            #expect(state.isErased && state.phase == .ended)
            let read = try await regency.store.verify(excuses: ErasedPayloads.named)
            #expect(read.isConsistent && read.erased == sealed.count - 1, "\(read)")
            // While the record is open its journal lies beside the file, and holds nothing of it.
            let during = try regency.disk()
            for bytes in sealed { #expect(!during.hold(bytes)) }
            return sealed
        }
        // The record is closed: its journal has gone into the file.
        let after = try regency.disk()
        for bytes in kept { #expect(!after.hold(bytes)) }
        for word in words { #expect(!after.hold(Data(word.utf8)), "\(word)") }
    }

    @Test func `while a hold stands nothing is erased`() async throws {
        let site = try await WorkingSite.withProtection()
        try await site.open { doors in
            let number = try await doors.reported()
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            try await lestari.get("/kelola/data-pribadi/penahanan")
            let hold = [
                ("nomor", number), ("sampai-tanggal", "31"), ("sampai-bulan", "12"),
                ("kata", "Sengketa tanah."),
            ]
            try await lestari.send(hold + [("sampai-tahun", "2025")])
            #expect(lestari.status == 422)
            try await lestari.send(hold + [("sampai-tahun", "2026")])
            #expect(lestari.page.contains("Sengketa tanah."), "\(lestari.page)")

            let address = try await self.request("penghapusan", by: lestari)
            #expect(lestari.page.contains("Ditahan"))
            try await self.grant(address, by: lestari)
            #expect(lestari.status == 409)

            try await lestari.get("/kelola/data-pribadi/penahanan")
            let lift = try #require(
                lestari.page.firstMatch(of: /\/kelola\/data-pribadi\/penahanan\/([0-9a-f]{32})/)
            )
            try await lestari.send(["kata-\(lift.1)": "Sengketa selesai."], to: String(lift.0))
            #expect(lestari.page.contains("Tidak ada yang ditahan"), "\(lestari.page)")
            try await lestari.get(address)
            try await self.grant(address, by: lestari)
            #expect(lestari.page.contains("Menunggu petugas kedua"))
            // Held between the decision and the approval: it is not approved.
            try await lestari.get("/kelola/data-pribadi/penahanan")
            try await lestari.send(hold + [("sampai-tahun", "2026")])
            let tono = try await doors.official("tono")
            try await tono.get(address)
            try await tono.send(to: "\(address)/setuju")
            #expect(tono.status == 409)
        }
    }

    @Test func `a copy is recorded first, and opens for who asked and ten minutes only`()
        async throws
    {
        let site = try await WorkingSite.withProtection()
        try await site.open { doors in
            _ = try await doors.reported()
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.request("akses", by: lestari)
            try await lestari.get("\(address)/salinan/json")
            #expect(lestari.status == 410)
            try await lestari.get(address)
            try await self.grant(address, by: lestari)
            try await lestari.send(["bentuk": "json"], to: "\(address)/unduh")
            #expect(lestari.status == 200)
            let copy = lestari.page
            for word in ["Kanari Burungwati", "1603084505900077", "Musala", "\"history\""] {
                #expect(copy.contains(word), "\(word) \(copy)")
            }
            #expect(try JSONSerialization.jsonObject(with: Data(copy.utf8)) is [String: Any])
            let tono = try await doors.official("tono")
            try await tono.get("\(address)/salinan/json")
            #expect(tono.status == 410)
            site.pass(minutes: 11)
            try await lestari.get("\(address)/salinan/json")
            #expect(lestari.status == 410)
            try await lestari.get(address)
            try await lestari.send(["bentuk": "cetak"], to: "\(address)/unduh")
            #expect(lestari.page.contains("Kanari Burungwati"))
            try await lestari.get(address)
            try await lestari.send(["kata": "Diserahkan di loket."], to: "\(address)/selesai")
            #expect(lestari.page.contains("Diserahkan di loket."))
            try await lestari.get("\(address)/salinan/cetak")
            #expect(lestari.status == 410)
        }
    }

    @Test func `whoever has not the duty gets nothing, and an old page changes nothing`()
        async throws
    {
        let site = try await WorkingSite.withProtection()
        try await site.open { doors in
            _ = try await doors.reported()
            try await site.regency.store.catchUp()
            let lestari = try await doors.official("lestari")
            let address = try await self.request("penghapusan", by: lestari)
            let rina = try await doors.official("rina")
            let pages = [
                "/kelola/data-pribadi", "/kelola/data-pribadi/baru", address,
                "\(address)/perkara", "\(address)/salinan/json", "/kelola/data-pribadi/penahanan",
            ]
            for path in pages {
                try await rina.get(path)
                #expect(rina.status == 403, "\(path)")
                #expect(!rina.page.contains("Kanari"))
                let citizen = doors.citizen()
                try await citizen.get(path)
                #expect(citizen.path.hasPrefix("/petugas/masuk"), "\(path)")
            }
            let zeros = String(repeating: "0", count: 32)
            for deed in ["putusan", "setuju", "kembalikan", "selesai", "unduh", "perkara"] {
                try await rina.get("/kerja/kotak")
                try await rina.post("\(address)/\(deed)", ["versi": "2", "kata": "x"])
                #expect(rina.status == 403, "\(deed)")
                try await lestari.get("/kelola/data-pribadi/baru")
                try await lestari.post("\(address)/\(deed)", ["versi": "1", "kata": "x"])
                #expect(lestari.status == 409, "\(deed)")
                try await lestari.get("/kelola/data-pribadi/baru")
                try await lestari.post("/kelola/data-pribadi/\(zeros)/\(deed)", ["versi": "0"])
                #expect(lestari.status == 404, "\(deed)")
            }
            try await lestari.get("/kelola/data-pribadi/baru")
            try await lestari.post("/kelola/data-pribadi/penahanan/\(zeros)", ["kata": "x"])
            #expect(lestari.status == 409)
            try await lestari.get("/kelola/data-pribadi/baru")
            try await lestari.send([("minta", "x"), ("diterima-tanggal", "99"), ("jam", "99.99")])
            #expect(lestari.status == 422)
            try await lestari.get("/kelola/data-pribadi/xyz")
            #expect(lestari.status == 404)
            // Ticked is only what the request finds: another's case cannot be slipped in.
            try await lestari.get("\(address)/perkara")
            try await lestari.send(["perkara": zeros])
            #expect(lestari.page.contains("Belum ada yang dicentang"))
        }
    }
}

extension Doors {
    /// Sends a road report of the person whom everybody here looks for; its number.
    fileprivate func reported() async throws -> String {
        let citizen = citizen()
        try await citizen.fillIn()
        return try await citizen.sendIn()
    }
}
