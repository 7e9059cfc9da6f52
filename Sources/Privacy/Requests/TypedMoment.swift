import Site
import Stories

extension DateInput {
    /// The day that was typed in three fields; nil where there is no such day.
    var writtenDay: Day? {
        let typed = [day, month, year].compactMap { Int($0.trimmingSpaces) }
        guard typed.count == 3, (2000...2200).contains(typed[2]) else { return nil }
        return Day(year: typed[2], month: typed[1], day: typed[0])
    }

    /// The moment that was typed; where neither date nor time was, it is now.
    func instant(at time: String, _ zone: Zone, orNow now: Instant) -> Instant? {
        let typed = [day, month, year].map(\.trimmingSpaces)
        if typed.allSatisfy(\.isEmpty), time.isEmpty { return now }
        let parts = time.split { $0 == "." || $0 == ":" }.map { Int($0) }
        guard let day = writtenDay, parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return zone.instant(day, minute: hour * 60 + minute)
    }
}
