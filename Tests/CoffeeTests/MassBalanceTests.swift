import Beans
import Coffee
import Foundation
import Stories
import Testing

/// What the shipped ratios say of lots: the arithmetic itself is tried with `Beans`.
struct MassBalanceTests {
    private static func measures() throws -> CoffeeMeasures {
        try CoffeeRules(Array(CoffeeRulesTests.shipped().utf8)).measures(on: Day(number: 20_780))
    }

    private static func weighed(_ kind: Code, _ kilograms: Int64, _ moisture: Int? = nil)
        -> WeighedCoffee
    {
        WeighedCoffee(
            KindOfCoffee(kind, of: "robusta"),
            grams: kilograms * 1000,
            moisture: moisture
        )
    }

    private static func findings(_ inputs: [WeighedCoffee], _ output: WeighedCoffee) throws
        -> [LotFinding]
    {
        try measures().step(MeasuredStep("kupas", of: inputs, to: output))
    }

    @Test func `a thousand kilograms of cherries give 247,2 kilograms of green coffee at most`()
        throws
    {
        for kind in ["gelondong", "gelondong_merah"] as [Code] {
            let cherries = [Self.weighed(kind, 1000)]
            #expect(try Self.findings(cherries, Self.weighed("biji", 222)).isEmpty)
            #expect(
                try Self.findings(cherries, Self.weighed("biji", 247))
                    == [
                        LotFinding(
                            .moreThanItsInputs,
                            said: 247_000,
                            most: 247_200,
                            isWarning: true
                        )
                    ]
            )
            #expect(
                try Self.findings(cherries, Self.weighed("biji", 248))
                    == [LotFinding(.moreThanItsInputs, said: 248_000, most: 247_200)]
            )
        }
    }

    @Test func `wet parchment is compared as if it were dry`() throws {
        // 1000 kg at 36 % are 727,27 kg at 12 %, which give 591,78 kg with the tolerance.
        let wet = [Self.weighed("gabah_basah", 1000, 360)]
        let found = try Self.findings(wet, Self.weighed("asalan", 600, 120))
        #expect(found == [LotFinding(.moreThanItsInputs, said: 600_000, most: 591_781)])
        #expect(try Self.findings(wet, Self.weighed("asalan", 530, 120)).isEmpty)
        // The same as wet beans: 660 kg at 30 % are 525 kg.
        #expect(try Self.findings(wet, Self.weighed("labu", 660, 300)).isEmpty)
    }

    @Test func `where only the place changes nothing is noted, and nothing comes from nowhere`()
        throws
    {
        let green = [Self.weighed("biji", 600), Self.weighed("biji", 400)]
        #expect(try Self.findings(green, Self.weighed("biji", 1000)).isEmpty)
        #expect(try Self.findings(green, Self.weighed("biji", 1030)).isEmpty)
        #expect(try Self.findings(green, Self.weighed("biji", 1031)).map(\.isWarning) == [false])
    }

    @Test func `a step without a declared ratio says so`() throws {
        let back = try Self.findings([Self.weighed("sangrai", 10)], Self.weighed("biji", 8))
        #expect(back == [LotFinding(.noRatioDeclared, said: 8000, most: 0)])
        let unknown = try Self.findings([Self.weighed("entah", 10)], Self.weighed("biji", 8))
        #expect(unknown == [LotFinding(.noRatioDeclared, said: 8000, most: 0)])
    }

    @Test func `a scale in pounds is recognised`() throws {
        let green = [Self.weighed("biji", 100)]
        let found = try Self.findings(green, Self.weighed("biji", 227))
        #expect(found.map(\.rule) == [.scaleInPounds])
        #expect(
            try Self.findings(green, Self.weighed("biji", 300)).map(\.rule) == [.moreThanItsInputs]
        )
    }

    @Test(
        arguments: [
            ("robusta", Int64(1_875_000), nil), ("robusta", 1_875_001, true),
            ("robusta", 3_125_000, true), ("robusta", 3_125_001, false),
            ("arabika", 1_500_000, nil), ("arabika", 2_500_001, false),
        ] as [(Code, Int64, Bool?)]
    )
    func `a plot of 1,25 hectares bears so much`(
        _ species: Code,
        _ green: Int64,
        _ isWarning: Bool?
    ) throws {
        let plot = PlotAtScale(OpaqueID(high: 1, low: 1), area: 12_500)
        let findings = try Self.measures().plot(
            MeasuredPlot(plot, of: species, season: 2026, green: green)
        )
        #expect(findings.first?.isWarning == isWarning)
    }

    @Test func `a plot without an area is not judged`() throws {
        let plot = PlotAtScale(OpaqueID(high: 1, low: 1), area: 0)
        let asked = MeasuredPlot(plot, of: "robusta", season: 2026, green: 1_000_000)
        #expect(try Self.measures().plot(asked).isEmpty)
    }

    @Test func `cherries are counted as the least green coffee that they can be`() throws {
        let green = try Self.measures().green
        #expect(green(KindOfCoffee("gelondong", of: "robusta"), 100_000) == 20_000)
        #expect(green(KindOfCoffee("gelondong_merah", of: "arabika"), 100_000) == 15_000)
        #expect(green(KindOfCoffee("biji", of: "robusta"), 100_000) == 100_000)
        // What has no ratio counts whole: rather too much than hidden.
        #expect(green(KindOfCoffee("entah", of: "robusta"), 100_000) == 100_000)
    }
}
