import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// Views made anew beside the record are compared with those that are served.
@Suite struct ComparingTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    private func filled(_ bench: Bench) async throws -> RecordStore {
        let store = try await bench.open(views: [.stalls, .stallSearch])
        for number in 0..<700 as Range<UInt64> {
            let id = OpaqueID(high: 3, low: number)
            try await store.stall(id, .open(name: "Warung Nomor \(number)"))
            if number.isMultiple(of: 2) { try await store.stall(id, .sell(Int64(number))) }
        }
        try await store.catchUp()
        return store
    }

    private func compared(
        _ bench: Bench,
        _ view: ViewOfRecord,
        pause: @escaping () throws -> Void = {}
    ) throws -> ViewComparison {
        let live = try SQLiteConnection(path: "\(bench.folder)/record.sqlite", readOnly: true)
        defer { live.close() }
        let path = "\(bench.folder)/banding"
        let found = try {
            let scratch = try ScratchDatabase(path)
            return try ComparingViews(
                live,
                beside: scratch.connection,
                keys: bench.keys,
                spelled: SQLiteEngine.spelled,
                pause: pause
            ).compare(view)
        }()
        #expect(!FileManager.default.fileExists(atPath: path))
        return found
    }

    private func tamper(_ bench: Bench, _ statements: SQL...) throws {
        let connection = try SQLiteConnection(
            path: "\(bench.folder)/record.sqlite",
            readOnly: false
        )
        defer { connection.close() }
        for statement in statements { try connection.run(statement) }
    }

    @Test func `what is served is the same as what is made anew`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await filled(bench)
        #expect(try compared(bench, .stalls) == .same(rows: 700))
        guard case .same(let rows) = try compared(bench, .stallSearch) else {
            Issue.record("the search differs")
            return
        }
        #expect(rows > 2000)
        // A late view is compared at the event that it has come to.
        try await store.stall(one, .open(name: "Warung Sari"))
        #expect(try compared(bench, .stallSearch) == .same(rows: rows))
        #expect(try compared(bench, .stalls) == .same(rows: 701))
        try await store.close()
    }

    @Test(
        arguments: [
            "UPDATE stalls SET sales = sales + 1 WHERE id = x'000000000000000300000000000002ab'",
            "DELETE FROM stalls WHERE id = x'000000000000000300000000000002ab'",
            "INSERT INTO stalls SELECT x'ff', dossier, name, 0, 0, 0 FROM stalls LIMIT 1",
            "UPDATE stalls SET name = x'00' WHERE id = x'00000000000000030000000000000001'",
        ]
    )
    func `a row that was changed, taken away or added is noticed`(
        statement: String
    ) async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await filled(bench)
        try tamper(bench, SQL(stringLiteral: statement))
        #expect(try compared(bench, .stalls) == .differs(table: "stalls"))
        #expect(try await store.rebuild(only: ["stalls"]))
        #expect(try await !store.rebuild(only: ["stalls", "lapak"]))
        #expect(try compared(bench, .stalls) == .same(rows: 700))
        try await store.close()
    }

    @Test func `nobody who writes waits, and what is written meanwhile is compared too`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await filled(bench)
        let other = try SQLiteConnection(path: "\(bench.folder)/record.sqlite", readOnly: false)
        defer { other.close() }
        try other.run("PRAGMA busy_timeout = 0")
        var pauses: Int64 = 0
        let found = try compared(bench, .stalls) {
            pauses += 1
            // Another writer, who would fail at once if anything were held.
            try other.run("UPDATE counters SET value = value + 0")
            let log = try other.rows("PRAGMA wal_checkpoint(TRUNCATE)").first
            #expect(try log?.int("busy") == 0)
        }
        #expect(found == .same(rows: 700))
        #expect(pauses > 2)
        try await store.close()
    }

    @Test func `what was erased meanwhile makes it begin anew, and not for ever`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await filled(bench)
        let other = try SQLiteConnection(path: "\(bench.folder)/record.sqlite", readOnly: false)
        defer { other.close() }
        var times = 0
        let once = try compared(bench, .stalls) {
            times += 1
            if times == 1 { try other.run("UPDATE view_cursors SET erasures = erasures + 1") }
        }
        #expect(once == .same(rows: 700))
        let ever = try compared(bench, .stalls) {
            try other.run("UPDATE view_cursors SET erasures = erasures + 1")
        }
        #expect(ever == .disturbed)
        try await store.erase(DossierID(OpaqueID(high: 3, low: 7)), at: .minute(1))
        #expect(try compared(bench, .stalls) == .same(rows: 699))
        try await store.close()
    }

    @Test func `a view over a damaged event, and one of another shape, are told as such`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await filled(bench)
        var other = ViewOfRecord.stalls
        other.sorted = true
        #expect(try compared(bench, other) == .same(rows: 700))
        try tamper(bench, "UPDATE view_cursors SET shape = x'00' WHERE name = 'stall_search'")
        #expect(try compared(bench, .stallSearch) == .otherShape)
        try tamper(
            bench,
            "DROP TRIGGER events_no_update",
            "UPDATE events SET mark = mark + 1 WHERE seq = 9"
        )
        guard case .cannotBeMade(let why) = try compared(bench, .stalls) else {
            Issue.record("a damaged event was taken in")
            return
        }
        #expect(why.contains("event 9"))
        try await store.close()
    }
}
