import Blueprints
import Cases
import Feel
import Stories
import Testing

@Suite struct HistoryTests {
    @Test(arguments: 1...200)
    func `any sequence of accepted commands makes one history`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var world = try World()
        world.answers["luas_kebun"] = .number(5)
        let calendars = [world.calendar, try World.busier(), try World.broken()]
        var told: Due?
        var leg = 1
        for _ in 0..<60 {
            world.now = world.now.adding(seconds: Int64(dice.roll(5) * dice.roll(20)) * 1200)
            if dice.roll(6) == 0 {
                world.calendar = calendars[dice.roll(calendars.count)]
                try recount(&world)
            }
            let (command, who) = everyCommand(world, &dice)
            do throws(CaseRefusal) {
                world.last = try CaseStory.decide(world.state, command, world.known(who))
            } catch {
                continue
            }
            for fact in world.last.facts { CaseStory.evolve(&world.state, fact) }
            world.facts += world.last.facts
            #expect(world.last.facts.allSatisfy { $0.at == world.now })
            contradictions(world)
            if let due = world.state.due(world.calendars) {
                if leg == world.state.leg, let told {
                    #expect(due.day >= told.day, "\(world.facts.map(\.what.word))")
                }
                (told, leg) = (due, world.state.leg)
            }
        }
        #expect(CaseStory.state(after: world.facts) == world.state)
        #expect(CaseState(json: world.state.json) == world.state)
        #expect(try CaseStory.state(after: world.facts.map(written)) == world.state)
    }

    /// The fact after it was written into an event and read back.
    private func written(_ fact: CaseFact) throws -> CaseFact {
        var writer = FactWriter()
        fact.write(to: &writer)
        let bytes = try CanonicalJSON.write(.object(writer.fields))
        guard case .object(let fields) = try CanonicalJSON.read(bytes) else { return fact }
        return try CaseFact(kind: fact.kind, from: FactReader(fields))
    }

    /// What a new calendar does to every open case.
    private func recount(_ world: inout World) throws {
        do { try world.give(.recount(cause: "kalender"), by: .clock) } catch is CaseRefusal {}
    }

    private func contradictions(_ world: World) {
        let state = world.state
        #expect((state.phase == .waiting) == (state.pause != nil))
        #expect((state.phase == .signing) == (state.openLetter != nil))
        #expect((state.phase == .ended) == (state.end != nil))
        #expect((state.phase == .ended) == (state.endedAt != nil))
        #expect((state.takenBy == nil) == (state.takenAt == nil))
        #expect(state.letters.count { $0.fate == .numbered } <= 1)
        #expect(state.history.map(\.at) == state.history.map(\.at).sorted())
        #expect(state.counts["kembali", default: 0] <= 1)
        #expect(state.publicState != nil)
    }

    private func everyCommand(_ world: World, _ dice: inout Dice) -> (CaseCommand, Party) {
        let step = ID(world.state.place?.step.text ?? "periksa")
        if world.state.phase == .unborn {
            let new = NewCase(
                caseID: theCase,
                draft: file,
                owner: "kel-ulu",
                channel: .online,
                received: world.now,
                answers: [1]
            )
            return (.submit(new), .applicant)
        }
        if let timer = dueTimers(world.state, world.calendars, now: world.now).first {
            if dice.roll(3) > 0 { return (timer, .clock) }
        }
        var request = ActRequest(
            ["lengkap", "kembali", "tolak", "ukur", "terbit"][dice.roll(5)],
            in: step
        )
        (request.publicNote, request.internalNote, request.reason) = ("a", "b", "c")
        request.files = [file]
        let commands: [CaseCommand] = [
            .take, .assign(to: colleague), .returnToUnit, .act(request), .act(request),
            .act(request), .complete(answers: [2], files: []),
            .consult(unit: "dinas-koperasi", question: "?"),
            .advise(unit: "dinkop", answer: "!"), .note("n", for: .citizen),
            .note("n", for: .officials),
            .withdraw(reason: ""), .reopen(reason: "r"), .object(reason: "o"), .recount(cause: "k"),
            .sign(letter: world.letter, way: .scan, file: file),
            .void(letter: world.letter, reason: "v"),
            .open(field: "nik"), .changeLink, .tell(notice: "n", channel: "wa"),
            .snooze(until: world.now.adding(seconds: 86_400), reason: "s"),
            .link(to: CaseID(file)), .pay(receipt: "p", day: day("2026-11-23")),
        ]
        let parties: [Party] = [
            .official(clerk), .official(head), .official(adviser), .applicant, .clock,
        ]
        return (commands[dice.roll(commands.count)], parties[dice.roll(parties.count)])
    }
}

extension World {
    /// More holidays than were decreed.
    fileprivate static func busier() throws -> WorkCalendar {
        var parts = WorkCalendar.Parts()
        parts.holidays = (24...30).map {
            Holiday(day: day("2026-11-\($0)"), kind: .closure, name: "Tutup")
        }
        return try WorkCalendar(parts)
    }

    /// No holidays, and an outage.
    fileprivate static func broken() throws -> WorkCalendar {
        var parts = WorkCalendar.Parts()
        parts.outages = [
            Outage(from: wib("2026-11-25 10.00"), to: wib("2026-11-27 10.00"), reason: "Listrik")
        ]
        return try WorkCalendar(parts)
    }
}

/// Numbers that look random and are the same in every run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }
}
