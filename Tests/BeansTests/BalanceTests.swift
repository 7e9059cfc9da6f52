import Beans
import Stories
import Testing

private func portion(
    _ kind: CoffeeKind,
    _ kilograms: Int,
    at tenths: Int? = nil
) throws -> Portion {
    let moisture = try tenths.map { try #require(Moisture(tenths: $0)) }
    return try #require(Portion(kind, grams: Int64(kilograms) * 1000, moisture: moisture))
}

private func finding(
    _ inputs: [Portion],
    gave output: Portion,
    scope: Conversion.Scope = .init(species: .robusta),
    losses: Int64 = 0
) throws -> BalanceFinding {
    var asked = BalanceFinding.Question(inputs, gave: output, on: today)
    (asked.scope, asked.losses) = (scope, losses)
    return BalanceFinding(asked, by: try conversions())
}

struct MoistureTests {
    @Test func `a tonne at 14 percent is 977,27 kg at 12`() throws {
        let moisture = try #require(Moisture(tenths: 140))
        #expect(moisture.atTwelve(1_000_000).text() == "≈ 977.272,7273")
        #expect(moisture.gramsAtTwelve(1_000_000) == 977_273)
        #expect(Moisture(tenths: 120)?.gramsAtTwelve(1_000_000) == 1_000_000)
    }

    @Test(arguments: [-1, 1000, 1001])
    func `some moistures do not exist`(tenths: Int) {
        #expect(Moisture(tenths: tenths) == nil)
    }

    @Test func `a blend is as moist as its parts by mass`() throws {
        let (dry, wet) = (try #require(Moisture(tenths: 120)), try #require(Moisture(tenths: 180)))
        #expect(Moisture.blended([(200, dry), (100, wet)]) == Moisture(tenths: 140))
        #expect(Moisture.blended([(100, wet), (200, dry)]) == Moisture(tenths: 140))
        #expect(Moisture.blended([]) == nil && Moisture.blended([(0, dry)]) == nil)
    }
}

struct ConversionTests {
    @Test func `the row that speaks most closely is taken`() throws {
        let table = try conversions()
        let plain = table.row((.parchment, .green), .init(species: .robusta), on: today)
        #expect(plain?.most == (try ratio("0.80")))
        let graded = table.row(
            (.parchment, .green),
            .init(species: .robusta, grade: "2"),
            on: today
        )
        #expect(graded?.most == (try ratio("0.83")))
        #expect(table.row((.cherry, .green), .init(), on: today) == nil)
        #expect(table.row((.cherry, .roasted), .init(species: .robusta), on: today) == nil)
    }

    @Test func `a closer row wins wherever it stands`() throws {
        let scopes: [Conversion.Scope] = [
            .init(), .init(species: .robusta), .init(species: .robusta, treatment: .wet),
            .init(species: .arabica, treatment: .wet, grade: "1"),
        ]
        let rows = try scopes.enumerated().map { index, scope in
            try #require(
                Conversion(
                    (.cherry, .green),
                    scope,
                    from: 1,
                    to: Ratio(index + 1),
                    sourced: Sourced("uji")
                )
            )
        }
        let asked = Conversion.Scope(species: .robusta, treatment: .wet, grade: "1")
        for rows in [rows, rows.reversed()] {
            let row = ConversionTable(rows).row((.cherry, .green), asked, on: today)
            #expect(row?.scope == scopes[2])
        }
    }

    @Test func `a row holds on its days`() throws {
        let sourced = Sourced("SK Dinas", from: today, to: today.adding(days: 1))
        let row = try #require(
            Conversion((.cherry, .green), from: 1, to: 1, sourced: sourced)
        )
        let table = ConversionTable([row])
        let days = (-1...2).map { today.adding(days: $0) }
        #expect(
            days.map { table.row((.cherry, .green), .init(), on: $0) != nil }
                == [false, true, true, false]
        )
    }

    @Test(arguments: [("0", "1"), ("0.5", "0.4"), ("1", "11"), ("-1", "1"), ("0.0000001", "1")])
    func `bounds that are none are refused`(least: String, most: String) throws {
        let (least, most) = (try ratio(least), try ratio(most))
        #expect(
            Conversion((.cherry, .green), from: least, to: most, sourced: Sourced("x")) == nil
        )
    }
}

