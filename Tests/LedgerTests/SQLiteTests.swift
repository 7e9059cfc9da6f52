import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

@Suite struct SQLiteTests {
    let one = OpaqueID(high: 1, low: 1)

    @Test(
        arguments: [
            "UPDATE events SET bytes = x'00'", "DELETE FROM events", "DELETE FROM log_head",
            "UPDATE log_head SET size = size - 1",
            "UPDATE events SET mark = 1", "UPDATE events SET mark = NULL",
            "INSERT INTO events VALUES (9, x'01', 'a', 1, x'00', 1)",
            "INSERT INTO events VALUES (2, x'01', 'a', 1, x'00', NULL)",
            "INSERT OR REPLACE INTO events VALUES (1, x'01', 'a', 1, x'00', 1)",
            "DELETE FROM keyring", "UPDATE payloads SET sealed = x'00'",
            "DELETE FROM installation", "UPDATE installation SET root_check = x'00'",
            "INSERT OR REPLACE INTO installation VALUES (1, x'00')",
        ]
    )
    func `the log protects itself`(statement: String) async throws {
        try await Bench.run(Backend.sqlite) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let tables = ["events", "log_head", "keyring", "payloads", "installation"]
            let before = try await store.dump(tables)
            await #expect(throws: StoreError.self) {
                try await store.operate([SQL(stringLiteral: statement)])
            }
            #expect(try await store.dump(tables) == before)
        }
    }

    @Test func `the root follows from the leaves and is kept from the first event on`()
        async throws
    {
        try await Bench.run(Backend.sqlite) { _, store in
            #expect(try await store.head().root == .empty)
            for number in 0..<21 as Range<UInt64> {
                try await store.stall(OpaqueID(high: 3, low: number), .open(name: "a"))
                let (head, leaves) = try await store.read { reader in
                    (
                        try reader.head(),
                        try reader.events(after: 0, limit: 99).map { TreeHash.leaf($0.bytes) }
                    )
                }
                #expect(head.size == Int64(leaves.count))
                #expect(head.root == root(leaves[...]))
            }
        }
    }

    /// The recursive definition of RFC 9162, 2.1.1.
    private func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard leaves.count > 1 else { return leaves.first ?? .empty }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return .node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
    }

    @Test func `the schema is the one that is checked in, without what ends transactions`()
        async throws
    {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "schema.sqlite.sql").path
        try await Bench.run(Backend.sqlite) { _, store in
            let schema =
                try await store.read { reader in
                    try reader.rows(
                        """
                        SELECT sql FROM sqlite_master
                        WHERE sql IS NOT NULL ORDER BY type DESC, name
                        """
                    ).map { try $0.text("sql") }
                }.joined(separator: ";\n") + ";\n"
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                try schema.write(toFile: path, atomically: true, encoding: .utf8)
            }
            #expect(try schema == String(contentsOfFile: path, encoding: .utf8))
            let words = schema.uppercased()
            for forbidden in ["ROLLBACK", "DEFERR", "RAISE(FAIL", "RAISE(IGNORE", "USING FTS"] {
                let holdsIt = words.contains(forbidden)
                #expect(!holdsIt, "\(forbidden)")
            }
        }
    }

    @Test func `what was answered is there after a crash`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open(views: [.stalls])
        let copy = "\(bench.folder)/after-crash"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for number in 0..<100 as Range<UInt64> {
            try await store.stall(OpaqueID(high: 3, low: number), .open(name: "a"))
        }
        // Nothing is closed or checkpointed: as if the power had gone.
        for name in ["record.sqlite", "record.sqlite-wal"] {
            try FileManager.default.copyItem(
                atPath: "\(bench.folder)/\(name)",
                toPath: "\(copy)/\(name)"
            )
        }
        let again = try await RecordStore.open(
            bench.backend.open(copy),
            keys: bench.keys,
            views: [.stalls]
        )
        #expect(try await again.head() == store.head())
        #expect(try await again.dump(["stalls"]) == store.dump(["stalls"]))
        try await again.close()
        try await store.close()
    }

    @Test func `a log whose tail was changed is not opened`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.close()
        let path = "\(bench.folder)/record.sqlite"
        let intruder = try SQLiteConnection(path: path, readOnly: false)
        try intruder.run("DROP TRIGGER events_no_update")
        try intruder.run("UPDATE events SET bytes = \(Array("{}".utf8))")
        intruder.close()
        let error = await #expect(throws: StoreError.self) { try await bench.open() }
        #expect(error?.kind == .damaged)
    }

    @Test func `a full disk fails the whole group, and the record goes on when there is room`()
        async throws
    {
        try await Bench.run(Backend.sqlite) { _, store in
            try await store.operate(["PRAGMA max_page_count = 60"])
            let large = [UInt8](repeating: 7, count: 3_000_000)
            let outcomes = await withTaskGroup(of: StoreError.Kind?.self) { group in
                for number in 0..<8 as Range<UInt64> {
                    group.addTask {
                        do {
                            try await store.stall(OpaqueID(high: 4, low: number), .open(name: "a"))
                            {
                                $0.content = [large]
                            }
                            return nil
                        } catch {
                            return (error as? StoreError)?.kind
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes == Array(repeating: .diskFull, count: 8))
            #expect(try await store.head().size == 0)
            try await store.operate(["PRAGMA max_page_count = 1000000"])
            #expect(
                try await store.stall(one, .open(name: "a"))
                    == .recorded(
                        Recorded(first: 1, count: 1, stream: Stream(Stall.kind, one))
                    )
            )
        }
    }

    @Test func `a commit that fails is unknown to every caller, and the next opens anew`()
        throws
    {
        let bench = try Bench(Backend.sqlite)
        let path = "\(bench.folder)/record.sqlite"
        var opened = 0
        var failing = true
        var group = GroupTransaction { () throws(StoreError) in
            opened += 1
            return FailingConnection(try SQLiteConnection(path: path, readOnly: false)) {
                $0 == "COMMIT" && failing
            }
        }
        let table = Statement("CREATE TABLE t (n BIGINT)")
        for result in group.run([table, Statement("SELECT 1")]) {
            #expect(throws: StoreError.self) { try result.get() }
            if case .failure(let error) = result { #expect(error.kind == .unknown) }
        }
        failing = false
        #expect(group.run([table]).count { if case .success = $0 { true } else { false } } == 1)
        #expect(opened == 2)
        group.close()
    }

    @Test func `when a member ends the transaction every member fails`() throws {
        let bench = try Bench(Backend.sqlite)
        let path = "\(bench.folder)/record.sqlite"
        var group = GroupTransaction { () throws(StoreError) in
            try SQLiteConnection(path: path, readOnly: false)
        }
        let results = group.run([
            Statement("CREATE TABLE t (n BIGINT)"), Statement("ROLLBACK", "SELECT * FROM nowhere"),
            Statement("CREATE TABLE u (n BIGINT)"),
        ])
        #expect(results.count { if case .failure = $0 { true } else { false } } == 3)
        let tables = try SQLiteConnection(path: path, readOnly: true)
            .rows("SELECT name FROM sqlite_master")
        #expect(tables.isEmpty)
        group.close()
    }
}

/// Statements run as they are.
private struct Statement: GroupWork {
    let statements: [String]

    init(_ statements: String...) { self.statements = statements }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        for statement in statements { try connection.run(SQL(stringLiteral: statement)) }
        return .rows([])
    }
}

/// A connection on which some statements fail as a broken disk makes them fail.
private final class FailingConnection: WriterConnection {
    private let real: SQLiteConnection
    private let fails: (String) -> Bool

    init(_ real: SQLiteConnection, fails: @escaping (String) -> Bool) {
        self.real = real
        self.fails = fails
    }

    var isOutsideTransaction: Bool { real.isOutsideTransaction }
    var isUsable: Bool { true }

    func close() { real.close() }

    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] { try real.rows(sql) }

    func run(_ sql: SQL) throws(StoreError) -> Int {
        if fails(sql.text) { throw StoreError(.engine, "the disk did not answer") }
        return try real.run(sql)
    }
}
