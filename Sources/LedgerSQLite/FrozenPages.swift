import Glibc
package import Ledger

/// The pages of a record as they were at one commit, while others go on committing.
///
/// Once the whole write-ahead log is in the database file, a reader that begins then needs nothing
/// of the log, and SQLite lets no checkpoint write into the file as long as it reads. So the file
/// is one state of the record until `close`; new commits stand in the log. Works from any process.
package final class FrozenPages {
    package let head: LogHead
    package let state: SchemaState
    package let pageSize: Int
    package let pageCount: Int

    private let reader: SQLiteConnection

    private static let rounds = 50
    private static let attempts = 30

    package init(of path: String) throws(StoreError) {
        guard access(path, F_OK) == 0 else {
            throw StoreError(.unusable, "\(path) is not there")
        }
        reader = try SQLiteConnection(path: path, readOnly: true)
        let gate = try SQLiteConnection(path: path, readOnly: false)
        let copier = try SQLiteConnection(path: path, readOnly: false)
        defer {
            gate.close()
            copier.close()
        }
        var begun = false
        for attempt in 0..<Self.attempts where !begun {
            if attempt > 0 { usleep(100_000) }
            // The bulk goes over while everybody may still commit.
            _ = try Self.isWhole(copier)
            begun = try Self.begin(reader, behind: gate, with: copier)
        }
        guard begun else {
            throw StoreError(.engine, "readers kept the log from going into the database file")
        }
        head = try LogHead.read(on: reader)
        state = try SchemaState(on: reader)
        let size = try reader.rows("PRAGMA page_size").first?.int("page_size") ?? 0
        let count = try reader.rows("PRAGMA page_count").first?.int("page_count") ?? 0
        (pageSize, pageCount) = (Int(size), Int(count))
    }

    /// A page, numbered from 1.
    package func page(_ number: Int) throws(StoreError) -> [UInt8] {
        try reader.bytesOfFile(at: Int64(number - 1) * Int64(pageSize), count: pageSize)
    }

    /// Rows of the same state.
    package func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] { try reader.rows(sql) }

    /// Reads the same state as the record does.
    package func reader(_ keys: Keys) -> Reader { Reader(reader, keys: keys) }

    package func close() { reader.close() }

    /// Begins reading where nobody can commit and nothing is left in the log.
    private static func begin(
        _ reader: SQLiteConnection,
        behind gate: SQLiteConnection,
        with copier: SQLiteConnection
    ) throws(StoreError) -> Bool {
        try gate.run("BEGIN IMMEDIATE")
        var begun = false
        for _ in 0..<rounds where !begun {
            if try isWhole(copier) {
                try reader.run("BEGIN")
                _ = try LogHead.read(on: reader)
                begun = true
            } else {
                usleep(2_000)
            }
        }
        try gate.run("ROLLBACK")
        return begun
    }

    private static func isWhole(_ copier: SQLiteConnection) throws(StoreError) -> Bool {
        guard let row = try copier.rows("PRAGMA wal_checkpoint(PASSIVE)").first else {
            return false
        }
        let (busy, log) = (try row.int("busy"), try row.int("log"))
        let copied = try row.int("checkpointed")
        return busy == 0 && log >= 0 && log == copied
    }
}