struct BalanceTests {
    @Test(arguments: [
        // 500 kg of cherries give at most 500 × 0,24 × 1,03 = 123,6 kg; near from 111,24 on.
        (111, BalanceFinding.Verdict.fits), (112, .near), (123, .near), (124, .tooMuch), (0, .fits),
    ])
    func `cherries give so much and no more`(kilograms: Int, verdict: BalanceFinding.Verdict) throws
    {
        let found = try finding([portion(.cherry, 500)], gave: portion(.green, kilograms))
        #expect(found.verdict == verdict && found.mostGrams == 123_600)
        #expect(
            found.lines.first?.arithmetic.indonesian
                == "gelondong basah 500 kg × 0,24 = 120 kg (praktik umum)"
        )
    }

    @Test func `the bound itself is allowed`() throws {
        let exact = try #require(Portion(.green, grams: 123_600))
        let over = try #require(Portion(.green, grams: 123_601))
        let cherries = [try portion(.cherry, 500)]
        #expect(try finding(cherries, gave: exact).verdict == .near)
        #expect(try finding(cherries, gave: over).verdict == .tooMuch)
    }

    @Test func `a ratio at 12 percent is applied to masses at 12 percent`() throws {
        let scope = Conversion.Scope(grade: "1")
        let found = try finding(
            [portion(.wetParchment, 1000, at: 340)],
            gave: portion(.green, 580, at: 130),
            scope: scope
        )
        // 1000 × 66 / 88 = 750; × 0,76 × 1,03 = 587,1; the output is 580 × 87 / 88 = 573,4.
        #expect(found.lines.map(\.counted) == [750_000])
        #expect(found.mostGrams == 587_100 && found.verdict == .near)
        #expect(!found.isMoistureMissing)
        let unmeasured = try finding(
            [portion(.wetParchment, 1000)],
            gave: portion(.green, 580),
            scope: scope
        )
        #expect(
            unmeasured.isMoistureMissing && unmeasured.sentence.indonesian.contains("timbangan")
        )
    }

    @Test func `without a declared ratio nothing is claimed`() throws {
        let found = try finding(
            [portion(.cherry, 500), portion(.green, 10)],
            gave: portion(.roasted, 400)
        )
        #expect(found.verdict == .cannotSay && found.allowed == nil && found.mostGrams == nil)
        #expect(found.lines.map { $0.most == nil } == [true, false])
    }

    @Test func `where the kind stays nothing is gained, and losses count`() throws {
        let bags = [try portion(.green, 60), try portion(.green, 40)]
        #expect(try finding(bags, gave: portion(.green, 100)).verdict == .fits)
        #expect(try finding(bags, gave: portion(.green, 101)).verdict == .tooMuch)
        #expect(
            try finding(bags, gave: portion(.green, 99), losses: 1001).verdict == .tooMuch
        )
        let sorted = try finding(bags, gave: portion(.green, 90), losses: 4000)
        #expect(sorted.verdict == .fits && sorted.unaccounted == 6000)
        // Drying further takes water, not coffee; wetting it adds none.
        let dried = [try portion(.unsorted, 1000, at: 200)]
        #expect(try finding(dried, gave: portion(.unsorted, 909, at: 120)).verdict == .fits)
        #expect(try finding(dried, gave: portion(.unsorted, 910, at: 120)).verdict == .tooMuch)
    }

    @Test func `the order of batches does not matter`() throws {
        var numbers = SeededNumbers(11)
        for _ in 0..<200 {
            let inputs = try (0...numbers.whole(0...8)).map { _ in
                try portion(
                    numbers.pick([.cherry, .driedCherry, .parchment, .wetParchment, .green]),
                    numbers.whole(0...9000),
                    at: numbers.happens(0.7) ? numbers.whole(80...400) : nil
                )
            }
            let output = try portion(.green, numbers.whole(0...20_000), at: 125)
            let scope = Conversion.Scope(species: .robusta, grade: "1")
            let one = try finding(inputs, gave: output, scope: scope)
            let other = try finding(inputs.reversed(), gave: output, scope: scope)
            #expect(one.allowed == other.allowed && one.verdict == other.verdict)
        }
    }

    @Test func `a chain of steps that fits never gains`() throws {
        var numbers = SeededNumbers(13)
        let ways: [[CoffeeKind]] = [
            [.cherry, .green, .green, .roasted], [.driedCherry, .green, .green],
            [.parchment, .green, .roasted], [.green, .green, .green, .green],
        ]
        for _ in 0..<200 {
            let way = numbers.pick(ways)
            var held = try #require(Portion(way[0], grams: Int64(numbers.whole(1...900_000))))
            var most = Ratio(Int128(held.grams))
            for kind in way.dropFirst() {
                // The most that the rule lets pass, so that gains would add up.
                let empty = try #require(Portion(kind, grams: 0))
                let bound = try finding([held], gave: empty)
                let next = try #require(bound.mostGrams.flatMap { Portion(kind, grams: $0) })
                let share = bound.lines.first?.conversion?.most ?? 1
                let pass = held.kind == kind ? 1 : Ratio(103, over: 100)
                most = most * share * pass
                #expect(try finding([held], gave: next).verdict != .tooMuch)
                #expect(next.grams <= held.grams, "\(held) gave \(next)")
                #expect(Ratio(Int128(next.grams)) <= most)
                held = next
            }
        }
    }

    @Test func `the largest masses do not break the reckoning`() throws {
        let largest: Int64 = 1_000_000_000_000
        let moisture = try #require(Moisture(percent: try ratio("11.999")))
        let input = try #require(Portion(.wetParchment, grams: largest, moisture: moisture))
        let output = try #require(Portion(.green, grams: largest, moisture: moisture))
        let found = try finding(
            Array(repeating: input, count: 1000),
            gave: output,
            scope: .init(grade: "1")
        )
        #expect(found.verdict == .fits && found.mostGrams != nil)
        #expect(Portion(.green, grams: largest + 1) == nil && Portion(.green, grams: -1) == nil)
    }

    private static let steps: [(Step, CoffeeKind, Set<CoffeeKind>)] = [
        (.pulp, .cherry, [.wetParchment]),
        (.wetHull, .wetParchment, [.wetHulled, .unsorted]), (.wetHull, .parchment, []),
        (.hull, .parchment, [.unsorted, .green]), (.roast, .unsorted, []), (.float, .green, []),
        (.dry, .cherry, [.cherry, .driedCherry]), (.bag, .roasted, [.roasted]),
        (.sort, .unsorted, [.unsorted, .green]),
    ]

    @Test(arguments: steps)
    func `a step makes what it can of a kind`(
        step: Step,
        kind: CoffeeKind,
        results: Set<CoffeeKind>
    ) {
        #expect(step.results(of: kind) == results)
    }

    @Test(arguments: [("1.1", "0", "0.9"), ("-0.1", "0", "0.9"), ("0.03", "0", "2")])
    func `a rule of shares that are none is refused`(
        tolerance: String,
        within: String,
        near: String
    ) throws {
        let rule = BalanceRule(
            tolerance: try ratio(tolerance),
            withinKind: try ratio(within),
            nearFrom: try ratio(near)
        )
        #expect(rule == nil)
    }
}
