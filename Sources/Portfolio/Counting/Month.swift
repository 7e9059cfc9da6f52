package import Site
package import Stories

/// A month of the regency's calendar.
package struct Month: Hashable, Comparable, Sendable {
    package let year: Int

    /// 1 to 12.
    package let number: Int

    /// Nil for a month that there is not.
    package init?(year: Int, number: Int) {
        guard (2000...9998).contains(year), (1...12).contains(number) else { return nil }
        self.init(in: year, number)
    }

    private init(in year: Int, _ number: Int) {
        self.year = year
        self.number = number
    }

    /// The month in which a day lies.
    package init(of day: Day) {
        let (year, month, _) = day.parts
        self.init(in: year, month)
    }

    /// Reads `2026-11`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let number = Int(parts[1])
        else { return nil }
        self.init(year: year, number: number)
    }

    /// As it stands in addresses and in the counts: `2026-11`.
    package var text: String { "\(year)-\(number < 10 ? "0" : "")\(number)" }

    /// So many months before.
    package func back(_ count: Int) -> Month {
        let total = year * 12 + number - 1 - count
        return Month(in: total / 12, total % 12 + 1)
    }

    /// The same month a year before.
    package var aYearBefore: Month { back(12) }

    /// Its first date.
    package var first: Day {
        guard let day = Day(year: year, month: number, day: 1) else {
            preconditionFailure("the first of every month of our years is a date")
        }
        return day
    }

    /// "November 2026".
    package var words: Words {
        Words(
            String(DateWords.date(first, in: .indonesian).dropFirst(2)),
            String(DateWords.date(first, in: .english).dropFirst(2))
        )
    }

    package static func < (one: Month, other: Month) -> Bool {
        (one.year, one.number) < (other.year, other.number)
    }
}

/// The stretch of time that a list is about.
package enum Stretch: Hashable, Sendable {
    case month(Month)
    case week(Week)

    package var words: Words {
        switch self {
        case .month(let month): month.words
        case .week(let week):
            Words(
                "minggu mulai \(DateWords.date(week.monday, in: .indonesian))",
                "week from \(DateWords.date(week.monday, in: .english))"
            )
        }
    }
}

/// A week from Monday to Sunday.
package struct Week: Hashable, Sendable {
    package let monday: Day

    /// The week in which a day lies.
    package init(of day: Day) { monday = day.adding(days: 1 - day.weekday) }

    /// So many weeks before.
    package func back(_ count: Int) -> Week { Week(of: monday.adding(days: -7 * count)) }

    /// As it stands in the counts; no month is written like this.
    package var text: String { "m\(monday)" }
}
