import GRDBSQLite
package import Ledger

/// One connection of SQLite with its prepared statements.
///
/// Used by one thread at a time, which is why it may cross threads: the writer has its own, and
/// readers lend theirs to one caller after the other.
package final class SQLiteConnection: WriterConnection, ReaderConnection, @unchecked Sendable {
    private static let mostStatements = 500
    private static let patienceMilliseconds: Int32 = 10_000

    private let database: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]
    private(set) var isClosed = false

    package init(path: String, readOnly: Bool) throws(StoreError) {
        var opened: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | (readOnly ? 0 : SQLITE_OPEN_CREATE)
            | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened, code == SQLITE_OK else {
            sqlite3_close_v2(opened)
            throw StoreError(.unusable, "\(path) does not open: \(code)")
        }
        database = opened
        sqlite3_busy_timeout(opened, Self.patienceMilliseconds)
        // Not SQLITE_OPEN_READONLY: the first reader may have to make the file of the WAL's index.
        if readOnly { try run("PRAGMA query_only = 1") }
    }

    package var isOutsideTransaction: Bool { sqlite3_get_autocommit(database) == 1 }

    package var isUsable: Bool { !isClosed }

    package func beginReading() throws(StoreError) { try run(Self.begin) }

    package func endReading() throws(StoreError) {
        if !isOutsideTransaction { try run(Self.rollback) }
    }

    package func each(
        _ sql: SQL,
        by count: Int,
        _ body: ([RecordRow]) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        var rows: [RecordRow] = []
        while try statement.step() {
            rows.append(RecordRow(columns: statement.columns, values: statement.values))
            if rows.count == count {
                try body(rows)
                rows = []
            }
        }
        if !rows.isEmpty { try body(rows) }
    }

    package func tables() throws(StoreError) -> Set<String> {
        var names: Set<String> = []
        for row in try rows("SELECT name FROM sqlite_master WHERE type = 'table'") {
            names.insert(try row.text("name"))
        }
        return names
    }

    private static let begin = SQL(text: "BEGIN")
    private static let rollback = SQL(text: "ROLLBACK")

    package func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        var rows: [RecordRow] = []
        while try statement.step() {
            rows.append(RecordRow(columns: statement.columns, values: statement.values))
        }
        return rows
    }

    @discardableResult
    package func run(_ sql: SQL) throws(StoreError) -> Int {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        while try statement.step() {}
        return Int(sqlite3_changes(database))
    }

    /// The bytes of the database file itself, past cache and write-ahead log.
    ///
    /// Through SQLite's own handle: a file that is opened and closed beside it would take with it
    /// every lock that this process holds on the database.
    func bytesOfFile(at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let asked = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard asked == SQLITE_OK, let file, let read = file.pointee.pMethods?.pointee.xRead else {
            throw StoreError(.engine, "SQLite does not show its file: \(asked)")
        }
        var code = SQLITE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            code = read(file, room.baseAddress, Int32(count), offset)
            filled = code == SQLITE_OK ? count : 0
        }
        guard code == SQLITE_OK else {
            throw StoreError(.damaged, "page at \(offset) is not read: \(code)")
        }
        return bytes
    }

    package func close() {
        guard !isClosed else { return }
        isClosed = true
        statements = [:]
        sqlite3_close_v2(database)
    }

    deinit { close() }

    private func prepared(_ text: String) throws(StoreError) -> SQLiteStatement {
        if let found = statements[text] { return found }
        if isClosed { throw StoreError(.closed, "the connection is closed") }
        if statements.count >= Self.mostStatements { statements = [:] }
        let made = try SQLiteStatement(text, in: database)
        statements[text] = made
        return made
    }
}
