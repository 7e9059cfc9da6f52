package import Stories

/// Dates and times as people say them: "Rabu, 25 November 2026", "14.30 WIB".
package enum DateWords {
    static let indonesianMonths = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]
    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let indonesianDays = [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    ]
    private static let englishDays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// "25 November 2026".
    package static func date(_ day: Day, in language: Language) -> String {
        let (year, month, number) = day.parts
        return "\(number) \(months(in: language)[month - 1]) \(year)"
    }

    /// "Rabu, 25 November 2026".
    package static func longDate(_ day: Day, in language: Language) -> String {
        let names = language == .english ? englishDays : indonesianDays
        let comma = language == .english ? " " : ", "
        return names[day.weekday - 1] + comma + date(day, in: language)
    }

    /// "23 Nov", for lists of what happened.
    package static func shortDate(_ day: Day, in language: Language) -> String {
        let (_, month, number) = day.parts
        return "\(number) \(months(in: language)[month - 1].prefix(3))"
    }

    /// "14.30".
    package static func clock(minute: Int, in language: Language) -> String {
        let (hour, rest) = (minute / 60, minute % 60)
        let mark = language == .english ? ":" : "."
        return (hour < 10 ? "0" : "") + "\(hour)" + mark + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// "14.30 WIB".
    package static func time(_ instant: Instant, zone: Zone, in language: Language) -> String {
        clock(minute: zone.wall(instant).minute, in: language) + " " + zone.rawValue
    }

    /// "23 Nov 10.02", for lists of what happened; with the year for what may be long ago.
    package static func moment(
        _ instant: Instant,
        zone: Zone,
        in language: Language,
        withYear: Bool = false
    ) -> String {
        let wall = zone.wall(instant)
        let year = withYear ? " \(wall.day.parts.year)" : ""
        return shortDate(wall.day, in: language) + year + " "
            + clock(minute: wall.minute, in: language)
    }

    /// The sentence in both languages.
    package static func longDate(_ day: Day) -> Words {
        Words(longDate(day, in: .indonesian), longDate(day, in: .english))
    }

    /// "Senin", from 1 for Monday to 7 for Sunday.
    package static func weekday(_ number: Int) -> Words {
        Words(indonesianDays[number - 1], englishDays[number - 1])
    }

    private static func months(in language: Language) -> [String] {
        language == .english ? englishMonths : indonesianMonths
    }
}
