package import Stories

/// How far the making of views has come.
package enum RebuildStep: Hashable, Sendable {
    /// These are made again, from so many events.
    case begun(views: [Code], events: Int64)
    case at(Int64, of: Int64)
    case done
}

/// Drops the tables of views and makes them again from log and vault, in one transaction.
struct Rebuilding: GroupWork {
    private static let batch = 500

    let views: [ViewOfRecord]

    /// Leaves those alone that another node made meanwhile, at the start of several at once.
    let ifChanged: Bool
    let vault: Vault
    let program: ProgramOnRecord?
    let spelled: @Sendable (String) -> String
    let told: @Sendable (RebuildStep) -> Void

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let changed = try connection.changed(among: views)
        if !changed.isEmpty { try program?.takeOver(on: connection) }
        let views = ifChanged ? changed : views
        for view in views {
            for table in view.everyTable {
                try connection.run(SQL(stringLiteral: "DROP TABLE IF EXISTS \(table)"))
            }
            for statement in view.everySchema {
                try connection.run(SQL(text: spelled(statement)))
            }
            try connection.run(
                """
                INSERT INTO view_cursors (name, shape, seq, erasures)
                VALUES (\(view.name), \(view.shape), 0, 0)
                ON CONFLICT (name) DO UPDATE
                SET shape = excluded.shape, seq = 0, erasures = view_cursors.erasures + 1,
                    failed_at = NULL
                """
            )
        }
        let reader = Reader(connection: connection, vault: vault)
        let now = views.filter { $0.timing == .now }
        var last: Int64 = 0
        while !now.isEmpty, last < head.size {
            let events = try reader.events(after: last, limit: Self.batch)
            guard let newest = events.last else { break }
            for event in events {
                for view in now where view.kinds.contains(event.stream.kind) {
                    for statement in try reader.project(event, for: view) {
                        try connection.send(statement)
                    }
                }
            }
            last = newest.seq
            told(.at(last, of: head.size))
        }
        return .rows([])
    }
}

extension Reader {
    /// The statements of a view for a recorded event.
    func project(_ event: RecordedEvent, for view: ViewOfRecord) throws(StoreError) -> [SQL] {
        let projection = Projection(
            event: event,
            opening: { try open($0) },
            reading: { try content($0) },
            sealing: { place, bytes in
                let key = try vault.key(of: place.dossier, making: false, on: connection)
                return try key.map { try vault.sealRow(bytes, at: place, under: $0) }
            },
            hiding: vault.tokens(of:),
            keying: vault.token(ofKey:)
        )
        do {
            return try view.project(projection).map { $0.placed(at: event.seq) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                .damaged,
                "the view \(view.name) fails at \(event.seq)",
                underlying: error
            )
        }
    }
}

extension RecordStore {
    /// Drops all views and makes them again from log and vault; rebuilt equals live.
    package func rebuild(
        telling told: @Sendable @escaping (RebuildStep) -> Void = { _ in }
    ) async throws(StoreError) {
        try await rebuild(views, telling: told)
        try await catchUp()
    }

    /// Drops some views and makes them again; false where one of the names is not known.
    package func rebuild(
        only names: [String],
        telling told: @Sendable @escaping (RebuildStep) -> Void = { _ in }
    ) async throws(StoreError) -> Bool {
        let chosen = views.filter { names.contains($0.name.text) }
        guard Set(chosen.map(\.name.text)) == Set(names) else { return false }
        try await rebuild(chosen, telling: told)
        try await catchUp()
        return true
    }

    func rebuild(
        _ views: [ViewOfRecord],
        ifChanged: Bool = false,
        telling told: @Sendable @escaping (RebuildStep) -> Void
    ) async throws(StoreError) {
        told(.begun(views: views.map(\.name), events: try await head().size))
        defer { told(.done) }
        _ = try await engine.commit(
            Rebuilding(
                views: views,
                ifChanged: ifChanged,
                vault: vault,
                program: program,
                spelled: engine.spelled,
                told: told
            )
        )
    }
}
