package import Ledger

/// The record on PostgreSQL: any number of nodes, each with one writer and some readers.
///
/// Who appends takes the head row first, so that groups of all nodes follow one another.
package final class PostgresEngine: Engine {
    private let writer: GroupWriter
    private let readers: LentConnections

    /// Opens a database by its address, `postgres://…`.
    package init(_ address: String, readers most: Int = 16) async throws(StoreError) {
        writer = GroupWriter(.postgres) { () throws(StoreError) in
            let connection = try PostgresConnection(address)
            try connection.bound(idleSeconds: 10, lockSeconds: 15)
            try connection.goByKeys()
            try connection.share()
            return connection
        }
        readers = LentConnections(most: most) { () throws(StoreError) in
            let connection = try PostgresConnection(address)
            try connection.bound(idleSeconds: 60, lockSeconds: 15)
            return connection
        }
        // An address that leads nowhere fails at once.
        try PostgresConnection(address).close()
        try writer.start()
    }

    deinit { writer.end() }

    package var guards: [Migrations.Step] { LogGuards.all }

    package var shutting: [SQL] { LogGuards.shutting }

    package func spelled(_ schema: String) -> String { Self.spelled(schema) }

    /// How PostgreSQL says a statement of a schema.
    package static func spelled(_ schema: String) -> String {
        // Words are in the order of their bytes on every machine, as on SQLite.
        schema.replacing(" BLOB", with: " BYTEA").replacing(" TEXT", with: " TEXT COLLATE \"C\"")
            .replacing(" INTEGER PRIMARY KEY", with: " BIGINT PRIMARY KEY")
            .replacing("/* keyed */", with: "")
    }

    package var keepsFiles: Bool { true }

    package var hasNodes: Bool { true }

    package var keepsEarlierStates: Bool { true }

    package var time: SQL? { Self.time }

    /// What the server answers with its time, as `now` in milliseconds.
    package static let time: SQL =
        "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now"

    package func stand(behind fence: GroupFence) { writer.stand(behind: fence) }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        try await writer.commit(work)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await readers.read(body)
    }

    /// Always on another thread: here a look is a round trip.
    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await readers.read(body)
    }

    package func close() async throws(StoreError) {
        readers.close()
        await writer.close()
    }
}

extension GroupDialect {
    /// How PostgreSQL says it: the head row is the lock that all nodes take.
    package static let postgres = GroupDialect(
        begin: SQL(text: "BEGIN"),
        hasLog: SQL(text: "SELECT 1 AS there WHERE to_regclass('log_head') IS NOT NULL"),
        // Two nodes that start on an empty database would make its tables at the same time.
        beforeTheLog: SQL(
            text: "SELECT pg_advisory_xact_lock(hashtext(current_schema()), 2)::text"
        ),
        head: SQL(text: LogHead.row.text + " FOR UPDATE"),
        // The server remembers 64 savepoints of a transaction; beyond, every reader pays.
        mostMembers: 64,
        isFar: true,
        // What the server keeps of deleted rows is ciphertext whose key is gone.
        emptyJournal: { _ throws(StoreError) in true }
    )
}
