package import Site
package import Stories

/// The days on which offices are closed, and the weeks of other hours, as a calendar (RFC 5545).
package struct HolidayCalendar: Sendable {
    package var calendar: WorkCalendar
    package var installation: Installation
    package var writtenAt: Instant

    package init(_ calendar: WorkCalendar, of installation: Installation, writtenAt: Instant) {
        self.calendar = calendar
        self.installation = installation
        self.writtenAt = writtenAt
    }

    package var bytes: [UInt8] {
        let name = "Hari libur \(installation.regency)"
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Serasan//Kalender//ID",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(CalendarText.escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        ]
        for holiday in calendar.holidays {
            lines += event("libur-\(holiday.day)", holiday.day, holiday.day, holiday.name)
        }
        for period in calendar.periods {
            let title = "\(period.name): jam layanan berbeda"
            lines += event("jam-\(period.first)", period.first, period.last, title)
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap(CalendarText.folded)
    }

    /// Whole days from the first to the last; the end is the day after.
    private func event(_ id: String, _ first: Day, _ last: Day, _ title: String) -> [String] {
        let host = installation.base.split(separator: "/").last.map(String.init) ?? "serasan"
        return [
            "BEGIN:VEVENT", "UID:\(CalendarText.escaped("\(id)@\(host)"))",
            "DTSTAMP:\(CalendarText.utc(writtenAt))",
            "DTSTART;VALUE=DATE:\(CalendarText.date(first))",
            "DTEND;VALUE=DATE:\(CalendarText.date(last.adding(days: 1)))",
            "SUMMARY;LANGUAGE=id:\(CalendarText.escaped(title))", "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    }
}
