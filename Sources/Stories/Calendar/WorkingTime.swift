extension WorkCalendar {
    /// Working days after `day`, up to and with `last`; 0 when `last` is not later.
    package func workingDays(after day: Day, through last: Day) -> Int {
        max(0, table.days(before: last.number + 1) - table.days(before: day.number + 1))
    }

    /// The date that is so many working days after `day`, which is day 0.
    ///
    /// With a count of 0 the first working day that is not before it.
    package func day(_ count: Int, workingDaysAfter day: Day) -> Day {
        guard count > 0 else { return firstWorkingDay(notBefore: day) }
        return Day(number: table.day(reaching: table.days(before: day.number + 1) + count))
    }

    /// The date that is so many working days before `day`.
    package func day(_ count: Int, workingDaysBefore day: Day) -> Day {
        guard count > 0 else { return day }
        return Day(number: table.day(reaching: table.days(before: day.number) - count + 1))
    }

    package func firstWorkingDay(notBefore day: Day) -> Day {
        Day(number: table.day(reaching: table.days(before: day.number) + 1))
    }

    /// Office minutes between two moments; 0 when `end` is not later.
    package func officeMinutes(from start: Instant, to end: Instant) -> Int {
        max(0, position(of: end, roundedUp: false) - position(of: start, roundedUp: true))
    }

    /// The moment at which so many office minutes have passed since `start`.
    package func instant(_ minutes: Int, officeMinutesAfter start: Instant) -> Instant {
        guard minutes > 0 else { return start }
        let target = position(of: start, roundedUp: true) + minutes
        let day = Day(number: table.day(reachingMinutes: target))
        var left = target - table.minutes(before: day.number)
        for opening in openings(on: day) {
            if left <= opening.minutes { return zone.instant(day, minute: opening.from + left) }
            left -= opening.minutes
        }
        return closing(of: day)
    }

    /// The last moment from which so many office minutes still lie before `end`.
    package func instant(_ minutes: Int, officeMinutesBefore end: Instant) -> Instant {
        guard minutes > 0 else { return end }
        let target = position(of: end, roundedUp: false) - minutes
        // The date in which the next office minute after the target passes.
        let day = Day(number: table.day(reachingMinutes: target + 1))
        var left = target - table.minutes(before: day.number)
        for opening in openings(on: day) {
            if left < opening.minutes { return zone.instant(day, minute: opening.from + left) }
            left -= opening.minutes
        }
        return closing(of: day)
    }

    /// How many office minutes have passed, since the beginning of counting, at a moment.
    private func position(of instant: Instant, roundedUp: Bool) -> Int {
        let rounded = roundedUp ? Instant(milliseconds: instant.milliseconds + 59_999) : instant
        let (day, minute) = zone.wall(rounded)
        return openings(on: day).reduce(table.minutes(before: day.number)) { sum, opening in
            sum + min(max(0, minute - opening.from), opening.minutes)
        }
    }
}
