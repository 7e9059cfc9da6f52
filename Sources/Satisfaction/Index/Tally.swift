/// What many questionnaires add up to.
///
/// Sums and a count say everything that the index needs, so the order in which answers came
/// cannot matter, and what is published can be computed again.
package struct Tally: Hashable, Sendable {
    /// Questionnaires that were filled in.
    package private(set) var count: Int

    /// The sum of the answers to each element that was asked about.
    package private(set) var sums: [SurveyElement: Int]

    package init(count: Int = 0, sums: [SurveyElement: Int] = [:]) {
        self.count = count
        self.sums = sums
    }

    package mutating func add(_ grades: Grades) {
        count += 1
        for element in SurveyElement.allCases {
            sums[element, default: 0] += grades[element].rawValue
        }
    }

    /// What two groups of questionnaires add up to.
    package static func + (one: Tally, other: Tally) -> Tally {
        Tally(
            count: one.count + other.count,
            sums: one.sums.merging(other.sums) { $0 + $1 }
        )
    }

    /// The average of one element (NRR), 1 to 4; nil where nobody was asked.
    package func average(of element: SurveyElement) -> Ratio? {
        guard count > 0, let sum = sums[element] else { return nil }
        return Ratio(sum, count)
    }

    /// An average times its weight (NRR tertimbang).
    package func weighted(_ element: SurveyElement, _ policy: WeightPolicy) -> Ratio? {
        guard let average = average(of: element) else { return nil }
        let weight = policy.weight(of: sums.count)
        return Ratio(
            average.numerator * weight.numerator,
            average.denominator * weight.denominator
        )
    }

    /// The index before it is rounded; nil without answers.
    package func exactIndex(_ policy: WeightPolicy) -> Ratio? {
        guard count > 0, !sums.isEmpty else { return nil }
        let weight = policy.weight(of: sums.count)
        let total = sums.values.reduce(0, +)
        return Ratio(25 * total * weight.numerator, count * weight.denominator)
    }

    package func index(_ policy: WeightPolicy) -> SatisfactionIndex? {
        exactIndex(policy).map(SatisfactionIndex.init(rounding:))
    }

    /// The elements that were asked about, the one with the lowest average first.
    package var lowestFirst: [SurveyElement] {
        SurveyElement.allCases.filter { sums[$0] != nil }
            .sorted { (sums[$0] ?? 0, $0.place) < (sums[$1] ?? 0, $1.place) }
    }
}
