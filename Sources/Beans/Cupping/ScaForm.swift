/// The SCA form of 2004: seven marks, three things by the cup, and what is taken off.
package struct ScaForm: Hashable, Sendable {
    package enum Mark: String, Hashable, Sendable, CaseIterable {
        case aroma, flavor, aftertaste, acidity, body, balance, overall
    }

    /// What each of five cups has or has not, two points each.
    package enum ByTheCup: String, Hashable, Sendable, CaseIterable {
        case uniformity, cleanCup = "clean cup", sweetness
    }

    /// From 6 to 10 in quarters.
    package var marks: [Mark: Ratio]

    /// How many of the five cups were in order; all of them unless said.
    package var cups: [ByTheCup: Int] = [:]

    /// Cups with a taint (2 points each) and with a fault (4 points each).
    package var tainted = 0
    package var faulty = 0

    package init(marks: [Mark: Ratio]) { self.marks = marks }

    /// The score, and what is wrong with the form or with a total that was typed.
    package func judged(typed: Ratio? = nil) -> Cupped {
        var faults: [CuppingFault] = []
        for mark in Mark.allCases {
            guard let points = marks[mark] else {
                faults.append(.missingMark(mark.rawValue))
                continue
            }
            if points < 6 || points > 10 || (points * 4).denominator != 1 {
                faults.append(.noSuchMark(mark.rawValue, points))
            }
        }
        let counts =
            ByTheCup.allCases.map { ($0.rawValue, cups[$0] ?? cupsOfATable) }
            + [("taint", tainted), ("fault", faulty)]
        for (name, count) in counts where !(0...cupsOfATable).contains(count) {
            faults.append(.noSuchCups(name, count))
        }
        let byTheCup = ByTheCup.allCases.map { Ratio(2 * (cups[$0] ?? cupsOfATable)) }
        let taken = Ratio(2 * tainted + 4 * faulty)
        let points = Ratio.sum(marks.values) + Ratio.sum(byTheCup) - taken
        return Cupped(points, typed: typed, by: .sca2004, faults: faults)
    }

    /// What the SCA calls a score of this form: specialty from 80 on.
    package static func quality(of score: CuppingScore) -> Saying? {
        guard score.judgedBy == .sca2004 else { return nil }
        return switch score.hundredths {
        case 9000...: Saying("specialty, luar biasa", "specialty, outstanding")
        case 8500...: Saying("specialty, unggul", "specialty, excellent")
        case 8000...: Saying("specialty, sangat baik", "specialty, very good")
        default: Saying("di bawah specialty", "below specialty")
        }
    }
}
