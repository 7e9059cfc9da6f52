/// How the affective assessment of the CVA turns marks into a score.
///
/// The standard itself could not be read, so the numbers are handed in with their source.
package struct AffectiveFormula: Hashable, Sendable {
    package let eachMark: Ratio
    package let base: Ratio
    package let eachUneven: Ratio
    package let eachDefective: Ratio

    /// What a score is rounded to, a half going up.
    package let step: Ratio
    package let sourced: Sourced

    package init(
        eachMark: Ratio,
        base: Ratio,
        taken: (eachUneven: Ratio, eachDefective: Ratio),
        step: Ratio,
        sourced: Sourced
    ) {
        (self.eachMark, self.base, self.step) = (eachMark, base, step)
        (eachUneven, eachDefective) = taken
        self.sourced = sourced
    }
}

/// The affective assessment of the CVA: eight sections on a scale of nine.
package struct AffectiveForm: Hashable, Sendable {
    package enum Section: String, Hashable, Sendable, CaseIterable {
        case fragrance, aroma, flavor, aftertaste, acidity, sweetness, mouthfeel, overall
    }

    package var marks: [Section: Int]
    package var unevenCups: Int
    package var defectiveCups: Int

    package init(marks: [Section: Int], unevenCups: Int = 0, defectiveCups: Int = 0) {
        (self.marks, self.unevenCups) = (marks, unevenCups)
        self.defectiveCups = defectiveCups
    }

    /// The score under a formula, and what is wrong with the form or a total that was typed.
    package func judged(by formula: AffectiveFormula, typed: Ratio? = nil) -> Cupped {
        var faults: [CuppingFault] = []
        for section in Section.allCases {
            guard let mark = marks[section] else {
                faults.append(.missingMark(section.rawValue))
                continue
            }
            if !(1...9).contains(mark) {
                faults.append(.noSuchMark(section.rawValue, Ratio(mark)))
            }
        }
        for (name, count) in [("non-uniform", unevenCups), ("defective", defectiveCups)]
        where !(0...cupsOfATable).contains(count) {
            faults.append(.noSuchCups(name, count))
        }
        let given = Ratio.sum(marks.values.map { Ratio($0) }) * formula.eachMark + formula.base
        let taken =
            Ratio(unevenCups) * formula.eachUneven + Ratio(defectiveCups) * formula.eachDefective
        let points = (given - taken).rounded(toNearest: formula.step)
        return Cupped(points, typed: typed, by: .affective, faults: faults)
    }
}
