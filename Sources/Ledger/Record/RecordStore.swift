package import Stories

/// The record of one installation: the log, the vault, the views and the operations.
///
/// Opened once at the start and handed to whatever reads or appends. All its functions may be
/// called from many tasks at once.
package final class RecordStore: Sendable {
    let engine: any Engine
    let vault: Vault
    let views: [ViewOfRecord]

    /// Nil where there is only this node.
    let program: ProgramOnRecord?

    /// Those that are written with the events.
    let nowViews: [ViewOfRecord]
    let bell = Bell()

    init(
        engine: any Engine,
        vault: Vault,
        views: [ViewOfRecord],
        program: ProgramOnRecord?
    ) {
        self.program = program
        self.engine = engine
        self.vault = vault
        self.views = views
        nowViews = views.filter { $0.timing == .now }
    }

    /// Opens the record in a database: applies migrations, makes the tables of views, verifies
    /// the tail of the log.
    ///
    /// - Parameters:
    ///   - views: the views of every feature.
    ///   - more: further views, whose shape depends on what the record says through the others.
    ///   - tables: `CREATE TABLE IF NOT EXISTS` statements of the class *operations*.
    ///   - rebuilding: hears when views of another shape are made again, and how far that is.
    ///   - steps: the migrations of this program; another list only proves how one comes to pass.
    ///   - program: the version of this program; nodes of an older one stop where it changes shapes.
    ///   - patience: how long a node waits for another one to hand it the key-encryption key.
    package static func open(
        _ engine: any Engine,
        keys: Keys,
        views: [ViewOfRecord] = [],
        more: (@Sendable (Reader) throws -> [ViewOfRecord])? = nil,
        tables: [String] = [],
        steps: [Migrations.Step] = Migrations.all,
        program: String = "",
        patience: Duration = .seconds(30),
        rebuilding: @Sendable @escaping (RebuildStep) -> Void = { _ in }
    ) async throws(StoreError) -> RecordStore {
        let store = RecordStore(
            engine: engine,
            vault: Vault(keys: keys, node: engine.hasNodes ? try NodeOfKeys(of: keys) : nil),
            views: views,
            program: engine.hasNodes
                ? ProgramOnRecord(version: program, migration: steps.count) : nil
        )
        let all =
            tables + (engine.keepsFiles ? FileChunks.tables : [])
            + (engine.hasNodes ? KeyTables.all + NodeNotes.tables : [])
        try await store.migrate(tables: all, steps: steps)
        try await store.joinNodes(patience: patience)
        try await store.makeChangedViews(telling: rebuilding)
        guard let more else { return try await store.begun() }
        let further: [ViewOfRecord]
        do throws(StoreError) {
            further = try await store.named(by: more)
        } catch {
            guard error.kind == .damaged else { throw error }
            // What names them is a view itself: a turned row of it must not keep all closed.
            try await store.rebuild(views, telling: rebuilding)
            further = try await store.named(by: more)
        }
        let whole = RecordStore(
            engine: engine,
            vault: store.vault,
            views: views + further,
            program: store.program
        )
        try await whole.makeChangedViews(telling: rebuilding)
        return try await whole.begun()
    }

    /// The record, ready for work: from now on each group looks for a newer program first.
    private func begun() async throws(StoreError) -> RecordStore {
        guard let program else { return self }
        let views = views
        try await reading { reader throws(StoreError) in
            try program.begin(with: views, on: reader.connection)
        }
        engine.stand(behind: program.fence)
        return self
    }

    private func named(
        by more: @Sendable @escaping (Reader) throws -> [ViewOfRecord]
    ) async throws(StoreError) -> [ViewOfRecord] {
        try await reading { reader throws(StoreError) in
            do {
                return try more(reader)
            } catch let error as StoreError {
                throw error
            } catch {
                throw StoreError(.damaged, "the views cannot be named", underlying: error)
            }
        }
    }

    /// Records an append, or says why not.
    func record(_ append: Append) async throws(StoreError) -> Appended {
        var plan = try await plan(append)
        let result: WorkResult
        do throws(StoreError) {
            result = try await engine.commit(plan)
        } catch  where [.raced, .erased, .crowded].contains(error.kind) {
            // The keys in memory are not those of the keyring, or others were in the way: look
            // again, once.
            try await lookAgain(for: plan.keys.map(\.dossier))
            plan = try await self.plan(append)
            result = try await engine.commit(plan)
        }
        guard case .appended(let appended) = result else {
            preconditionFailure("an append answers as one")
        }
        if case .recorded(let recorded) = appended {
            vault.remember(plan)
            if recorded.count > 0 { bell.ring() }
        }
        return appended
    }

    private func plan(_ append: Append) async throws(StoreError) -> AppendPlan {
        let planning = Planning(append: append, vault: vault, views: nowViews)
        if let plan = try planning.fromMemory() { return plan }
        return try await reading { reader throws(StoreError) in
            try planning.on(reader.connection)
        }
    }

    /// Runs reads on one held connection, all of one state of the record.
    package func read<T: Sendable>(
        _ body: @Sendable @escaping (Reader) throws -> T
    ) async throws -> T {
        let vault = vault
        return try await engine.read { connection in
            try body(Reader(connection: connection, vault: vault))
        }
    }

    /// `read` for a few rows found by their keys.
    ///
    /// Handing such a look to another thread costs more than the look. Whatever goes through many
    /// rows belongs into `read`, or it holds up other requests.
    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (Reader) throws -> T
    ) async throws -> T {
        let vault = vault
        return try await engine.glance { connection in
            try body(Reader(connection: connection, vault: vault))
        }
    }

    /// Runs statements on tables of the class *operations*, all or nothing, and answers with
    /// the rows of each (`RETURNING`).
    ///
    /// They are committed together with whatever else is written at that moment.
    @discardableResult
    package func operate(_ statements: [SQL]) async throws(StoreError) -> [[RecordRow]] {
        let result: WorkResult
        do throws(StoreError) {
            result = try await engine.commit(Operations(statements))
        } catch  where error.kind == .crowded {
            result = try await engine.commit(Operations(statements))
        }
        guard case .rows(let rows) = result else {
            preconditionFailure("operations answer with rows")
        }
        return rows
    }

    /// The events of a stream after a version, in order.
    package func history(
        of stream: Stream,
        after version: Version = 0
    ) async throws(StoreError) -> [RecordedEvent] {
        try await reading { reader throws(StoreError) in
            try reader.history(of: stream, after: version)
        }
    }

    /// The state that a stream's facts lead to, and the version to expect when appending.
    package func state<S: Story>(
        of stream: Stream,
        as story: S.Type
    ) async throws(StoreError) -> (state: S.State, version: Version) {
        try await reading { reader throws(StoreError) in
            try reader.state(of: stream, as: story)
        }
    }

    /// Size and root of the tree over all events.
    package func head() async throws(StoreError) -> LogHead {
        try await reading { reader throws(StoreError) in try reader.head() }
    }

    /// Closes the record once the work under way is done.
    package func close() async throws(StoreError) { try await engine.close() }

    /// `read` for bodies that fail only with `StoreError`.
    func reading<T: Sendable>(
        _ body: @Sendable @escaping (Reader) throws(StoreError) -> T
    ) async throws(StoreError) -> T {
        do {
            return try await read { try body($0) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.engine, "a read failed", underlying: error)
        }
    }
}
