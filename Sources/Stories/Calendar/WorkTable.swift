/// Running totals of working days and office minutes, before any date.
///
/// Within the dates that are known they are looked up; outside, whole weeks are multiplied.
struct WorkTable: Hashable, Sendable {
    /// The first date that is looked up, as a day number.
    private let first: Int

    /// `days[i]`: the working days among the first `i` dates of the table; minutes likewise.
    private let days: [Int]
    private let minutes: [Int]
    private let weekDays: WeekTotals
    private let weekMinutes: WeekTotals

    private var last: Int { first + days.count - 1 }

    init(_ parts: WorkCalendar.Parts, closed: Set<Int>) {
        weekDays = WeekTotals { parts.weekend.contains($0) ? 0 : 1 }
        weekMinutes = WeekTotals {
            parts.weekend.contains($0) ? 0 : parts.hours.minutes(on: $0)
        }
        let known = Self.knownDays(parts)
        var days = [0]
        var minutes = [0]
        days.reserveCapacity(known.count + 1)
        minutes.reserveCapacity(known.count + 1)
        for number in known {
            let day = Day(number: number)
            let works = !parts.weekend.contains(day.weekday) && !closed.contains(number)
            let hours = parts.periods.first { $0.holds(day) }?.hours ?? parts.hours
            days.append(days[days.count - 1] + (works ? 1 : 0))
            minutes.append(
                minutes[minutes.count - 1] + (works ? hours.minutes(on: day.weekday) : 0)
            )
        }
        first = known.lowerBound
        self.days = days
        self.minutes = minutes
    }

    /// The dates from the first to the last of which anything particular is known.
    static func knownDays(_ parts: WorkCalendar.Parts) -> Range<Int> {
        var numbers = parts.holidays.map(\.day.number)
        numbers += parts.periods.flatMap { [$0.first.number, $0.last.number] }
        for year in parts.knownYears {
            numbers += [(1, 1), (12, 31)].compactMap {
                Day(year: year, month: $0.0, day: $0.1)?.number
            }
        }
        guard let first = numbers.min(), let last = numbers.max() else { return 0..<0 }
        return first..<(last + 1)
    }

    /// Working days before the date with this number.
    func days(before number: Int) -> Int { total(before: number, days, weekDays) }

    /// Office minutes before the date with this number.
    func minutes(before number: Int) -> Int { total(before: number, minutes, weekMinutes) }

    private func total(before number: Int, _ totals: [Int], _ week: WeekTotals) -> Int {
        guard number > first else { return week.before(number) }
        let start = week.before(first)
        guard number > last else { return start + totals[number - first] }
        return start + totals[totals.count - 1] + week.before(number) - week.before(last)
    }

    /// The first date on which so many working days have passed since the beginning of counting.
    func day(reaching total: Int) -> Int {
        firstNumber(total, perWeek: weekDays.perWeek) { days(before: $0 + 1) >= total }
    }

    /// The first date on which so many office minutes have passed.
    func day(reachingMinutes total: Int) -> Int {
        firstNumber(total, perWeek: weekMinutes.perWeek) { minutes(before: $0 + 1) >= total }
    }

    /// The smallest number for which a condition holds that, once true, stays true.
    private func firstNumber(_ total: Int, perWeek: Int, where holds: (Int) -> Bool) -> Int {
        let guess = total / perWeek * 7
        var low = guess - 14
        var high = guess + days.count + 14
        while holds(low) { low -= days.count + 14 }
        while !holds(high) { high += days.count + 14 }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }
}

/// What the seven days of an ordinary week add up to.
private struct WeekTotals: Hashable, Sendable {
    /// The total of the days before each weekday, Monday first.
    let before: [Int]
    let perWeek: Int

    init(_ value: (Int) -> Int) {
        var sums = [0]
        for weekday in 1...7 { sums.append(sums[sums.count - 1] + value(weekday)) }
        before = sums.dropLast()
        perWeek = sums[7]
    }

    /// The total of all ordinary weeks since 1969-12-29, a Monday, up to the date.
    func before(_ number: Int) -> Int {
        let sinceMonday = number + 3
        let week = Int(Int64(sinceMonday).dividedDown(by: 7))
        return week * perWeek + before[sinceMonday - week * 7]
    }
}

extension OfficeHours {
    func minutes(on weekday: Int) -> Int { openings(on: weekday).reduce(0) { $0 + $1.minutes } }
}
