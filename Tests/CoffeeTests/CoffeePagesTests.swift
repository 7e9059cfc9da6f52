import Coffee
import Foundation
import HTTPTypes
import Ledger
import Stories
import Testing
import Visiting

/// The pages of lots: who sees them, what they do, what a stranger reads behind the label.
struct CoffeePagesTests {
    private static func number(_ page: String, _ pattern: Regex<(Substring, Substring)>) -> String?
    {
        page.firstMatch(of: pattern).map { String($0.1) }
    }

    private static var code: Regex<(Substring, Substring)> { /Kode<\/dt><dd>([0-9A-Z]{8})</ }

    @Test
    func `coffee goes from the scale through a step into bags, and everybody reads where from`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/baru")
            try await manager.send(
                [
                    ("nama", "Robusta petik merah"), ("jenis", "gelondong"), ("kopi", "robusta"),
                    ("musim", "2026"),
                ],
                to: "/lot/baru"
            )
            #expect(manager.status == 200)
            let code = try #require(Self.number(manager.page, Self.code), "\(manager.page)")

            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang?lot=\(code)&cari=sahala")
            #expect(scale.page.contains("Sahala Contoh"))
            let grower = try #require(Self.number(scale.page, /petani=([0-9a-f]{32})/))
            try await scale.get("/timbang?lot=\(code)&petani=\(grower)")
            try await scale.send(
                [("lot", code), ("berat", "52,5"), ("harga", "12.000"), ("panjar", "100000")],
                to: "/timbang"
            )
            #expect(scale.page.contains("Rp630.000"), "\(scale.page)")
            #expect(scale.page.contains("Rp530.000"))
            // The page that was sent, sent again: nothing twice.
            try await scale.get(scale.path + "/slip.pdf")
            #expect(scale.type == "application/pdf")

            try await scale.get("/timbang/hari")
            #expect(scale.page.contains("Setoran</dt><dd>1<"), "\(scale.page)")
            #expect(scale.page.contains("Uang keluar</dt><dd>Rp530.000<"))
            try await scale.get("/timbang/hari.csv")
            #expect(scale.page.contains("Sahala Contoh;\(code);"))
            #expect(scale.page.contains(";52500;12000;100000;630000;530000\r\n"))
            try await scale.get("/timbang/hari?tanggal=2020-01-01")
            #expect(scale.page.contains("Setoran</dt><dd>0<"))

            try await manager.get("/lot/\(code)/olah")
            try await manager.send(
                [
                    ("langkah", "karung"), ("ambil", "52,5"), ("ke", "baru"),
                    ("nama", "Karung merah"),
                    ("jenis", "biji"), ("hasil", "50"), ("air", "12,5"), ("karung", "2"),
                ],
                to: "/olah"
            )
            #expect(manager.page.contains("Ada sekarang</dt><dd>0 kg"), "\(manager.page)")
            let bag = try #require(Self.number(manager.page, /href="\/lot\/([0-9A-Z]{8})">Karung/))

