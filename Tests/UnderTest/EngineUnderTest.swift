import Foundation
package import Ledger
import LedgerPostgres
import LedgerSQLite

/// The engine that tests keep their records in: SQLite, or the PostgreSQL server whose address
/// stands in `SERASAN_TEST_DATABASE` (`scripts/test` starts one).
package enum EngineUnderTest {
    /// Nil where no server was started for the tests.
    package static let server = ProcessInfo.processInfo.environment["SERASAN_TEST_DATABASE"]
        .flatMap { $0.isEmpty ? nil : $0 }

    /// The record of a path: that file, or the schema of that name on the server.
    package static func open(_ path: String) async throws -> any Engine {
        guard let server else { return try await SQLiteEngine(path: path) }
        return try await openOnServer(server, path)
    }

    /// A schema of the server, made where it is not there.
    package static func openOnServer(_ server: String, _ path: String) async throws -> any Engine {
        try await PostgresEngine(newSchema(server, path), readers: 4)
    }

    /// The address of a schema of the server, made where it is not there.
    package static func newSchema(_ server: String, _ path: String) throws -> String {
        let schema =
            "t_"
            + path.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.suffix(55)
        let connection = try PostgresConnection(server)
        defer { connection.close() }
        try connection.run(SQL(stringLiteral: "CREATE SCHEMA IF NOT EXISTS \(schema)"))
        return "\(server)?options=-csearch_path%3D\(schema)"
    }

    /// The names of a record's tables.
    package static func tables(_ reader: Reader) throws -> [String] {
        let names: SQL =
            server == nil
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
        return try reader.rows(names).map { try $0.text("name") }
    }

    /// Every word and every blob that stands in the tables of a record, one after the other.
    package static func everyCell(of store: RecordStore) async throws -> [UInt8] {
        try await store.read { reader in
            var bytes: [UInt8] = []
            for table in try tables(reader) {
                for row in try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)")) {
                    for value in row.values {
                        switch value {
                        case .text(let text): bytes += Array(text.utf8)
                        case .blob(let blob): bytes += blob
                        case .null, .int, .seq: break
                        }
                    }
                }
            }
            return bytes
        }
    }

    /// Changes a record on a server behind the back of who serves it.
    package static func run(_ statement: SQL, in address: String) throws {
        let connection = try PostgresConnection(address)
        defer { connection.close() }
        try connection.run(statement)
    }

    /// The bytes of every event of a record, by its address or its file.
    package static func events(in place: String) throws -> [[UInt8]] {
        let connection: any ReaderConnection =
            place.hasPrefix("postgres")
            ? try PostgresConnection(place) : try SQLiteConnection(path: place, readOnly: true)
        defer { connection.close() }
        return try connection.rows("SELECT bytes FROM events ORDER BY seq").map {
            try $0.blob("bytes")
        }
    }
}
