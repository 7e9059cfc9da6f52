import Blueprints
import Cases
import Feel
import Ledger
import Office
import Stories

/// One invented case on its way, from its submission to wherever it comes by the last day.
///
/// Everything that happens to it is decided by its story, at the moment at which it happens.
struct SeededLife: Sendable {
    let index: Int

    /// With what it began; nothing of it changes.
    let start: Start
    var numbers: SeededNumbers

    private(set) var state = CaseStory.beginning
    private(set) var version: Version = 0

    /// All that was decided so far, to be recorded at once.
    private(set) var whole: Append
    private(set) var now: Instant

    /// The register that the last command counted up, for its lane to take over.
    var numbered: (counter: Code, last: Int64, day: Day)?

    /// What happens next, if anything does.
    var next: Move?

    private let draw: Draw
    private let id: CaseID
    private var names: (day: Day, values: [String: FeelValue])?

    private var seenTo = 0
    private var numberedOn: Day?

    /// The letters that came back signed.
    private(set) var signed: [SeededScans.Signed] = []

    /// What somebody does next.
    enum Move: Hashable, Sendable {
        case work
        case withdraw
        case complete
        case sign
        case object
    }

    /// What an application begins with.
    final class Start: Sendable {
        let service: PublicService
        let owner: Code
        let village: Code?
        let units: [ID: Code]
        let unitsOfSteps: [ID: Code]
        let answers: TypedAnswers
        let at: Instant

        /// How often officials see to it before it lies; nil where they go on to the end.
        let patience: Int?

        init(
            _ service: PublicService,
            of owner: Code,
            in village: Code?,
            _ bound: (units: [ID: Code], unitsOfSteps: [ID: Code]),
            answers: TypedAnswers,
            at: Instant,
            patience: Int?
        ) {
            self.service = service
            self.owner = owner
            self.village = village
            units = bound.units
            unitsOfSteps = bound.unitsOfSteps
            self.answers = answers
            self.at = at
            self.patience = patience
        }
    }

    init(_ start: Start, index: Int, _ numbers: SeededNumbers) {
        self.index = index
        self.start = start
        now = start.at
        self.numbers = numbers
        draw = .seeded(SeededNumbers(self.numbers.next()))
        id = CaseID(draw.id())
        whole = Append(at: start.at, by: .system, expecting: [:])
    }

    var service: PublicService { start.service }
    private var answers: TypedAnswers { start.answers }

    var caseID: CaseID { id }

    // MARK: deciding

    /// Carries out a command as the desk would, with the register as it stands in its lane.
    mutating func carryOut(
        _ command: CaseCommand,
        by who: Party,
        at moment: Instant,
        _ lane: LaneGround
    ) throws {
        now = max(now, moment)
        let today = lane.ground.force.zone.day(now)
        var known = KnownOfCase(
            who: who,
            now: now,
            draw: drawing(command, lane.ground.seed),
            sealer: lane.ground.desk.sealer,
            calendars: lane.ground.calendars,
            service: start.service
        )
        known.answers = names(on: today)
        known.units = start.units
        known.unitsOfSteps = start.unitsOfSteps
        known.register = state.place.flatMap { lane.register(of: $0.unit, on: today) }
        let decision = try CaseStory.decide(state, command, known)
        guard !decision.facts.isEmpty else { return }
        var step = try Append(
            decision,
            to: id.stream,
            at: now,
            by: actor(who),
            expecting: [id.stream: version]
        )
        note(decision.claims, on: today)
        // Registers are counted up by their lane, and written at once.
        step.claims = step.claims.filter { claim in
            switch claim {
            case .unique, .free: true
            case .count: false
            }
        }
        let before = state
        for fact in decision.facts { CaseStory.evolve(&state, fact) }
        version = version + decision.facts.count
        if decision.facts.contains(where: { $0.what.mayWriteRecord }) {
            try record(decision, before, known, lane, &step)
        }
        whole.absorb(step)
    }

    /// What a command draws from; an application gets a tracking number that no other has.
    ///
    /// Chance gives one twice among some hundred thousand, and the desk would draw again. Here each
    /// case has its own: multiples of a number without a common factor, wrapped around.
    private func drawing(_ command: CaseCommand, _ seed: UInt64) -> Draw {
        guard case .submit = command else { return draw }
        let all: UInt64 = 100_000_000_000
        var numbers = SeededNumbers(seed ^ 0x7AC0)
        let first = (UInt64(index) * 61_803_398_877 + numbers.next() % all) % all
        return .seeded(SeededNumbers(seed ^ 0x5AB1, of: index), first: first)
    }

