/// A sample judged by SNI 01-2907-2008, with every line of the reckoning.
///
/// Pages, tables and papers show these lines; nobody has to believe a grade.
package struct GradeReport: Hashable, Sendable {
    /// How often a defect was found and what that makes.
    package struct Line: Hashable, Sendable {
        package let defect: Defect
        package let count: Int

        /// False where the rules that were handed in do not count this defect on such coffee.
        package let isCounted: Bool

        package var points: Ratio { isCounted ? Ratio(count) * defect.points : 0 }
    }

    package let species: Species
    package let treatment: Treatment?
    package let grams: Ratio

    /// In the order of the standard; defects that were not found are left out.
    package let lines: [Line]

    /// The points as counted, and what they are in 300 g.
    package let sum: Ratio
    package let inStandardSample: Ratio

    /// By the points alone; see `isWithinStandard` for the rest.
    package let grade: Grade
    package let requirements: [Requirement]
    package let size: SizeFinding?

    /// It was sieved, and nobody said how it was processed.
    package let wantsTreatment: Bool
    package let rules: GradingRules

    /// What the standard weighs out.
    package static let standardGrams: Ratio = 300

    package init(
        _ sample: GradingSample,
        species: Species,
        treatment: Treatment? = nil,
        rules: GradingRules = GradingRules()
    ) {
        (self.species, self.treatment, self.rules) = (species, treatment, rules)
        grams = sample.grams
        var counts: [Defect: Int] = [:]
        for found in sample.found {
            let counted = found.defects.filter { rules.counts($0, of: species, treatment) }
            // Where the rules count none of them, it is shown as counting nothing.
            guard let largest = Self.largest(counted.isEmpty ? found.defects : counted) else {
                continue
            }
            counts[largest, default: 0] += found.count
        }
        lines = Defect.allCases.compactMap { defect in
            guard let count = counts[defect], count > 0 else { return nil }
            let isCounted = rules.counts(defect, of: species, treatment)
            return Line(defect: defect, count: count, isCounted: isCounted)
        }
        sum = Ratio.sum(lines.map(\.points))
        // A sample weighs more than nothing.
        inStandardSample = (sum * Self.standardGrams).divided(by: sample.grams) ?? sum
        grade = Grade(points: inStandardSample, of: species)
        requirements = Requirement.all(of: sample)
        // The sieves of arabica are the same however it was processed.
        let sieving = species == .arabica ? treatment ?? .wet : treatment
        size = sieving.flatMap { SizeFinding(sample.sieved, of: species, $0) }
        wantsTreatment = sieving == nil && !sample.sieved.isEmpty
    }

    /// The one that counts of a bean's defects; among equals the first of the standard.
    private static func largest(_ defects: Set<Defect>) -> Defect? {
        Defect.allCases.filter(defects.contains).max { $0.twentieths < $1.twentieths }
    }

    /// The sample was not of 300 g, so its grade is only an indication.
    package var isIndicative: Bool { grams != Self.standardGrams }

    /// The points as counted, in twentieths.
    package var twentieths: Int64 { Int64((sum * 20).floor) }

    /// It has a grade, and breaks none of the requirements that were examined.
    package var isWithinStandard: Bool {
        grade != .outside && !requirements.contains { $0.verdict == .broken }
    }

    /// Each requirement was examined.
    package var isComplete: Bool { !requirements.contains { $0.verdict == .notExamined } }
}
