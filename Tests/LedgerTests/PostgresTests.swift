import Ledger
import LedgerPostgres
import Stories
import Testing
import UnderTest

/// What only a server can do to the record: end connections, restart, serve several nodes.
@Suite(.enabled(if: EngineUnderTest.server != nil, "no PostgreSQL was started for the tests"))
struct PostgresTests {
    private let one = OpaqueID(high: 1, low: 1)
    private let two = OpaqueID(high: 1, low: 2)

    /// A server's address with a name by which its connections are found.
    private struct Named {
        let name: String
        let address: String
        private let server: String

        init(_ bench: Bench) throws {
            server = try #require(EngineUnderTest.server)
            name = String(bench.folder.suffix(36))
            let schema = try EngineUnderTest.newSchema(server, "\(bench.folder)/record")
            address = "\(schema)&application_name=\(name)"
        }

        /// Ends every connection as a restart or a fail-over does.
        func endConnections() throws {
            let other = try PostgresConnection(server)
            defer { other.close() }
            _ = try other.rows(
                """
                SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity \
                WHERE application_name = \(name)
                """
            )
        }
    }

    private func backend(_ named: Named) -> Backend {
        Backend(testDescription: "PostgreSQL") { _ in
            try await PostgresEngine(named.address, readers: 4)
        }
    }

    @Test func `connections that the server ended are replaced, and nothing is lost`() async throws
    {
        let bench = try Bench(.sqlite)
        let named = try Named(bench)
        let store = try await RecordStore.open(backend(named).open(""), keys: bench.keys)
        try await store.stall(one, .open(name: "Warung Sari"))
        for _ in 0..<3 {
            try named.endConnections()
            #expect(try await store.head().size > 0)
            try named.endConnections()
            try await store.stall(Draw.random.id(), .open(name: "Warung Baru"))
        }
        #expect(try await store.head().size == 4)
        try await store.close()
    }

    @Test func `two nodes share one log, and one of two that saw the same state has to look again`()
        async throws
    {
        let bench = try Bench(.sqlite)
        let named = try Named(bench)
        let keys = bench.keys
        let first = try await RecordStore.open(backend(named).open(""), keys: keys)
        let second = try await RecordStore.open(backend(named).open(""), keys: keys)
        try await first.stall(one, .open(name: "Warung Sari"))
        try await second.stall(two, .open(name: "Warung Baru"))
        #expect(try await first.head() == second.head())
        #expect(try await first.head().size == 2)
        let (a, b) = (try Self.reopening(one), try Self.reopening(one))
        async let left = first.append(a)
        async let right = second.append(b)
        let outcomes = try await [left, right]
        #expect(outcomes.count { if case .recorded = $0 { true } else { false } } == 1)
        #expect(outcomes.count { if case .conflict = $0 { true } else { false } } == 1)
        try await first.close()
        try await second.close()
    }

    private static func reopening(_ id: OpaqueID) throws -> Append {
        try Append(
            Decision([Stall.Fact.closed]),
            to: Stream(Stall.kind, id),
            at: .minute(1),
            by: .system,
            expecting: [Stream(Stall.kind, id): 1]
        )
    }

    @Test func `a sum of many numbers is read as a whole one`() throws {
        let connection = try PostgresConnection(#require(EngineUnderTest.server))
        defer { connection.close() }
        for number: Int64 in [0, 1, 9_999, 10_000, 100_000_000, -7, 123_456_789_012_345] {
            let row = try connection.rows(
                "SELECT SUM(n) AS total FROM (VALUES (\(number)), (CAST(0 AS BIGINT))) AS t (n)"
            ).first
            #expect(try row?.int("total") == number)
        }
        #expect(throws: StoreError.self) {
            try connection.rows("SELECT CAST(1.5 AS NUMERIC) AS total")
        }
        #expect(throws: StoreError.self) {
            try connection.rows("SELECT CAST('9223372036854775808' AS NUMERIC) AS total")
        }
    }

    @Test func `a refusal in the middle of what was sent together is that caller's own`() throws {
        let connection = try PostgresConnection(#require(EngineUnderTest.server))
        defer { connection.close() }
        try connection.run("BEGIN")
        try connection.send("CREATE TEMPORARY TABLE kinds (name TEXT PRIMARY KEY)")
        try connection.run("SAVEPOINT member")
        try connection.send("INSERT INTO kinds (name) VALUES (\("a"))")
        try connection.send("INSERT INTO kinds (name) VALUES (\("a"))")
        try connection.send("INSERT INTO kinds (name) VALUES (\("b"))")
        #expect(throws: StoreError.self) { try connection.run("RELEASE member") }
        #expect(!connection.isOutsideTransaction)
        try connection.run("ROLLBACK TO member")
        try connection.send("INSERT INTO kinds (name) VALUES (\("c"))")
        let names = try connection.rows("SELECT name FROM kinds").map { try $0.text("name") }
        #expect(names == ["c"])
        try connection.run("COMMIT")
        #expect(connection.isOutsideTransaction)
    }

    @Test func `more than fits on the line at once goes through`() throws {
        let connection = try PostgresConnection(#require(EngineUnderTest.server))
        defer { connection.close() }
        let bytes = [UInt8](repeating: 7, count: 300_000)
        try connection.run("BEGIN")
        try connection.run("CREATE TEMPORARY TABLE chunks (n BIGINT, bytes BYTEA)")
        for number in 0..<100 {
            try connection.send("INSERT INTO chunks (n, bytes) VALUES (\(number), \(bytes))")
        }
        var seen = 0
        try connection.each("SELECT n, bytes FROM chunks ORDER BY n", by: 7) { rows in
            for row in rows where row.values[1] == .blob(bytes) { seen += 1 }
        }
        #expect(seen == 100)
        let questions = (0..<700).map { number -> SQL in "SELECT \(number) + 1 AS next" }
        let answers = try connection.answers(to: questions)
        #expect(try answers.map { try $0[0].int("next") } == (1...700).map(Int64.init))
        try connection.run("ROLLBACK")
    }

    @Test func `an address that leads nowhere fails at once, and says nothing of its password`()
        async
    {
        do {
            _ = try await PostgresEngine("postgres://a:rahasia@127.0.0.1:1/b")
            Issue.record("there is no server")
        } catch {
            #expect(error.kind == .closed)
            #expect(!String(reflecting: error).contains("rahasia"))
        }
    }
}
