import Stories
import Testing

@Suite struct OfficeHoursTests {
    @Test(
        arguments: [
            // Monday to Thursday 07.30-12.00 and 13.00-16.00.
            ("2026-11-23 08.00", 60, "2026-11-23 09.00"),
            ("2026-11-23 11.30", 60, "2026-11-23 13.30"),
            ("2026-11-23 05.00", 60, "2026-11-23 08.30"),
            ("2026-11-23 12.20", 60, "2026-11-23 14.00"),
            ("2026-11-23 15.30", 60, "2026-11-24 08.00"),
            ("2026-11-23 20.00", 60, "2026-11-24 08.30"),
            // A whole day's hours end at closing, not at the next opening.
            ("2026-11-23 07.30", 450, "2026-11-23 16.00"),
            ("2026-11-23 07.30", 451, "2026-11-24 07.31"),
            // Friday 07.30-11.30 and 13.00-16.30.
            ("2026-11-27 11.00", 60, "2026-11-27 13.30"),
            ("2026-11-27 16.00", 60, "2026-11-30 08.00"),
            ("2026-11-28 10.00", 60, "2026-11-30 08.30"),
            // Ramadan 08.00-12.00 and 12.30-15.00, Friday 08.00-11.30 and 12.30-15.30.
            ("2026-03-02 07.30", 60, "2026-03-02 09.00"),
            ("2026-03-02 11.45", 60, "2026-03-02 13.15"),
            ("2026-03-06 11.00", 60, "2026-03-06 13.00"),
            ("2026-03-17 14.30", 60, "2026-03-25 08.00"),
            // Over Christmas.
            ("2026-12-23 15.30", 60, "2026-12-28 08.00"),
        ]
    )
    func `office hours pass only while offices are open`(
        from: String,
        minutes: Int,
        until: String
    ) throws {
        let calendar = try calendar()
        #expect(calendar.instant(minutes, officeMinutesAfter: wib(from)) == wib(until))
        let due = calendar.due(Promise(minutes, .officeMinutes, from: wib(from)))
        #expect(due.target == wib(until))
        #expect(due.end == wib(until))
        #expect(calendar.officeMinutes(from: wib(from), to: wib(until)) == minutes)
    }

    @Test func `a week has the hours of the regulation`() throws {
        let calendar = try calendar()
        let week = calendar.officeMinutes(
            from: wib("2026-11-23 00.00"),
            to: wib("2026-11-30 00.00")
        )
        let fasting = calendar.officeMinutes(
            from: wib("2026-03-02 00.00"),
            to: wib("2026-03-09 00.00")
        )
        #expect(week == 37 * 60 + 30)
        #expect(fasting == 32 * 60 + 30)
    }

    @Test(
        arguments: [
            ("2026-11-23 09.14", 240, "2026-11-24 11.00"),
            ("2026-11-23 09.14", 450, "2026-11-24 07.30"),
            ("2026-11-23 09.14", 451, "2026-11-23 15.59"),
            // Due on a Friday: 13.00-16.30 holds three and a half hours.
            ("2026-11-26 10.00", 240, "2026-11-27 11.00"),
            ("2026-12-23 10.00", 480, "2026-12-23 15.30"),
        ]
    )
    func `a reminder comes so many office hours before closing`(
        received: String,
        minutes: Int,
        at: String
    ) throws {
        let calendar = try calendar()
        let due = calendar.due(Promise(1, .workingDays, from: wib(received)))
        #expect(calendar.reminder(minutes, .officeMinutes, before: due) == wib(at))
    }

    @Test func `a reminder in days comes at the closing hour of an earlier date`() throws {
        let calendar = try calendar()
        let due = calendar.due(Promise(3, .workingDays, from: wib("2026-12-21")))
        #expect(calendar.reminder(1, .workingDays, before: due) == wib("2026-12-23 16.00"))
        #expect(calendar.reminder(2, .days, before: due) == wib("2026-12-26 16.00"))
    }

    @Test func `minutes agree with going through them one by one`() throws {
        let calendar = try calendar()
        let start = wib("2027-03-04 00.00")
        var open = 0
        for minute in 0..<(14 * 1440) {
            let now = start.adding(seconds: Int64(minute) * 60)
            let (date, wall) = Zone.wib.wall(now)
            if minute.isMultiple(of: 97) {
                #expect(calendar.officeMinutes(from: start, to: now) == open)
            }
            if calendar.openings(on: date).contains(where: { $0.from <= wall && wall < $0.to }) {
                open += 1
                #expect(
                    calendar.instant(open, officeMinutesAfter: start) == now.adding(seconds: 60)
                )
            }
        }
        #expect(open > 0)
    }

    @Test func `offices in another zone open by their own wall`() throws {
        let calendar = try calendar { $0.zone = .wit }
        let closing = calendar.closing(of: day("2026-11-25"))
        #expect(closing == Zone.wit.instant(day("2026-11-25"), minute: 960))
        #expect(closing == wib("2026-11-25 14.00"))
    }
}
