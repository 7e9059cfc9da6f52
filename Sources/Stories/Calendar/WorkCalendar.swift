/// Which dates and hours count for a unit's promises.
///
/// A value without a clock. Counting takes the same time for a day and for a century: running
/// totals for the dates that are known, whole weeks beyond them.
package struct WorkCalendar: Hashable, Sendable {
    package let zone: Zone

    /// 1 for Monday to 7 for Sunday.
    package let weekend: Set<Int>

    /// In the order of their dates.
    package let holidays: [Holiday]
    package let hours: OfficeHours
    package let periods: [HoursPeriod]

    /// In the order in which they begin.
    package let outages: [Outage]

    /// The years whose holidays were decreed.
    ///
    /// Every count that leaves them knows weekends only and is an estimate.
    package let knownYears: Set<Int>

    let table: WorkTable
    private let holidayIndex: [Int: Int]

    /// What a calendar is put together from.
    package struct Parts: Hashable, Sendable {
        package var zone: Zone = .wib
        package var weekend: Set<Int> = [6, 7]
        package var holidays: [Holiday] = []
        package var hours = OfficeHours.usual
        package var periods: [HoursPeriod] = []
        package var outages: [Outage] = []
        package var knownYears: Set<Int> = []

        package init() {}
    }

    package init(_ parts: Parts) throws(CalendarProblem) {
        if let problem = CalendarProblem.first(in: parts) { throw problem }
        zone = parts.zone
        weekend = parts.weekend
        holidays = parts.holidays.sorted { $0.day < $1.day }
        hours = parts.hours
        periods = parts.periods
        outages = parts.outages.sorted { $0.from < $1.from }
        knownYears = parts.knownYears
        holidayIndex = Dictionary(
            holidays.enumerated().map { ($1.day.number, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        table = WorkTable(parts, closed: Set(holidayIndex.keys))
    }

    package func holiday(on day: Day) -> Holiday? { holidayIndex[day.number].map { holidays[$0] } }

    package func isWorkingDay(_ day: Day) -> Bool {
        !weekend.contains(day.weekday) && holidayIndex[day.number] == nil
    }

    /// The named stretch of other hours that a date lies in.
    package func period(on day: Day) -> HoursPeriod? { periods.first { $0.holds(day) } }

    /// When offices are open on a date; empty on one that does not count.
    package func openings(on day: Day) -> [Opening] {
        guard isWorkingDay(day) else { return [] }
        return (period(on: day)?.hours ?? hours).openings(on: day.weekday)
    }

    /// The moment at which offices close on a date; its last minute where they are not open.
    package func closing(of day: Day) -> Instant {
        zone.instant(day, minute: openings(on: day).last?.to ?? 1439)
    }

    /// Whether a count over these dates leaves the years that are known.
    package func isEstimate(from first: Day, to last: Day) -> Bool {
        !(first.parts.year...max(first.parts.year, last.parts.year))
            .allSatisfy(knownYears.contains)
    }
}

extension HoursPeriod {
    func holds(_ day: Day) -> Bool { first <= day && day <= last }
}

/// Why parts make no calendar: a mistake in a file, for whoever reads it to explain.
package enum CalendarProblem: Error, Hashable, Sendable {
    /// Every day of the week is a weekend.
    case noWorkingDay

    /// A day of the working week without office hours, in the named period or in general.
    case noHours(weekday: Int, period: String?)

    /// Openings that overlap, are empty or leave the day.
    case crookedHours(weekday: Int, period: String?)

    /// A period that ends before it begins.
    case crookedPeriod(String)

    /// The known dates lie more than 200 years apart.
    case tooWide

    static func first(in parts: WorkCalendar.Parts) -> CalendarProblem? {
        let weekdays = (1...7).filter { !parts.weekend.contains($0) }
        guard !weekdays.isEmpty else { return .noWorkingDay }
        if let period = parts.periods.first(where: { $0.last < $0.first }) {
            return .crookedPeriod(period.name)
        }
        let weeks = [(parts.hours, nil)] + parts.periods.map { ($0.hours, Optional($0.name)) }
        for (hours, period) in weeks {
            for weekday in weekdays {
                let openings = hours.openings(on: weekday)
                if openings.isEmpty { return .noHours(weekday: weekday, period: period) }
                let isStraight =
                    openings.allSatisfy { 0 <= $0.from && $0.from < $0.to && $0.to <= 1440 }
                    && zip(openings, openings.dropFirst()).allSatisfy { $0.to <= $1.from }
                if !isStraight { return .crookedHours(weekday: weekday, period: period) }
            }
        }
        let known = WorkTable.knownDays(parts)
        return known.count > 200 * 366 ? .tooWide : nil
    }
}
