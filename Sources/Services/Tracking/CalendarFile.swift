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
            "CALSCALE:GREGORIAN", "BEGIN:VEVENT", "UID:\(Self.escaped(identifier))",
            "DTSTAMP:\(Self.utc(writtenAt))", "DTSTART;VALUE=DATE:\(Self.date(day))",
            // The end of a whole day is the day after: it is not part of it any more.
            "DTEND;VALUE=DATE:\(Self.date(day.adding(days: 1)))",
            "SUMMARY\(tag):\(Self.escaped(title))",
            "DESCRIPTION\(tag):\(Self.escaped(details))", "URL:\(address)", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION\(tag):\(Self.escaped(title))",
            "TRIGGER:PT8H", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.flatMap(Self.folded)
    }

    /// A line of at most 75 bytes; what is longer goes on after a blank, never within a letter.
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let letter = Array(String(scalar).utf8)
            if length + letter.count > 75 {
                bytes += Array("\r\n ".utf8)
                length = 1
            }
            bytes += letter
            length += letter.count
        }
        return bytes + Array("\r\n".utf8)
    }

    private static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": safe += "\\" + String(scalar)
            case "\n": safe += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            case _: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    private static func date(_ day: Day) -> String {
        day.description.filter { $0 != "-" }
    }

    private static func utc(_ moment: Instant) -> String {
        let seconds = moment.milliseconds / 1000
        let ofDay = Int(seconds % 86_400)
        let day = Day(number: Int(seconds / 86_400))
        let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60]
        return date(day) + "T" + parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined() + "Z"
    }
}
