import Ledger
import Stories
import Testing

@Suite struct OperationsTests {
    let draft = OpaqueID(high: 5, low: 5)
    let one = OpaqueID(high: 1, low: 1)

    @Test(arguments: Backend.all)
    func `a draft opens until its thirty days are over`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let drafts = Drafts(store)
            try await drafts.keep(draft, [1], at: .minute(0))
            try await drafts.keep(draft, [1, 2], at: .minute(1))
            #expect(try await drafts.open(draft, at: .minute(2)) == [1, 2])
            #expect(try await drafts.open(one, at: .minute(2)) == nil)
            let over = Instant.minute(1 + 30 * 24 * 60)
            #expect(try await drafts.open(draft, at: over) == nil)
            try await drafts.sweep(at: over)
            #expect(try await store.dump(["drafts"]).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `a code opens a draft on another device, even badly typed`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let drafts = Drafts(store)
            #expect(try await drafts.giveCode(to: draft) == nil)
            try await drafts.keep(draft, [1], at: .minute(0))
            let first = try #require(try await drafts.giveCode(to: draft))
            let code = try #require(try await drafts.giveCode(to: draft))
            #expect(code.utf8.count == 16)
            #expect(try await drafts.resume(first, at: .minute(1)) == nil)
            let typed = code.lowercased().split(separator: "-").joined(separator: " ")
                .map { $0 == "0" ? "o" : $0 == "1" ? "l" : String($0) }
                .joined()
            #expect(try await drafts.resume(typed, at: .minute(1)) == draft)
            #expect(try await drafts.resume("7K3M-9QXA-2DFH-V", at: .minute(1)) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a draft that was sent is gone and cannot be kept again`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let drafts = Drafts(store)
            try await drafts.keep(draft, [1], at: .minute(0))
            try await store.stall(one, .open(name: "Warung Sari")) {
                $0.operations = drafts.ending(draft, at: .minute(1))
            }
            #expect(try await drafts.open(draft, at: .minute(1)) == nil)
            for _ in 0..<2 {
                let error = await #expect(throws: StoreError.self) {
                    try await drafts.keep(draft, [2], at: .minute(2))
                }
                #expect(error?.kind == .erased)
            }
        }
    }

    @Test(arguments: Backend.all)
    func `five tries, an hour, five tries, a day`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let throttles = Throttles(store)
            func attempt(_ minute: Int64) async throws -> Instant? {
                try await throttles.attempt("number", [4], at: .minute(minute))
            }
            for _ in 0..<5 { #expect(try await attempt(0) == nil) }
            #expect(try await attempt(1) == .minute(60))
            #expect(try await throttles.attempt("number", [5], at: .minute(1)) == nil)
            for _ in 0..<5 { #expect(try await attempt(60) == nil) }
            #expect(try await attempt(61) == .minute(60 + 24 * 60))
            try await throttles.clear("number", [4])
            #expect(try await attempt(62) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `an effect is leased before it is sent and marked once`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            let effect = Effect(
                kind: "mail",
                key: OpaqueID(high: 7, low: 1),
                about: ["stall/1", "opened"]
            )
            try await store.stall(one, .open(name: "Warung Sari")) { $0.effects = [effect] }
            let outbox = Outbox(store)
            func lease(_ minute: Int64) async throws -> [Outbox.Leased] {
                try await outbox.lease(
                    ["mail"],
                    at: .minute(minute),
                    until: .minute(minute + 5),
                    limit: 9
                )
            }
            #expect(
                try await outbox.lease(["webhook"], at: .minute(0), until: .minute(5), limit: 9)
                    .isEmpty
            )
            let first = try await lease(0)
            #expect(first.map(\.effect) == [effect])
            #expect(first.map(\.attempt) == [1])
            #expect(try await lease(4).isEmpty)
            let second = try await lease(5)
            #expect(second.map(\.attempt) == [2])
            // Whoever slept over the end of the claim decides nothing any more.
            let (slept, holder) = (try #require(first.first), try #require(second.first))
            #expect(try await outbox.done(slept, at: .minute(6)) == false)
            try await outbox.postpone(slept, until: .minute(6))
            #expect(try await lease(6).isEmpty)
            #expect(try await outbox.done(holder, at: .minute(6)))
            #expect(try await outbox.done(holder, at: .minute(7)) == false)
            #expect(try await lease(60).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `operations are all done or none, and answer with their rows`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        let table = "CREATE TABLE IF NOT EXISTS visits (day TEXT NOT NULL PRIMARY KEY, n BIGINT)"
        let store = try await bench.open(tables: [table])
        let count: SQL = """
            INSERT INTO visits (day, n) VALUES ('a', 1)
            ON CONFLICT (day) DO UPDATE SET n = visits.n + 1 RETURNING n
            """
        try await store.operate([count])
        await #expect(throws: StoreError.self) {
            try await store.operate([count, "INSERT INTO nowhere VALUES (1)"])
        }
        #expect(try await store.operate([count])[0][0].int("n") == 2)
        try await store.close()
    }

    @Test(arguments: Backend.all)
    func `public bytes are found by their digest`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            let bytes = Array("service: surat-keterangan-usaha".utf8)
            try await store.stall(one, .open(name: "Warung Sari")) { $0.content = [bytes, bytes] }
            #expect(try await store.read { try $0.content(Public(of: bytes)) } == bytes)
            #expect(try await store.read { try $0.content(Public(of: [1])) } == nil)
        }
    }
}
