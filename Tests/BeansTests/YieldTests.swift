import Beans
import Stories
import Testing

private func delivered(_ portions: [(CoffeeKind, Int64)]) throws -> GreenEquivalent {
    GreenEquivalent(
        try portions.map { try #require(Portion($0.0, grams: $0.1 * 1000)) },
        of: .init(species: .robusta),
        by: try conversions(),
        on: today
    )
}

private func plot(
    _ species: Species,
    _ hectares: String,
    plantedIn: Int? = nil
) throws -> YieldFinding.Plot {
    try #require(
        YieldFinding.Plot(species, hectares: try ratio(hectares), plantedIn: plantedIn)
    )
}

struct YieldTests {
    @Test(arguments: [
        (Species.robusta, 1500, YieldFinding.Verdict.fits), (.robusta, 1501, .asked),
        (.robusta, 2500, .asked), (.robusta, 2501, .held), (.arabica, 1200, .fits),
        (.arabica, 1201, .asked), (.arabica, 2001, .held), (.robusta, 0, .fits),
    ])
    func `so much a hectare is asked about, and more is held`(
        species: Species,
        kilograms: Int,
        verdict: YieldFinding.Verdict
    ) throws {
        let found = YieldFinding(
            try plot(species, "1"),
            season: 2026,
            delivered: try delivered([(.green, Int64(kilograms))]),
            by: try yields()
        )
        #expect(found.verdict == verdict)
    }

    @Test func `deliveries of any kind are judged by the least that they can be`() throws {
        let all = try delivered([(.cherry, 5000), (.driedCherry, 400), (.green, 300)])
        #expect(all.least == 1_500_000 && all.most == 1_700_000 && all.unknown.isEmpty)
        let found = YieldFinding(
            try plot(.robusta, "1"),
            season: 2026,
            delivered: all,
            by: try yields()
        )
        #expect(found.verdict == .fits && found.perHectare == 1500)
        #expect(found.sentence.indonesian.contains("1500 kg sampai 1700 kg dari 1 ha"))
    }

    @Test func `doubt about a ratio neither asks nor holds`() throws {
        // 7500 kg of cherries are 1500 to 1800 kg of green coffee, 12500 kg 2500 to 3000.
        for (kilograms, verdict) in [(7500, YieldFinding.Verdict.fits), (12_500, .asked)] {
            let found = YieldFinding(
                try plot(.robusta, "1"),
                season: 2026,
                delivered: try delivered([(.cherry, Int64(kilograms))]),
                by: try yields()
            )
            #expect(found.verdict == verdict, "\(kilograms)")
        }
    }

    @Test func `a kind without a ratio is named and not counted`() throws {
        let all = try delivered([(.wetParchment, 100), (.green, 10)])
        #expect(all.unknown == [.wetParchment] && all.least == 10_000)
    }

    @Test func `the age of trees counts only where somebody has said how`() throws {
        let young = try plot(.robusta, "2", plantedIn: 2024)
        let green = try delivered([(.green, 1600)])
        let without = YieldFinding(young, season: 2026, delivered: green, by: try yields())
        #expect(without.verdict == .fits && without.age == nil)
        let half = try #require(
            AgeShare(.robusta, 0...2, share: Ratio(1, over: 2), sourced: Sourced("dinas"))
        )
        let with = YieldFinding(
            young,
            season: 2026,
            delivered: green,
            by: try yields(ages: [half])
        )
        #expect(with.verdict == .asked && with.asksAbove == 1_500_000)
    }

    @Test func `without an area or a rule nothing is claimed`() throws {
        let green = try delivered([(.green, 9000)])
        let nowhere = YieldFinding(
            try plot(.robusta, "0"),
            season: 2026,
            delivered: green,
            by: try yields()
        )
        #expect(nowhere.verdict == .cannotSay && nowhere.perHectare == nil)
        let unruled = YieldFinding(
            try plot(.robusta, "1"),
            season: 2026,
            delivered: green,
            by: YieldTable([])
        )
        #expect(unruled.verdict == .cannotSay)
        #expect(YieldFinding.Plot(.robusta, hectares: -1) == nil)
    }
}
