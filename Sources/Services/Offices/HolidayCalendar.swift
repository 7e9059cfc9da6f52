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
        let name = "Hari libur \(installation.name)"
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Serasan//Kalender//ID",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
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
        return lines.flatMap(Self.folded)
    }

    /// Whole days from the first to the last; the end is the day after.
    private func event(_ id: String, _ first: Day, _ last: Day, _ title: String) -> [String] {
        let host = installation.base.split(separator: "/").last.map(String.init) ?? "serasan"
        return [
            "BEGIN:VEVENT", "UID:\(Self.escaped("\(id)@\(host)"))",
            "DTSTAMP:\(Self.utc(writtenAt))", "DTSTART;VALUE=DATE:\(Self.date(first))",
            "DTEND;VALUE=DATE:\(Self.date(last.adding(days: 1)))",
            "SUMMARY;LANGUAGE=id:\(Self.escaped(title))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// A line of at most 75 bytes; what is longer goes on after a blank, never within a letter.
    static func folded(_ line: String) -> [UInt8] {
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

    static func escaped(_ text: String) -> String {
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

    private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    private static func utc(_ moment: Instant) -> String {
        let (day, minute) = (moment.milliseconds / 86_400_000, moment.milliseconds / 60_000 % 1440)
        let parts = [Int(minute / 60), Int(minute % 60), Int(moment.milliseconds / 1000 % 60)]
        return date(Day(number: Int(day))) + "T"
            + parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined() + "Z"
    }
}
