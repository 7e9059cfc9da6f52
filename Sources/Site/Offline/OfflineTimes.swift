import HTTPTypes
package import Hummingbird
package import Stories

/// When a form was filled in without a signal, and what the phone's clock said.
///
/// The clock of a phone may be wrong by a year. How long the form waited is the difference of two
/// readings of that one clock; what counts is the office's clock less that wait, within the days
/// that a paper may be late. Only for an official: nobody vouches for a citizen's own phone, whose
/// form is received when it arrives.
package struct OfflineTimes: Hashable, Sendable {
    package let kept: Instant
    package let sent: Instant

    /// A difference of clocks that is told.
    private static let far: Int64 = 3600

    package init?(_ request: Request) {
        let words =
            PhoneOutbox.clockHeader.flatMap { request.headers[$0] }?.split(separator: " ") ?? []
        let numbers = words.compactMap { Int64($0) }.filter { (0...8_000_000_000_000).contains($0) }
        guard numbers.count == 2 else { return nil }
        self.init(kept: Instant(milliseconds: numbers[0]), sent: Instant(milliseconds: numbers[1]))
    }

    package init(kept: Instant, sent: Instant) {
        self.kept = kept
        self.sent = sent
    }

    /// When it counts as received, if somebody stands for it and it waited no longer than that.
    package func received(at now: Instant, withinDays most: Int?) -> Instant {
        let wait = sent.seconds(since: kept)
        guard let most, (0..<Int64(most) * 86_400).contains(wait) else { return now }
        return now.adding(seconds: -wait)
    }

    /// Whether the phone's clock and ours differ by more than is told.
    package func isOff(at now: Instant) -> Bool {
        sent.seconds(since: now).magnitude >= UInt64(Self.far)
    }

    /// By how many days the phone's clock is off; nil where it is about right.
    package func daysOff(at now: Instant) -> Int64? {
        let seconds = sent.seconds(since: now).magnitude
        // On the way some seconds pass: the nearest day is meant.
        return seconds >= UInt64(86_400) ? Int64((seconds + 43_200) / 86_400) : nil
    }

    /// What officials read beside the time of receipt.
    package func told(at now: Instant, in zone: Zone) -> String {
        let (day, minute) = zone.wall(kept)
        let clock = DateWords.clock(minute: minute, in: .indonesian)
        let told =
            "Diisi tanpa sinyal. Jam ponsel waktu itu \(DateWords.longDate(day, in: .indonesian)), "
            + "\(clock)."
        guard isOff(at: now) else { return told }
        return told + " Jam ponsel tidak cocok dengan jam kantor; jam kantor yang dipakai."
    }
}

extension Words {
    /// The clock of the phone and that of the office are days apart.
    package static func clockIsOff(_ days: Int64) -> Words {
        Words(
            "Jam ponsel ini berbeda \(days) hari dari jam kantor. Jam kantor yang dicatat.",
            "The clock of this phone is off by \(days) days. The office's clock was recorded."
        )
    }
}
