import Blueprints
import Cases
import Stories
import Testing

/// A case goes on under another version of its service, and back.
struct MovingTests {
    private static let next: Code = "b2b2"

    private static func plan(_ world: World, step: Code? = nil) throws -> Migration {
        let from = try #require(world.state.subject?.digest)
        return Migration(from: from, to: next, plan: "rencana", step: step)
    }

    private static func moved(_ way: () throws -> World = World.submitted) throws -> World {
        var world = try way()
        try world.give(.migrate(try plan(world)), by: .clock)
        return world
    }

    @Test func `a move changes the version and nothing that was promised`() throws {
        let before = try World.submitted().state
        let state = try Self.moved().state
        #expect(state.subject?.digest == Self.next)
        #expect(state.sentUnder == before.subject?.digest)
        #expect(state.moves.map(\.answers) == [1])
        var same = state
        same.moves = []
        same.subject?.digest = try #require(before.subject?.digest)
        #expect(same == before)
    }

    @Test func `a move that is taken back leaves nothing behind`() throws {
        var world = try World.submitted()
        let before = world.state
        try world.give(.migrate(try Self.plan(world, step: "cek")), by: .clock)
        #expect(world.state.place?.step == "cek")
        let facts = try world.give(.undoMigration(plan: "rencana"), by: .clock)
        let back = Migration(
            from: Self.next,
            to: try #require(before.subject?.digest),
            plan: "rencana",
            step: "periksa"
        )
        #expect(facts == [.migrationUndone(back)])
        #expect(world.state == before)
    }

    @Test func `after notes and looks a move can still be taken back`() throws {
        var world = try Self.moved()
        try world.give(.note("Telepon warga.", for: .officials), by: clerk)
        try world.give(.note("Kami periksa.", for: .citizen), by: clerk)
        try world.give(.open(field: "nik"), by: clerk)
        try world.give(.undoMigration(plan: "rencana"), by: .clock)
        #expect(world.state.moves.isEmpty)
    }

    @Test(arguments: [
        CaseCommand.take, .consult(unit: "dinas-koperasi", question: "Ada?"),
        .tell(notice: "lengkapi", channel: "wa"), .changeLink,
    ])
    func `after anything else it cannot`(command: CaseCommand) throws {
        // The core looks at the version only where a step is read, so it stays the same here.
        var world = try World.submitted()
        let digest = try #require(world.state.subject?.digest)
        let same = Migration(from: digest, to: digest, plan: "rencana")
        try world.give(.migrate(same), by: .clock)
        let who: Party = command == .changeLink ? .applicant : .official(clerk)
        try world.give(command, by: who)
        #expect(throws: CaseRefusal.followedSinceMove) {
            try world.give(.undoMigration(plan: "rencana"), by: .clock)
        }
    }

    @Test func `only the newest move goes back, and only by its own plan`() throws {
        var world = try Self.moved()
        let second = Migration(from: Self.next, to: "c3c3", plan: "lain")
        try world.give(.migrate(second), by: .clock)
        #expect(throws: CaseRefusal.otherVersion) {
            try world.give(.undoMigration(plan: "rencana"), by: .clock)
        }
        try world.give(.undoMigration(plan: "lain"), by: .clock)
        #expect(world.state.subject?.digest == Self.next)
        // Another move came in between.
        #expect(throws: CaseRefusal.followedSinceMove) {
            try world.give(.undoMigration(plan: "rencana"), by: .clock)
        }
    }

    @Test func `a numbered letter keeps the version whose words it bears`() throws {
        var world = try World.numbered()
        let old = world.state.subject?.digest
        try world.give(.migrate(try Self.plan(world)), by: .clock)
        #expect(world.state.letters.map(\.version) == [old])
    }

    @Test func `a case that was set aside stays set aside when it moves`() throws {
        var world = try World.submitted()
        try world.give(.snooze(until: wib("2026-11-25 00.00"), reason: "Tunggu."), by: clerk)
        try world.give(.migrate(try Self.plan(world)), by: .clock)
        #expect(world.state.snooze != nil)
    }

    @Test(
        arguments: [
            ("the applicant", CaseRefusal.notYours, World.submitted, Party.applicant),
            ("ended", .closed, World.refused, .clock),
            ("restricted", .restricted, World.restricted, .clock),
            ("erased", .erased, World.erased, .clock),
        ] as [(String, CaseRefusal, @Sendable () throws -> World, Party)]
    )
    func `who and what does not move`(
        name: String,
        refusal: CaseRefusal,
        way: @Sendable () throws -> World,
        who: Party
    ) throws {
        var world = try way()
        let plan = try Self.plan(world)
        #expect(throws: refusal) { try world.give(.migrate(plan), by: who) }
    }

    @Test func `the state in a row is the state`() throws {
        var world = try World.numbered()
        try world.give(.migrate(try Self.plan(world, step: "teken")), by: .clock)
        var writer = FactWriter()
        world.state.write(to: &writer)
        #expect(try CaseState(from: FactReader(writer.fields)) == world.state)
    }
}
