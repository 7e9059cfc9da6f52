/// How far a clock stands from UTC: a fixed offset, or a place's name.
package enum FeelZone: Hashable, Sendable {
    case offset(seconds: Int)
    case named(String)

    static let utc = FeelZone.offset(seconds: 0)

    /// The zones whose offset we know: Indonesia's three, which have no summer time, and UTC.
    ///
    /// Other names are kept and printed, and have no offset: no time zone database is read here.
    private static let known = [
        "Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9,
        "Etc/UTC": 0, "UTC": 0, "Etc/GMT": 0, "GMT": 0,
    ]

    package var offsetSeconds: Int? {
        switch self {
        case .offset(let seconds): seconds
        case .named(let name): FeelZone.known[name].map { $0 * 3600 }
        }
    }
}

/// A time of day, with or without a zone.
package struct FeelTime: Hashable, Sendable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    package let nanosecond: Int
    package let zone: FeelZone?

    package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: FeelZone? = nil) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0..<1_000_000_000).contains(nanosecond)
        else { return nil }
        if case .offset(let seconds) = zone, seconds.magnitude > 18 * 3600 { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
        self.zone = zone
    }

    static let dayNanoseconds: Int128 = 86_400_000_000_000

    /// The time so many nanoseconds after midnight; whole days are left out.
    init(nanosecondsOfDay: Int128, zone: FeelZone?) {
        let rest = nanosecondsOfDay % FeelTime.dayNanoseconds
        let inDay = Int(rest < 0 ? rest + FeelTime.dayNanoseconds : rest)
        let seconds = inDay / 1_000_000_000
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60
        nanosecond = inDay % 1_000_000_000
        self.zone = zone
    }

    static let midnight = FeelTime(nanosecondsOfDay: 0, zone: nil)

    var nanosecondsOfDay: Int128 {
        Int128((hour * 60 + minute) * 60 + second) * 1_000_000_000 + Int128(nanosecond)
    }

    /// Nanoseconds after midnight UTC; times without a zone count as they stand.
    var instant: Int128 {
        nanosecondsOfDay - Int128(zone?.offsetSeconds ?? 0) * 1_000_000_000
    }

    func at(_ zone: FeelZone?) -> FeelTime {
        FeelTime(nanosecondsOfDay: nanosecondsOfDay, zone: zone)
    }
}

/// A time on a day.
package struct FeelDateTime: Hashable, Sendable {
    package let date: FeelDate
    package let time: FeelTime

    package init(date: FeelDate, time: FeelTime) {
        self.date = date
        self.time = time
    }

    /// The moment so many nanoseconds after 1970 on the clock of that place.
    init(localNanoseconds: Int128, zone: FeelZone?) {
        var days = localNanoseconds / FeelTime.dayNanoseconds
        if localNanoseconds % FeelTime.dayNanoseconds < 0 { days -= 1 }
        date = FeelDate(daysSince1970: Int(days))
        time = FeelTime(
            nanosecondsOfDay: localNanoseconds - days * FeelTime.dayNanoseconds,
            zone: zone
        )
    }

    var localNanoseconds: Int128 {
        Int128(date.daysSince1970) * FeelTime.dayNanoseconds + time.nanosecondsOfDay
    }

    var instant: Int128 { Int128(date.daysSince1970) * FeelTime.dayNanoseconds + time.instant }
}

/// A duration of days, hours, minutes and seconds.
package struct FeelDays: Hashable, Sendable, Comparable {
    package let nanoseconds: Int128

    package init(nanoseconds: Int128) { self.nanoseconds = nanoseconds }
    package init(days: Int) { nanoseconds = Int128(days) * FeelTime.dayNanoseconds }

    /// The whole days, towards zero.
    package var days: Int { Int(nanoseconds / FeelTime.dayNanoseconds) }

    package static func < (left: FeelDays, right: FeelDays) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

/// A duration of years and months.
package struct FeelMonths: Hashable, Sendable, Comparable {
    package let months: Int

    package init(months: Int) { self.months = months }

    package static func < (left: FeelMonths, right: FeelMonths) -> Bool {
        left.months < right.months
    }
}
