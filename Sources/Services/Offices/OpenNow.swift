import Site
package import Stories

/// Whether offices are open at a moment, and when that changes, in words.
package enum OpenNow: Hashable, Sendable {
    /// The minute of the day at which they close.
    case open(until: Int)

    /// The day and minute at which they open again; nil where none is known for a month.
    case closed(again: Moment?, holiday: String?)

    /// A minute of a day, and how far that day is from today.
    package struct Moment: Hashable, Sendable {
        package let day: Day
        package let minute: Int
        package let daysAhead: Int
    }

    package init(_ calendar: WorkCalendar, at now: Instant) {
        let (today, minute) = calendar.zone.wall(now)
        if let opening = calendar.openings(on: today).first(where: {
            $0.from <= minute && minute < $0.to
        }) {
            self = .open(until: opening.to)
            return
        }
        let again = (0...31).lazy.compactMap { ahead -> Moment? in
            let day = today.adding(days: ahead)
            let next = calendar.openings(on: day).first { ahead > 0 || $0.from > minute }
            return next.map { Moment(day: day, minute: $0.from, daysAhead: ahead) }
        }
        self = .closed(again: again.first, holiday: calendar.holiday(on: today)?.name)
    }

    package var isOpen: Bool {
        switch self {
        case .open: true
        case .closed: false
        }
    }

    package var words: Words {
        switch self {
        case .open(let until):
            return Words(
                "Buka sekarang, sampai pukul \(Self.clock(until, .indonesian)).",
                "Open now, until \(Self.clock(until, .english))."
            )
        case .closed(let again, let holiday):
            let why = holiday.map { " Hari ini libur: \($0)." } ?? ""
            let whyInEnglish = holiday.map { " Today is a holiday: \($0)." } ?? ""
            guard let again else {
                return Words("Tutup sekarang.\(why)", "Closed now.\(whyInEnglish)")
            }
            return Words(
                "Tutup sekarang.\(why) Buka lagi \(Self.day(again, .indonesian)) pukul "
                    + "\(Self.clock(again.minute, .indonesian)).",
                "Closed now.\(whyInEnglish) Opens again \(Self.day(again, .english)) at "
                    + "\(Self.clock(again.minute, .english))."
            )
        }
    }

    private static func day(_ moment: Moment, _ language: Language) -> String {
        switch (moment.daysAhead, language) {
        case (0, .indonesian): "hari ini"
        case (0, .english): "today"
        case (1, .indonesian): "besok"
        case (1, .english): "tomorrow"
        case (_, .indonesian): "hari " + DateWords.longDate(moment.day, in: .indonesian)
        case (_, .english): "on " + DateWords.longDate(moment.day, in: .english)
        }
    }

    private static func clock(_ minute: Int, _ language: Language) -> String {
        DateWords.clock(minute: minute, in: language)
    }
}
