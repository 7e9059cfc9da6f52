package import Site

/// The two species for which the standard has grades.
package enum GradedSpecies: String, CaseIterable, Sendable {
    case robusta, arabica

    /// Under its name in either language.
    package init?(written: some StringProtocol) {
        switch written.lowercased() {
        case "robusta": self = .robusta
        case "arabica", "arabika": self = .arabica
        case _: return nil
        }
    }
}

/// A grade of SNI 01-2907-2008 by the sum of points in 300 g.
package enum Grade: String, CaseIterable, Sendable {
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
    case fourA = "4a"
    case fourB = "4b"
    case five = "5"
    case six = "6"
    case outside = "di luar mutu"

    /// The points up to which each grade goes; the bound belongs to it.
    ///
    /// The standard has whole bounds and is silent on what lies between them: 11,5 points are
    /// grade 2, because they are more than 11. Arabica's grade 4 is not split.
    package static func bounds(of species: GradedSpecies) -> [(grade: Grade, points: Int64)] {
        let fourth: [(Grade, Int64)] =
            species == .robusta ? [(.fourA, 60), (.fourB, 80)] : [(.four, 80)]
        return [(.one, 11), (.two, 25), (.three, 44)] + fourth + [(.five, 150), (.six, 225)]
    }

    package var words: Words {
        self == .outside
            ? Words("Di luar mutu SNI", "Outside the grades of SNI")
            : Words("Mutu \(rawValue)", "Grade \(rawValue)")
    }
}

/// What a laboratory found in one sample.
package struct GradeSheet: Hashable, Sendable {
    package var sample: String

    /// How often each defect was counted; a bean with several counts once, as the largest.
    package var counts: [Defect: Int64] = [:]

    /// In tenths of a gram; the standard takes 300 g.
    package var sampleTenths: Int64 = 3000

    /// In hundredths of a percent; nil where it was not measured.
    package var moisture: Int64?
    package var dirt: Int64?
    package var hasLiveInsects: Bool?

    /// Smells rotten or of mould.
    package var smells: Bool?

    package init(_ sample: String) { self.sample = sample }

    /// A bean with several defects counts once, with the largest.
    package mutating func count(_ beans: Int64, with defects: [Defect]) {
        guard let largest = defects.max(by: { $0.twentieths < $1.twentieths }) else { return }
        counts[largest, default: 0] += beans
    }
}

/// A sheet, worked out: each line of arithmetic, the grade, and what else the standard asks.
package struct GradeReport: Hashable, Sendable {
    package let sheet: GradeSheet
    package let species: GradedSpecies

    /// Points as they were counted, in twentieths.
    package let twentieths: Int64
    package let grade: Grade

    /// The general requirements that are not met.
    package let failings: [Failing]

    /// What the standard asks and nobody measured.
    package let unmeasured: [Failing]

    /// A sample of another weight gives an indication only.
    package var isIndicative: Bool { sheet.sampleTenths != 3000 }

    /// Fit for the standard: a grade, and nothing against it.
    package var isFit: Bool { grade != .outside && failings.isEmpty }

    /// Something that the standard asks of all coffee beans.
    package enum Failing: String, CaseIterable, Sendable {
        case moisture, dirt, insects, smell

        package var words: Words {
            switch self {
            case .moisture: Words("Kadar air paling banyak 12,5 %", "Moisture 12.5 % at most")
            case .dirt: Words("Kadar kotoran paling banyak 0,5 %", "Dirt 0.5 % at most")
            case .insects: Words("Tidak ada serangga hidup", "No live insects")
            case .smell: Words("Tidak berbau busuk atau kapang", "No smell of rot or mould")
            }
        }
    }

    package init(of sheet: GradeSheet, as species: GradedSpecies) {
        self.sheet = sheet
        self.species = species
        let points = sheet.counts.reduce(Int64(0)) { $0 + $1.key.twentieths * $1.value }
        twentieths = points
        // points/20 × 300/weight ≤ bound, without dividing: weights are tenths of a gram.
        grade =
            Grade.bounds(of: species).first { bound in
                points * 3000 <= bound.points * 20 * sheet.sampleTenths
            }?.grade ?? .outside
        let found: [(Failing, Bool?)] = [
            (.moisture, sheet.moisture.map { $0 > 1250 }), (.dirt, sheet.dirt.map { $0 > 50 }),
            (.insects, sheet.hasLiveInsects), (.smell, sheet.smells),
        ]
        failings = found.filter { $0.1 == true }.map(\.0)
        unmeasured = found.filter { $0.1 == nil }.map(\.0)
    }

    /// Points in 300 g, in hundredths, rounded to the nearest: for showing, never for deciding.
    package var shownHundredths: Int64 {
        Grams.share(twentieths * 5, 3000, of: sheet.sampleTenths)
    }

    /// `34,1`: points in 300 g.
    package func points(in language: Language) -> String {
        Self.decimal(hundredths: shownHundredths, in: language)
    }

    /// Hundredths as people write them.
    package static func decimal(hundredths: Int64, in language: Language) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return NumberWords.decimal("\(whole)", in: language) }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return NumberWords.decimal("\(whole).\(decimals)", in: language)
    }
}
