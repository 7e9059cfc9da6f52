import Stories
import Testing

@Suite struct PauseTests {
    /// Received, then pauses and resumptions in turn; the last date is the due one.
    @Test(
        arguments: [
            (5, ["2026-11-23", "2026-11-24", "2026-12-01"], "2026-12-07"),
            // Paused on the day of receipt: everything is left.
            (2, ["2026-11-23", "2026-11-23", "2026-11-26"], "2026-11-30"),
            // Paused on the due date: it is due on the day of resumption.
            (2, ["2026-11-23", "2026-11-25", "2026-11-27"], "2026-11-27"),
            // … or on the first working day after it.
            (2, ["2026-11-23", "2026-11-25", "2026-11-28"], "2026-11-30"),
            // Paused and resumed on one day: nothing changes.
            (3, ["2026-11-23", "2026-11-24", "2026-11-24"], "2026-11-26"),
            // Over Christmas, resumed on a holiday: that holiday is day 0.
            (3, ["2026-12-21", "2026-12-22", "2026-12-25"], "2026-12-29"),
            (3, ["2026-12-21", "2026-12-22", "2026-12-28"], "2026-12-30"),
            // Paused on a Saturday.
            (3, ["2026-11-26", "2026-11-28", "2026-12-02"], "2026-12-04"),
            // Several pauses.
            (
                5, ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27", "2026-12-03"],
                "2026-12-08"
            ),
        ]
    )
    func `a pause keeps the working days that were left`(
        days: Int,
        moments: [String],
        due: String
    ) throws {
        let calendar = try calendar()
        var promise = Promise(days, .workingDays, from: wib(moments[0]))
        for index in stride(from: 1, to: moments.count, by: 2) {
            let left = try #require(calendar.left(of: promise, at: wib(moments[index])))
            promise = promise.resumed(with: left, at: wib(moments[index + 1] + " 21.00"))
        }
        #expect(calendar.due(promise).day == day(due))
    }

    @Test func `a promise that was missed cannot be mended by a pause`() throws {
        let promise = Promise(2, .workingDays, from: wib("2026-11-23"))
        #expect(try calendar().left(of: promise, at: wib("2026-11-25 23.59")) == 0)
        #expect(try calendar().left(of: promise, at: wib("2026-11-26 00.00")) == nil)
    }

    @Test func `hours and calendar days keep what was left as well`() throws {
        let calendar = try calendar()
        let hours = Promise(240, .officeMinutes, from: wib("2026-11-27 09.00"))
        #expect(calendar.left(of: hours, at: wib("2026-11-27 12.00")) == 90)
        let resumed = hours.resumed(with: 90, at: wib("2026-11-28 10.00"))
        #expect(calendar.due(resumed).target == wib("2026-11-30 09.00"))
        let days = Promise(30, .days, from: wib("2026-11-01"))
        #expect(calendar.left(of: days, at: wib("2026-11-11")) == 20)
    }

    @Test func `a pause never makes anything due earlier`() throws {
        let calendar = try calendar { parts in
            parts.outages = [
                Outage(
                    from: wib("2026-12-10 08.00"),
                    to: wib("2026-12-14 12.00"),
                    reason: "listrik"
                )
            ]
        }
        let start = wib("2026-12-03 10.00")
        for days in [0, 1, 3, 5, 9] {
            let promise = Promise(days, .workingDays, from: start)
            let due = calendar.due(promise)
            for pause in stride(from: 0, to: 40 * 24, by: 7) {
                let paused = start.adding(seconds: Int64(pause) * 3600)
                guard let left = calendar.left(of: promise, at: paused) else { continue }
                for gap in stride(from: 0, to: 20 * 24, by: 11) {
                    let resumption = paused.adding(seconds: Int64(gap) * 3600)
                    let resumed = calendar.due(promise.resumed(with: left, at: resumption))
                    #expect(resumed.day >= due.day)
                    #expect(resumed.isOnTime(resumption))
                }
            }
        }
    }
}

@Suite struct ChangedCalendarTests {
    private let broken = Outage(
        from: wib("2026-11-24 13.00"),
        to: wib("2026-11-26 10.00"),
        reason: "Gangguan jaringan"
    )

    @Test(
        arguments: [
            ("2026-11-20", 1, "2026-11-23"),
            // Due on a date that the outage touched: the first working day after its last date.
            ("2026-11-23", 1, "2026-11-27"), ("2026-11-23", 2, "2026-11-27"),
            ("2026-11-23", 3, "2026-11-27"), ("2026-11-23", 4, "2026-11-27"),
            ("2026-11-23", 5, "2026-11-30"),
        ]
    )
    func `a declared outage moves what was due in it`(
        received: String,
        days: Int,
        expected: String
    ) throws {
        let calendar = try calendar { $0.outages = [broken] }
        let due = calendar.due(Promise(days, .workingDays, from: wib(received)))
        #expect(due.day == day(expected))
        let unmoved = try self.unmoved(received, days)
        #expect((due.movedBy == broken) == (unmoved != due.day))
    }

    private func unmoved(_ received: String, _ days: Int) throws -> Day {
        try calendar().due(Promise(days, .workingDays, from: wib(received))).day
    }

    @Test func `an outage that ends at midnight leaves the next date alone`() throws {
        let calendar = try calendar {
            $0.outages = [
                Outage(from: wib("2026-11-24 08.00"), to: wib("2026-11-25 00.00"), reason: "a")
            ]
        }
        #expect(calendar.due(Promise(2, .workingDays, from: wib("2026-11-23"))).movedBy == nil)
    }

    @Test func `outages one after another move twice`() throws {
        let calendar = try calendar {
            $0.outages = [
                Outage(from: wib("2026-11-27 08.00"), to: wib("2026-11-27 12.00"), reason: "b"),
                broken,
            ]
        }
        let due = calendar.due(Promise(2, .workingDays, from: wib("2026-11-23")))
        #expect(due.day == day("2026-11-30"))
        #expect(due.movedBy?.reason == "b")
    }

    @Test func `a promise in hours moves only when its hour lies in the outage`() throws {
        let calendar = try calendar { $0.outages = [broken] }
        let before = calendar.due(Promise(120, .officeMinutes, from: wib("2026-11-24 09.00")))
        #expect(before.target == wib("2026-11-24 11.00"))
        let within = calendar.due(Promise(240, .officeMinutes, from: wib("2026-11-24 09.00")))
        #expect(within.target == wib("2026-11-27 16.30"))
    }

    @Test func `a new holiday makes open promises due later`() throws {
        let promise = Promise(2, .workingDays, from: wib("2026-11-23"))
        let told = try calendar().due(promise)
        let changed = try calendar { parts in
            parts.holidays.append(
                Holiday(
                    day: day("2026-11-25"),
                    kind: .closure,
                    name: "Pilkada",
                    basis: "Keputusan Bupati 12/2026"
                )
            )
        }
        #expect(told.day == day("2026-11-25"))
        #expect(changed.due(promise).day == day("2026-11-26"))
    }

    @Test(arguments: [Promise.Unit.workingDays, .officeMinutes, .days])
    func `a holiday that is taken back makes nothing due earlier than was told`(
        unit: Promise.Unit
    ) throws {
        var promise = Promise(unit == .officeMinutes ? 900 : 4, unit, from: wib("2026-12-22"))
        let told = try calendar().due(promise)
        promise.floor = told.target
        let changed = try calendar { $0.holidays.removeAll { $0.day == day("2026-12-24") } }
        #expect(changed.due(promise).day == told.day)
        #expect(changed.due(promise).end == told.end)
    }
}
