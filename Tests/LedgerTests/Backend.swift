import Foundation
import Ledger
import LedgerSQLite
import Stories
import Synchronization
import Testing
import UnderTest

/// An engine that the suite runs against.
struct Backend: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let open: @Sendable (_ folder: String) async throws -> any Engine

    static let sqlite = Backend(testDescription: "SQLite") { folder in
        try await SQLiteEngine(path: "\(folder)/record.sqlite")
    }

    /// SQLite whose groups go the ways of one that is far away.
    static let far = Backend(testDescription: "SQLite as if far away") { folder in
        try await FarEngine(path: "\(folder)/record.sqlite")
    }

    /// PostgreSQL where the tests were given a server, SQLite otherwise.
    static let all =
        EngineUnderTest.server.map { server in
            [
                Backend(testDescription: "PostgreSQL") { folder in
                    try await EngineUnderTest.openOnServer(server, "\(folder)/record")
                }
            ]
        } ?? [sqlite, far]
}

/// A record in a temporary folder, removed with it.
final class Bench: Sendable {
    let folder: String
    let backend: Backend
    let keys: Keys
    let draw = Draw.counted()

    init(_ backend: Backend) throws {
        let name = "record-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.backend = backend
        keys = try Keys.make(in: "\(folder)/keys")
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(atPath: folder) } catch {}
    }

    func open(views: [ViewOfRecord] = [], tables: [String] = []) async throws -> RecordStore {
        try await RecordStore.open(
            backend.open(folder),
            keys: keys,
            views: views,
            tables: tables
        )
    }

    /// Opens a record, hands it to `body`, closes it.
    static func run(
        _ backend: Backend,
        views: [ViewOfRecord] = [],
        _ body: (Bench, RecordStore) async throws -> Void
    ) async throws {
        let bench = try Bench(backend)
        let store = try await bench.open(views: views)
        try await body(bench, store)
        try await store.close()
    }
}

extension Draw {
    /// Counts up from `first`.
    static func counted(from first: UInt64 = 1) -> Draw {
        let next = Counter(first)
        return Draw { OpaqueID(high: 0xC0, low: next.take()) }
    }
}

private final class Counter: Sendable {
    private let next: Mutex<UInt64>

    init(_ first: UInt64) { next = Mutex(first) }

    func take() -> UInt64 {
        next.withLock { next in
            defer { next += 1 }
            return next
        }
    }
}

extension Instant {
    /// 2026-11-23T08:00 in Jakarta, and minutes after it.
    static func minute(_ minutes: Int64) -> Instant {
        Instant(milliseconds: 1_795_395_600_000 + minutes * 60_000)
    }
}
