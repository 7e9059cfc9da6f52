import GRDBSQLite
import Ledger
import Stories

/// The same rows as bytes, inserted in C with one prepared statement: the fastest SQLite can be.
struct RawInserts {
    let path: String

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    func run(_ rows: [NewEvent], by members: Int) throws -> Pace {
        let raw = rows.map {
            (id: $0.stream.id.bytes, kind: $0.stream.kind.word.text, bytes: $0.bytes)
        }
        var opened: OpaquePointer?
        guard sqlite3_open(path, &opened) == SQLITE_OK, let database = opened else {
            throw BenchFault("\(path) does not open")
        }
        defer { sqlite3_close(database) }
        func run(_ sql: String) throws {
            guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
                throw BenchFault(String(cString: sqlite3_errmsg(database)))
            }
        }
        try run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        try run(
            """
            CREATE TABLE events (seq INTEGER PRIMARY KEY, stream_id BLOB NOT NULL,
            stream_kind TEXT NOT NULL, version BIGINT NOT NULL, bytes BLOB NOT NULL,
            UNIQUE (stream_id, stream_kind, version))
            """
        )
        var prepared: OpaquePointer?
        sqlite3_prepare_v2(
            database,
            "INSERT INTO events (stream_id, stream_kind, version, bytes) VALUES (?, ?, 1, ?)",
            -1,
            &prepared,
            nil
        )
        guard let insert = prepared else { throw BenchFault("no statement") }
        defer { sqlite3_finalize(insert) }
        let watch = Watch()
        for start in stride(from: 0, to: raw.count, by: members) {
            try run("BEGIN IMMEDIATE")
            for row in raw[start..<min(start + members, raw.count)] {
                sqlite3_bind_blob(insert, 1, row.id, Int32(row.id.count), Self.transient)
                sqlite3_bind_text(insert, 2, row.kind, -1, Self.transient)
                sqlite3_bind_blob(insert, 3, row.bytes, Int32(row.bytes.count), Self.transient)
                guard sqlite3_step(insert) == SQLITE_DONE else { throw BenchFault("no insert") }
                sqlite3_reset(insert)
            }
            try run("COMMIT")
        }
        return watch.pace(of: raw.count)
    }
}
