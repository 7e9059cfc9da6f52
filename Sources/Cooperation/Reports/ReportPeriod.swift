package import Site
package import Stories

/// A part of a year that is reported on: a semester where reports come every six months.
package struct ReportPeriod: Hashable, Comparable, Sendable {
    package let year: Int

    /// From 1.
    package let part: Int
    package let months: Int

    package init(year: Int, part: Int, months: Int) {
        (self.year, self.part, self.months) = (year, part, months)
    }

    /// The one in which a day lies.
    package init(of day: Day, months: Int) {
        let (year, month, _) = day.parts
        self.init(year: year, part: (month - 1) / months + 1, months: months)
    }

    /// Reads `2026-1`; nil for a part that no year has.
    package init?(_ text: some StringProtocol, months: Int) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count <= 2,
            let year = Int(parts[0]), let part = Int(parts[1]), (2000...2200).contains(year),
            (1...12 / months).contains(part)
        else { return nil }
        self.init(year: year, part: part, months: months)
    }

    package var text: String { "\(year)-\(part)" }

    package var first: Day { Self.day(year, (part - 1) * months + 1) }

    package var last: Day {
        let month = part * months + 1
        return (month > 12 ? Self.day(year + 1, 1) : Self.day(year, month)).adding(days: -1)
    }

    package var next: ReportPeriod { ReportPeriod(of: last.adding(days: 1), months: months) }

    private static func day(_ year: Int, _ month: Int) -> Day {
        // The first of a month from 1 to 12 is always a day.
        Day(year: year, month: month, day: 1) ?? Day(number: 0)
    }

    package var words: Words {
        switch months {
        case 6: Words("Semester \(part) tahun \(year)", "Semester \(part) of \(year)")
        case 3: Words("Triwulan \(part) tahun \(year)", "Quarter \(part) of \(year)")
        case 12: Words("Tahun \(year)", "Year \(year)")
        case _: Words("Bagian \(part) tahun \(year)", "Part \(part) of \(year)")
        }
    }

    package static func < (a: ReportPeriod, b: ReportPeriod) -> Bool { a.first < b.first }
}
