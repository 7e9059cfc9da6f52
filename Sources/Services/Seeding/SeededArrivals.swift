import Stories

/// When so many applications come in over some months, as it is in a year of an office.
///
/// More on working days than at weekends and holidays, most in the morning, a summer before the
/// school year, a quiet fasting month and end of year, and a little more each year.
struct SeededArrivals {
    /// One application to come.
    struct Arrival: Hashable, Sendable {
        let at: Instant
        let index: Int
    }

    let from: Day
    let until: Instant
    let calendar: WorkCalendar

    /// All of them in the order in which they come; `recent` says which came lately, and when.
    func draw(
        _ count: Int,
        seed: UInt64,
        recent: (Int) -> Instant? = { _ in nil }
    ) -> [Arrival] {
        let last = calendar.zone.day(until)
        let days = max(1, last.number - from.number + 1)
        var sums: [Double] = []
        sums.reserveCapacity(days)
        for offset in 0..<days {
            let growth = 0.85 + 0.3 * Double(offset) / Double(days)
            sums.append((sums.last ?? 0) + growth * weight(of: from.adding(days: offset)))
        }
        let whole = sums.last ?? 1
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(count)
        for index in 0..<count {
            if let at = recent(index) {
                arrivals.append(Arrival(at: at, index: index))
                continue
            }
            var numbers = SeededNumbers(seed ^ 0x5EED, of: index)
            let wanted = numbers.share() * whole
            let day = from.adding(days: place(of: wanted, in: sums))
            let at = calendar.zone.instant(day, minute: minute(on: day, &numbers))
                .adding(seconds: Int64(numbers.whole(0...59)))
            // Of the last day only what has passed.
            arrivals.append(Arrival(at: min(at, until.adding(seconds: -60)), index: index))
        }
        return arrivals.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    }

    private func place(of wanted: Double, in sums: [Double]) -> Int {
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func weight(of day: Day) -> Double {
        let month = Self.months[day.parts.month - 1]
        let fasting = calendar.period(on: day) == nil ? 1 : 0.75
        if calendar.isWorkingDay(day) { return month * fasting }
        if calendar.holiday(on: day) != nil { return month * 0.12 }
        return month * (day.weekday == 6 ? 0.25 : 0.16)
    }

    private static let months = [
        1.0, 0.95, 0.9, 0.95, 1.05, 1.25, 1.35, 1.1, 1.0, 1.0, 0.95, 0.75,
    ]

    private func minute(on day: Day, _ numbers: inout SeededNumbers) -> Int {
        guard calendar.isWorkingDay(day), numbers.happens(0.82) else {
            return numbers.happens(0.6) ? numbers.whole(1110...1319) : numbers.whole(420...1080)
        }
        return numbers.happens(0.65) ? numbers.whole(455...700) : numbers.whole(785...945)
    }
}
