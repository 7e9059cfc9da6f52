import Coffee
import Ledger
import Stories
import Synchronization
import Testing

/// Lots on a real record: what is traced, what is refused at the same moment, what a rebuild gives.
struct LotsTests {
    @Test func `a code that was given out before is drawn again`() async throws {
        let coffee = try await CoffeeOfARegency()
        let drawn = Mutex(0)
        let desk = LotDesk(
            store: coffee.store,
            draw: Draw {
                // The second lot draws the first one's seven signs, and then others.
                drawn.withLock { drawn in
                    drawn += 1
                    return OpaqueID(high: 0, low: drawn <= 14 ? 3 : 4)
                }
            },
            now: { CoffeeOfARegency.noon }
        )
        var codes: [String] = []
        for number in UInt64(1)...2 {
            let what = LotToBegin(
                KindOfCoffee("biji", of: "robusta"),
                by: CoffeeOfARegency.holder,
                season: 2026,
                id: CoffeeOfARegency.id(number)
            )
            let lot = try await desk.begin("Lot", what, CoffeeOfARegency.manager)
            codes.append(try await coffee.code(of: lot))
        }
        #expect(codes.map { $0.prefix(7) } == ["3333333", "4444444"])
    }

    @Test func `what a lot names is in use, and nothing else`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        try await coffee.bring(400, from: [1, 2], to: lot)
        let grower = try #require(
            try await coffee.store.read { try $0.entries(of: lot, most: 1) }.first?.other
        )
        let asked = [grower] + (1...2500).map { CoffeeOfARegency.id($0) }
        let used = try await coffee.store.read { try $0.recordsInLots(among: asked) }
        #expect(used == [grower, CoffeeOfARegency.id(1), CoffeeOfARegency.id(2)])
    }

    @Test func `a bag leads back to every plot and a plot forward to every bag`() async throws {
        let coffee = try await CoffeeOfARegency()
        let (red, other) = (
            try await coffee.begin("gelondong"), try await coffee.begin("gelondong")
        )
        try await coffee.bring(400, from: [1, 2], to: red)
        try await coffee.bring(100, from: [3], to: other)
        let dry = try await coffee.begin("gelondong_kering")
        try await coffee.process("jemur", [(red, 400)], to: dry, giving: 180)
        let green = try await coffee.begin("biji")
        try await coffee.process("kupas", [(dry, 180), (other, 50)], to: green, giving: 90)
        let bags = try await coffee.begin("biji", "Karung")
        try await coffee.process("karung", [(green, 90)], to: bags, giving: 90, bags: 2)

        #expect(try await coffee.plots(behind: bags) == [1, 2, 3])
        #expect(try await coffee.plots(behind: dry) == [1, 2])
        #expect(try await coffee.lots(holding: 3) == [other, green, bags])
        #expect(try await coffee.lots(holding: 1) == [red, dry, green, bags])
        let behind = try await coffee.store.read { try $0.lots(behind: bags) }
        #expect(behind.map(\.steps) == [1, 2, 2, 3])
        let paged = try await coffee.store.read { reader in
            let first = try reader.lots(holding: CoffeeOfARegency.id(1), most: 3)
            let second = try reader.lots(
                holding: CoffeeOfARegency.id(1),
                after: first.last?.lot,
                most: 3
            )
            return first + second
        }
        #expect(Set(paged.map(\.lot)) == [red, dry, green, bags])
        #expect(paged.count == 4)
    }

    @Test func `a silo declares what was poured in since it was last empty, and nothing later`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let silo = try await coffee.begin("biji", "Silo 1")
        var bags: [OpaqueID] = []
        for plot in UInt64(1)...3 {
            try await coffee.bring(10, from: [plot], to: silo)
            let bag = try await coffee.begin("biji")
            try await coffee.process("karung", [(silo, 5)], to: bag, giving: 5)
            bags.append(bag)
        }
        #expect(try await coffee.plots(behind: bags[0]) == [1])
        #expect(try await coffee.plots(behind: bags[1]) == [1, 2])
        #expect(try await coffee.plots(behind: bags[2]) == [1, 2, 3])
        try await coffee.desk.change(silo, .empty(Draw.random.id()), CoffeeOfARegency.manager)
        try await coffee.bring(10, from: [4], to: silo)
        let bag = try await coffee.begin("biji")
        try await coffee.process("karung", [(silo, 10)], to: bag, giving: 10)
        #expect(try await coffee.plots(behind: bag) == [4])
        #expect(try await coffee.plots(behind: silo) == [4])
        #expect(try await coffee.plots(behind: bags[2]) == [1, 2, 3])
        #expect(try await coffee.lots(holding: 1) == Set(bags + [silo]))
        #expect(try await coffee.lots(holding: 4) == [silo, bag])
    }

    @Test func `what growers brought comes before what was poured in at the same moment`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let source = try await coffee.begin("biji")
        let silo = try await coffee.begin("biji", "Silo 1")
        try await coffee.bring(20, from: [1], to: source)
        try await coffee.process("karung", [(source, 10)], to: silo, giving: 10)
        try await coffee.bring(10, from: [2], to: silo)
        let bag = try await coffee.begin("biji")
        try await coffee.process("karung", [(silo, 20)], to: bag, giving: 20)
        let journey = try await coffee.store.read { try $0.journey(to: bag) }
        let stages = journey.filter { $0.lot == silo }
        #expect(Set(stages.map(\.first)) == [CoffeeOfARegency.noon])
        #expect(stages.map(\.step) == [nil, "karung"])
    }

    @Test func `a step that gives too much says so, and keeps certificates away downstream`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let cherry = try await coffee.begin("gelondong")
        try await coffee.bring(100, from: [1], to: cherry)
        let green = try await coffee.begin("biji")
        let step = try await coffee.process("kupas", [(cherry, 100)], to: green, giving: 120)
        let bags = try await coffee.begin("biji")
        try await coffee.process("karung", [(green, 120)], to: bags, giving: 120)
        let certify = LotCommand.certify(Certification(Draw.random.id(), "asal", grams: 1000))
        await #expect(throws: CoffeeRefusal.findingsOpen(1)) {
            try await coffee.desk.change(bags, certify, CoffeeOfARegency.manager)
        }
        // The scale had been read wrongly: first where the coffee went on, then where it came from.
        let loaded = try await coffee.desk.load(bags)
        let onward = try #require(loaded.lot.taken.keys.first)
        let from = try await coffee.desk.load(green)
        let draw = try #require(from.lot.given.keys.first)
        for (lot, entry) in [(bags, onward), (green, draw), (green, step)] {
            try await coffee.desk.change(
                lot,
                .correct(Rectification(of: entry, grams: 20_000, reason: Array("salah".utf8))),
                CoffeeOfARegency.manager
            )
        }
        try await coffee.desk.change(bags, certify, CoffeeOfARegency.manager)
        #expect(try await coffee.desk.load(bags).lot.uncertified == 19_000)
    }

    @Test func `a plot that brings more than it bears is found over all its lots`() async throws {
        let coffee = try await CoffeeOfARegency()
        let (one, two) = (try await coffee.begin("gelondong"), try await coffee.begin("gelondong"))
        try await coffee.bring(3000, from: [1], to: one)
        #expect(try await coffee.desk.load(one).lot.findings.isEmpty)
        try await coffee.bring(2100, from: [1], to: two)
        let finding = try #require(try await coffee.desk.load(two).lot.findings.values.first)
        #expect(finding.finding.said == 1_020_000)
        #expect(finding.finding.most == 1_000_000)
        #expect(finding.finding.plot == CoffeeOfARegency.id(1))
    }

    @Test func `a delivery that arrives again and again is written once`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        let id = Draw.random.id()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { try await coffee.bring(50, from: [1], to: lot, as: id) }
            }
            try await group.waitForAll()
        }
        try await coffee.bring(50, from: [1], to: lot, as: id)
        #expect(try await coffee.desk.load(lot).lot.balance == 50_000)
        await #expect(throws: CoffeeRefusal.writtenAlready) {
            try await coffee.bring(60, from: [1], to: lot, as: id)
        }
    }

    @Test func `deliveries to one lot at one moment all arrive`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for plot in UInt64(1)...4 {
                group.addTask { try await coffee.bring(10, from: [plot], to: lot) }
            }
            try await group.waitForAll()
        }
        #expect(try await coffee.desk.load(lot).lot.balance == 40_000)
    }

    @Test func `of two certificates asked for at one moment over one weight, one is given`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji")
        try await coffee.bring(100, from: [1], to: lot)
        let given = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let wanted = Certification(Draw.random.id(), "asal", grams: 60_000)
                    do {
                        try await coffee.desk.change(
                            lot,
                            .certify(wanted),
                            CoffeeOfARegency.manager
                        )
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(given == 1)
        #expect(try await coffee.desk.load(lot).lot.uncertified == 40_000)
    }

    @Test func `a lot is not made of itself`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji")
        try await coffee.bring(100, from: [1], to: lot)
        await #expect(throws: CoffeeRefusal.nothingGoesIn) {
            try await coffee.process("campur", [(lot, 10)], to: lot, giving: 10)
        }
    }

    @Test func `a page that is behind changes nothing`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("biji")
        let asked = LotDesk.Asked(
            by: CoffeeOfARegency.manager.by,
            rights: CoffeeOfARegency.manager.rights,
            seen: 1
        )
        try await coffee.bring(100, from: [1], to: lot)
        await #expect(throws: CoffeeRefusal.movedOn) {
            try await coffee.desk.change(lot, .empty(Draw.random.id()), asked)
        }
    }

    @Test func `the tables made anew are those that were served`() async throws {
        let coffee = try await CoffeeOfARegency()
        let manager = CoffeeOfARegency.manager
        let cherry = try await coffee.begin("gelondong")
        let first = try await coffee.bring(100, from: [1, 2, 3], to: cherry)
        try await coffee.bring(6000, from: [1], to: cherry)
        try await coffee.desk.change(
            cherry,
            .correct(Rectification(of: first, grams: 90_000, price: 13_000, reason: [65])),
            manager
        )
        let green = try await coffee.begin("biji")
        try await coffee.process("kupas", [(cherry, 50)], to: green, giving: 60, bags: 1)
        let open = try #require(try await coffee.desk.load(green).lot.findings.keys.first)
        try await coffee.desk.change(green, .overrule(open, reason: [65]), manager)
        let certificate = Draw.random.id()
        for finding in try await coffee.desk.load(cherry).lot.findings.keys {
            try await coffee.desk.change(cherry, .overrule(finding, reason: [65]), manager)
        }
        try await coffee.desk.change(
            green,
            .certify(Certification(certificate, "asal", grams: 30_000)),
            manager
        )
        let terms = Sale.Terms(certificate: certificate, isUnderOwnName: true)
        try await coffee.desk.change(
            green,
            .sell(
                Sale(
                    Draw.random.id(),
                    to: CoffeeOfARegency.id(600),
                    grams: 10_000,
                    price: 60_000,
                    terms
                )
            ),
            manager
        )
        try await coffee.desk.change(green, .uncertify(certificate), manager)
        try await coffee.desk.change(
            green,
            .lose(Loss(Draw.random.id(), grams: 5, .sample)),
            manager
        )
        try await coffee.desk.change(green, .recall(Public(of: [1])), manager)
        let served = try await coffee.rows()
        #expect(served.count > 12)
        try await coffee.store.rebuild()
        #expect(try await coffee.rows() == served)
        // What the tables say is what the story says.
        let lot = try await coffee.desk.load(green).lot
        let row = try #require(
            try await coffee.store.read {
                try $0.row("SELECT taken, given, certified FROM coffee_lots WHERE id = \(green)")
            }
        )
        #expect(try row.int("taken") - row.int("given") == lot.balance)
        #expect(try row.int("certified") == lot.balance - lot.uncertified)
    }
}
