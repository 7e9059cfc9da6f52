import Beans
import Stories
import Testing

/// The example of a laboratory's course: 34,1 points in 300 g.
private let example: [(Defect, Int)] = [
    (.black, 6), (.partlyBlack, 8), (.broken, 25), (.brown, 12), (.oneHole, 30),
    (.moreHoles, 20), (.spotted, 15), (.driedCherry, 2), (.immature, 18), (.mediumForeign, 1),
]

private func sample(
    _ found: [(Defect, Int)],
    grams: Ratio = 300
) throws -> GradingSample {
    try #require(
        GradingSample(grams: grams, found: found.map { GradingSample.Found($0.0, $0.1) })
    )
}

struct GradeTests {
    @Test(arguments: Species.allCases)
    func `the worked example is 34,1 points and grade 3`(species: Species) throws {
        let report = GradeReport(try sample(example), species: species)
        #expect(report.sum.text() == "34,1" && report.twentieths == 682)
        #expect(report.grade == .three && !report.isIndicative)
        #expect(
            report.lines.map(\.arithmetic.indonesian).prefix(3) == [
                "6 × 1 = 6", "8 × 0,5 = 4", "2 × 1 = 2",
            ]
        )
        #expect(report.conclusion.indonesian == "Mutu 3 (nilai cacat lebih dari 25 sampai 44)")
    }

    @Test func `eight broken and four brown are 2,6 points and grade 1`() throws {
        let report = GradeReport(try sample([(.broken, 8), (.brown, 4)]), species: .robusta)
        #expect(report.sum.text() == "2,6" && report.grade == .one)
    }

    @Test(arguments: [
        (0, Grade.one, Grade.one), (220, .one, .one), (221, .two, .two), (230, .two, .two),
        (500, .two, .two), (501, .three, .three), (880, .three, .three),
        (881, .fourA, .four), (1200, .fourA, .four), (1201, .fourB, .four),
        (1600, .fourB, .four), (1601, .five, .five), (3000, .five, .five),
        (3001, .six, .six), (4500, .six, .six), (4501, .outside, .outside),
    ])
    func `an upper bound belongs to its grade`(twentieths: Int, robusta: Grade, arabica: Grade) {
        let points = Ratio(Int128(twentieths), over: 20)
        #expect(Grade(points: points, of: .robusta) == robusta)
        #expect(Grade(points: points, of: .arabica) == arabica)
    }

    @Test func `the twenty defects count what the standard says`() {
        let points = Defect.allCases.map { $0.points.text() }
        #expect(
            points == [
                "1", "0,5", "0,5", "1", "0,25", "1", "0,5", "0,2", "0,5", "0,5", "0,2", "0,1",
                "0,2",
                "0,2", "0,1", "0,2", "0,1", "5", "2", "1",
            ]
        )
    }

    @Test func `another weight is brought to 300 g and only indicates`() throws {
        // 11 points in 290 g are 11,38 in 300 g: grade 2, although 11 alone would be grade 1.
        let report = GradeReport(try sample([(.black, 11)], grams: 290), species: .robusta)
        #expect(report.isIndicative && report.grade == .two)
        #expect(report.inStandardSample == Ratio(330, over: 29))
        #expect(report.scaling.indonesian.contains("11 × 300 / 290 = ≈ 11,3793"))
        #expect(report.scaling.indonesian.contains("indikatif"))
        // Exactly at the bound, where a rounded decimal could fall on either side.
        let bound = GradeReport(
            try sample([(.black, 11)], grams: try ratio("300.0")),
            species: .robusta
        )
        #expect(bound.grade == .one && !bound.isIndicative)
    }

    @Test func `a bean with several defects counts once, with the largest`() throws {
        let found = [
            GradingSample.Found([.black, .broken, .oneHole], count: 3),
            GradingSample.Found([.broken, .oneHole], count: 2),
        ]
        let sample = try #require(GradingSample(grams: 300, found: found))
        let report = GradeReport(sample, species: .robusta)
        #expect(report.lines.map(\.defect) == [.black, .broken])
        #expect(report.sum.text() == "3,4")
    }

    @Test func `whether spots count is a rule that is handed in`() throws {
        let rules = GradingRules(spotsOnWetArabicaOnly: Sourced("catatan SNI"))
        let spots = try sample([(.spotted, 20)])
        let robusta = GradeReport(spots, species: .robusta, treatment: .dry, rules: rules)
        #expect(robusta.sum == 0 && robusta.lines.map(\.count) == [20])
        #expect(robusta.lines.first?.arithmetic.indonesian == "20, tidak dihitung")
        #expect(robusta.notes.contains { $0.indonesian.contains("catatan SNI") })
        #expect(
            GradeReport(spots, species: .arabica, treatment: .wet, rules: rules).sum == 2
        )
        #expect(GradeReport(spots, species: .robusta).sum == 2)
        // A hole beside the spots still counts.
        let both = try #require(
            GradingSample(grams: 300, found: [.init([.spotted, .oneHole], count: 10)])
        )
        #expect(GradeReport(both, species: .robusta, rules: rules).sum == 1)
    }

    @Test(arguments: [
        ("12.5", "0.5", true), ("12.51", "0.5", false), ("12.5", "0.51", false),
    ])
    func `moisture and dirt have their bounds`(
        moisture: String,
        dirt: String,
        isWithin: Bool
    ) throws {
        var sample = try sample([])
        (sample.moisture, sample.dirt) = (try ratio(moisture), try ratio(dirt))
        let report = GradeReport(sample, species: .robusta)
        #expect(report.isWithinStandard == isWithin && !report.isComplete)
    }

    @Test func `live insects and a rotten smell put coffee outside`() throws {
        var sample = try sample([])
        #expect(GradeReport(sample, species: .arabica).isWithinStandard)
        (sample.hasLiveInsects, sample.smellsRotten) = (false, true)
        let report = GradeReport(sample, species: .arabica)
        #expect(!report.isWithinStandard)
        #expect(report.requirements.map(\.verdict) == [.met, .broken, .notExamined, .notExamined])
    }

    @Test func `more points do not make a better grade`() {
        for species in Species.allCases {
            var best = 0
            let order = Grade.bounds(for: species).map(\.grade) + [.outside]
            for twentieths in stride(from: 0, through: 5000, by: 7) {
                let grade = Grade(points: Ratio(Int128(twentieths), over: 20), of: species)
                let place = order.firstIndex(of: grade) ?? -1
                #expect(place >= best)
                best = place
            }
        }
    }
}

