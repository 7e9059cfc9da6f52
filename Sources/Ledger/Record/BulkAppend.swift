import Stories

/// Many appends made ready to be recorded in one transaction.
package struct PreparedAppends: Sendable {
    let plans: [AppendPlan]

    /// What views want that are otherwise a second late, event by event of all plans.
    let late: [[SQL]]

    /// The same of views whose rows may be written in any order: tokens.
    let tokens: [[SQL]]
}

extension Append {
    /// Takes in a later append, so that both are recorded as one.
    ///
    /// What the later one expects of a stream of ours follows from our own events.
    package mutating func absorb(_ later: Append) {
        events += later.events
        payloads += later.payloads
        claims += later.claims
        effects += later.effects
        files += later.files
        content += later.content
        operations += later.operations
        expecting.merge(later.expecting) { first, _ in first }
    }
}

extension RecordStore {
    /// Makes appends ready that write only into dossiers which nobody has written into before.
    ///
    /// It does not touch the database, so many threads may be at it at once.
    package func prepare(_ appends: [Append]) throws(StoreError) -> PreparedAppends {
        let soon = views.filter { $0.timing == .soon }
        let (sorted, ordered) = (soon.filter(\.sorted), soon.filter { !$0.sorted })
        var plans: [AppendPlan] = []
        var late: [[SQL]] = []
        var tokens: [[SQL]] = []
        for append in appends {
            let planning = Planning(append: append, vault: vault, views: nowViews)
            plans.append(try planning.intoNewDossiers())
            late += try Planning(append: append, vault: vault, views: ordered).statements()
            tokens += try Planning(append: append, vault: vault, views: sorted).statements()
        }
        return PreparedAppends(plans: plans, late: late, tokens: tokens)
    }

    /// Records what was made ready, with all views, in one transaction.
    ///
    /// For histories that are invented or brought from elsewhere: nobody else may be writing. It
    /// fails where a stream has moved or a claim is taken, and then nothing of it is recorded.
    package func record(_ prepared: [PreparedAppends]) async throws {
        try await load { loading in try await loading.take(prepared) }
    }

    /// Records what `body` hands over, part by part, in few transactions; see `BulkLoading`.
    ///
    /// Where it throws, what was not committed by then is not recorded.
    package func load(_ body: (BulkLoading) async throws -> Void) async throws {
        let loading = BulkLoading(engine, views: views.filter { $0.timing == .soon })
        do {
            try await body(loading)
            try await loading.commit()
        } catch {
            await loading.giveUp()
            throw error
        }
        bell.ring()
    }
}

/// Writes one part: a plan for all of it, and the views that are otherwise late.
struct BulkPart {
    let plan: AppendPlan
    let late: [[SQL]]
    let tokens: [[SQL]]
    let views: [ViewOfRecord]

    init(_ prepared: [PreparedAppends], views: [ViewOfRecord]) {
        plan = AppendPlan(all: prepared.flatMap(\.plans))
        late = prepared.flatMap(\.late)
        tokens = prepared.flatMap(\.tokens)
        self.views = views
    }

    func write(on connection: any Connection, head: inout LogHead) throws(StoreError) {
        let before = head.size
        guard case .appended(.recorded) = try plan.run(on: connection, head: &head) else {
            throw StoreError(.raced, "somebody else is writing into this record")
        }
        for view in views {
            let moved = try connection.run(
                """
                UPDATE view_cursors SET seq = \(head.size) \
                WHERE name = \(view.name) AND seq = \(before) AND failed_at IS NULL
                """
            )
            guard moved == 1 else { throw StoreError(.raced, "the view \(view.name) is behind") }
        }
        for statement in placed(late, after: before) { try connection.send(statement) }
        let rows = placed(tokens, after: before)
        // What has no key goes after the rows that it may copy.
        let keyed = rows.filter { !$0.key.isEmpty }.map { ($0.order, $0) }
            .sorted { $0.0 < $1.0 }
        for (_, statement) in keyed { try connection.send(statement) }
        for statement in rows where statement.key.isEmpty { try connection.send(statement) }
        for sum in views.flatMap({ $0.gathering?.sums ?? [] }) { try connection.send(sum) }
    }

    private func placed(_ events: [[SQL]], after seq: Int64) -> [SQL] {
        events.enumerated().flatMap { index, statements in
            statements.map { $0.placed(at: seq + Int64(index) + 1) }
        }
    }
}

extension SQL {
    /// The first eight bytes of the key, as a number.
    fileprivate var order: UInt64 { key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}

extension AppendPlan {
    /// One plan for many; rows with random keys in the order of their keys, so that each page of
    /// a tree is visited once.
    fileprivate init(all plans: [AppendPlan]) {
        var whole = Append(at: Instant(milliseconds: 0), by: .system, expecting: [:])
        // One moment for all of them: the last, so that none is swept before its time.
        whole.effectsDone = plans.filter { !$0.append.effects.isEmpty }
            .compactMap(\.append.effectsDone).max()
        for plan in plans { whole.absorb(plan.append) }
        // Those stand in the plans, sealed and keyed.
        whole.payloads = []
        whole.claims = []
        self.init(
            append: whole,
            keys: plans.flatMap(\.keys).sorted { $0.dossier.id < $1.dossier.id },
            payloads: plans.flatMap(\.payloads).sorted { $0.id.id < $1.id.id },
            claims: plans.flatMap(\.claims).sorted { $0.key.lexicographicallyPrecedes($1.key) },
            command: nil,
            views: plans.flatMap(\.views)
        )
    }
}
