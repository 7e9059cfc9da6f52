package import Stories

/// A quarter or a whole year of the regency's calendar.
package struct Period: Hashable, Comparable, Sendable {
    package let year: Int

    /// 1 to 4; nil is the whole year.
    package let quarter: Int?

    /// Nil for a year or quarter that there is not.
    package init?(year: Int, quarter: Int? = nil) {
        guard (2000...9998).contains(year), quarter.map({ (1...4).contains($0) }) ?? true
        else { return nil }
        self.year = year
        self.quarter = quarter
    }

    private init(in year: Int, _ quarter: Int?) {
        self.year = year
        self.quarter = quarter
    }

    /// The quarter in which a day lies.
    package init(quarterOf day: Day) {
        let (year, month, _) = day.parts
        self.init(in: year, (month + 2) / 3)
    }

    /// Reads `2026-t4` or `2026`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first),
            parts.count <= 2
        else { return nil }
        guard parts.count == 2 else {
            self.init(year: year)
            return
        }
        guard parts[1].utf8.count == 2, parts[1].hasPrefix("t"),
            let quarter = Int(parts[1].dropFirst())
        else { return nil }
        self.init(year: year, quarter: quarter)
    }

    /// As it stands in addresses: `2026-t4`.
    package var text: String { quarter.map { "\(year)-t\($0)" } ?? "\(year)" }

    /// The year that it lies in.
    package var wholeYear: Period { Period(in: year, nil) }

    /// The quarter or the year before.
    package var previous: Period {
        guard let quarter else { return Period(in: year - 1, nil) }
        return quarter == 1 ? Period(in: year - 1, 4) : Period(in: year, quarter - 1)
    }

    /// Its first moment, and the first after it.
    package func bounds(in zone: Zone) -> (from: Instant, before: Instant) {
        let month = quarter.map { 3 * $0 - 2 } ?? 1
        let isLast = quarter == nil || quarter == 4
        let from = Self.first(year, month)
        let next = isLast ? Self.first(year + 1, 1) : Self.first(year, month + 3)
        return (zone.instant(from, minute: 0), zone.instant(next, minute: 0))
    }

    private static func first(_ year: Int, _ month: Int) -> Day {
        guard let day = Day(year: year, month: month, day: 1) else {
            preconditionFailure("the first of every month of our years is a date")
        }
        return day
    }

    /// By year; the whole year stands before its quarters.
    package static func < (one: Period, other: Period) -> Bool {
        (one.year, one.quarter ?? 0) < (other.year, other.quarter ?? 0)
    }
}
