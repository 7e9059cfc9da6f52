package import Blueprints
package import Stories

/// What a template needs to form the number of one letter.
package struct LetterNumbering: Hashable, Sendable {
    package let classification: String
    package let running: Int64

    /// How the unit is written in numbers.
    package let unit: String
    package let day: Day

    package init(classification: String, running: Int64, unit: String, day: Day) {
        self.classification = classification
        self.running = running
        self.unit = unit
        self.day = day
    }
}

extension NumberTemplate {
    /// The number as it is printed: `400.7/012/KEL-CU/XI/2026`.
    package func text(_ letter: LetterNumbering) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .classification: letter.classification
            case .running(let width): padded(letter.running, to: width)
            case .unit: letter.unit
            case .romanMonth: romanMonths[letter.day.parts.month - 1]
            case .year: padded(Int64(letter.day.parts.year), to: 4)
            }
        }.joined()
    }

    private func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

private let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
]