            let stranger = Visitor(client)
            try await stranger.get("/K/\(bag)")
            #expect(stranger.path == "/kopi/lot/\(bag)")
            #expect(stranger.page.contains("Karung merah"))
            #expect(stranger.page.contains("Diterima dari 1 petani, 52,5 kg"))
            #expect(stranger.page.contains("Yang belum dibuktikan"))
            // Sahala did not agree to be named, and nobody reads what was paid.
            #expect(!stranger.page.contains("Sahala"))
            #expect(!stranger.page.contains("12.000"))
            #expect(!stranger.page.contains("<script src=\"/lot"))
            try await stranger.get("/kopi/lot/\(bag).json")
            #expect(stranger.type == "application/json")
            #expect(stranger.page.contains("\"growers\":1"))
            try await stranger.get("/kopi")
            #expect(stranger.page.contains("Karung merah"))
        }
    }

    @Test func `a stranger from abroad is led to English`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji")
        let code = try #require(try await coffee.store.read { try $0.lot(lot) }?.code)
        try await coffee.open { client in
            let stranger = Visitor(client)
            stranger.more[.acceptLanguage] = "de;q=0.5, en"
            try await stranger.get("/k/\(code)")
            #expect(stranger.path == "/en/kopi/lot/\(code)")
            #expect(stranger.page.contains("What is not proven"))
        }
    }

    @Test func `a code that was never given out says so`() async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let stranger = Visitor(client)
            for code in ["\(LotCode(.random))", "7F3K92Q!", "x", "0123456789"] {
                try await stranger.get("/k/\(code)")
                #expect(stranger.status == 404)
                #expect(stranger.page.contains("Kode ini tidak kami kenal"))
            }
        }
    }

    @Test func `a recalled lot says so first`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji", "Lot yang ditarik")
        let code = try #require(try await coffee.store.read { try $0.lot(lot) }?.code)
        try await coffee.open { client in
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/\(code)/tarik")
            try await manager.send([("alasan", "Berjamur di karung 3.")], to: "/tarik")
            let stranger = Visitor(client)
            try await stranger.get("/kopi/lot/\(code)")
            let warning = try #require(stranger.page.range(of: "Lot ini ditarik"))
            let origin = try #require(stranger.page.range(of: "Dari mana"))
            #expect(warning.lowerBound < origin.lowerBound)
            #expect(stranger.page.contains("Berjamur di karung 3."))
        }
    }

    @Test(arguments: [
        ("/lot", "rina"), ("/lot/baru", "rina"), ("/timbang", "rina"), ("/timbang", "lestari"),
        ("/lot/baru", "pengesah"), ("/timbang/hari", "pengesah"), ("/timbang/hari.csv", "rina"),
    ])
    func `pages of lots are for those who have a duty there`(_ path: String, _ who: String)
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let visitor = Visitor(client, as: who)
            try await visitor.get(path)
            #expect(visitor.status == 403, "\(path) for \(who)")
        }
    }

    @Test func `lots of others are neither seen nor changed`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji", "Rahasia dagang")
        let entry = try await coffee.bring(10, from: [1], to: lot)
        let code = try #require(try await coffee.store.read { try $0.lot(lot) }?.code)
        try await coffee.open { client in
            let other = Visitor(client, as: "tetangga")
            try await other.get("/lot")
            #expect(other.status == 200)
            #expect(!other.page.contains("Rahasia dagang"))
            try await other.get("/lot?semua=1")
            #expect(!other.page.contains("Rahasia dagang"))
            for path in [
                "/lot/\(code)", "/lot/\(code)/olah", "/lot/\(code)/label.pdf", "/lot/\(code)/tarik",
                "/lot/\(code)/betulkan/\(entry)",
            ] {
                try await other.get(path)
                #expect(other.status == 403, "\(path)")
            }
            try await other.get("/timbang/\(entry)")
            #expect(other.status == 404)
            try await other.get("/timbang/\(entry)/slip.pdf")
            #expect(other.status == 404)
            try await other.sneak("/lot/\(code)/kosong")
            #expect(other.status == 403)
        }
        #expect(try await coffee.desk.load(lot).lot.balance == 10_000)
    }

    @Test func `what does not fit is said beside the field, and what was typed stays`() async throws
    {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji")
        try await coffee.bring(10, from: [1], to: lot)
        let code = try #require(try await coffee.store.read { try $0.lot(lot) }?.code)
        try await coffee.open { client in
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/\(code)/susut")
            try await manager.send([("berat", "1.500"), ("sebab", "spilled")], to: "/susut")
            #expect(manager.status == 422)
            #expect(manager.page.contains("1.500"))
            try await manager.send([("berat", "sedikit"), ("sebab", "")], to: "/susut")
            #expect(manager.status == 422)
            #expect(manager.page.contains("sedikit"))
            // More than there is: the lot's page says how much there is.
            try await manager.send([("berat", "11"), ("sebab", "spilled")], to: "/susut")
            #expect(manager.status == 409)
            #expect(manager.page.contains("padahal yang ada 10 kg"))
        }
    }

    @Test func `findings show their numbers, and only the approving official answers for them`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let cherry = try await coffee.begin("gelondong")
        try await coffee.bring(100, from: [1], to: cherry)
        let green = try await coffee.begin("biji")
        try await coffee.process("kupas", [(cherry, 100)], to: green, giving: 120)
        let code = try #require(try await coffee.store.read { try $0.lot(green) }?.code)
        try await coffee.open { client in
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot/\(code)")
            #expect(manager.page.contains("Hasilnya 120 kg"))
            #expect(manager.page.contains("paling banyak 110 kg"))
            #expect(!manager.page.contains("/putuskan"))
            let approver = Visitor(client, as: "pengesah")
            try await approver.get("/lot/\(code)/sertifikat")
            try await approver.send([("jenis", "asal"), ("berat", "50")], to: "/sertifikat")
            #expect(approver.status == 409)
            #expect(approver.page.contains("1 temuan"))
            try await approver.send([("alasan", "Timbangan diperiksa ulang.")], to: "/putuskan")
            try await approver.get("/lot/\(code)/sertifikat")
            try await approver.send([("jenis", "asal"), ("berat", "50")], to: "/sertifikat")
            #expect(approver.status == 200)
            #expect(approver.page.contains("Belum bersertifikat</dt><dd>70 kg"))
        }
    }
}
