import Coffee
import HTTPTypes
import Ledger
import Stories
import Testing
import Visiting

/// "Kopi saya": what a grower reads, and by which ways.
struct OwnCoffeeTests {
    private static let grower = CoffeeOfARegency.id(500)

    /// The path of the link that stands on the page.
    private static func path(in page: String) throws -> String {
        let found = page.firstMatch(of: /contoh\.go\.id(\/kopi\/saya\/[0-9a-f]{64})/)
        return String(try #require(found, "\(page)").1)
    }

    private static func weigh(_ coffee: CoffeeOfARegency) async throws -> OpaqueID {
        let lot = try await coffee.begin("gelondong", "Petik merah")
        return try await coffee.bring(50, from: [1], to: lot)
    }

    @Test func `the scale gives a link, and the grower reads their deliveries with it`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let entry = try await Self.weigh(coffee)
        let elsewhere = try await coffee.begin("biji", by: CoffeeOfARegency.neighbour)
        try await coffee.bring(
            7,
            from: [1],
            to: elsewhere,
            .init(asked: CoffeeOfARegency.neighbour)
        )
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            #expect(scale.page.contains("Buat tautan untuk petani"))
            try await scale.send(to: "/tautan")
            #expect(scale.page.contains("Belum pernah dibuka."))
            #expect(scale.page.contains("https://wa.me/6281200000500?text="))
            let path = try Self.path(in: scale.page)

            let grower = Visitor(client)
            try await grower.get(path)
            // A preview of the link, as messengers make one, tells nothing and counts nothing.
            #expect(!grower.page.contains("Sahala"))
            #expect(grower.page.contains("<meta name=\"robots\" content=\"noindex\">"))
            try await grower.send(to: path)
            #expect(grower.path == "/kopi/saya")
            #expect(grower.page.contains("Sahala Contoh"))
            #expect(grower.page.contains("Rp600.000"))
            #expect(grower.page.contains("Koperasi Tani Contoh"))
            // What came to others is no business of the unit that gave the link.
            #expect(!grower.page.contains("Rp84.000"))
            #expect(!grower.page.contains("Koperasi Lain"))
            #expect(grower.page.contains("<meta name=\"robots\" content=\"noindex\">"))
            #expect(grower.bytes.count < 60_000)

            try await scale.get("/timbang/\(entry)")
            #expect(scale.page.contains("Dibuka 1 kali"))
            try await scale.send(to: "/cabut")
            #expect(scale.page.contains("Buat tautan untuk petani"))
            for path in [path, "/kopi/saya"] {
                try await grower.get(path)
                #expect(grower.status == 410, "\(path)")
                #expect(!grower.page.contains("Rp600.000"))
            }
            try await grower.sneak(path)
            #expect(grower.status == 410)
        }
    }

    @Test func `a link ends after its days`() async throws {
        let coffee = try await CoffeeOfARegency()
        let entry = try await Self.weigh(coffee)
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/tautan")
            try await scale.get("/timbang/\(entry)/slip.pdf")
            #expect(scale.status == 200)
        }
        let link = try #require(
            try await coffee.store.read { reader in
                try reader.link(
                    of: Self.grower,
                    by: CoffeeOfARegency.holder,
                    at: CoffeeOfARegency.noon
                )
            }
        )
        #expect(link.until == CoffeeOfARegency.noon.adding(seconds: 30 * 86_400))
        let token = LinkToken(of: link.id, for: "kopi", coffee.keys).text
        try await coffee.open(at: link.until.adding(seconds: -1)) { client in
            let grower = Visitor(client)
            try await grower.get("/kopi/saya/\(token)")
            #expect(grower.status == 200)
        }
        try await coffee.open(at: link.until) { client in
            let grower = Visitor(client)
            try await grower.get("/kopi/saya/\(token)")
            #expect(grower.status == 410)
        }
    }

    @Test(arguments: ["tetangga", "pengesah", "rina", nil] as [String?])
    func `only who weighs for the unit gives or withdraws`(_ who: String?) async throws {
        let coffee = try await CoffeeOfARegency()
        let entry = try await Self.weigh(coffee)
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/tautan")
            let visitor = Visitor(client, as: who)
            for path in ["/timbang/\(entry)/tautan", "/timbang/\(entry)/tautan/cabut"] {
                try await visitor.sneak(path)
                let status = who == nil ? 303 : who == "rina" ? 403 : 404
                #expect(visitor.status == status, "\(path)")
            }
        }
        let link = try await coffee.store.read { reader in
            try reader.link(of: Self.grower, by: CoffeeOfARegency.holder, at: CoffeeOfARegency.noon)
        }
        #expect(link != nil)
    }

    @Test(arguments: [
        String(repeating: "0", count: 64), "x", String(repeating: "A", count: 22),
    ])
    func `a link that we did not make opens nothing`(_ token: String) async throws {
        let coffee = try await CoffeeOfARegency()
        _ = try await Self.weigh(coffee)
        try await coffee.open { client in
            let stranger = Visitor(client)
            try await stranger.get("/kopi/saya/\(token)")
            #expect(stranger.status == 410)
            try await stranger.get("/kopi/saya")
            #expect(stranger.status == 401)
            #expect(stranger.page.contains("NIK saja tidak cukup"))
        }
    }

    @Test func `who registered reads the deliveries to all units`() async throws {
        let coffee = try await CoffeeOfARegency()
        _ = try await Self.weigh(coffee)
        let elsewhere = try await coffee.begin("biji", by: CoffeeOfARegency.neighbour)
        try await coffee.bring(
            7,
            from: [1],
            to: elsewhere,
            .init(asked: CoffeeOfARegency.neighbour)
        )
        try await coffee.open { client in
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya")
            #expect(grower.status == 200)
            #expect(grower.page.contains("Rp600.000"))
            #expect(grower.page.contains("Rp84.000"))
        }
    }

    @Test func `an advance that was not made up for is said, the latest of each unit`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        try await coffee.bring(10, from: [1], to: lot, .init(advance: 300_000))
        let left = CoffeeOfGrower(Self.grower)
        #expect(try await coffee.store.read { try $0.advanceLeft(of: left) } == 180_000)
        // The next delivery says again what is still owed, and makes up for it.
        try await coffee.bring(20, from: [1], to: lot, .init(advance: 180_000))
        #expect(try await coffee.store.read { try $0.advanceLeft(of: left) } == 0)
        let sums = try await coffee.store.read { try $0.sums(of: left) }
        #expect(sums.map(\.worth) == [360_000])
        #expect(sums.map(\.paidOut) == [60_000])
    }

    @Test func `a grower reads what their coffee became, and buyers who agreed`() async throws {
        let coffee = try await CoffeeOfARegency()
        let silo = try await coffee.begin("biji", "Silo")
        try await coffee.bring(10, from: [1], to: silo)
        let bags = try await coffee.begin("biji", "Karung satu")
        try await coffee.process("karung", [(silo, 10)], to: bags, giving: 10, bags: 1)
        // Nothing of this grower: poured in and drawn before.
        let early = try await coffee.begin("biji", "Milik orang lain")
        let certificate = Draw.random.id()
        let commands: [LotCommand] = [
            .certify(Certification(certificate, "ig", grams: 6000)),
            .sell(
                Sale(
                    Draw.random.id(),
                    to: CoffeeOfARegency.id(600),
                    grams: 6000,
                    price: 60_000,
                    .init(certificate: certificate, isUnderOwnName: true, mayBeTold: true)
                )
            ),
            .sell(
                Sale(Draw.random.id(), to: CoffeeOfARegency.id(600), grams: 1000, price: 60_000)
            ),
        ]
        for command in commands {
            try await coffee.desk.change(bags, command, CoffeeOfARegency.manager)
        }
        let whose = CoffeeOfGrower(Self.grower)
        let became = try await coffee.store.read { reader in
            try reader.became(of: whose, in: 2026, most: 10)
        }
        #expect(became.map(\.lot.id) == [bags])
        #expect(became.first?.schemes == ["ig"])
        #expect(became.first?.sales.map(\.buyer) == [CoffeeOfARegency.id(600), nil])
        #expect(!became.contains { $0.lot.id == early })
        try await coffee.open { client in
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya")
            #expect(grower.page.contains("Karung satu"))
            #expect(grower.page.contains("Bersertifikat indikasi geografis"))
            #expect(grower.page.contains("Dijual ke Pembeli Contoh, 6 kg"))
            // The second sale: that it was sold, neither to whom nor how much.
            #expect(grower.page.matches(of: /Pembeli Contoh/).count == 1)
            #expect(!grower.page.contains("1 kg"))
        }
    }

    @Test func `coffee that came into a silo after it was drawn from became nothing of the draw`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let silo = try await coffee.begin("biji", "Silo")
        try await coffee.bring(5, from: [1], to: silo, .init(grower: CoffeeOfARegency.id(501)))
        let first = try await coffee.begin("biji", "Karung pertama")
        try await coffee.process("karung", [(silo, 5)], to: first, giving: 5, bags: 1)
        try await coffee.bring(5, from: [1], to: silo)
        let second = try await coffee.begin("biji", "Karung kedua")
        try await coffee.process("karung", [(silo, 5)], to: second, giving: 5, bags: 1)
        let became = try await coffee.store.read { reader in
            try reader.became(of: CoffeeOfGrower(Self.grower), in: 2026, most: 10)
        }
        #expect(became.map(\.lot.id) == [second])
    }

    @Test func `a rebuild gives the same rows of links and sales`() async throws {
        let coffee = try await CoffeeOfARegency()
        let entry = try await Self.weigh(coffee)
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/tautan")
            let path = try Self.path(in: scale.page)
            let grower = Visitor(client)
            try await grower.get(path)
            try await grower.send(to: path)
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/cabut")
        }
        let lot = try await coffee.begin("biji")
        try await coffee.bring(9, from: [1], to: lot)
        let certificate = Draw.random.id()
        for command in [
            LotCommand.certify(Certification(certificate, "ig", grams: 5000)),
            .sell(
                Sale(
                    Draw.random.id(),
                    to: CoffeeOfARegency.id(600),
                    grams: 4000,
                    price: 1,
                    .init(certificate: certificate, isUnderOwnName: true, mayBeTold: true)
                )
            ),
        ] {
            try await coffee.desk.change(lot, command, CoffeeOfARegency.manager)
        }
        let rows = try await coffee.rows()
        try await coffee.store.rebuild()
        #expect(try await coffee.rows() == rows)
    }
}
