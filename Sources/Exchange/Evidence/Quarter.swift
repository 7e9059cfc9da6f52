package import Stories

/// Three months of the calendar: the only stretch of time for which figures are handed on.
///
/// A fixed stretch, so that two figures never overlap and nothing follows from their difference.
package struct Quarter: Hashable, Comparable, Sendable {
    package let year: Int

    /// 1 to 4.
    package let number: Int

    /// Nil for a quarter that there is not.
    package init?(year: Int, number: Int) {
        guard (2000...9998).contains(year), (1...4).contains(number) else { return nil }
        self.init(in: year, number)
    }

    private init(in year: Int, _ number: Int) {
        self.year = year
        self.number = number
    }

    /// The quarter in which a day lies.
    package init(of day: Day) {
        let (year, month, _) = day.parts
        self.init(in: year, (month + 2) / 3)
    }

    /// Reads `2026-t3`, and `2026-3` as it is typed in a terminal.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else {
            return nil
        }
        let rest = parts[1].hasPrefix("t") ? parts[1].dropFirst() : parts[1][...]
        guard rest.utf8.count == 1, let number = Int(rest) else { return nil }
        self.init(year: year, number: number)
    }

    /// As it stands in statements and addresses: `2026-t3`.
    package var text: String { "\(year)-t\(number)" }

    package var before: Quarter {
        number == 1 ? Quarter(in: year - 1, 4) : Quarter(in: year, number - 1)
    }

    package var after: Quarter {
        number == 4 ? Quarter(in: year + 1, 1) : Quarter(in: year, number + 1)
    }

    /// Its months as `2026-07`, the first first.
    package var months: [String] {
        (0..<3).map { place in
            let month = 3 * number - 2 + place
            return "\(year)-\(month < 10 ? "0" : "")\(month)"
        }
    }

    /// Its first date.
    package var first: Day {
        guard let day = Day(year: year, month: 3 * number - 2, day: 1) else {
            preconditionFailure("the first of every month of our years is a date")
        }
        return day
    }

    package static func < (one: Quarter, other: Quarter) -> Bool {
        (one.year, one.number) < (other.year, other.number)
    }
}

extension Quarter: FactField {
    package var json: FactValue { .text(text) }

    package init?(json: FactValue) {
        guard case .text(let text) = json, let quarter = Quarter(text), quarter.text == text else {
            return nil
        }
        self = quarter
    }
}
