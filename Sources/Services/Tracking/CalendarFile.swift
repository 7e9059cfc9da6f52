import Site
package import Stories

/// A date that a citizen puts into the calendar of their phone: one whole day, after RFC 5545.
///
/// Calendars are copied to other people's servers, so it holds a number and a date, and neither a
/// name nor the receipt's secret link.
package struct CalendarFile: Sendable {
    package var day: Day
    package var title: String
    package var details: String
    package var address: String

    /// Stays the same however often the file is fetched, so that a calendar replaces it.
    package var identifier: String
    package var language: Language
    package var writtenAt: Instant

    package init(
        _ day: Day,
        title: String,
        details: String,
        address: String,
        identifier: String,
        language: Language,
        writtenAt: Instant
    ) {
        self.day = day
        self.title = title
        self.details = details
        self.address = address
        self.identifier = identifier
        self.language = language
        self.writtenAt = writtenAt
    }

    package var bytes: [UInt8] {
        let tag = ";LANGUAGE=\(language.rawValue)"
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Serasan//Tanda terima//ID",
            "CALSCALE:GREGORIAN", "BEGIN:VEVENT", "UID:\(CalendarText.escaped(identifier))",
            "DTSTAMP:\(CalendarText.utc(writtenAt))",
            "DTSTART;VALUE=DATE:\(CalendarText.date(day))",
            // The end of a whole day is the day after: it is not part of it any more.
            "DTEND;VALUE=DATE:\(CalendarText.date(day.adding(days: 1)))",
            "SUMMARY\(tag):\(CalendarText.escaped(title))",
            "DESCRIPTION\(tag):\(CalendarText.escaped(details))", "URL:\(address)",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION\(tag):\(CalendarText.escaped(title))",
            "TRIGGER:PT8H", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.flatMap(CalendarText.folded)
    }
}
