import Cases
import Stories
import Testing

/// While a case is only kept at its person's wish, no promise counts.
@Suite struct HeldTimeTests {
    /// Where a case stood when it was restricted, and what is due after it was lifted.
    struct Row: Sendable {
        let name: String
        let world: @Sendable () throws -> World
        let restricted: String
        let lifted: String
        let due: @Sendable (World) -> Day?
        let expected: String
    }

    static let rows = [
        Row(
            name: "the whole keeps the day that was left",
            world: { try .submitted() },
            restricted: "2026-11-24 09.00",
            lifted: "2026-12-01 10.00",
            due: { $0.state.due($0.calendars)?.day },
            expected: "2026-12-02"
        ),
        Row(
            name: "a step that was due that day is due on the day of lifting",
            world: { try .submitted() },
            restricted: "2026-11-24 09.00",
            lifted: "2026-12-01 10.00",
            due: { $0.state.stepDue($0.calendars)?.day },
            expected: "2026-12-01"
        ),
        Row(
            name: "so does the limit of the law",
            world: { try .submitted() },
            restricted: "2026-11-24 09.00",
            lifted: "2026-12-01 10.00",
            due: { $0.state.legalDue($0.calendars)?.day },
            expected: "2026-12-07"
        ),
        Row(
            name: "over Christmas",
            world: { try .submitted() },
            restricted: "2026-11-23 10.00",
            lifted: "2026-12-23 10.00",
            due: { $0.state.due($0.calendars)?.day },
            expected: "2026-12-29"
        ),
        Row(
            name: "what was missed before stays missed",
            world: { try .submitted() },
            restricted: "2026-11-26 09.00",
            lifted: "2026-12-01 10.00",
            due: { $0.state.due($0.calendars)?.day },
            expected: "2026-11-25"
        ),
        Row(
            name: "the citizen's time to complete it",
            world: { try .waiting() },
            restricted: "2026-11-30 09.00",
            lifted: "2026-12-14 10.00",
            due: { $0.state.waitingDue($0.calendars)?.day },
            expected: "2026-12-21"
        ),
        Row(
            name: "the citizen's time to object",
            world: { try .refused() },
            restricted: "2026-12-01 09.00",
            lifted: "2026-12-10 10.00",
            due: { $0.state.objectionDue($0.calendars)?.day },
            expected: "2027-01-06"
        ),
        Row(
            name: "the office's time to answer an objection",
            world: {
                var world = try World.refused()
                world.now = wib("2026-11-24 09.00")
                try world.give(.object(reason: "Usaha saya ada."), by: .applicant)
                return world
            },
            restricted: "2026-11-26 09.00",
            lifted: "2026-12-10 10.00",
            due: { $0.state.objectionAnswerDue($0.calendars)?.day },
            expected: "2026-12-22"
        ),
    ]

    @Test(arguments: rows.indices)
    func `the clock stands still and goes on with what was left`(index: Int) throws {
        let row = Self.rows[index]
        var world = try row.world()
        world.now = wib(row.restricted)
        try world.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        #expect(row.due(world) == nil, "\(row.name)")
        // Whatever time passes, nothing happens.
        let before = world.facts.count
        try world.pass(to: "2026-12-09 00.00")
        #expect(world.facts.count == before, "\(row.name)")
        world.now = wib(row.lifted)
        try world.give(.liftRestriction(reason: "Selesai."), by: head)
        #expect(row.due(world) == day(row.expected), "\(row.name)")
    }

    @Test func `it says so instead of a date, and is late for nobody`() throws {
        var world = try World.submitted()
        world.now = wib("2026-11-24 09.00")
        try world.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        let later = wib("2027-02-01")
        #expect(world.state.tag(world.calendars, now: later) == .standing)
        #expect(world.state.stepTag(world.calendars, now: later) == .standing)
        #expect(world.state.clockStandsSince == wib("2026-11-24 09.00"))
        #expect(!world.state.becomesLater(world.calendars))
        // A second restriction stops nothing anew: what was left then is left still.
        world.now = wib("2026-12-15 09.00")
        try world.give(.restrict(.objection, reason: "Keberatan.", nil), by: head)
        try world.give(.liftRestriction(reason: "Selesai."), by: head)
        #expect(world.state.due(world.calendars)?.day == day("2026-12-16"))
    }

    @Test func `what ends meanwhile has used no more of its time`() throws {
        var world = try World.submitted()
        world.now = wib("2026-11-24 09.00")
        try world.give(.restrict(.asked, reason: "Diminta.", rightsRequest), by: head)
        world.now = wib("2027-01-20 09.00")
        try world.give(.withdraw(reason: "Tidak jadi."), by: .applicant)
        #expect(world.state.tag(world.calendars, now: world.now) == .endedOnTime)
        try world.give(.liftRestriction(reason: "Selesai."), by: head)
        #expect(world.state.tag(world.calendars, now: world.now) == .endedOnTime)
    }
}
