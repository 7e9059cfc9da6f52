import Coffee
import HTTPTypes
import Ledger
import Stories
import Testing
import Visiting

/// The page of a small business: who keeps it, and what everybody reads.
struct ShopTests {
    private static let own = LotRights(manages: [CoffeeOfARegency.holder])
    private static let others = LotRights(manages: ["koperasi-lain"], approves: true)
    private static let content = Public(of: Array("a".utf8))
    private static let described = ShopFact.described(CoffeeOfARegency.holder, content)

    private static let typed = [
        ("nama", "Kopi <Contoh>"), ("tentang", "Kami menanam robusta.\nSejak 2010."),
        ("tentang-en", "We grow robusta."), ("beli", "Datang ke gudang."),
        ("wa", "0812-0000-0115"), ("produk-1", "Bubuk 200 gram"), ("harga-1", "25.000"),
        ("produk-en-1", "Ground, 200 grams"),
    ]

    @Test(
        arguments: [
            ([], ShopCommand.describe(CoffeeOfARegency.holder, content), others, .notYourLot),
            ([], .close, own, .noSuchShop), ([described], .close, others, .notYourLot),
            ([described], .describe("koperasi-lain", content), others, .notYourLot),
            ([described, .closed], .close, own, .noSuchShop),
        ] as [([ShopFact], ShopCommand, LotRights, CoffeeRefusal)]
    )
    func `a page is kept by its own unit`(
        _ before: [ShopFact],
        _ command: ShopCommand,
        _ rights: LotRights,
        _ refusal: CoffeeRefusal
    ) {
        #expect(throws: refusal) {
            try ShopStory.decide(ShopStory.state(after: before), command, rights)
        }
    }

    @Test func `a unit has one page for ever`() throws {
        let command = ShopCommand.describe(CoffeeOfARegency.holder, Self.content)
        #expect(try ShopStory.decide(Shop(), command, Self.own).claims.count == 1)
        let open = ShopStory.state(after: [Self.described])
        #expect(try ShopStory.decide(open, command, Self.own).claims.isEmpty)
    }

    @Test func `what a business says is read back`() throws {
        let content = ShopContent(
            "Kopi Contoh",
            about: .init("Tentang", "About"),
            howToBuy: .init("Datang"),
            whatsApp: "081200000115",
            products: [.init(.init("Bubuk"), price: 25_000)]
        )
        #expect(try ShopContent(content.bytes()) == content)
        #expect(try ShopContent(Array("{}".utf8)) == nil)
    }

    @Test func `a business describes itself, and everybody reads it in their language`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji", "Karung merah")
        try await coffee.bring(50, from: [1], to: lot)
        let bags = try await coffee.begin("biji", "Karung di gudang")
        try await coffee.process("karung", [(lot, 50)], to: bags, giving: 50, bags: 1)
        let code = try await coffee.code(of: bags)
        try await coffee.open { client in
            let manager = Visitor(client, as: "maman")
            try await manager.get("/lot")
            #expect(manager.page.contains("/lot/usaha/koperasi-contoh"))
            try await manager.get("/lot/usaha/koperasi-contoh")
            #expect(manager.page.contains("0812-0000-0101"))
            try await manager.send([("nama", "X"), ("wa", "12")], to: "/koperasi-contoh")
            #expect(manager.status == 422)
            try await manager.send(Self.typed, to: "/koperasi-contoh")
            #expect(manager.path == "/kopi/usaha/koperasi-contoh", "\(manager.page)")

            let stranger = Visitor(client)
            try await stranger.get("/kopi")
            #expect(stranger.page.contains("/kopi/usaha/koperasi-contoh"))
            try await stranger.get("/kopi/usaha/koperasi-contoh")
            #expect(stranger.page.contains("Kopi &lt;Contoh&gt;"))
            #expect(stranger.page.contains("<p>Sejak 2010.</p>"))
            #expect(stranger.page.contains("Rp25.000"))
            #expect(stranger.page.contains("https://wa.me/6281200000115?text="))
            #expect(stranger.page.contains("/kopi/lot/\(code)"))
            // What came in unbagged is not for sale here.
            #expect(!stranger.page.contains("Karung merah"))
            let english = Visitor(client)
            english.more[.acceptLanguage] = "en"
            try await english.get("/kopi/usaha/koperasi-contoh")
            #expect(english.path == "/en/kopi/usaha/koperasi-contoh")
            #expect(english.page.contains("We grow robusta."))
            #expect(english.page.contains("<p lang=\"id\">Datang ke gudang.</p>"))
            #expect(english.page.contains("Ground, 200 grams"))

            try await manager.get("/lot/usaha/koperasi-contoh")
            #expect(manager.page.contains("Bubuk 200 gram"))
            try await manager.send(to: "/tutup")
            try await stranger.get("/kopi/usaha/koperasi-contoh")
            #expect(stranger.status == 404)
            try await stranger.get("/kopi")
            #expect(!stranger.page.contains("/kopi/usaha/"))
        }
        let rows = try await coffee.rows()
        try await coffee.store.rebuild()
        #expect(try await coffee.rows() == rows)
    }

    @Test(arguments: ["wati", "tetangga", "pengesah", "rina"])
    func `nobody else describes it`(_ who: String) async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open { client in
            let visitor = Visitor(client, as: who)
            try await visitor.get("/lot/usaha/koperasi-contoh")
            #expect(visitor.status == 403)
            try await visitor.sneak("/lot/usaha/koperasi-contoh", Self.typed)
            #expect(visitor.status == 403)
        }
    }
}
