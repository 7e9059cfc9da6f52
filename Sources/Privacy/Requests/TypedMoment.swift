import Site
import Stories

extension DateInput {
    /// The moment that was typed; where neither date nor time was, it is now.
    func instant(at time: String, _ zone: Zone, orNow now: Instant) -> Instant? {
        let typed = [day, month, year].map(\.trimmingSpaces)
        if typed.allSatisfy(\.isEmpty), time.isEmpty { return now }
        let parts = time.split { $0 == "." || $0 == ":" }.map { Int($0) }
        guard let number = Int(typed[0]), let month = Int(typed[1]), let year = Int(typed[2]),
            (2000...2200).contains(year), let day = Day(year: year, month: month, day: number),
            parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return zone.instant(day, minute: hour * 60 + minute)
    }
}
