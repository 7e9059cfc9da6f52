import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

/// A record as a released program left it, in a folder of its own.
private final class ReleasedRecord: Sendable {
    let folder: URL
    let keys: Keys

    var path: String { folder.appending(path: "catatan.sqlite").path }

    init(_ number: Int) throws {
        let files = FileManager.default
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Released/\(number)")
        folder = files.temporaryDirectory.appending(path: "released-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        let keyFolder = folder.appending(path: "kunci")
        try files.copyItem(at: source.appending(path: "kunci"), to: keyFolder)
        for name in try files.contentsOfDirectory(atPath: keyFolder.path) {
            // A checkout does not keep modes, and an open key is refused.
            try files.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: keyFolder.appending(path: name).path
            )
        }
        keys = try Keys.open(in: keyFolder.path)
        let sql = try String(
            contentsOf: source.appending(path: "catatan.sql"),
            encoding: .utf8
        )
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
        try database.close()
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    func open(_ steps: [Migrations.Step]) async throws -> RecordStore {
        try await RecordStore.open(SQLiteEngine(path: path), keys: keys, steps: steps)
    }

    func columns(of table: String, in path: String) throws -> [String] {
        let connection = try SQLiteConnection(path: path, readOnly: true)
        defer { connection.close() }
        return try connection.rows(SQL(text: "SELECT name FROM pragma_table_info('\(table)')"))
            .map { try $0.text("name") }
    }

    func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}

/// What a later release might bring.
private let next =
    Migrations.all + [
        Migrations.Step(
            number: Migrations.all.count + 1,
            statements: ["ALTER TABLE outbox ADD COLUMN urgent BIGINT"]
        )
    ]

@Test(arguments: 1...Migrations.all.count)
func `a record of each released version comes to the newest, after a copy`(
    number: Int
) async throws {
    let released = try ReleasedRecord(number)
    let outcome = try UpgradeCopy.make(of: released.path, stamp: "20261125T220000Z", steps: next)
    #expect(outcome.state == SchemaState(stored: number, known: next.count))
    let copy = try #require(outcome.copy)
    #expect(try released.mode(of: copy) == 0o600)
    #expect(copy.hasSuffix("catatan.sqlite.skema-\(number).20261125T220000Z.cadangan"))

    let store = try await released.open(next)
    let verification = try await store.verify { _ in [] }
    #expect(verification.isConsistent)
    #expect(verification.computed.size == 3)
    try await store.close()
    #expect(try released.columns(of: "outbox", in: released.path).contains("urgent"))

    // The copy is the record as it was, and opens as such.
    #expect(try !released.columns(of: "outbox", in: copy).contains("urgent"))
    let before = try await RecordStore.open(
        SQLiteEngine(path: copy),
        keys: released.keys,
        steps: Array(next.prefix(number))
    )
    #expect(try await before.head() == verification.computed)
    try await before.close()
}

@Test(arguments: 1...Migrations.all.count)
func `a record of each released version is from then on that of its root key`(
    number: Int
) async throws {
    let released = try ReleasedRecord(number)
    try await released.open(Migrations.all).close()
    let other = try Keys.make(in: released.folder.appending(path: "lain").path)
    let engine = try await SQLiteEngine(path: released.path)
    let error = await #expect(throws: StoreError.self) {
        try await RecordStore.open(engine, keys: other)
    }
    #expect(error?.underlying as? KeyRefusal == .otherRecord)
    try await engine.close()
    try await released.open(Migrations.all).close()
}

@Test func `a record that is up to date is not copied, and neither is none`() throws {
    let released = try ReleasedRecord(Migrations.all.count)
    #expect(try UpgradeCopy.make(of: released.path, stamp: "a").copy == nil)
    let none = released.folder.appending(path: "lain.sqlite").path
    #expect(try UpgradeCopy.make(of: none, stamp: "a").copy == nil)
    #expect(!FileManager.default.fileExists(atPath: none))
}

@Test func `a record of a newer program is refused and left as it is`() async throws {
    let released = try ReleasedRecord(1)
    try await released.open(next).close()
    let outcome = try UpgradeCopy.make(of: released.path, stamp: "a")
    #expect(outcome.state.isNewer)
    #expect(outcome.copy == nil)
    let engine = try await SQLiteEngine(path: released.path)
    await #expect(throws: StoreError.self) {
        try await RecordStore.open(engine, keys: released.keys)
    }
    try await engine.close()
    #expect(try released.columns(of: "outbox", in: released.path).contains("urgent"))
}

@Test func `a migration that fails leaves the record as it was`() async throws {
    let released = try ReleasedRecord(1)
    let broken =
        next + [
            Migrations.Step(
                number: next.count + 1,
                statements: ["ALTER TABLE missing ADD COLUMN a BIGINT"]
            )
        ]
    await #expect(throws: StoreError.self) { try await released.open(broken) }
    #expect(try !released.columns(of: "outbox", in: released.path).contains("urgent"))
    let store = try await released.open(Migrations.all)
    #expect(try await store.verify { _ in [] }.isConsistent)
    try await store.close()
}

@Test func `an upgrade does not write over an earlier copy`() throws {
    let released = try ReleasedRecord(1)
    let first = try UpgradeCopy.make(of: released.path, stamp: "a", steps: next)
    let copy = try #require(first.copy)
    let bytes = try Data(contentsOf: URL(filePath: copy))
    // What an end in the middle has left is no copy, and is in nobody's way.
    let half = "\(released.path).skema.belum-selesai"
    try Data("setengah".utf8).write(to: URL(filePath: half))
    // Started again within the same second.
    let second = try UpgradeCopy.make(of: released.path, stamp: "a", steps: next)
    #expect(second.copy == "\(released.path).skema-1.a-2.cadangan")
    #expect(try Data(contentsOf: URL(filePath: copy)) == bytes)
    #expect(!FileManager.default.fileExists(atPath: half))
}
