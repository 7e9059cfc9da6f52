import Coffee
import Foundation
import HTTPTypes
import Ledger
import Stories
import Testing
import Visiting

/// Purchases that were typed on a phone without a signal, as the server takes them in.
struct ScaleOnPhoneTests {
    private static let item = CoffeeOfARegency.id(9000)

    /// What a phone takes along.
    private struct Along: Decodable {
        struct Lot: Decodable {
            let kode: String
            let apa: String
            let biasa: [Int64]
        }
        let kunci: String
        let pelaku: String
        let petani: [[String]]
        var lot: [Lot]?
        var seluruhnya: Int?
    }

    /// What the outbox is told.
    private struct Told: Decodable {
        let draf: String
        var nomor: String?
        var pesan: String?
        var alamat: String?
    }

    private static func along(_ phone: Visitor, _ query: String = "") async throws -> Along {
        try await phone.get("/timbang/daftar\(query)")
        #expect(phone.status == 200, "\(phone.page)")
        return try JSONDecoder().decode(Along.self, from: Data(phone.bytes))
    }

    private static func told(_ phone: Visitor) throws -> Told {
        let told = try JSONDecoder().decode(Told.self, from: Data(phone.bytes))
        #expect(told.draf == "\(item)", "an answer names its item")
        return told
    }

    private static func purchase(
        _ along: Along,
        _ lot: String,
        _ changed: [String: String] = [:]
    ) -> [(String, String)] {
        let typed = [
            "pelaku": along.pelaku, "petani": "\(CoffeeOfARegency.id(500))", "lot": lot,
            "berat": "52,5", "air": "18,5", "mutu": "a", "harga": "12000", "panjar": "0",
        ]
        return [("kunci", along.kunci)]
            + typed.merging(changed) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func open(
        _ body: @escaping @Sendable (CoffeeOfARegency, String, Visitor) async throws -> Void
    ) async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        let code = try #require(try await coffee.store.read { try $0.lot(lot) }?.code)
        try await coffee.open { client in try await body(coffee, code, Visitor(client, as: "wati"))
        }
    }

    private static func deliveries(_ coffee: CoffeeOfARegency) async throws -> [DeliveryOfDay] {
        try await coffee.store.read { reader in
            try reader.deliveries(
                to: [CoffeeOfARegency.holder],
                from: Instant(milliseconds: 0),
                before: Instant(milliseconds: 4_000_000_000_000),
                most: 10
            )
        }
    }

    @Test func `a phone takes along names and villages, and no more of anybody`() async throws {
        try await Self.open { coffee, code, phone in
            let whole = try await Self.along(phone)
            #expect(whole.petani.map { $0[1] }.sorted().first == "Darwis Contoh")
            #expect(whole.seluruhnya == 3, "who has bought nothing takes the register along")
            #expect(whole.lot?.first?.biasa == [])
            let lot = try await coffee.store.read { try $0.lot(LotCode(code) ?? LotCode(.random)) }
            for kilograms in [40, 45, 50, 55, 60] {
                try await coffee.bring(Int64(kilograms), from: [1], to: try #require(lot).id)
            }
            let along = try await Self.along(phone)
            // Who brought something, then the neighbours; nobody of other villages.
            #expect(
                along.petani.map { Array($0[1...]) }
                    == [["Sahala Contoh", "Contoh Ulu"], ["Mustofa Contoh", "Contoh Ulu"]]
            )
            #expect(along.petani.allSatisfy { $0.count == 3 })
            #expect(along.seluruhnya == 2)
            #expect(along.lot?.map(\.kode) == [code])
            #expect(along.lot?.first?.apa == "Gelondong robusta")
            #expect(along.lot?.first?.biasa == [40_000, 60_000])
            #expect(try await Self.along(phone, "?cari=sahala").petani.count == 1)
            #expect(try await Self.along(phone, "?cari=orang-lain").petani.isEmpty)
        }
    }

    @Test func `a purchase that waited is one delivery, however often it comes`() async throws {
        try await Self.open { coffee, code, phone in
            let along = try await Self.along(phone)
            let sent = CoffeeOfARegency.noon.milliseconds
            let clock = try #require(HTTPField.Name("x-luring"))
            phone.more[clock] = "\(sent - 3_600_000) \(sent)"
            for _ in 0..<3 {
                try await phone.post("/timbang/\(Self.item)", Self.purchase(along, code))
                #expect(phone.status == 200, "\(phone.page)")
                #expect(try Self.told(phone).nomor == code)
                #expect(try Self.told(phone).pesan == nil)
            }
            let found = try await Self.deliveries(coffee)
            #expect(found.map(\.entry.grams) == [52_500])
            #expect(found.first?.entry.grade == .best)
            #expect(found.first?.entry.phoneClock == nil)
            // An hour ago, as the phone's two readings say.
            #expect(found.first?.entry.at == CoffeeOfARegency.noon.adding(seconds: -3600))
            phone.more[clock] = nil
            try await phone.get("/timbang/\(Self.item)")
            #expect(phone.page.contains("Rp630.000"))
            #expect(phone.page.contains("A: masak dan bersih"))
        }
    }

