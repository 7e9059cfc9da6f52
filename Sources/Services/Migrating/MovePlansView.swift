package import Ledger
package import Stories

/// The plans to move running cases, as a table: how each stands and who stood behind it.
package enum MovePlansView {
    package static let view = ViewOfRecord(
        "move_plans",
        .now,
        of: [MoveStory.kind],
        tables: ["move_plans"],
        schema: [
            """
            CREATE TABLE move_plans (plan TEXT PRIMARY KEY, service TEXT NOT NULL, \
            older TEXT NOT NULL, newer TEXT NOT NULL, mapped BIGINT NOT NULL, \
            phase TEXT NOT NULL, asker BLOB NOT NULL, asked BIGINT NOT NULL, decider BLOB, \
            decided BIGINT)
            """,
            "CREATE INDEX move_plans_of_service ON move_plans (service, asked)",
        ],
        project: { projection in
            let event = projection.event
            let plan = event.stream.id.description
            func become(_ phase: MoveAsked.Phase) -> [SQL] {
                [
                    """
                    UPDATE move_plans SET phase = \(phase.rawValue), decider = \(event.by), \
                    decided = \(event.at) WHERE plan = \(plan)
                    """
                ]
            }
            switch try event.fact(MoveFact.self) {
            case .asked(let order, let asker):
                let phase: MoveAsked.Phase = order.isMapped ? .waiting : .running
                return [
                    """
                    INSERT INTO move_plans (plan, service, older, newer, mapped, phase, asker, \
                    asked) VALUES (\(plan), \(order.service), \(order.from), \(order.to), \
                    \(order.isMapped ? 1 : 0), \(phase.rawValue), \(asker), \(event.at))
                    """
                ]
            case .approved: return become(.running)
            case .declined: return become(.declined)
            case .undoing: return become(.undoing)
            }
        }
    )
}

/// One plan and how far it is.
package struct MovePlanRow: Hashable, Sendable {
    package let plan: OpaqueID
    package let order: MoveOrder
    package let phase: MoveAsked.Phase
    package let asker: Actor
    package let asked: Instant
    package let decider: Actor?
    package let progress: MoveProgress?
}

/// How far a run is: forward, or back.
package struct MoveProgress: Hashable, Sendable {
    package var after: OpaqueID
    package var total: Int
    package var looked: Int
    package var moved: Int
    package var ended: Instant?
}

/// How far each plan has been carried out: operations, no history.
///
/// It is written in the transaction of the cases that it counts. Lost, the run begins again and
/// finds what is left: each case says itself under which version it is.
enum MoveRuns {
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS move_runs (plan TEXT NOT NULL, deed TEXT NOT NULL, \
        after BLOB NOT NULL, total BIGINT NOT NULL, looked BIGINT NOT NULL, \
        moved BIGINT NOT NULL, ended BIGINT, PRIMARY KEY (plan, deed))
        """
    ]

    static func begin(_ plan: OpaqueID, _ deed: MoveAsked.Phase, total: Int) -> SQL {
        """
        INSERT INTO move_runs (plan, deed, after, total, looked, moved) VALUES \
        (\(plan.description), \(deed.rawValue), \(OpaqueID(high: 0, low: 0)), \(total), \(0), \
        \(0)) ON CONFLICT (plan, deed) DO NOTHING
        """
    }

    /// How far it is now; nothing where another node was here since it stood at `before`.
    static func note(
        _ plan: OpaqueID,
        _ deed: MoveAsked.Phase,
        _ progress: MoveProgress,
        after before: OpaqueID
    ) -> SQL {
        """
        UPDATE move_runs SET after = \(progress.after), looked = \(progress.looked), \
        moved = \(progress.moved), ended = \(progress.ended) \
        WHERE plan = \(plan.description) AND deed = \(deed.rawValue) AND after = \(before)
        """
    }
}

extension Reader {
    private static let plan: SQL = """
        SELECT p.plan, p.service, p.older, p.newer, p.mapped, p.phase, p.asker, p.asked, \
        p.decider, r.after, r.total, r.looked, r.moved, r.ended FROM move_plans p \
        LEFT JOIN move_runs r ON r.plan = p.plan AND r.deed = p.phase
        """

    /// The plan that waits longest to be carried on; nil where nothing is left to do.
    func movePlanAtWork() throws -> MovePlanRow? {
        let open: SQL = """
            WHERE p.phase IN (\(MoveAsked.Phase.running.rawValue), \
            \(MoveAsked.Phase.undoing.rawValue)) AND r.ended IS NULL \
            ORDER BY p.asked, p.plan LIMIT 1
            """
        return try movePlans(open).first
    }

    /// The plans of a service, the newest first.
    func movePlans(of service: Code) throws -> [MovePlanRow] {
        try movePlans("WHERE p.service = \(service) ORDER BY p.asked DESC, p.plan LIMIT 50")
    }

    func movePlan(_ plan: OpaqueID) throws -> MovePlanRow? {
        try movePlans("WHERE p.plan = \(plan.description)").first
    }

    private func movePlans(_ which: SQL) throws -> [MovePlanRow] {
        try rows("\(Self.plan) \(which)").compactMap { row in
            guard let plan = OpaqueID(try row.text("plan")) else { return nil }
            let phase = MoveAsked.Phase(rawValue: try row.text("phase"))
            guard let phase else {
                throw StoreError(.damaged, "the state of a move of cases cannot be read")
            }
            let looked: Int64? = try row.find("looked")
            return MovePlanRow(
                plan: plan,
                order: MoveOrder(
                    service: try row.get("service"),
                    from: try row.get("older"),
                    to: try row.get("newer"),
                    isMapped: try row.int("mapped") == 1
                ),
                phase: phase,
                asker: try row.get("asker"),
                asked: try row.get("asked"),
                decider: try row.find("decider"),
                progress: try looked.map { looked in
                    MoveProgress(
                        after: try row.id("after"),
                        total: Int(try row.int("total")),
                        looked: Int(looked),
                        moved: Int(try row.int("moved")),
                        ended: try row.find("ended")
                    )
                }
            )
        }
    }
}
