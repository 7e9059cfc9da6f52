import Blueprints
import Cases
import Ledger
import Office
import Site
package import Stories

/// Plans moves of running cases, asks for them, carries them out in pieces and takes them back.
package struct MovingDesk: Sendable {
    let cases: CaseDesk
    let versions: ComparedVersions
    let now: @Sendable () -> Instant

    /// So many cases are written in one transaction: others write in between.
    package static let piece = 250

    private var store: RecordStore { cases.store }

    init(cases: CaseDesk, versions: ComparedVersions, now: @Sendable @escaping () -> Instant) {
        self.cases = cases
        self.versions = versions
        self.now = now
    }

    /// A desk of its own, which knows of no difference yet.
    package init(beside cases: CaseDesk, now: @Sendable @escaping () -> Instant) {
        self.init(cases: cases, versions: ComparedVersions(), now: now)
    }

    static func stream(of plan: OpaqueID) -> Stream { Stream(MoveStory.kind, plan) }

    /// What would become of the cases of a version, under the version in force.
    package func planned(_ service: Code, from: Code) async throws -> PlannedMove {
        let (keeper, versions) = (cases.keeper, versions)
        return try await store.read { reader in
            let force = try keeper.current(reader)
            guard let current = force.running(service), let to = Code(current.digest) else {
                throw MoveRefusal.unknownService
            }
            // What kind of move it is follows from the two versions alone.
            let asked = MoveOrder(service: service, from: from, to: to, isMapped: false)
            guard from != to, force.version(from.text, of: current) != nil,
                let difference = try versions.difference(from: from, to: to, force, reader)
            else { throw MoveRefusal.unknownVersion }
            let order = MoveOrder(
                service: asked.service,
                from: from,
                to: to,
                isMapped: difference.way == .mapped
            )
            guard let plan = try reader.movePlan(order, versions, force) else {
                throw MoveRefusal.unknownVersion
            }
            return PlannedMove(plan)
        }
    }

    /// What would become of all running cases that are not under the version in force.
    ///
    /// - Parameter version: the name of the version in force, so that nobody means another one.
    package func plans(of service: Code, to version: String) async throws -> [PlannedMove] {
        let keeper = cases.keeper
        let others = try await store.read { reader -> [Code] in
            let force = try keeper.current(reader)
            guard let current = force.running(service) else { throw MoveRefusal.unknownService }
            guard force.origin(of: current.digest)?.name == version else {
                throw MoveRefusal.unknownVersion
            }
            return try reader.runningByVersion(of: service).keys
                .filter { $0.text != current.digest }.sorted()
        }
        var plans: [PlannedMove] = []
        for digest in others { plans.append(try await planned(service, from: digest)) }
        return plans
    }

    /// Asks for a move as it was shown; where rules change, a second person has to agree.
    package func ask(
        _ plan: OpaqueID,
        _ shown: MoveOrder,
        by actor: Actor
    ) async throws {
        let planned = try await planned(shown.service, from: shown.from).plan
        guard planned.order.to == shown.to else { throw MoveRefusal.planIsOld }
        switch planned.rules.difference.way {
        case .undeclared: throw MoveRefusal.rulesChanged
        case .publisherKeeps: throw MoveRefusal.publisherKeeps
        case .free, .mapped: break
        }
        try await handle(.ask(planned.order, by: actor), on: plan, by: actor) { state in
            guard state.phase != .unborn || planned.moving > 0 else {
                throw MoveRefusal.nothingToMove
            }
        }
    }

    package func approve(_ plan: OpaqueID, by actor: Actor) async throws {
        try await handle(.approve(by: actor), on: plan, by: actor)
    }

    package func decline(_ plan: OpaqueID, by actor: Actor) async throws {
        try await handle(.decline, on: plan, by: actor)
    }

    /// Takes back what can be taken back; what follows is decided case by case.
    package func undo(_ plan: OpaqueID, by actor: Actor) async throws {
        try await handle(.undo, on: plan, by: actor)
    }

    private func handle(
        _ command: MoveCommand,
        on plan: OpaqueID,
        by actor: Actor,
        _ check: (MoveAsked) throws -> Void = { _ in }
    ) async throws {
        let stream = Self.stream(of: plan)
        let (state, version) = try await store.state(of: stream, as: MoveStory.self)
        if case .ask = command {} else if state.order == nil { throw MoveRefusal.unknownPlan }
        try check(state)
        let decision = try MoveStory.decide(state, command, ())
        guard !decision.facts.isEmpty else { return }
        let append = try Append(
            decision,
            to: stream,
            at: now(),
            by: actor,
            expecting: [stream: version]
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw MoveRefusal.settledBefore
        }
    }
}

/// A plan as commands print it and pages show it.
package struct PlannedMove: Sendable {
    let plan: MovePlan

    init(_ plan: MovePlan) { self.plan = plan }

    package var order: MoveOrder { plan.order }
    package var from: String { plan.from.name }
    package var to: String { plan.to.name }
    package var moving: Int { plan.moving }

    /// All that run under the older version.
    package var running: Int { plan.moving + plan.left }

    /// Whether anything may go at all.
    package var isAllowed: Bool {
        switch plan.rules.difference.way {
        case .free, .mapped: true
        case .undeclared, .publisherKeeps: false
        }
    }

    /// Why cases stay, in words, with how many.
    package var staying: [(why: String, count: Int)] {
        plan.staying.map { ($0.why.words.indonesian, $0.count) }
    }

    /// What changes, in words.
    package var changes: [String] { plan.rules.difference.sentences() }
}

extension InForce {
    /// The version of a service under which cases come now, switched off or not.
    func running(_ service: Code) -> PublicService? {
        let all = services + off.map(\.service)
        return all.first { $0.id.text == service.text && $0.elsewhere == nil }
    }
}
