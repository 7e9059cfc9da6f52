import Services
import Site
import Stories
import Testing

/// Whether offices are open, in words: by the clock, the break, Friday, weekends and holidays.
struct OpenNowTests {
    private static func calendar() throws -> WorkCalendar {
        var parts = WorkCalendar.Parts()
        parts.holidays = [
            Holiday(day: try day("2026-12-24"), kind: .jointLeave, name: "Cuti bersama Natal"),
            Holiday(day: try day("2026-12-25"), kind: .national, name: "Hari Raya Natal"),
        ]
        parts.periods = [
            HoursPeriod(
                name: "Ramadan 1448 H",
                first: try day("2027-02-08"),
                last: try day("2027-03-09"),
                hours: .ramadan
            )
        ]
        return try WorkCalendar(parts)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        // Monday: before, at opening, the break, after it, the last minute, closing time.
        (
            "2026-11-23", 7 * 60 + 29, "Tutup sekarang. Buka lagi hari ini pukul 07.30.",
            "Closed now. Opens again today at 07:30."
        ),
        ("2026-11-23", 450, "Buka sekarang, sampai pukul 12.00.", "Open now, until 12:00."),
        (
            "2026-11-23", 720, "Tutup sekarang. Buka lagi hari ini pukul 13.00.",
            "Closed now. Opens again today at 13:00."
        ),
        ("2026-11-23", 780, "Buka sekarang, sampai pukul 16.00.", "Open now, until 16:00."),
        ("2026-11-23", 959, "Buka sekarang, sampai pukul 16.00.", "Open now, until 16:00."),
        (
            "2026-11-23", 960, "Tutup sekarang. Buka lagi besok pukul 07.30.",
            "Closed now. Opens again tomorrow at 07:30."
        ),
        // Friday has a longer break and a later end; then comes the weekend.
        ("2026-11-27", 689, "Buka sekarang, sampai pukul 11.30.", "Open now, until 11:30."),
        (
            "2026-11-27", 700, "Tutup sekarang. Buka lagi hari ini pukul 13.00.",
            "Closed now. Opens again today at 13:00."
        ),
        (
            "2026-11-27", 990,
            "Tutup sekarang. Buka lagi hari Senin, 30 November 2026 pukul 07.30.",
            "Closed now. Opens again on Monday 30 November 2026 at 07:30."
        ),
        (
            "2026-11-29", 600, "Tutup sekarang. Buka lagi besok pukul 07.30.",
            "Closed now. Opens again tomorrow at 07:30."
        ),
        // A holiday says which, and leads over the next one and the weekend.
        (
            "2026-12-24", 600,
            "Tutup sekarang. Hari ini libur: Cuti bersama Natal. Buka lagi hari "
                + "Senin, 28 Desember 2026 pukul 07.30.",
            "Closed now. Today is a holiday: Cuti bersama Natal. Opens again on "
                + "Monday 28 December 2026 at 07:30."
        ),
        // Weeks of other hours.
        ("2027-02-10", 8 * 60, "Buka sekarang, sampai pukul 12.00.", "Open now, until 12:00."),
        (
            "2027-02-10", 7 * 60 + 45, "Tutup sekarang. Buka lagi hari ini pukul 08.00.",
            "Closed now. Opens again today at 08:00."
        ),
    ])
    func `offices say whether they are open`(
        date: String,
        minute: Int,
        indonesian: String,
        english: String
    ) throws {
        let moment = Zone.wib.instant(try Self.day(date), minute: minute)
        let now = OpenNow(try Self.calendar(), at: moment)
        #expect(now.words.indonesian == indonesian)
        #expect(now.words.text(in: .english) == english)
        #expect(now.isOpen == indonesian.hasPrefix("Buka"))
    }
}
