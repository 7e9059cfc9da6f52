import GRDBSQLite
import Ledger

/// A prepared statement; finalized when nobody holds it.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    let columns: [String]

    /// SQLite copies what is bound with this.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ text: String, in database: OpaquePointer) throws(StoreError) {
        var made: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let code = text.withCString { start -> Int32 in
            let code = sqlite3_prepare_v3(
                database,
                start,
                -1,
                UInt32(SQLITE_PREPARE_PERSISTENT),
                &made,
                &rest
            )
            if code == SQLITE_OK, let rest, rest.pointee != 0 { return SQLITE_MISUSE }
            return code
        }
        guard let made, code == SQLITE_OK else {
            sqlite3_finalize(made)
            throw sqliteFailure(code, database, "preparing \(text)")
        }
        // SQLite numbers `$2` by where it first stands, not by its name.
        for place in 0..<sqlite3_bind_parameter_count(made) {
            let name = sqlite3_bind_parameter_name(made, place + 1).map { String(cString: $0) }
            guard name == "$\(place + 1)" else {
                sqlite3_finalize(made)
                throw StoreError(.engine, "$\(place + 1) comes late in \(text)")
            }
        }
        handle = made
        self.database = database
        columns = (0..<sqlite3_column_count(made)).map { index in
            sqlite3_column_name(made, index).map { String(cString: $0) } ?? ""
        }
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ values: [SQLValue]) throws(StoreError) {
        guard sqlite3_bind_parameter_count(handle) == Int32(values.count) else {
            throw StoreError(.engine, "\(values.count) values for \(text)")
        }
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code: Int32 =
                switch value {
                case .null: sqlite3_bind_null(handle, place)
                case .int(let int): sqlite3_bind_int64(handle, place, int)
                case .text(let text):
                    sqlite3_bind_text(handle, place, text, Int32(text.utf8.count), Self.transient)
                case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, place, 0)
                case .blob(let bytes):
                    sqlite3_bind_blob64(
                        handle,
                        place,
                        bytes,
                        UInt64(bytes.count),
                        Self.transient
                    )
                case .seq: SQLITE_MISUSE
                }
            guard code == SQLITE_OK else {
                throw sqliteFailure(code, database, "binding \(place) of \(text)")
            }
        }
    }

    /// Goes to the next row; false where there is none.
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw sqliteFailure(code, database, text)
        }
    }

    /// The current row.
    var values: [SQLValue] {
        (0..<Int32(columns.count)).map { column in
            switch sqlite3_column_type(handle, column) {
            case SQLITE_NULL: return .null
            case SQLITE_INTEGER: return .int(sqlite3_column_int64(handle, column))
            case SQLITE_BLOB:
                guard let start = sqlite3_column_blob(handle, column) else { return .blob([]) }
                let count = Int(sqlite3_column_bytes(handle, column))
                return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
            case _:
                guard let start = sqlite3_column_text(handle, column) else { return .text("") }
                let count = Int(sqlite3_column_bytes(handle, column))
                let bytes = UnsafeBufferPointer(start: start, count: count)
                return .text(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private var text: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }
}

/// What SQLite said, with the kind that decides what follows.
func sqliteFailure(_ code: Int32, _ database: OpaquePointer, _ doing: String) -> StoreError {
    let message = sqlite3_errmsg(database).map { String(cString: $0) } ?? ""
    let kind: StoreError.Kind =
        switch code & 0xFF {
        case SQLITE_FULL: .diskFull
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case _: .engine
        }
    return StoreError(kind, "SQLite \(code): \(message); \(doing)")
}
