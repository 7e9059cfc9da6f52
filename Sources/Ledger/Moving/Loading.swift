package import Stories

/// Fills an empty record with another one, byte for byte, in one transaction.
///
/// Views are left out: they are made from the log.
struct Loading: GroupWork {
    private static let batch = 500

    /// What the new record has by itself, or makes from the log.
    private static let own: Set<String> = [
        "migrations", "log_head", "view_cursors", "file_chunks", "installation",
    ]

    let source: any ReaderConnection
    let views: [ViewOfRecord]
    let told: @Sendable (_ table: String, _ rows: Int64) -> Void

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        guard head.size == 0 else {
            throw StoreError(.unusable, "there is a record already, of \(head.size) events")
        }
        try source.beginReading()
        do throws(StoreError) {
            let left = Self.own.union(KeyTables.names).union(NodeNotes.names)
                .union(views.flatMap(\.everyTable))
            for table in try source.tables().subtracting(left).sorted() {
                try load(table, into: connection)
            }
            head = try LogHead.read(on: source)
        } catch {
            try source.endReading()
            throw error
        }
        try source.endReading()
        try head.verifyTail(on: connection)
        return .rows([])
    }

    private func load(_ table: String, into connection: any Connection) throws(StoreError) {
        // The log takes its events in their order alone.
        let order = table == "events" ? " ORDER BY seq" : ""
        var count: Int64 = 0
        try source.each(SQL(stringLiteral: "SELECT * FROM \(table)\(order)"), by: Self.batch) {
            rows throws(StoreError) in
            for row in rows { try connection.send(Self.insertion(of: row, into: table)) }
            count += Int64(rows.count)
        }
        told(table, count)
    }

    private static func insertion(of row: RecordRow, into table: String) -> SQL {
        let places = (1...row.columns.count).map { "$\($0)" }.joined(separator: ", ")
        let columns = row.columns.joined(separator: ", ")
        return SQL(text: "INSERT INTO \(table) (\(columns)) VALUES (\(places))", row.values)
    }
}

/// Shuts a log for ever, behind the fact that says where it went on.
struct Shutting: GroupWork {
    let size: Int64
    let statements: [SQL]

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        guard head.size == size else {
            throw StoreError(.raced, "somebody wrote after the record was said to have moved")
        }
        for statement in statements { try connection.run(statement) }
        return .rows([])
    }
}

extension RecordStore {
    /// Records that this log goes on elsewhere, and takes nothing more from here on.
    ///
    /// - Returns: the head that the other place cites.
    package func moveAway(to place: PlaceOfLog, at now: Instant) async throws -> CitedHead {
        let known = try await reading { reader throws(StoreError) in try reader.origins() }
        if known.movedTo == nil { try await say(.movedTo(place), at: now) }
        let (head, origin) = try await reading { reader throws(StoreError) in
            (try reader.head(), try reader.origin())
        }
        _ = try await engine.commit(Shutting(size: head.size, statements: engine.shutting))
        return CitedHead(size: head.size, root: head.root, origin: origin?.id)
    }

    /// Fills this record, which must be empty, with another one.
    package func load(
        from source: any ReaderConnection,
        without views: [ViewOfRecord],
        told: @Sendable @escaping (_ table: String, _ rows: Int64) -> Void
    ) async throws(StoreError) {
        _ = try await engine.commit(Loading(source: source, views: views, told: told))
        // What nodes owed to an erasure, their folder owes alone from here on.
        guard vault.node == nil, try source.tables().isSuperset(of: KeyTables.names) else { return }
        let owed = try source.rows("SELECT 1 AS owed FROM wrappings WHERE owed IS NOT NULL LIMIT 1")
        if !owed.isEmpty { try vault.keys.noteErasure() }
    }
}
