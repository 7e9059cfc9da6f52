import Blueprints
import Cases
import Ledger
import Stories

/// What would become of the running cases of one version: worked out, never kept.
struct MovePlan: Sendable {
    let service: PublicService
    let from: VersionOrigin
    let to: VersionOrigin
    let rules: MoveRules

    /// How many would go.
    let moving: Int

    /// How many would stay, and why.
    let staying: [(why: Staying, count: Int)]

    var order: MoveOrder { rules.order }

    var left: Int { staying.reduce(0) { $0 + $1.count } }
}

/// Why a case stays on its version.
enum Staying: String, Sendable, CaseIterable {
    case undeclared, publisherKeeps, stepGone, signing, restricted, erased
}

/// By what a single case is judged: the same for a row of the list and for a state.
struct MoveRules: Sendable {
    let order: MoveOrder
    let difference: VersionDifference
    private let mapping: AnswersMapping

    init?(_ order: MoveOrder, _ difference: VersionDifference, _ force: InForce) {
        guard let old = force.version(order.from.text), let new = force.version(order.to.text)
        else { return nil }
        self.order = order
        self.difference = difference
        mapping = AnswersMapping(from: old, to: new, declared: difference.declared)
    }

    /// Why a case in this situation stays; nil where it may go.
    func staying(
        step: Code,
        phase: CasePhase,
        isRestricted: Bool,
        isErased: Bool
    ) -> Staying? {
        switch difference.way {
        case .undeclared: return .undeclared
        case .publisherKeeps: return .publisherKeeps
        case .free, .mapped: break
        }
        if isErased { return .erased }
        if isRestricted { return .restricted }
        // Where its letter leads was settled under the older rules.
        if difference.way == .mapped, phase == .signing { return .signing }
        return mapping.step(ID(step.text)) == nil ? .stepGone : nil
    }

    func staying(_ state: CaseState) -> Staying? {
        guard let step = state.place?.step else { return .stepGone }
        return staying(
            step: step,
            phase: state.phase,
            isRestricted: state.restriction != nil,
            isErased: state.isErased
        )
    }

    /// The fact's words for a case that goes.
    func migration(of state: CaseState, plan: OpaqueID) -> Migration? {
        guard let plan = Code(plan.description), let step = state.place?.step,
            let target = mapping.step(ID(step.text))
        else { return nil }
        return Migration(
            from: order.from,
            to: order.to,
            plan: plan,
            step: target.text == step.text ? nil : Code(target.text)
        )
    }
}

/// One running case on the list of a version.
struct RunningCase: Sendable {
    let id: OpaqueID
    let number: String
    let step: Code
    let staying: Staying?
}

extension Reader {
    /// How many running cases of a service each version has.
    func runningByVersion(of service: Code) throws -> [Code: Int] {
        var counts: [Code: Int] = [:]
        for row in try rows(
            """
            SELECT digest, count(*) AS running FROM cases WHERE service = \(service) \
            AND ended IS NULL GROUP BY digest
            """
        ) { counts[try row.get("digest")] = Int(try row.int("running")) }
        return counts
    }

    /// The plan for the running cases of one version; nil where a version is not here.
    func movePlan(
        _ order: MoveOrder,
        _ versions: ComparedVersions,
        _ force: InForce
    ) throws -> MovePlan? {
        guard
            let difference = try versions.difference(
                from: order.from,
                to: order.to,
                force,
                self
            ),
            let rules = MoveRules(order, difference, force),
            let service = force.version(order.to.text),
            let from = force.origin(of: order.from.text), let to = force.origin(of: order.to.text)
        else { return nil }
        var moving = 0
        var staying: [Staying: Int] = [:]
        for row in try rows(
            """
            SELECT step, phase, CASE WHEN restricted IS NULL THEN 0 ELSE 1 END AS kept, \
            CASE WHEN erased IS NULL THEN 0 ELSE 1 END AS gone, count(*) AS running FROM cases WHERE service = \(order.service) \
            AND digest = \(order.from) AND ended IS NULL GROUP BY step, phase, kept, gone
            """
        ) {
            let count = Int(try row.int("running"))
            if let why = try row.staying(rules) {
                staying[why, default: 0] += count
            } else {
                moving += count
            }
        }
        return MovePlan(
            service: service,
            from: from,
            to: to,
            rules: rules,
            moving: moving,
            staying: Staying.allCases.compactMap { why in staying[why].map { (why, $0) } }
        )
    }

    /// Running cases of a version after one of them, in the order of their ids.
    func runningCases(
        _ rules: MoveRules,
        after last: OpaqueID,
        most: Int
    ) throws -> [RunningCase] {
        let order = rules.order
        return try rows(
            """
            SELECT id, number, step, phase, CASE WHEN restricted IS NULL THEN 0 ELSE 1 END AS kept, \
            CASE WHEN erased IS NULL THEN 0 ELSE 1 END AS gone FROM cases WHERE service = \(order.service) \
            AND digest = \(order.from) AND ended IS NULL AND id > \(last) ORDER BY id LIMIT \(most)
            """
        ).map { row in
            RunningCase(
                id: try row.id("id"),
                number: try row.text("number"),
                step: try row.get("step"),
                staying: try row.staying(rules)
            )
        }
    }

    /// Cases that a plan has moved and that are not back, after one of them.
    func movedCases(
        by plan: OpaqueID,
        after last: OpaqueID,
        most: Int
    ) throws -> [(id: OpaqueID, number: String, isAlone: Bool)] {
        try rows(
            """
            SELECT c.id, c.number, CASE WHEN c.version = m.version THEN 1 ELSE 0 END AS alone FROM case_moves m \
            JOIN cases c ON c.id = m.case_id WHERE m.plan = \(plan.description) \
            AND m.case_id > \(last) ORDER BY m.case_id LIMIT \(most)
            """
        ).map { row in
            (try row.id("id"), try row.text("number"), try row.int("alone") == 1)
        }
    }

    /// How many cases a plan has moved that are not back, and after how many nothing happened.
    func movedCount(by plan: OpaqueID) throws -> (all: Int, alone: Int) {
        let row = try row(
            """
            SELECT count(*) AS whole, coalesce(sum(CASE WHEN c.version = m.version THEN 1 ELSE 0 \
            END), 0) AS alone FROM case_moves m JOIN cases c ON c.id = m.case_id \
            WHERE m.plan = \(plan.description)
            """
        )
        return (Int(try row?.int("whole") ?? 0), Int(try row?.int("alone") ?? 0))
    }
}

extension RecordRow {
    fileprivate func staying(_ rules: MoveRules) throws -> Staying? {
        guard let phase = CasePhase(rawValue: try text("phase")) else {
            throw StoreError(.damaged, "the phase of a case cannot be read")
        }
        return rules.staying(
            step: try get("step"),
            phase: phase,
            isRestricted: try int("kept") == 1,
            isErased: try int("gone") == 1
        )
    }
}