    @Test func `a clock of another year counts for nothing, and is told`() async throws {
        try await Self.open { coffee, code, phone in
            let along = try await Self.along(phone)
            let year = Int64(365 * 86_400_000)
            let wrong = CoffeeOfARegency.noon.milliseconds + year
            let clock = try #require(HTTPField.Name("x-luring"))
            phone.more[clock] = "\(wrong - 60_000) \(wrong)"
            try await phone.post("/timbang/\(Self.item)", Self.purchase(along, code))
            #expect(try Self.told(phone).pesan?.contains("berbeda 365 hari") == true)
            let entry = try #require(try await Self.deliveries(coffee).first?.entry)
            #expect(entry.at == CoffeeOfARegency.noon.adding(seconds: -60))
            #expect(entry.phoneClock == Instant(milliseconds: wrong - 60_000))
            phone.more[clock] = nil
            try await phone.get("/timbang/\(Self.item)")
            #expect(phone.page.contains("tidak cocok dengan jam kantor"))
        }
    }

    @Test func `a purchase that was changed after it arrived stands as it arrived`() async throws {
        try await Self.open { coffee, code, phone in
            let along = try await Self.along(phone)
            try await phone.post("/timbang/\(Self.item)", Self.purchase(along, code))
            for changed in [["berat": "60"], ["harga": "13000"], ["panjar": "1000"]] {
                let typed = Self.purchase(along, code, changed)
                try await phone.post("/timbang/\(Self.item)", typed)
                #expect(phone.status == 409)
                #expect(try Self.told(phone).alamat == "/timbang/\(Self.item)")
                #expect(try Self.told(phone).nomor == nil)
            }
            let found = try await Self.deliveries(coffee)
            #expect(found.map(\.entry.grams) == [52_500])
        }
    }

    @Test(arguments: [
        (["petani": ""], 404, "Petani itu tidak ada di daftar petani kopi."),
        (["petani": "\(CoffeeOfARegency.id(501))"], 422, "Petani itu tidak tercatat lagi."),
        (["lot": "ZZZZZZZZ"], 422, "Lot itu tidak ada. Pilih jenis dan lot yang lain"),
        (["mutu": "x"], 422, "Pilih satu jawaban"),
        (["berat": "0"], 422, "Beratnya harus lebih dari nol."),
        (["pelaku": "\(CoffeeOfARegency.id(1))"], 401, "Ini ditimbang oleh petugas lain."),
        (["kunci": String(repeating: "0", count: 64)], 403, ""),
    ])
    func `what is refused stays on the phone with its sentence`(
        _ changed: [String: String],
        _ status: Int,
        _ sentence: String
    ) async throws {
        try await Self.open { coffee, code, phone in
            let along = try await Self.along(phone)
            let typed = Self.purchase(along, code, changed).map { field in
                field.0 == "kunci" ? (field.0, changed["kunci"] ?? field.1) : field
            }
            try await phone.post("/timbang/\(Self.item)", typed)
            #expect(phone.status == status)
            #expect(try Self.told(phone).nomor == nil)
            #expect(try Self.told(phone).pesan?.hasPrefix(sentence) == true, "\(phone.page)")
            #expect(try await Self.deliveries(coffee).isEmpty)
        }
    }

    @Test func `who has no duty at a scale gets no list, and who is not signed in neither`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            for (who, status) in [("rina", 403), ("pengesah", 403), (nil, 401)] as [(String?, Int)]
            {
                let visitor = Visitor(client, as: who)
                try await visitor.get("/timbang/daftar")
                #expect(visitor.status == status)
                #expect(!visitor.page.contains("Sahala"))
            }
            let stranger = Visitor(client)
            try await stranger.get("/luring/timbang")
            #expect(stranger.status == 200)
            #expect(!stranger.page.contains("name=\"kunci\""))
        }
    }

    @Test func `a purchase for a lot of others is refused, and one that arrived is not told them`()
        async throws
    {
        try await Self.open { coffee, code, phone in
            let along = try await Self.along(phone)
            try await phone.post("/timbang/\(Self.item)", Self.purchase(along, code))
            #expect(phone.status == 200)
            try await coffee.open { client in
                let other = Visitor(client, as: "tetangga")
                let theirs = try await Self.along(other)
                #expect(theirs.lot?.isEmpty == true)
                try await other.post("/timbang/\(Self.item)", Self.purchase(theirs, code))
                #expect(other.status == 403)
                let another = CoffeeOfARegency.id(9001)
                try await other.post("/timbang/\(another)", Self.purchase(theirs, code))
                #expect(other.status == 403)
            }
            #expect(try await Self.deliveries(coffee).count == 1)
        }
    }
}
