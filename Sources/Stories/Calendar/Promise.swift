/// How much time a unit has given itself, and since when.
///
/// A promise, not a date: the date follows from the calendar in force. A pause makes a new promise
/// of what was left, so the calendar of the past does not matter any more.
package struct Promise: Hashable, Sendable {
    package let amount: Int
    package let unit: Unit

    /// The receipt, or the last resumption; its date is day 0.
    package let from: Instant

    /// The latest moment that was ever told: no calendar makes the due date earlier than it.
    package var floor: Instant?

    package enum Unit: String, FactWord {
        case workingDays = "hari_kerja"
        case officeMinutes = "menit_kerja"
        case days = "hari"
    }

    package init(_ amount: Int, _ unit: Unit, from: Instant, floor: Instant? = nil) {
        self.amount = amount
        self.unit = unit
        self.from = from
        self.floor = floor
    }

    /// The promise that goes on after a pause, not earlier than was told before it.
    package func resumed(with left: Int, at instant: Instant) -> Promise {
        Promise(left, unit, from: instant, floor: floor)
    }
}

/// When something is due.
package struct Due: Hashable, Sendable {
    /// The date that people are told.
    package let day: Day

    /// The closing hour of that date, or the very hour of a promise in hours.
    package let target: Instant

    /// Done before this moment is on time: the end of the date, or `target` for hours.
    package let end: Instant

    /// Counted over a year whose holidays are not known: "perkiraan".
    package let isEstimate: Bool

    /// The outage that moved it.
    package let movedBy: Outage?

    package func isOnTime(_ done: Instant) -> Bool { done < end }
}

extension WorkCalendar {
    /// When a promise is due under this calendar.
    package func due(_ promise: Promise) -> Due { due(promise, outages: outages) }

    /// What a target that was told once amounts to, whatever the calendar says now.
    package func due(told target: Instant, _ unit: Promise.Unit) -> Due {
        // A date that closes at midnight is told as the first moment of the next.
        let day = zone.day(Instant(milliseconds: target.milliseconds - 1))
        return Due(
            day: day,
            target: target,
            end: unit == .officeMinutes ? target : zone.instant(day.adding(days: 1), minute: 0),
            isEstimate: false,
            movedBy: nil
        )
    }

    /// What is left of a promise when it pauses: whole days, or office minutes.
    ///
    /// Nil: it was missed already, and a pause cannot mend that.
    package func left(of promise: Promise, at pause: Instant) -> Int? {
        // An outage that is still to come has not moved anything yet.
        let due = due(promise, outages: outages.filter { $0.from <= pause })
        guard due.isOnTime(pause) else { return nil }
        let today = zone.day(max(pause, promise.from))
        return switch promise.unit {
        case .workingDays: workingDays(after: today, through: due.day)
        case .officeMinutes: officeMinutes(from: max(pause, promise.from), to: due.target)
        case .days: max(0, due.day.number - today.number)
        }
    }

    /// The moment that is so long before the hour at which something is due.
    package func reminder(_ amount: Int, _ unit: Promise.Unit, before due: Due) -> Instant {
        switch unit {
        case .officeMinutes: instant(amount, officeMinutesBefore: due.target)
        case .workingDays: closing(of: day(amount, workingDaysBefore: due.day))
        case .days: due.target.adding(seconds: -86_400 * Int64(amount))
        }
    }

    private func due(_ promise: Promise, outages: [Outage]) -> Due {
        let start = zone.day(promise.from)
        var day: Day
        var hour: Instant?
        switch promise.unit {
        case .workingDays: day = self.day(promise.amount, workingDaysAfter: start)
        case .days: day = start.adding(days: promise.amount)
        case .officeMinutes:
            let end = instant(promise.amount, officeMinutesAfter: promise.from)
            (day, hour) = (zone.day(end), end)
        }
        if let floor = promise.floor {
            if let told = hour {
                hour = max(told, floor)
                day = zone.day(max(told, floor))
            } else {
                // A date that closes at midnight is told as the first moment of the next.
                day = max(day, zone.day(Instant(milliseconds: floor.milliseconds - 1)))
            }
        }
        let moved = shifted(day, hour, outages)
        if moved.by != nil { (day, hour) = (moved.day, nil) }
        return Due(
            day: day,
            target: hour ?? closing(of: day),
            end: hour ?? zone.instant(day.adding(days: 1), minute: 0),
            isEstimate: isEstimate(from: start, to: day),
            movedBy: moved.by
        )
    }

    /// The first working day after every outage that the date falls into, one after another.
    private func shifted(
        _ day: Day,
        _ hour: Instant?,
        _ outages: [Outage]
    ) -> (day: Day, by: Outage?) {
        var moved: (day: Day, by: Outage?) = (day, nil)
        for outage in outages {
            let first = zone.day(outage.from)
            let last = zone.day(Instant(milliseconds: outage.to.milliseconds - 1))
            let isHit =
                if moved.by == nil, let hour { outage.from <= hour && hour < outage.to } else {
                    first <= moved.day && moved.day <= last
                }
            if isHit { moved = (self.day(1, workingDaysAfter: last), outage) }
        }
        return moved
    }
}