struct SizeTests {
    @Test(arguments: [
        // 5 % through the sieve belong to the class, more do not.
        (Species.robusta, Treatment.dry, [Sieve.n16: 95, .n9: 5], SizeClass.Name?.some(.large)),
        (.robusta, .dry, [.n16: 94, .n9: 6], .small),
        (.robusta, .dry, [.n16: 94, .n9: 0, .pan: 6], nil),
        (.robusta, .wet, [.n19: 96, .n16: 4], .large),
        (.robusta, .wet, [.n19: 50, .n16: 46, .n14: 4], .medium),
        (.robusta, .wet, [.n19: 10, .n16: 40, .n14: 50], .small),
        (.arabica, .wet, [.n16: 95, .n15: 5], .large),
        (.arabica, .dry, [.n16: 10, .n15: 86, .n13: 4], .medium),
        (.arabica, .wet, [.n16: 0, .n15: 0, .n13: 95, .pan: 5], .small),
    ])
    func `the largest class of whose sieve 5 % passed`(
        species: Species,
        treatment: Treatment,
        grams: [Sieve: Int],
        size: SizeClass.Name?
    ) throws {
        let finding = try #require(
            SizeFinding(grams.mapValues { Ratio($0) }, of: species, treatment)
        )
        #expect(finding.size?.name == size && finding.missing == nil)
    }

    @Test func `the size of robusta waits for its processing, that of arabica does not`() throws {
        var sample = try sample([])
        sample.sieved = [.n16: 100]
        let robusta = GradeReport(sample, species: .robusta)
        #expect(robusta.size == nil && robusta.wantsTreatment)
        let arabica = GradeReport(sample, species: .arabica)
        #expect(arabica.size?.size?.name == .large && !arabica.wantsTreatment)
    }

    @Test func `a sieve that was not used is named`() throws {
        let finding = try #require(SizeFinding([.n16: 10, .n13: 90], of: .arabica, .wet))
        #expect(finding.size == nil && finding.missing == .n15)
        #expect(finding.sentence.indonesian.contains("nomor 15"))
        #expect(SizeFinding([:], of: .arabica, .wet) == nil)
    }
}
