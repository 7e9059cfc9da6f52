import Stories

/// A moment as an example writes it: `2026-11-23 09.14`, on the wall of the regency's offices.
struct ExampleTime {
    let instant: Instant

    /// As it was written.
    let text: String

    init(_ text: String, in zone: Zone) throws(ExampleComplaint) {
        guard let instant = Self.instant(text, in: zone) else {
            throw ExampleComplaint(
                "Waktu \"\(text)\" tidak terbaca. Tulis seperti 2026-11-23 09.14."
            )
        }
        self.instant = instant
        self.text = text
    }

    private static func instant(_ text: String, in zone: Zone) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 2, let day = Day(words[0]) else { return nil }
        let clock = words[1].split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
        guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(clock[0]), let minute = Int(clock[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return zone.instant(day, minute: hour * 60 + minute)
    }
}
