import Stories

/// Puts a batch of events into a `.soon` view and moves its cursor, if nobody else did.
struct SoonBatch: GroupWork {
    let view: Code
    let was: ViewCursor
    let to: Int64
    let statements: [SQL]

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let moved = try connection.run(
            """
            UPDATE view_cursors SET seq = \(to), failed_at = NULL
            WHERE name = \(view) AND seq = \(was.seq) AND erasures = \(was.erasures)
            """
        )
        guard moved == 1 else { return .rows([]) }
        for statement in statements { try connection.send(statement) }
        return .rows([])
    }
}

/// How far a view has come; `erasures` moves too, so that nothing read before an erasure is
/// written after it.
struct ViewCursor: Hashable, Sendable {
    let seq: Int64
    let erasures: Int64
    let failedAt: Int64?
}

extension Reader {
    func cursor(of view: Code) throws(StoreError) -> ViewCursor {
        let found = try row(
            "SELECT seq, erasures, failed_at FROM view_cursors WHERE name = \(view)"
        )
        guard let found else { throw StoreError(.damaged, "the view \(view) has no cursor") }
        return ViewCursor(
            seq: try found.int("seq"),
            erasures: try found.int("erasures"),
            failedAt: try found.find("failed_at")
        )
    }
}

extension RecordStore {
    private static let batch = 500

    /// After how many looks a stopped view is tried again: between one minute and ten.
    private static let looksToRetry = 600

    /// Brings every `.soon` view to the end of the log; one that fails stops where it is.
    ///
    /// `retrying` tries those again that stopped before: what the engine refused once, it may take
    /// later.
    package func catchUp(retrying: Bool = false) async throws(StoreError) {
        for view in views where view.timing == .soon {
            while try await advance(view, by: Self.batch, retrying: retrying) {}
        }
    }

    /// Keeps the `.soon` views at most a second behind until the task is cancelled.
    ///
    /// `pause` waits a second or less; failures go to `report` and are tried again. `gather` lets
    /// more events come in before each batch, which costs a commit of its own. Views that stopped
    /// are tried again at the start and every ten minutes or sooner.
    package func keepViews(
        pause: @Sendable @escaping () async throws -> Void,
        gather: @Sendable () async throws -> Void = {
            try await Task.sleep(for: .milliseconds(100))
        },
        report: @Sendable (StoreError) -> Void
    ) async {
        await withTaskGroup(of: Void.self) { group in
            // The clock rings too, because another node may have appended.
            group.addTask { [bell] in
                while !Task.isCancelled {
                    do { try await pause() } catch { break }
                    bell.ring()
                }
                bell.ring()
            }
            var looks = 0
            while !Task.isCancelled {
                await bell.wait()
                do { try await gather() } catch { break }
                // Its views are another program's by now.
                if isOutdated { continue }
                do throws(StoreError) {
                    // Who shares a database is not told of what others erase.
                    if engine.keepsFiles { try await forgetErased() }
                    try await catchUp(retrying: looks % Self.looksToRetry == 0)
                } catch { report(error) }
                looks += 1
            }
            group.cancelAll()
        }
    }

    /// How far each `.soon` view is behind.
    package func lags() async throws(StoreError) -> [ViewLag] {
        let soon = views.filter { $0.timing == .soon }.map(\.name)
        return try await reading { reader throws(StoreError) in
            let size = try reader.head().size
            var lags: [ViewLag] = []
            for view in soon {
                let cursor = try reader.cursor(of: view)
                lags.append(
                    ViewLag(view: view, behind: size - cursor.seq, failedAt: cursor.failedAt)
                )
            }
            return lags
        }
    }

    /// Takes in the next events; false where there is nothing more to do.
    private func advance(
        _ view: ViewOfRecord,
        by count: Int,
        retrying: Bool
    ) async throws(StoreError) -> Bool {
        let cursor = try await reading { reader throws(StoreError) in
            try reader.cursor(of: view.name)
        }
        guard cursor.failedAt == nil || retrying else { return false }
        do throws(StoreError) {
            let events = try await reading { reader throws(StoreError) in
                try reader.events(after: cursor.seq, limit: count)
            }
            guard let last = events.last else { return false }
            let statements = try await statements(of: view, for: events)
            _ = try await engine.commit(
                SoonBatch(view: view.name, was: cursor, to: last.seq, statements: statements)
            )
            // A part of a batch was all there was; what came meanwhile has rung again, and chasing
            // it one by one would commit as often as the callers do.
            return events.count == count
        } catch  where error.kind == .damaged || error.kind == .engine {
            // One by one, so that it stops at the event that it cannot take.
            if count > 1 {
                var more = true
                while more { more = try await advance(view, by: 1, retrying: retrying) }
                return false
            }
            // Another node may have taken it in meanwhile.
            try await operate([
                """
                UPDATE view_cursors SET failed_at = \(cursor.seq + 1) WHERE name = \(view.name)
                AND seq = \(cursor.seq) AND erasures = \(cursor.erasures)
                """
            ])
            return false
        }
    }

    /// The statements in the order of their keys, which spares the pages of an index.
    private func statements(
        of view: ViewOfRecord,
        for events: [RecordedEvent]
    ) async throws(StoreError) -> [SQL] {
        try await reading { reader throws(StoreError) in
            var statements: [SQL] = []
            for event in events where view.kinds.contains(event.stream.kind) {
                statements += try reader.project(event, for: view)
            }
            if !statements.isEmpty { statements += view.gathering?.sums ?? [] }
            guard view.sorted else { return statements }
            // What has no key goes after the rows that it may copy.
            let keyed = statements.filter { !$0.key.isEmpty }
            return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }
                + statements.filter(\.key.isEmpty)
        }
    }
}

extension SQL {
    /// The first bytes bound: the key of a row of tokens.
    var key: [UInt8] {
        guard case .blob(let bytes)? = values.first else { return [] }
        return bytes
    }
}
