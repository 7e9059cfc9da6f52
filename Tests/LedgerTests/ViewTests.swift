import Ledger
import Stories
import Synchronization
import Testing

@Suite struct ViewTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    @Test(arguments: Backend.all)
    func `rebuilt equals live, row by row`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls, .stallSearch]) { _, store in
            for number in 0..<40 as Range<UInt64> {
                let id = OpaqueID(high: 3, low: number)
                try await store.stall(id, .open(name: "Warung Nomor \(number)"))
                if number.isMultiple(of: 2) { try await store.stall(id, .sell(Int64(number))) }
                if number.isMultiple(of: 3) { try await store.stall(id, .close) }
            }
            try await store.catchUp()
            let live = try await store.dump(["stalls", "stall_search"])
            #expect(live.count > 200)
            try await store.rebuild()
            #expect(try await store.dump(["stalls", "stall_search"]) == live)
        }
    }

    @Test(arguments: Backend.all)
    func `a view that is new or has another shape is made from the log at the start`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        let before = try await bench.open()
        try await before.stall(one, .open(name: "Warung Sari"))
        try await before.stall(one, .sell(3))
        try await before.close()
        let after = try await bench.open(views: [.stalls])
        let sales = try await after.read { try $0.row("SELECT sales, seq FROM stalls") }
        #expect(try sales?.int("sales") == 3)
        #expect(try sales?.int("seq") == 1)
        try await after.close()
    }

    @Test(arguments: Backend.all)
    func `a failing view stops only itself, at the event that it cannot take`(
        backend: Backend
    ) async throws {
        let isMended = Mutex(false)
        struct Fails: Error {}
        let sales = ViewOfRecord(
            "sales",
            .soon,
            of: ["stall"],
            tables: ["sales"],
            schema: ["CREATE TABLE sales (seq BIGINT NOT NULL PRIMARY KEY)"],
            project: { projection in
                if projection.event.version == 3, !isMended.withLock({ $0 }) { throw Fails() }
                return ["INSERT INTO sales (seq) VALUES (\(projection.seq))"]
            }
        )
        try await Bench.run(backend, views: [sales, .stallSearch]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            for _ in 0..<4 { try await store.stall(one, .sell(1)) }
            #expect(
                try await store.lags() == [
                    ViewLag(view: "sales", behind: 5, failedAt: nil),
                    ViewLag(view: "stall_search", behind: 5, failedAt: nil),
                ]
            )
            try await store.catchUp()
            #expect(
                try await store.lags() == [
                    ViewLag(view: "sales", behind: 3, failedAt: 3),
                    ViewLag(view: "stall_search", behind: 0, failedAt: nil),
                ]
            )
            try await store.catchUp(retrying: true)
            #expect(try await store.lags().map(\.failedAt) == [3, nil], "it still fails")
            isMended.withLock { $0 = true }
            try await store.catchUp()
            #expect(try await store.dump(["sales"]).count == 2, "it stays where it stopped")
            try await store.catchUp(retrying: true)
            #expect(try await store.dump(["sales"]).count == 5)
            #expect(try await store.lags().map(\.failedAt) == [nil, nil])
        }
    }

    @Test(arguments: Backend.all)
    func `views are kept without being asked until the task ends`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend, views: [.stallSearch]) { _, store in
            let keeping = Task {
                await store.keepViews(pause: { await Task.yield() }, report: { _ in })
            }
            try await store.stall(one, .open(name: "Warung Sari"))
            while try await store.lags()[0].behind > 0 { await Task.yield() }
            keeping.cancel()
            await keeping.value
            let found = try await store.read {
                try $0.search("stall_search", for: "sar", limit: 5)
            }
            #expect(found == [one])
        }
    }

    @Test(
        arguments: [
            ("sari", true), ("SAR warung", true), ("sa", false), ("sarah", false),
            ("0812-3456-7890", true), ("+62 812 3456 7890", true), ("0812", false),
            ("ma'ruf", true), ("maruf", true), ("", false), ("a", false),
        ]
    )
    func `words are found by three letters, numbers only whole`(query: String, found: Bool) {
        let stored = SearchTokens.of("Warung Sari, Bu Ma\u{2019}ruf 081234567890")
        let asked = SearchTokens.query(query)
        #expect((!asked.isEmpty && asked.isSubset(of: stored)) == found)
    }

    @Test(
        arguments: [
            ("0812-3456-7890", ["n081234567890"]), ("62 812 3456 7890", ["n081234567890"]),
            ("RT 3/RW 12", ["n3", "n12"]), ("1603084505900001 12", ["n1603084505900001", "n12"]),
            ("12  34", ["n12", "n34"]), ("no. 7, \u{661}", ["n7"]),
        ]
    )
    func `groups of digits that stand together are one number`(text: String, marks: [String]) {
        #expect(SearchTokens.of(text).filter { $0.hasPrefix("n") } == Set(marks))
    }

    @Test(
        arguments: [
            "Ahmad Fauzi", "MA'RUF bin `Ali`", "R.M. Djoko-Susilo", "  x9 9x 12 ", "a_b@c.id",
            "Siti2Aminah\n0812-3456-7890\t1603084505900001",
        ]
    )
    func `plain letters are cut into the words that letters of any script are`(text: String) {
        // One letter beyond ASCII sends the whole text the other way.
        #expect(SearchTokens.of("\(text) \u{e9}") == SearchTokens.of(text).union(["w\u{e9}"]))
    }

    @Test func `a value is bound and never pasted`() {
        let words = ["it's", "b"]
        let part: SQL = "WHERE name IN (\(each: words)) AND unit = \(two)"
        let all: SQL = "SELECT * FROM stalls \(part) LIMIT \(3)"
        #expect(
            all.text == "SELECT * FROM stalls WHERE name IN ($1, $2) AND unit = $3 LIMIT $4"
        )
        #expect(all.values == [.text("it's"), .text("b"), .blob(two.bytes), .int(3)])
        let none: SQL = "SELECT \(nil as Int64?) WHERE 1 IN (\(each: [Int64]()))"
        #expect(none.text == "SELECT $1 WHERE 1 IN (NULL)")
    }
}
