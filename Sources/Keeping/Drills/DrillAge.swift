package import Site
package import Stories

/// How long ago a restore was last tried and worked.
///
/// A backup that nobody ever restored is a hope. The quarter is the regency's own rhythm of
/// reporting; a month more is the time in which a leave or a fasting month passes.
package struct DrillAge: Hashable, Sendable {
    /// Each quarter, where the settings say nothing else.
    package static let usualDays = 90

    /// Between yellow and red.
    package static let graceDays = 30

    package let last: Day?
    package let began: Day
    package let today: Day
    package let every: Int

    package init(last: Day?, began: Day, today: Day, every: Int) {
        self.last = last
        self.began = began
        self.today = today
        self.every = every
    }

    /// Days since the last good one; nil where there was none.
    package var days: Int? { last.map { max(0, today.number - $0.number) } }

    /// A record that is new counts from its first day: nobody can have tried before.
    private var counted: Int { days ?? max(0, today.number - began.number) }

    package var wellness: Wellness {
        if counted > every + Self.graceDays { return .broken }
        return counted > every || last == nil ? .look : .well
    }

    package var words: Words {
        guard let last, let days else {
            return Words(
                "Cadangan belum pernah dicoba dipulihkan. Jalankan: serasan backup drill.",
                "No backup was ever restored for a try. Run: serasan backup drill."
            )
        }
        let (day, english) = (
            DateWords.longDate(last, in: .indonesian), DateWords.longDate(last, in: .english)
        )
        let ago = Words.daysAgo(days)
        guard wellness != .well else {
            return Words(
                "Latihan pemulihan terakhir berhasil \(day), \(ago.indonesian).",
                "A restore was last tried and worked on \(english), "
                    + "\(ago.text(in: .english))."
            )
        }
        return Words(
            "Latihan pemulihan terakhir berhasil \(day), \(ago.indonesian); paling lama "
                + "\(every) hari. Jalankan: serasan backup drill.",
            "A restore last worked on \(english), \(ago.text(in: .english)); at most \(every) days are "
                + "allowed. Run: serasan backup drill."
        )
    }
}

/// How a part of the installation stands.
package enum Wellness: Int, Comparable, Sendable {
    case well, look, broken

    package static func < (a: Wellness, b: Wellness) -> Bool { a.rawValue < b.rawValue }

    var tag: StatusTag {
        switch self {
        case .well: StatusTag(Words.well, .done)
        case .look: StatusTag(Words.look, .attention)
        case .broken: StatusTag(Words.broken, .danger)
        }
    }
}
