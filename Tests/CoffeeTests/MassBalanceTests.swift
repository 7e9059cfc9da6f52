import Coffee
import Stories
import Testing

/// What a step may give and a plot may bear.
struct MassBalanceTests {
    /// The ratios of the tests: what the shipped tables say is for them to be tested with.
    private static let declared = DeclaredMeasures(
        green: "biji",
        ratio: { from, to in
            switch (from.kind.text, to.text, from.species.text) {
            case ("gelondong", "biji", "robusta"): 240
            case ("gelondong", "biji", "arabika"): 200
            case ("gabah", "biji", _): 800
            case _: nil
            }
        },
        bounds: { species, _ in
            species == "robusta"
                ? YieldBounds(warn: 1500, block: 2500) : YieldBounds(warn: 1200, block: 2000)
        }
    )

    private static func weighed(_ kind: Code, _ kilograms: Int64, _ moisture: Int? = nil)
        -> WeighedCoffee
    {
        WeighedCoffee(
            KindOfCoffee(kind, of: "robusta"),
            grams: kilograms * 1000,
            moisture: moisture
        )
    }

    private static func findings(_ inputs: [WeighedCoffee], _ output: WeighedCoffee)
        -> [LotFinding]
    {
        declared.measures.step(MeasuredStep("kupas", of: inputs, to: output))
    }

    @Test(arguments: [
        (Int64(1_000_000), 140, Int64(977_273)), (1_000_000, 120, 1_000_000),
        (1_000_000, 360, 727_273), (0, 120, 0), (1_000_000, 1000, 1_000_000),
    ])
    func `a weight at another moisture is one at twelve percent`(
        _ grams: Int64,
        _ moisture: Int,
        _ expected: Int64
    ) {
        #expect(Grams.atTwelvePercent(grams, moisture: moisture) == expected)
    }

    @Test func `a thousand kilograms of cherries give 247,2 kilograms of green coffee at most`() {
        let cherries = [Self.weighed("gelondong", 1000)]
        #expect(Self.findings(cherries, Self.weighed("biji", 222)).isEmpty)
        #expect(
            Self.findings(cherries, Self.weighed("biji", 247))
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
            Self.findings(cherries, Self.weighed("biji", 248))
                == [LotFinding(.moreThanItsInputs, said: 248_000, most: 247_200)]
        )
    }

    @Test func `wet parchment is compared as if it were dry`() {
        // 1000 kg at 36 % are 727,3 kg at 12 %, which give 599,3 kg at most.
        let wet = [Self.weighed("gabah", 1000, 360)]
        #expect(Self.findings(wet, Self.weighed("biji", 620, 120)).count == 1)
        #expect(Self.findings(wet, Self.weighed("biji", 530, 120)).isEmpty)
        // The same as wet beans: 660 kg at 30 % are 525 kg.
        #expect(Self.findings(wet, Self.weighed("biji", 660, 300)).isEmpty)
    }

    @Test func `where only the place changes nothing is noted, and nothing comes from nowhere`() {
        let green = [Self.weighed("biji", 600), Self.weighed("biji", 400)]
        #expect(Self.findings(green, Self.weighed("biji", 1000)).isEmpty)
        #expect(Self.findings(green, Self.weighed("biji", 1030)).isEmpty)
        #expect(Self.findings(green, Self.weighed("biji", 1031)).map(\.isWarning) == [false])
    }

    @Test func `a step without a declared ratio says so`() {
        let roasted = Self.findings([Self.weighed("biji", 10)], Self.weighed("sangrai", 8))
        #expect(roasted == [LotFinding(.noRatioDeclared, said: 8000, most: 0)])
    }

    @Test func `a scale in pounds is recognised`() {
        let green = [Self.weighed("biji", 100)]
        let found = Self.findings(green, Self.weighed("biji", 220))
        #expect(found.map(\.rule) == [.scaleInPounds])
        #expect(Self.findings(green, Self.weighed("biji", 300)).map(\.rule) == [.moreThanItsInputs])
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
    ) {
        let plot = PlotAtScale(OpaqueID(high: 1, low: 1), area: 12_500)
        let findings = Self.declared.measures.plot(
            MeasuredPlot(plot, of: species, season: 2026, green: green)
        )
        #expect(findings.first?.isWarning == isWarning)
    }

    @Test func `cherries are counted as green coffee`() {
        let green = Self.declared.measures.green
        #expect(green(KindOfCoffee("gelondong", of: "robusta"), 100_000) == 24_000)
        #expect(green(KindOfCoffee("biji", of: "robusta"), 100_000) == 100_000)
        // What has no ratio counts whole: rather too much than hidden.
        #expect(green(KindOfCoffee("entah", of: "robusta"), 100_000) == 100_000)
    }

    @Test func `no chain of steps that were believed gives more than its tolerances`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let first = Int64.random(in: 1...1_000_000_000, using: &generator)
            var grams = first
            for _ in 0..<12 {
                let input = WeighedCoffee(
                    KindOfCoffee("biji", of: "robusta"),
                    grams: grams,
                    moisture: nil
                )
                let more = Int64.random(in: 0...(grams / 10 + 1), using: &generator)
                let output = WeighedCoffee(input.what, grams: grams + more, moisture: nil)
                let step = MeasuredStep("campur", of: [input], to: output)
                if Self.declared.measures.step(step).isEmpty { grams += more }
            }
            #expect(Double(grams) <= Double(first) * 1.4258 + 12)
        }
    }
}
