/// A day of the calendar, without a time or a zone.
package struct FeelDate: Hashable, Sendable, Comparable {
    private let yearNumber: Int32
    private let monthNumber: UInt8
    private let dayNumber: UInt8

    package var year: Int { Int(yearNumber) }
    package var month: Int { Int(monthNumber) }
    package var day: Int { Int(dayNumber) }

    /// The years that FEEL knows.
    static let years = -999_999_999...999_999_999

    package init?(year: Int, month: Int, day: Int) {
        guard FeelDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= FeelDate.daysIn(month: month, of: year)
        else { return nil }
        yearNumber = Int32(year)
        monthNumber = UInt8(month)
        dayNumber = UInt8(day)
    }

    /// The day that is so many days after 1 January 1970 (the proleptic Gregorian calendar).
    ///
    /// Days outside the years that FEEL knows are held at their edge.
    package init(daysSince1970 days: Int) {
        let limit = 365_000_000_000
        // Counted in eras of 400 years that begin on 1 March, where leap days come last.
        let shifted = min(max(days, -limit), limit) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        dayNumber = UInt8(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        monthNumber = UInt8(month)
        yearNumber = Int32(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    }

    /// How many days after 1 January 1970 this is.
    package var daysSince1970: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        let shifted = (daysSince1970 + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    package var dayOfYear: Int {
        guard let first = FeelDate(year: year, month: 1, day: 1) else { return 1 }
        return daysSince1970 - first.daysSince1970 + 1
    }

    /// The ISO week, 1 to 53, and the year it counts to by way of its Thursday.
    package var weekOfYear: Int {
        let thursday = FeelDate(daysSince1970: daysSince1970 + 4 - weekday)
        return (thursday.dayOfYear - 1) / 7 + 1
    }

    /// So many months later; the day is held at the end of a shorter month.
    package func adding(months: Int) -> FeelDate? {
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow else { return nil }
        let year = count >= 0 ? count / 12 : (count - 11) / 12
        let month = count - year * 12 + 1
        return FeelDate(
            year: year,
            month: month,
            day: min(day, FeelDate.daysIn(month: month, of: year))
        )
    }

    /// The whole months from this day to another; negative when that is earlier.
    package func months(to other: FeelDate) -> Int {
        let months = (other.year - year) * 12 + other.month - month
        if months > 0, other.day < day { return months - 1 }
        if months < 0, other.day > day { return months + 1 }
        return months
    }

    /// The whole years from this day to another: somebody's age.
    package func years(to other: FeelDate) -> Int { months(to: other) / 12 }

    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: FeelDate, right: FeelDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
