import Blueprints
import Cases
import Ledger
import Stories

// A plan is carried out in pieces, beside the work of the day.

extension MovingDesk {
    /// Moves, or takes back, the next piece of the plan that waits longest.
    ///
    /// What is left follows from the record: each case says under which version it is, and how far
    /// the run is stands in the transaction of the cases. A crash loses nothing and repeats nothing.
    /// - Returns: whether more is left.
    package func piece(of most: Int = Self.piece) async throws -> Bool {
        // A case that changed while it was judged is judged again, with its whole piece.
        for attempt in 0..<Self.attempts {
            let size = attempt < Self.attempts / 2 ? most : 1
            guard let piece = try await made(of: size) else { return false }
            switch try await write(piece) {
            case .recorded, .repeated: return true
            case .conflict, .taken, .otherContent: continue
            }
        }
        throw StoreError(.engine, "cases moved \(Self.attempts) times while they were judged")
    }

    private static let attempts = 16

    /// The next piece, judged; nil where nothing waits.
    private func made(of most: Int) async throws -> Piece? {
        let (keeper, versions, now) = (cases.keeper, versions, now())
        let desk = cases
        return try await desk.store.read { reader in
            guard let row = try reader.movePlanAtWork() else { return nil }
            let force = try keeper.current(reader)
            let order = row.order
            guard
                let difference = try versions.difference(
                    from: order.from,
                    to: order.to,
                    force,
                    reader
                ),
                let rules = MoveRules(order, difference, force)
            else { throw StoreError(.damaged, "a version of the plan \(row.plan) is not here") }
            let isForward = row.phase == .running
            let progress = try row.progress ?? reader.beginning(of: row)
            let ids =
                isForward
                ? try reader.runningCases(rules, after: progress.after, most: most).map(\.id)
                : try reader.movedCases(by: row.plan, after: progress.after, most: most).map(\.id)
            var piece = Piece(row: row, progress: progress, at: now)
            // Taken back or ended meanwhile, the plan moves no case any more.
            let plan = MovingDesk.stream(of: row.plan)
            piece.append.expecting[plan] = try reader.state(of: plan, as: MoveStory.self).version
            for id in ids {
                let command = isForward ? nil : Code(row.plan.description)
                try desk.judge(CaseID(id), rules, undoing: command, in: &piece, force, reader)
            }
            piece.progress.looked += ids.count
            piece.progress.after = ids.last ?? progress.after
            piece.progress.ended = ids.count < most ? now : nil
            return piece
        }
    }

    private func write(_ piece: Piece) async throws -> Appended {
        var append = piece.append
        let row = piece.row
        append.operations = [
            MoveRuns.begin(row.plan, row.phase, total: piece.progress.total),
            MoveRuns.note(row.plan, row.phase, piece.progress, after: piece.began),
        ]
        guard !append.events.isEmpty else {
            try await cases.store.operate(append.operations)
            return .recorded(Recorded(first: 0, count: 0, stream: nil))
        }
        return try await cases.store.append(append)
    }

    /// Some cases of a run, with what is to be written of them.
    fileprivate struct Piece: Sendable {
        let row: MovePlanRow
        var progress: MoveProgress
        var append: Append

        /// The case behind which it begins.
        let began: OpaqueID

        init(row: MovePlanRow, progress: MoveProgress, at now: Instant) {
            self.row = row
            self.progress = progress
            began = progress.after
            append = Append(at: now, by: .system, expecting: [:])
        }
    }
}

extension CaseDesk {
    /// Judges one case; what it leads to is added to the piece.
    fileprivate func judge(
        _ id: CaseID,
        _ rules: MoveRules,
        undoing plan: Code?,
        in piece: inout MovingDesk.Piece,
        _ force: InForce,
        _ reader: Reader
    ) throws {
        let (state, version) = try reader.state(of: id.stream, as: CaseStory.self)
        let command: CaseCommand
        if let plan {
            command = .undoMigration(plan: plan)
        } else {
            guard state.subject?.digest == rules.order.from, rules.staying(state) == nil,
                let migration = rules.migration(of: state, plan: piece.row.plan)
            else { return }
            command = .migrate(migration)
        }
        let known = KnownOfCase(
            who: .clock,
            now: piece.append.at,
            draw: draw,
            sealer: sealer,
            calendars: force.calendars
        )
        let decision: Decision<CaseFact>
        do {
            decision = try CaseStory.decide(state, command, known)
        } catch {
            // It stays where it is, and the list says so.
            return
        }
        piece.append.expecting[id.stream] = version
        try piece.append.add(decision, to: id.stream)
        piece.progress.moved += 1
    }
}

extension Reader {
    /// A run that has not begun: how many cases it will look at.
    fileprivate func beginning(of row: MovePlanRow) throws -> MoveProgress {
        let total =
            row.phase == .running
            ? try runningByVersion(of: row.order.service)[row.order.from] ?? 0
            : try movedCount(by: row.plan).all
        return MoveProgress(
            after: OpaqueID(high: 0, low: 0),
            total: total,
            looked: 0,
            moved: 0,
            ended: nil
        )
    }
}
