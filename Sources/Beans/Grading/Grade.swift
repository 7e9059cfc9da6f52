/// What SNI 01-2907-2008 calls coffee by the points of its defects.
package enum Grade: String, Hashable, Sendable, CaseIterable {
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
    case fourA = "4a"
    case fourB = "4b"
    case five = "5"
    case six = "6"
    case outside = "di-luar"

    /// The grades of a species from the best on, each with the points up to which it goes.
    ///
    /// Arabica has one grade 4; robusta has 4a and 4b.
    package static func bounds(for species: Species) -> [(grade: Grade, upTo: Ratio)] {
        let middle: [(Grade, Ratio)] =
            switch species {
            case .robusta: [(.fourA, 60), (.fourB, 80)]
            case .arabica: [(.four, 80)]
            }
        return [(.one, 11), (.two, 25), (.three, 44)] + middle + [(.five, 150), (.six, 225)]
    }

    /// The grade of so many points in 300 g.
    ///
    /// The standard writes whole bounds (11, then 12) and is silent on what lies between them: the
    /// upper bound belongs to its grade, so 11 is grade 1, and 11,5 is grade 2.
    package init(points: Ratio, of species: Species) {
        self = Self.bounds(for: species).first { points <= $0.upTo }?.grade ?? .outside
    }

    package var title: Saying {
        switch self {
        case .outside: Saying("Di luar standar", "Outside the standard")
        case .one, .two, .three, .four, .fourA, .fourB, .five, .six:
            Saying("Mutu \(rawValue)", "Grade \(rawValue)")
        }
    }

    /// `lebih dari 25 sampai 44`: what the grade reaches from and to.
    package func reach(for species: Species) -> Saying {
        let bounds = Self.bounds(for: species)
        guard let index = bounds.firstIndex(where: { $0.grade == self }) else {
            let most = bounds.last?.upTo ?? 0
            return Saying("lebih dari \(most.text())", "more than \(most.englishText())")
        }
        let top = bounds[index].upTo
        guard index > 0 else {
            return Saying("paling banyak \(top.text())", "at most \(top.englishText())")
        }
        let below = bounds[index - 1].upTo
        return Saying(
            "lebih dari \(below.text()) sampai \(top.text())",
            "more than \(below.englishText()) up to \(top.englishText())"
        )
    }
}
