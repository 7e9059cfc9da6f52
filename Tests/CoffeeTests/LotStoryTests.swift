import Coffee
import Ledger
import Stories
import Testing

/// The rules of a lot, without a record.
struct LotStoryTests {
    private static let holder: Code = "koperasi-contoh"
    private static let all = LotRights(weighs: [holder], manages: [holder], approves: true)

    private static func id(_ number: UInt64) -> OpaqueID { OpaqueID(high: 1, low: number) }

    private static func known(_ rights: LotRights = all, upstream: Int = 0) -> KnownOfLot {
        KnownOfLot(
            rights: rights,
            draw: .random,
            sealer: .sha256,
            dossier: DossierID(id(1)),
            upstream: upstream
        )
    }

    private static let beginning = LotBeginning(
        Public(of: Array("Lot contoh".utf8)),
        LotCode(.random),
        holder: holder,
        kind: "gelondong",
        species: "robusta",
        season: 2026
    )

    private static func delivery(_ number: UInt64, _ grams: Int64) -> Delivery {
        Delivery(
            id(number),
            of: id(500),
            plots: [PlotShare(id(700), green: grams / 5)],
            Weighing(grams: grams, price: 12_345, advance: 5_000, at: Instant(milliseconds: 0))
        )
    }

    /// A lot of a ton in two deliveries.
    private static func lot(_ more: [LotFact] = []) -> Lot {
        LotStory.state(
            after: [
                .begun(beginning), .delivered(delivery(10, 400_000)),
                .delivered(delivery(11, 600_000)),
            ] + more
        )
    }

    private static func decide(
        _ lot: Lot,
        _ command: LotCommand,
        _ known: KnownOfLot = known()
    ) throws(CoffeeRefusal) -> [LotFact] {
        try LotStory.decide(lot, command, known).facts
    }

