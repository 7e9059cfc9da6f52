import Satisfaction
import Stories
import Testing

/// The worked example of a real office: 29 respondents, and the index by each policy.
struct WorkedExample {
    /// How often each element got 4, 3 and 2.
    static let counts: [(SurveyElement, [Int])] = [
        (.requirements, [18, 11, 0]), (.procedure, [14, 15, 0]), (.time, [15, 12, 2]),
        (.cost, [29, 0, 0]), (.product, [15, 14, 0]), (.competence, [18, 11, 0]),
        (.conduct, [19, 10, 0]), (.complaints, [18, 11, 0]), (.facilities, [28, 1, 0]),
    ]

    /// The same as 29 questionnaires.
    static func questionnaires() throws -> [Grades] {
        try (0..<29).map { respondent in
            var grades: [SurveyElement: Grade] = [:]
            for (element, counts) in counts {
                let list =
                    Array(repeating: Grade.excellent, count: counts[0])
                    + Array(repeating: Grade.good, count: counts[1])
                    + Array(repeating: Grade.fair, count: counts[2])
                grades[element] = list[respondent]
            }
            return try #require(Grades(grades))
        }
    }

    static func tally() throws -> Tally {
        try questionnaires().reduce(into: Tally()) { $0.add($1) }
    }
}

struct IndexTests {
    @Test(arguments: [
        (SurveyElement.requirements, 105, "3.6207"), (.procedure, 101, "3.4828"),
        (.time, 100, "3.4483"), (.cost, 116, "4.0000"), (.product, 102, "3.5172"),
        (.competence, 105, "3.6207"), (.conduct, 106, "3.6552"), (.complaints, 105, "3.6207"),
        (.facilities, 115, "3.9655"),
    ])
    func `an element's average is its sum over the questionnaires`(
        element: SurveyElement,
        sum: Int,
        average: String
    ) throws {
        let tally = try WorkedExample.tally()
        #expect(tally.count == 29)
        #expect(tally.sums[element] == sum)
        #expect(tally.average(of: element)?.text(decimals: 4) == average)
    }

    @Test(arguments: [
        (WeightPolicy.exact, "91.4751", "91.48"), (.thousandths, "91.3836", "91.38"),
        (.hundredths, "90.5603", "90.56"),
    ])
    func `the index of the worked example differs by the policy of the weight`(
        policy: WeightPolicy,
        exact: String,
        rounded: String
    ) throws {
        let tally = try WorkedExample.tally()
        #expect(tally.exactIndex(policy)?.text(decimals: 4) == exact)
        let index = try #require(tally.index(policy))
        #expect(index.text == rounded)
        #expect(index.quality == .excellent)
        #expect(tally.sums.values.reduce(0, +) == 955)
    }

    @Test func `weighted averages add up to a twenty-fifth of the index`() throws {
        let tally = try WorkedExample.tally()
        for policy in WeightPolicy.allCases {
            let parts = SurveyElement.allCases.compactMap { tally.weighted($0, policy) }
            // All of them have the same denominator.
            let whole = Ratio(parts.map(\.numerator).reduce(0, +) * 25, parts[0].denominator)
            #expect(whole.text(decimals: 9) == tally.exactIndex(policy)?.text(decimals: 9))
        }
    }

    @Test func `the elements with the lowest averages come first`() throws {
        let lowest = try WorkedExample.tally().lowestFirst.prefix(3)
        #expect(Array(lowest) == [.time, .procedure, .product])
    }

    @Test(arguments: [
        (64_994, "64.99", QualityClass.poor), (64_995, "65.00", .fair), (76_604, "76.60", .fair),
        (76_605, "76.61", .good), (88_304, "88.30", .good), (88_305, "88.31", .excellent),
        (25_000, "25.00", .poor), (100_000, "100.00", .excellent),
    ])
    func `a class begins exactly at its bound`(
        thousandths: Int,
        rounded: String,
        quality: QualityClass
    ) {
        let index = SatisfactionIndex(rounding: Ratio(thousandths, 1000))
        #expect(index.text == rounded)
        #expect(index.quality == quality)
    }

    @Test func `just below each bound stands the class below`() {
        for (index, bound) in QualityClass.bounds.enumerated().dropLast() {
            #expect(QualityClass(hundredths: bound.from) == bound.reaches)
            let below = QualityClass(hundredths: bound.from - 1)
            #expect(below == QualityClass.bounds[index + 1].reaches)
        }
    }

    @Test func `every index there can be lies in the scale, and better answers never lower it`() {
        for count in 1...12 {
            var last = 0
            for total in (9 * count)...(36 * count) {
                var sums = Dictionary(
                    uniqueKeysWithValues: SurveyElement.allCases.map { ($0, total / 9) }
                )
                sums[.time, default: 0] += total % 9
                guard let index = Tally(count: count, sums: sums).index(.exact) else {
                    Issue.record("there is an index for \(count) answers")
                    return
                }
                #expect((2500...10_000).contains(index.hundredths))
                #expect(index.hundredths >= last)
                // The integer form of the facts: 2500 x total / (n x 9), half up.
                let whole = (2 * 2500 * total + 9 * count) / (2 * 9 * count)
                #expect(index.hundredths == whole)
                last = index.hundredths
            }
        }
    }

    @Test func `the order of the answers does not matter`() throws {
        let answers = try WorkedExample.questionnaires()
        let expected = try WorkedExample.tally()
        var generator = Dice(seed: 14)
        for _ in 0..<50 {
            let mixed = answers.shuffled(using: &generator)
            #expect(mixed.reduce(into: Tally()) { $0.add($1) } == expected)
        }
    }

    @Test func `fewer than nine elements share the whole weight`() {
        let tally = Tally(count: 2, sums: [.time: 6, .cost: 8])
        #expect(tally.index(.exact)?.text == "87.50")
        #expect(WeightPolicy.exact.weight(of: 8) == Ratio(1, 8))
        #expect(WeightPolicy.thousandths.weight(of: 9) == Ratio(111, 1000))
        #expect(WeightPolicy.hundredths.weight(of: 9) == Ratio(11, 100))
    }

    @Test func `without answers there is no index`() {
        #expect(Tally().index(.exact) == nil)
        #expect(Tally().average(of: .time) == nil)
        #expect(Tally().lowestFirst == [])
    }

    @Test func `a questionnaire with a gap is none`() {
        #expect(Grades([.time: .good]) == nil)
    }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
