import Stories
import Testing

@Suite struct CountingTests {
    @Test(
        arguments: [
            ("2026-12-21", 1, "2026-12-22"), ("2026-12-21", 3, "2026-12-28"),
            ("2026-12-21", 5, "2026-12-30"), ("2026-12-21", 14, "2027-01-14"),
            ("2026-12-21", 60, "2027-04-01"), ("2026-12-23", 1, "2026-12-28"),
            ("2026-12-23", 3, "2026-12-30"), ("2026-12-23", 5, "2027-01-04"),
            ("2026-12-23", 14, "2027-01-18"), ("2026-12-23", 60, "2027-04-05"),
        ]
    )
    func `a promise in working days leaves the day of receipt out`(
        received: String,
        days: Int,
        due: String
    ) throws {
        for hour in [" 00.00", " 08.15", " 16.00", " 23.59"] {
            let promise = Promise(days, .workingDays, from: wib(received + hour))
            #expect(try calendar().due(promise).day == day(due))
        }
    }

    @Test(
        arguments: [
            (2026, [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21], 240),
            (2027, [19, 19, 15, 22, 16, 21, 22, 21, 22, 21, 22, 22], 242),
        ]
    )
    func `the months of a year have the working days that were decreed`(
        year: Int,
        months: [Int],
        total: Int
    ) throws {
        let calendar = try calendar()
        let counted = (1...12).map { month in
            let first = day("\(year)-\(month < 10 ? "0" : "")\(month)-01")
            let next =
                month == 12
                ? day("\(year + 1)-01-01") : day("\(year)-\(month < 9 ? "0" : "")\(month + 1)-01")
            return calendar.workingDays(
                after: first.adding(days: -1),
                through: next.adding(days: -1)
            )
        }
        #expect(counted == months)
        #expect(counted.reduce(0, +) == total)
    }

    @Test func `counting agrees with going through the dates one by one`() throws {
        let calendar = try calendar()
        for start in stride(from: day("2025-11-20").number, to: day("2028-02-10").number, by: 13) {
            var date = Day(number: start)
            for count in 1...25 {
                repeat { date = date.adding(days: 1) } while !calendar.isWorkingDay(date)
                #expect(calendar.day(count, workingDaysAfter: Day(number: start)) == date)
                #expect(calendar.workingDays(after: Day(number: start), through: date) == count)
            }
            for count in 1...25 {
                repeat { date = date.adding(days: -1) } while !calendar.isWorkingDay(date)
                let end = calendar.day(25, workingDaysAfter: Day(number: start))
                #expect(calendar.day(count, workingDaysBefore: end) == date)
            }
        }
    }

    @Test(
        arguments: [
            // Nyepi and Idulfitri with their leave: 18 to 24 March is one long closure.
            ("2026-03-17", "2026-03-25"), ("2026-03-20", "2026-03-25"),
            // 5 to 15 March 2027, but for Friday the 5th.
            ("2027-03-05", "2027-03-16"), ("2026-12-23", "2026-12-28"),
            ("2027-05-14", "2027-05-21"),
        ]
    )
    func `a chain of holidays is passed as a whole`(received: String, due: String) throws {
        let promise = Promise(1, .workingDays, from: wib(received))
        #expect(try calendar().due(promise).day == day(due))
    }

    @Test(arguments: ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"])
    func `a receipt on a holiday is day 0 as well`(received: String) throws {
        let promise = Promise(1, .workingDays, from: wib(received))
        #expect(try calendar().due(promise).day == day("2026-12-28"))
    }

    @Test func `what is done before the date ends is on time`() throws {
        let due = try calendar().due(Promise(2, .workingDays, from: wib("2026-11-23 09.14")))
        #expect(due.day == day("2026-11-25"))
        #expect(due.target == wib("2026-11-25 16.00"))
        #expect(due.isOnTime(wib("2026-11-25 23.59")))
        #expect(!due.isOnTime(wib("2026-11-26 00.00")))
        #expect(!due.isEstimate)
    }

    @Test func `calendar days are counted as they come`() throws {
        let due = try calendar().due(Promise(30, .days, from: wib("2026-11-26 10.00")))
        #expect(due.day == day("2026-12-26"))
        #expect(due.target == wib("2026-12-26 23.59"))
        #expect(
            try calendar().due(Promise(1, .days, from: wib("2026-11-26"))).target
                == wib("2026-11-27 16.30")
        )
    }

    @Test func `beyond the known years only weekends count, as an estimate`() throws {
        let calendar = try calendar()
        let over = calendar.due(Promise(10, .workingDays, from: wib("2027-12-27 09.00")))
        #expect(over.day == day("2028-01-10"))
        #expect(over.isEstimate)
        let within = calendar.due(Promise(1, .workingDays, from: wib("2027-12-27 09.00")))
        #expect(!within.isEstimate)
        let far = calendar.due(Promise(9999, .workingDays, from: wib("2040-05-01 09.00")))
        #expect(far.day.weekday <= 5)
        #expect(calendar.workingDays(after: day("2040-05-01"), through: far.day) == 9999)
        #expect(calendar.due(Promise(1, .workingDays, from: wib("2025-08-15"))).isEstimate)
    }

    @Test func `without any known year a calendar still counts`() throws {
        let bare = try WorkCalendar(WorkCalendar.Parts())
        #expect(bare.day(5, workingDaysAfter: day("2026-12-21")) == day("2026-12-28"))
        #expect(bare.due(Promise(5, .workingDays, from: wib("2026-12-21"))).isEstimate)
    }

    @Test func `a unit that works on Saturdays counts them`() throws {
        let calendar = try calendar { parts in
            parts.weekend = [7]
            let morning = [Opening(from: 480, to: 720)]
            parts.hours = OfficeHours(
                week: Dictionary(uniqueKeysWithValues: (1...6).map { ($0, morning) })
            )
            parts.periods = []
        }
        #expect(calendar.day(5, workingDaysAfter: day("2026-11-23")) == day("2026-11-28"))
        #expect(calendar.closing(of: day("2026-11-28")) == wib("2026-11-28 12.00"))
    }

    @Test func `holidays are found by their date`() throws {
        let calendar = try calendar()
        #expect(calendar.holiday(on: day("2026-12-24"))?.kind == .jointLeave)
        #expect(calendar.holiday(on: day("2026-12-23")) == nil)
        #expect(calendar.period(on: day("2026-03-02"))?.name == "Ramadan 1447 H")
    }

    @Test(arguments: crooked)
    func `parts that make no calendar are told`(because: CalendarProblem, change: Change) {
        #expect(throws: because) { try calendar(change) }
    }
}

typealias Change = @Sendable (inout WorkCalendar.Parts) -> Void

private let crooked: [(CalendarProblem, Change)] = [
    (.noWorkingDay, { $0.weekend = Set(1...7) }),
    (.noHours(weekday: 6, period: nil), { $0.weekend = [7] }),
    (
        .crookedHours(weekday: 1, period: nil),
        { parts in
            let wrong = [Opening(from: 480, to: 720), Opening(from: 700, to: 900)]
            let week = (1...5).map { ($0, wrong) }
            parts.hours = OfficeHours(week: Dictionary(uniqueKeysWithValues: week))
        }
    ),
    (
        .crookedPeriod("Puasa"),
        { parts in
            parts.periods = [
                HoursPeriod(
                    name: "Puasa",
                    first: day("2026-03-20"),
                    last: day("2026-02-19"),
                    hours: .ramadan
                )
            ]
        }
    ),
    (.tooWide, { $0.knownYears = [1900, 2200] }),
]