    @Test func `nothing goes out that is not there`() throws {
        let draught = Draught(Self.id(20), into: Self.id(2), by: "jemur", grams: 1_000_001)
        #expect(throws: CoffeeRefusal.notSoMuch(asked: 1_000_001, left: 1_000_000)) {
            try Self.decide(Self.lot(), .draw(draught))
        }
        let all = Draught(Self.id(20), into: Self.id(2), by: "jemur", grams: 1_000_000)
        #expect(try Self.decide(Self.lot(), .draw(all)) == [.drawn(all)])
    }

    @Test(arguments: [Int64(0), -1]) func `a weight is more than nothing`(_ grams: Int64) {
        #expect(throws: CoffeeRefusal.weightNotPositive) {
            try Self.decide(Self.lot(), .deliver(Self.delivery(12, grams)))
        }
    }

    @Test func `an entry is written once`() {
        #expect(throws: CoffeeRefusal.writtenAlready) {
            try Self.decide(Self.lot(), .deliver(Self.delivery(10, 1000)))
        }
    }

    @Test func `a correction changes the balance and never leaves less than went on`() throws {
        let drawn = Self.lot([
            .drawn(Draught(Self.id(20), into: Self.id(2), by: "jemur", grams: 700_000))
        ])
        let order = Rectification(of: Self.id(10), grams: 100_000, reason: Array("salah".utf8))
        let facts = try Self.decide(drawn, .correct(order))
        var after = drawn
        for fact in facts { LotStory.evolve(&after, fact) }
        #expect(after.balance == 0)
        let less = Rectification(of: Self.id(10), grams: 99_999, reason: Array("salah".utf8))
        #expect(throws: CoffeeRefusal.notSoMuch(asked: 99_999, left: 700_000)) {
            try Self.decide(drawn, .correct(less))
        }
        let draw = Rectification(of: Self.id(20), grams: 1_000_001, reason: Array("salah".utf8))
        #expect(throws: CoffeeRefusal.notSoMuch(asked: 1_000_001, left: 1_000_000)) {
            try Self.decide(drawn, .correct(draw))
        }
    }

    @Test func `a correction has a reason and an entry`() {
        #expect(throws: CoffeeRefusal.reasonMissing) {
            try Self.decide(
                Self.lot(),
                .correct(Rectification(of: Self.id(10), grams: 1, reason: []))
            )
        }
        #expect(throws: CoffeeRefusal.noSuchEntry) {
            try Self.decide(
                Self.lot(),
                .correct(Rectification(of: Self.id(99), grams: 1, reason: [1]))
            )
        }
    }

    @Test func `what was said against a weight falls when it is corrected`() {
        let finding = NewFinding(
            Self.id(30),
            LotFinding(.moreThanThePlotBears, said: 2, most: 1, plot: Self.id(700))
        )
        let found = Delivery(
            Self.id(12),
            of: Self.id(500),
            plots: [],
            Weighing(grams: 5000, price: 0, at: Instant(milliseconds: 0)),
            findings: [finding]
        )
        var lot = Self.lot([.delivered(found)])
        #expect(lot.findings.count == 1)
        let correction = LotCorrection(
            of: Self.id(12),
            grams: 500,
            reason: Sealed(id: PayloadID(Self.id(9)), commitment: Array(repeating: 1, count: 32))
        )
        LotStory.evolve(&lot, .corrected(correction))
        #expect(lot.findings.isEmpty)
        #expect(lot.balance == 1_000_500)
    }

    @Test func `the same weight is not certified twice`() throws {
        let first = Certification(Self.id(40), "asal", grams: 700_000)
        let lot = Self.lot([.certified(first)])
        #expect(throws: CoffeeRefusal.claimedTwice(asked: 300_001, left: 300_000)) {
            try Self.decide(
                lot,
                .certify(Certification(Self.id(41), "ig", grams: 300_001))
            )
        }
        // What a certificate speaks for is not processed on, so it is not certified again there.
        #expect(throws: CoffeeRefusal.notSoMuch(asked: 300_001, left: 300_000)) {
            try Self.decide(
                lot,
                .draw(Draught(Self.id(20), into: Self.id(2), by: "kupas", grams: 300_001))
            )
        }
    }

    @Test func `a sale under a certificate uses it up`() throws {
        let lot = Self.lot([.certified(Certification(Self.id(40), "asal", grams: 700_000))])
        let terms = Sale.Terms(certificate: Self.id(40), isUnderOwnName: true)
        let sale = Sale(Self.id(50), to: Self.id(600), grams: 600_000, price: 60_000, terms)
        let facts = try Self.decide(lot, .sell(sale))
        var after = lot
        for fact in facts { LotStory.evolve(&after, fact) }
        #expect(after.certified == [Self.id(40): 100_000])
        #expect(after.balance == 400_000)
        let more = Sale(Self.id(51), to: Self.id(600), grams: 100_001, price: 60_000, terms)
        #expect(throws: CoffeeRefusal.notSoMuch(asked: 100_001, left: 100_000)) {
            try Self.decide(after, .sell(more))
        }
    }

    @Test
    func `findings keep certificates away, here and upstream, until somebody answers for them`()
        throws
    {
        let finding = NewFinding(
            Self.id(30),
            LotFinding(.moreThanItsInputs, said: 2, most: 1)
        )
        let filling = Filling(
            Self.id(12),
            by: "kupas",
            of: [Portion(Self.id(2), grams: 5)],
            Filling.Outcome(grams: 9),
            findings: [finding]
        )
        var lot = Self.lot([.filled(filling)])
        let certify = LotCommand.certify(Certification(Self.id(40), "asal", grams: 1))
        #expect(throws: CoffeeRefusal.findingsOpen(1)) { try Self.decide(lot, certify) }
        #expect(throws: CoffeeRefusal.reasonMissing) {
            try Self.decide(lot, .overrule(Self.id(30), reason: []))
        }
        for fact in try Self.decide(lot, .overrule(Self.id(30), reason: [1])) {
            LotStory.evolve(&lot, fact)
        }
        #expect(try Self.decide(lot, certify).count == 1)
        #expect(throws: CoffeeRefusal.findingsOpen(2)) {
            try Self.decide(lot, certify, Self.known(upstream: 2))
        }
    }

    @Test func `a recalled lot is neither sold nor certified, until that is lifted`() throws {
        var lot = Self.lot([.recalled(Public(of: [1]))])
        let sale = LotCommand.sell(Sale(Self.id(50), to: Self.id(600), grams: 1, price: 1))
        #expect(throws: CoffeeRefusal.isRecalled) { try Self.decide(lot, sale) }
        #expect(throws: CoffeeRefusal.isRecalled) {
            try Self.decide(lot, .certify(Certification(Self.id(40), "asal", grams: 1)))
        }
        LotStory.evolve(&lot, .recallLifted(Public(of: [2])))
        #expect(try Self.decide(lot, sale).count == 1)
    }

    @Test func `an emptied silo begins anew, and its old weights are closed`() throws {
        var lot = Self.lot()
        let facts = try Self.decide(lot, .empty(Self.id(60)))
        #expect(facts == [.emptied(Emptying(Self.id(60), grams: 1_000_000))])
        for fact in facts { LotStory.evolve(&lot, fact) }
        #expect(lot.balance == 0)
        #expect(throws: CoffeeRefusal.noSuchEntry) {
            try Self.decide(lot, .correct(Rectification(of: Self.id(10), grams: 1, reason: [1])))
        }
    }

    private static let commands: [LotCommand] = [
        .deliver(delivery(12, 1000)),
        .draw(Draught(id(20), into: id(2), by: "jemur", grams: 1)),
        .sell(Sale(id(50), to: id(600), grams: 1, price: 1)),
        .lose(Loss(id(51), grams: 1, .spilled)),
        .empty(id(60)),
        .correct(Rectification(of: id(10), grams: 1, reason: [1])),
        .certify(Certification(id(40), "asal", grams: 1)),
        .overrule(id(30), reason: [1]),
        .recall(Public(of: [1])),
    ]

    @Test(arguments: commands) func `nothing is done to a lot of others`(_ command: LotCommand) {
        let others = LotRights(weighs: ["koperasi-lain"], manages: ["koperasi-lain"])
        #expect(throws: CoffeeRefusal.notYourLot) {
            try Self.decide(Self.lot(), command, Self.known(others))
        }
    }

    @Test func `who weighs only weighs, and who tests only tests`() {
        let scale = Self.known(LotRights(weighs: [Self.holder]))
        let laboratory = Self.known(LotRights(isLaboratory: true))
        for command in Self.commands.dropFirst() {
            #expect(throws: CoffeeRefusal.notYourLot) {
                try Self.decide(Self.lot(), command, scale)
            }
            #expect(throws: CoffeeRefusal.notYourLot) {
                try Self.decide(Self.lot(), command, laboratory)
            }
        }
    }

    @Test func `a delivery is worth its weight, and an advance is taken off`() {
        let delivery = Self.delivery(10, 12_340)
        // 12,34 kg at Rp12.345 are Rp152.337,3.
        #expect(delivery.worth == 152_337)
        #expect(delivery.paidOut == 147_337)
        #expect(Self.delivery(11, 100).paidOut == 0)
    }
}
