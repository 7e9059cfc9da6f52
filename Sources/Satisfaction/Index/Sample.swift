/// How many answered, of how many who could, and whether that is enough to say anything.
package struct Sample: Hashable, Sendable {
    package let answers: Int

    /// The cases that ended in the period and asked for a survey.
    package let population: Int

    package init(answers: Int, of population: Int) {
        self.answers = answers
        self.population = population
    }

    /// How many answers are needed before an index is told.
    package var needed: Int { max(Self.fewest, Self.size(for: population)) }

    package var isEnough: Bool { answers >= needed }

    /// With fewer answers somebody in the office could tell who gave which: a rule of ours, beside
    /// the statistical one.
    package static let fewest = 5

    /// The sample for a population by Krejcie and Morgan, as Permenpan RB 14/2017 has it.
    ///
    /// `3,841 N 0,25 / (0,0025 (N - 1) + 3,841 x 0,25)`, here in whole numbers, rounded half up:
    /// the only rounding that gives every number of the printed table.
    package static func size(for population: Int) -> Int {
        guard population > 0 else { return 0 }
        return Ratio(3841 * population, 10 * (population - 1) + 3841).rounded(decimals: 0)
    }
}
