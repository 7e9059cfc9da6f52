import Cases
import Stories
import Testing

@Suite struct TimePassingTests {
    private func kinds(_ world: World) -> [CaseEvent.Kind] { world.facts.map(\.what.word) }

    @Test func `the clock reminds, warns and says what is late, each once`() throws {
        var world = try World.submitted()
        try world.pass(to: "2026-11-24 10.59")
        #expect(kinds(world) == [.submitted])
        try world.pass(to: "2026-11-24 11.00")
        try world.pass(to: "2026-11-24 23.59")
        #expect(kinds(world) == [.submitted, .reminded])
        try world.pass(to: "2026-11-25 00.00")
        #expect(kinds(world) == [.submitted, .reminded, .becameLate])
        try world.pass(to: "2026-11-26 00.00")
        try world.pass(to: "2026-12-20 00.00")
        let all: [CaseEvent.Kind] = [
            .submitted, .reminded, .becameLate, .becameLate, .legalLimitNear,
        ]
        #expect(kinds(world) == all)
        #expect(world.state.history.map(\.what) == [.received, .late])
        #expect(world.facts.dropFirst().allSatisfy { $0.by == .system })
    }

    @Test func `after a long silence everything is caught up in order`() throws {
        var world = try World.submitted()
        try world.pass(to: "2027-03-01 00.00")
        #expect(world.facts.count == 5)
        #expect(dueTimers(world.state, world.calendars, now: world.now).isEmpty)
    }

    @Test func `what is not completed in time ends as the action says`() throws {
        var world = try World.waiting()
        try world.pass(to: "2026-12-07 23.59")
        #expect(world.state.phase == .waiting)
        try world.pass(to: "2026-12-08 00.00")
        #expect(world.state.phase == .ended)
        #expect(world.state.end?.ending == "kedaluwarsa")
        #expect(world.state.history.last?.what == .expired)
        #expect(world.last.effects.map { $0.about.last } == ["kedaluwarsa"])
    }

    @Test func `an objection period ends unless somebody objected`() throws {
        var quiet = try World.refused()
        #expect(quiet.state.objectionDue(quiet.calendars)?.day == day("2026-12-22"))
        try quiet.pass(to: "2026-12-23 00.00")
        #expect(kinds(quiet).last == .objectionPeriodEnded)
        var objected = try World.refused()
        try objected.give(.object(reason: "Usaha saya ada."), by: .applicant)
        try objected.pass(to: "2027-02-01")
        #expect(kinds(objected).last == .objected)
    }

    @Test func `a timer claims its due moment once in the whole record`() throws {
        var world = try World.submitted()
        try world.pass(to: "2026-11-24 11.00")
        let reminder = world.last.claims
        try world.pass(to: "2026-11-25 00.00")
        #expect(reminder.count == 1)
        #expect(world.last.claims.count == 1)
        #expect(reminder != world.last.claims)
    }

    @Test func `a new holiday is told as a later date, and its withdrawal changes nothing`() throws
    {
        var world = try World.submitted()
        let decreed = world.calendar
        var parts = WorkCalendar.Parts()
        parts.holidays = [Holiday(day: day("2026-11-25"), kind: .closure, name: "Pilkada")]
        parts.knownYears = [2026, 2027]
        world.calendar = try WorkCalendar(parts)
        try world.give(.recount(cause: "kalender/2"), by: .clock)
        #expect(world.state.due(world.calendars)?.day == day("2026-11-26"))
        #expect(world.state.history.last?.what == .recounted)
        world.calendar = decreed
        #expect(world.state.due(world.calendars)?.day == day("2026-11-26"))
    }

    @Test(
        arguments: [
            ("2026-11-23 10.00", "Sisa 2 hari"), ("2026-11-24 10.00", "Sisa 1 hari"),
            ("2026-11-25 23.00", "Hari ini"), ("2026-11-26 00.00", "Lewat 1 hari"),
            ("2026-11-28 00.00", "Lewat 2 hari"), ("2026-12-01 08.00", "Lewat 4 hari"),
        ]
    )
    func `a tag says how urgent it is`(now: String, words: String) throws {
        let world = try World.submitted()
        #expect(world.state.tag(world.calendars, now: wib(now))?.words == words)
    }

    @Test func `an ended case says whether it kept its promise`() throws {
        let kept = try World.finished()
        #expect(kept.state.tag(kept.calendars, now: wib("2027-05-01")) == .endedOnTime)
        var world = try World.numbered()
        world.now = wib("2026-11-27 08.00")
        try world.give(.sign(letter: world.letter, way: .scan, file: file), by: clerk)
        let tag = world.state.tag(world.calendars, now: wib("2027-05-01"))
        #expect(tag?.words == "Selesai terlambat 2 hari")
        #expect(tag?.tone == .danger)
    }
}
