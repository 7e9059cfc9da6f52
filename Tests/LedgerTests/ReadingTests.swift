import Ledger
import Stories
import Testing

@Suite struct ReadingTests {
    let one = OpaqueID(high: 1, low: 1)

    @Test(arguments: Backend.all)
    func `a hundred reads at once all answer, beside a writer`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let seen = try await withThrowingTaskGroup(of: Int64.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        if number.isMultiple(of: 10) { try await store.stall(one, .sell(0)) }
                        return try await store.read { try $0.head().size }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(seen.count == 100)
            #expect(seen.allSatisfy { $0 >= 1 })
        }
    }

    @Test(arguments: Backend.all)
    func `a glance answers too while every connection is lent`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let sizes = try await withThrowingTaskGroup(of: Int64.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        number.isMultiple(of: 2)
                            ? try await store.read { try $0.head().size }
                            : try await store.glance { try $0.head().size }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(sizes == Array(repeating: 1, count: 60))
        }
    }

    @Test(arguments: Backend.all)
    func `all reads of one request see one state`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let writing = Task {
                for _ in 0..<50 { try await store.stall(one, .sell(1)) }
            }
            for _ in 0..<50 {
                let (sales, version) = try await store.read { reader in
                    let state = try reader.state(of: Stream(Stall.kind, one), as: Stall.self)
                    let sales = try reader.row("SELECT sales FROM stalls")?.int("sales")
                    return (sales == state.state.sales, state.version)
                }
                #expect(sales)
                #expect(version >= 1)
            }
            try await writing.value
        }
    }

    @Test(arguments: Backend.all)
    func `a reader cannot write, and a failed read gives its connection back`(
        backend: Backend
    ) async throws {
        struct Fails: Error {}
        try await Bench.run(backend) { _, store in
            for _ in 0..<20 {
                await #expect(throws: Fails.self) { try await store.read { _ in throw Fails() } }
                await #expect(throws: StoreError.self) {
                    try await store.read { try $0.rows("DELETE FROM throttles") }
                }
            }
            let head = try await store.head()
            #expect(head.size == 0)
        }
    }

    @Test(arguments: Backend.all)
    func `a row says what it lacks`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let row = try #require(
                try await store.read { try $0.row("SELECT 1 AS n, NULL AS lacking, 'x' AS t") }
            )
            #expect(try row.int("n") == 1)
            #expect(try row.text("t") == "x")
            let nothing: Int64? = try row.find("lacking")
            #expect(nothing == nil)
            #expect(throws: StoreError.self) { try row.int("lacking") }
            #expect(throws: StoreError.self) { try row.int("t") }
            #expect(throws: StoreError.self) { try row.int("missing") }
        }
    }
}
