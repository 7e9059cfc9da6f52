package import Ledger

/// The record on SQLite: one file, one writer, many readers.
package final class SQLiteEngine: Engine {
    private static let mostReaders = 8

    private let writer: GroupWriter
    private let readers: LentConnections

    /// Opens a database file, or makes it.
    ///
    /// `cacheMegabytes` is what the writer keeps of it in memory.
    package init(path: String, cacheMegabytes: Int = 16) async throws(StoreError) {
        writer = GroupWriter(.sqlite) { () throws(StoreError) in
            try Self.openWriter(path, cacheMegabytes: cacheMegabytes)
        }
        readers = LentConnections(most: Self.mostReaders) { () throws(StoreError) in
            try SQLiteConnection(path: path, readOnly: true)
        }
        // Made here once, so that a reader never finds a file without its journal mode, and a
        // path that cannot be used fails at once.
        try Self.openWriter(path, cacheMegabytes: 16).close()
        try writer.start()
    }

    deinit { writer.end() }

    package var guards: [Migrations.Step] { LogGuards.all }

    package var shutting: [SQL] { LogGuards.shutting }

    package func spelled(_ schema: String) -> String { Self.spelled(schema) }

    /// How SQLite says a statement of a schema.
    package static func spelled(_ schema: String) -> String {
        schema.replacing("/* keyed */", with: "WITHOUT ROWID")
    }

    package func stand(behind fence: GroupFence) { writer.stand(behind: fence) }

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        try await writer.commit(work)
    }

    package func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await readers.read(body)
    }

    package func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await readers.glance(body)
    }

    package func close() async throws(StoreError) {
        readers.close()
        await writer.close()
    }

    /// The connection of a writer, as the log needs it.
    package static func openWriter(
        _ path: String,
        cacheMegabytes: Int
    ) throws(StoreError) -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, readOnly: false)
        let mode = try connection.rows("PRAGMA journal_mode = WAL").first?.text("journal_mode")
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run("PRAGMA secure_delete = ON")
        // So that INSERT OR REPLACE meets the triggers that protect the log.
        try connection.run("PRAGMA recursive_triggers = ON")
        try connection.run("PRAGMA trusted_schema = OFF")
        // Random keys touch many pages: 16 MB of them stay in memory, and a page that is changed
        // again and again goes into the file once in 16 MB of log.
        try connection.run(SQL(text: "PRAGMA cache_size = -\(cacheMegabytes * 1000)"))
        try connection.run("PRAGMA wal_autocheckpoint = 4000")
        let level = try connection.rows("PRAGMA synchronous").first?.int("synchronous")
        guard mode == "wal", level == 2 else {
            throw StoreError(
                .unusable,
                "\(path): journal \(mode ?? "?"), synchronous \(level ?? -1)"
            )
        }
        return connection
    }
}
