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

    /// Reads `7 hari` or `0 hari` as a number of days; nil for anything else.
    package static func days(_ text: String) -> Int? {
        if text == "0 hari" { return 0 }
        guard let span = TimeSpan(text), span.unit == .days else { return nil }
        return span.amount
    }

    package var description: String { "\(amount) \(unit.rawValue)" }
}
