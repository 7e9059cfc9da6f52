package import Blueprints
package import Cases
import Feel
package import Ledger
import Office
import Registers
package import Stories

/// Loads, decides, appends: everything that is done to a case goes through here.
package struct CaseDesk: Sendable {
    package let store: RecordStore
    package let keeper: InForceKeeper
    let draw: Draw
    let sealer: Sealer

    package init(store: RecordStore, keeper: InForceKeeper, sealer: Sealer, draw: Draw = .random) {
        self.store = store
        self.keeper = keeper
        self.sealer = sealer
        self.draw = draw
    }

    /// What became of a command.
    package enum Outcome: Sendable {
        case done(CaseState, Version)

        /// The story went on since the page was shown: nothing was done, compare first.
        case movedOn(LoadedCase)
    }

    /// One command as somebody asked for it.
    package struct Asked: Sendable {
        package let command: CaseCommand
        package let id: CaseID

        /// The version that the page showed; nil for the clock, which decides afresh.
        package let seen: Version?
        package let who: Party
        package let now: Instant

        /// Files already on disk that belong to the case from now on.
        package var files: [KeptFile] = []

        /// Other streams that whoever asks has read, and at which version.
        package var beside: [Stream: Version] = [:]

        package init(
            _ command: CaseCommand,
            on id: CaseID,
            seen: Version?,
            who: Party,
            now: Instant
        ) {
            self.command = command
            self.id = id
            self.seen = seen
            self.who = who
            self.now = now
        }
    }

    /// Carries out what a person or the clock asked for.
    package func handle(_ asked: Asked) async throws -> Outcome {
        // A counter that somebody else moved is read again; the case itself never is.
        for _ in 0..<8 {
            let ground = try await store.glance { reader in try self.ground(asked, reader) }
            if let seen = asked.seen, seen != ground.loaded.version {
                return .movedOn(ground.loaded)
            }
            let state = ground.loaded.state
            let decision = try CaseStory.decide(state, asked.command, ground.known)
            if decision.facts.isEmpty { return .done(state, ground.loaded.version) }
            var append = try Append(
                decision,
                to: asked.id.stream,
                at: asked.now,
                by: actor(asked.who, of: asked.id),
                expecting: asked.beside.merging([asked.id.stream: ground.loaded.version]) { $1 }
            )
            append.files = asked.files
            try addRecord(of: decision, ground.loaded, ground.known, to: &append)
            try await lookIntoRegister(of: decision, ground.loaded, ground.known, to: &append)
            try correctRecords(
                after: asked.command,
                ground.loaded,
                ground.records,
                ground.zone,
                to: &append
            )
            switch try await store.append(append) {
            case .recorded, .repeated:
                let after = decision.facts.reduce(into: state) { CaseStory.evolve(&$0, $1) }
                return .done(after, ground.loaded.version + decision.facts.count)
            case .conflict:
                if asked.seen == nil { continue }
                return try await store.read { reader in
                    .movedOn(try self.ground(asked, reader).loaded)
                }
            case .taken(.unique(space: HeldKey.space, key: _)): throw RegisterRefusal.keyTaken
            case .taken, .otherContent: continue
            }
        }
        throw StoreError(.engine, "a counter moved eight times under one command")
    }

    /// Sends an application; the draft's id is its key for ever.
    /// - Returns: the case, new or the one that this draft became before.
    package func submit(
        _ new: NewCase,
        to service: PublicService,
        answers: TypedAnswers,
        _ sending: Sending
    ) async throws -> Submitted {
        let known = known(new, service, answers, sending)
        for _ in 0..<8 {
            let decision = try CaseStory.decide(CaseStory.beginning, .submit(new), known)
            var append = try Append(
                decision,
                to: new.caseID.stream,
                at: sending.now,
                by: sending.by ?? new.caseID.applicant,
                expecting: [new.caseID.stream: 0]
            )
            append.files = sending.files
            append.operations = sending.operations
            append.command =
                sending.command ?? .draft(new.draft, content: new.answers)
            switch try await store.append(append) {
            case .recorded: return .sent(new.caseID)
            case .repeated(let before):
                guard let stream = before.stream else { return .sent(new.caseID) }
                return .sentBefore(CaseID(stream.id))
            case .otherContent: return .otherContent
            case .conflict: return .sentBefore(new.caseID)
            case .taken:
                // A printed number is not drawn anew: somebody used it, or gave it back.
                guard new.tracking == nil else { throw ServiceRefusal.formUsed }
            }
        }
        throw StoreError(.engine, "no free tracking number was found")
    }

    /// What became of an application.
    package enum Submitted: Sendable {
        case sent(CaseID)

        /// The same draft with the same content came before: here is its case.
        case sentBefore(CaseID)

        /// The same draft came before with other content (409).
        case otherContent
    }

    /// When and how an application comes in.
    package struct Sending: Sendable {
        package let now: Instant

        /// What was in force when the request was read.
        package let force: InForce
        package var party: Party = .applicant
        package var by: Actor?
        package var files: [KeptFile] = []

        /// The draft's key with the device that may ask again what became of it.
        package var command: CommandKey?

        /// Ends the draft in the same transaction.
        package var operations: [SQL] = []

        package init(now: Instant, under force: InForce) {
            self.now = now
            self.force = force
        }
    }

    private struct Ground: Sendable {
        let loaded: LoadedCase
        let known: KnownOfCase
        let zone: Zone

        /// What registers say because of the case, where that may have to be put right.
        var records: [WrittenRecord] = []
    }

    private func ground(_ asked: Asked, _ reader: Reader) throws -> Ground {
        let force = try keeper.current(reader)
        guard let loaded = try reader.load(asked.id, force) else { throw ServiceRefusal.noSuchCase }
        var known = KnownOfCase(
            who: asked.who,
            now: asked.now,
            draw: draw,
            sealer: sealer,
            calendars: force.calendars,
            service: loaded.service
        )
        let today = force.zone.day(asked.now)
        known.answers =
            loaded.answers.map { loaded.service.names($0, today: FeelDate(today)) } ?? [:]
        known.units = force.units(for: loaded.service, in: loaded.subject.village?.text)
        known.unitsOfSteps = force.unitsOfSteps(of: loaded.service, answers: known.answers)
        if let unit = loaded.state.place?.unit, let office = force.office.unit(unit) {
            known.register = try reader.register(
                of: unit,
                unitCode: office.code,
                on: today,
                in: force.zone
            )
        }
        var ground = Ground(loaded: loaded, known: known, zone: force.zone)
        if case .correct = asked.command {
            ground.records = try reader.writtenRecords(of: asked.id)
        }
        return ground
    }

    /// What a decision about a new case may know.
    func known(
        _ new: NewCase,
        _ service: PublicService,
        _ answers: TypedAnswers,
        _ sending: Sending
    ) -> KnownOfCase {
        let force = sending.force
        var known = KnownOfCase(
            who: sending.party,
            now: sending.now,
            draw: draw,
            sealer: sealer,
            calendars: force.calendars,
            service: service
        )
        known.answers = service.names(
            answers,
            // For a paper that is recorded later, today is the day on which it came.
            today: FeelDate(force.zone.day(new.received))
        )
        known.units = force.units(for: service, in: new.village?.text)
        known.unitsOfSteps = force.unitsOfSteps(of: service, answers: known.answers)
        return known
    }

    func actor(_ party: Party, of id: CaseID) -> Actor {
        switch party {
        case .official(let duties): duties.official
        case .applicant: id.applicant
        case .clock: .system
        }
    }
}
