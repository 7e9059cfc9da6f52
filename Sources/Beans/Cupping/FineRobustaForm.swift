/// The form for fine robusta: ten things of up to ten points.
///
/// Only its names and its sum are known here; from which score on it is called fine is handed in by
/// whoever has the protocol before them.
package struct FineRobustaForm: Hashable, Sendable {
    package enum Mark: String, Hashable, Sendable, CaseIterable {
        case aroma = "fragrance/aroma"
        case flavor, aftertaste
        case saltAcid = "salt/acid"
        case bitterSweet = "bitter/sweet"
        case mouthfeel
        case uniform = "uniform cups"
        case balance
        case clean = "clean cups"
        case overall
    }

    package var marks: [Mark: Ratio]

    package init(marks: [Mark: Ratio]) { self.marks = marks }

    /// The sum, and what is wrong with the form or with a total that was typed.
    package func judged(typed: Ratio? = nil) -> Cupped {
        var faults: [CuppingFault] = []
        for mark in Mark.allCases {
            guard let points = marks[mark] else {
                faults.append(.missingMark(mark.rawValue))
                continue
            }
            if points < 0 || points > 10 || (points * 4).denominator != 1 {
                faults.append(.noSuchMark(mark.rawValue, points))
            }
        }
        return Cupped(Ratio.sum(marks.values), typed: typed, by: .fineRobusta, faults: faults)
    }
}
