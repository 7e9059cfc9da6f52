/// A length of time as a service file says it: `2 hari kerja`, `4 jam kerja`, `30 hari`.
///
/// What it comes to on a calendar is decided by the working calendar in force, never here.
package struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case workingDays = "hari kerja"
        case workingHours = "jam kerja"
        case days = "hari"
    }

    package let amount: Int
    package let unit: Unit

    package init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Reads `2 hari kerja`; nil for anything else.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count >= 2, let amount = Int(words[0]), amount > 0, amount <= 9999,
            let unit = Unit(rawValue: words.dropFirst().joined(separator: " "))
        else { return nil }
        self.init(amount, unit)
    }

    package var description: String { "\(amount) \(unit.rawValue)" }
}
