import Services
import Site
import Stories
import Testing

/// The calendar file, as RFC 5545 wants its lines.
struct HolidayCalendarTests {
    private static let first = Day(number: 20_780)

    private static func lines(named name: String) throws -> [[UInt8]] {
        var parts = WorkCalendar.Parts()
        parts.holidays = [Holiday(day: first, kind: .national, name: name)]
        parts.periods = [
            HoursPeriod(
                name: "Ramadan",
                first: first.adding(days: 7),
                last: first.adding(days: 9),
                hours: .ramadan
            )
        ]
        let installation = Installation(name: "Kabupaten Contoh", base: "https://contoh.go.id")
        let bytes = HolidayCalendar(
            try WorkCalendar(parts),
            of: installation,
            writtenAt: Zone.wib.instant(first, minute: 9 * 60 + 5)
        ).bytes
        #expect(Array(bytes.suffix(2)) == [0x0D, 0x0A])
        return bytes.split(separator: 0x0A).map { line in
            #expect(line.last == 0x0D, "every line ends in CR LF")
            return Array(line.dropLast())
        }
    }

    /// The lines put together again, as a calendar reads them.
    private static func unfolded(_ lines: [[UInt8]]) -> [String] {
        var whole: [[UInt8]] = []
        for line in lines {
            if line.first == 0x20, !whole.isEmpty {
                whole[whole.count - 1] += line.dropFirst()
            } else {
                whole.append(line)
            }
        }
        return whole.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("Hari Raya", "Hari Raya"),
        ("Libur, cuti; dan \\ lainnya", "Libur\\, cuti\\; dan \\\\ lainnya"),
        ("Dua\nbaris\r", "Dua\\nbaris"),
        ("END:VEVENT\r\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"),
        (
            String(repeating: "Idulfitri é ", count: 20),
            String(repeating: "Idulfitri é ", count: 20)
        ),
        (String(repeating: "😀", count: 60), String(repeating: "😀", count: 60)),
    ])
    func `names are escaped and long lines folded`(name: String, written: String) throws {
        let lines = try Self.lines(named: name)
        for line in lines {
            #expect(line.count <= 75)
            #expect(String(validating: line, as: UTF8.self) != nil, "no letter is cut in two")
        }
        let whole = Self.unfolded(lines)
        #expect(whole.contains("SUMMARY;LANGUAGE=id:\(written)"))
        #expect(whole.count { $0 == "BEGIN:VEVENT" } == 2)
        #expect(whole.count { $0 == "END:VEVENT" } == 2)
        #expect(!whole.contains { $0.hasPrefix("BEGIN:VALARM") })
    }

    @Test func `a holiday is one day, and a period ends on the day after its last`() throws {
        let whole = Self.unfolded(try Self.lines(named: "Hari Raya"))
        #expect(whole.first == "BEGIN:VCALENDAR" && whole.last == "END:VCALENDAR")
        #expect(whole.contains("VERSION:2.0"))
        #expect(whole.contains("DTSTAMP:20261123T020500Z"), "in universal time")
        let dates = whole.filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }
        #expect(
            dates == [
                "DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261124",
                "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261203",
            ]
        )
        let names = whole.filter { $0.hasPrefix("UID:") }
        #expect(names == ["UID:libur-2026-11-23@contoh.go.id", "UID:jam-2026-11-30@contoh.go.id"])
    }
}