    /// Adds the record that the command writes into a register, if it does.
    private func record(
        _ decision: Decision<CaseFact>,
        _ before: CaseState,
        _ known: KnownOfCase,
        _ lane: LaneGround,
        _ step: inout Append
    ) throws {
        guard let subject = state.subject else { return }
        let desk = CaseDesk(
            store: lane.ground.desk.store,
            keeper: lane.ground.desk.keeper,
            sealer: lane.ground.desk.sealer,
            draw: draw
        )
        let loaded = LoadedCase(
            id: id,
            state: before,
            version: version,
            subject: subject,
            service: start.service,
            answers: answers
        )
        try desk.addRecord(of: decision, loaded, known, to: &step)
    }

    private mutating func note(_ claims: [Claim], on day: Day) {
        for claim in claims {
            if case .count(let name, let was) = claim {
                numbered = (name, was + 1, day)
                numberedOn = day
            }
        }
    }

    /// The answers as they are sent again when something was missing.
    func completed() -> [UInt8] { answers.canonicalBytes }

    /// Keeps in mind what a letter looked like when it was signed.
    mutating func keep(_ letter: CaseLetter, as file: OpaqueID, of before: CaseState, by who: Actor)
    {
        guard let numberedOn else { return }
        signed.append(
            SeededScans.Signed(
                file: file,
                letter: letter,
                day: numberedOn,
                state: before,
                signer: who
            )
        )
    }

    /// Adds what another feature records about this case.
    mutating func absorb(_ append: Append) { whole.absorb(append) }

    private mutating func names(on day: Day) -> [String: FeelValue] {
        if let names, names.day == day { return names.values }
        let values = start.service.names(answers, today: FeelDate(day))
        names = (day, values)
        return values
    }

    private func actor(_ who: Party) -> Actor {
        switch who {
        case .official(let duties): duties.official
        case .applicant: id.applicant
        case .clock: .system
        }
    }

    /// Lets the clock do what is due by then, each at its own moment, as it does for real cases.
    mutating func pass(until moment: Instant, _ lane: LaneGround) throws {
        while state.phase != .ended {
            let due = dueTimers(state, lane.ground.calendars, now: moment).first
            guard case .run(let alarm)? = due else { return }
            // The clock of the cases looks every twenty seconds.
            let late = alarm.due.adding(seconds: Int64(numbers.whole(1...20)))
            try carryOut(.run(alarm), by: .clock, at: max(alarm.due, min(late, moment)), lane)
        }
    }

    // MARK: beginning

    mutating func submit(_ lane: LaneGround) throws {
        var new = NewCase(
            caseID: id,
            draft: draw.id(),
            owner: start.owner,
            channel: .online,
            received: now,
            answers: answers.canonicalBytes
        )
        new.village = start.village
        let openness = start.service.openness(of: answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        var who = Party.applicant
        let calendar = lane.ground.force.calendar
        let day = calendar.zone.day(now)
        if calendar.isWorkingDay(day), openness == .open, numbers.happens(0.35),
            let first = start.service.steps.first.flatMap({ Code($0.by.text) }),
            let official = lane.official(first, in: start.owner, &numbers)
        {
            who = .official(official)
            new.channel = numbers.happens(0.8) ? .counter : .paper
            let opened = calendar.zone.instant(day, minute: 0)
            new.received = max(opened, now.adding(seconds: -Int64(numbers.whole(120...5400))))
        }
        try carryOut(.submit(new), by: who, at: now, lane)
    }

    /// Whether officials let it lie from now on.
    mutating func isLeftLying() -> Bool {
        guard let patience = start.patience else { return false }
        defer { seenTo += 1 }
        return seenTo >= patience
    }
}

extension CaseEvent {
    /// Whether an action may write a register with it.
    fileprivate var mayWriteRecord: Bool {
        switch self {
        case .acted(let act): act.letter == nil && act.register != nil
        case .letterSigned: true
        case .submitted, .taken, .assigned, .returnedToUnit, .asked, .completed, .consulted,
            .advised, .noted, .withdrawn, .reopened, .becameLate, .reminded, .expired,
            .legalLimitNear, .letterNumbered, .letterVoided, .objected, .objectionAnswered,
            .objectionPeriodEnded, .linkChanged, .recovered, .sensitiveOpened, .recounted, .told,
            .snoozed,
            .linked, .unlinked, .feePaid, .feePaymentUndone, .migrated, .migrationUndone,
            .answersErased, .closed,
            .corrected, .restricted, .restrictionLifted:
            false
        }
    }
}

/// A life as it is handed over to be recorded.
struct EndedLife: Sendable {
    let index: Int
    let id: CaseID
    let start: SeededLife.Start
    let at: Instant
    let isOpen: Bool
    let signed: [SeededScans.Signed]
    var whole: Append

    init(_ life: SeededLife, until: Instant) {
        index = life.index
        id = life.caseID
        start = life.start
        signed = life.signed
        at = life.now
        isOpen = life.state.phase != .ended
        var append = life.whole
        append.effectsDone = life.now
        // What was done that long ago would be swept away at the first start of the site.
        let kept = until.adding(seconds: -Leftovers.daysOfEffects * 86_400)
        if life.now <= kept { append.effects = [] }
        whole = append
    }
}
