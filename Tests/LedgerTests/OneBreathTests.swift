import Ledger
import Stories
import Testing
import UnderTest

/// A caller that is alone for a while: its group goes out whole, and is refused like any other.
struct OneBreathTests {
    private static let one = OpaqueID(high: 1, low: 1)
    private static let two = OpaqueID(high: 1, low: 2)
    private static let stall = Stream(Stall.kind, one)

    /// Two nodes on one record, each of which was alone for a while.
    private func twoNodes(
        _ backend: Backend,
        _ body: (RecordStore, RecordStore) async throws -> Void
    ) async throws {
        let bench = try Bench(backend)
        let first = try await bench.open(views: [.stalls])
        let second = try await bench.open(views: [.stalls])
        try await first.stall(Self.one, .open(name: "Warung Sari"))
        try await first.stall(Self.one, .sell(1))
        try await body(first, second)
        for store in [first, second] { try await store.close() }
        let engine = try await backend.open(bench.folder)
        try await engine.read { try LogHead.read(on: $0).verifyTail(on: $0) }
        try await engine.close()
    }

    @Test func `whoever is alone waits for nothing but the commit`() async throws {
        let bench = try Bench(.sqlite)
        let engine = try await FarEngine(path: "\(bench.folder)/record.sqlite")
        let store = try await RecordStore.open(engine, keys: bench.keys, views: [.stalls])
        try await store.stall(Self.one, .open(name: "Warung Sari"))
        let before = engine.timesWaited
        for count in 1...20 as ClosedRange<Int64> {
            try await store.stall(Self.one, .sell(count)) {
                $0.command = .draft(OpaqueID(high: 5, low: UInt64(count)), content: [1])
                $0.claims = [
                    .unique(space: "number", key: [UInt8(count)]),
                    .count(name: "register", was: count - 1),
                ]
            }
        }
        #expect(engine.timesWaited == before)
        #expect(try await store.state(of: Self.stall, as: Stall.self).state.sales == 210)
        try await store.close()
    }

    @Test(arguments: Backend.all)
    func `what another node wrote meanwhile stands before what follows`(
        backend: Backend
    ) async throws {
        try await twoNodes(backend) { first, second in
            for turn in 2...40 as ClosedRange<Int64> {
                // In turns, and each of them alone for a while.
                let store = (turn / 5) % 2 == 0 ? first : second
                let appended = try await store.stall(Self.one, .sell(turn))
                #expect(
                    appended
                        == .recorded(Recorded(first: turn + 1, count: 1, stream: Self.stall))
                )
            }
            #expect(try await first.head() == second.head())
        }
    }

    @Test(arguments: Backend.all)
    func `a stream that another node moved on is a conflict`(backend: Backend) async throws {
        try await twoNodes(backend) { first, second in
            var late = Append(at: .minute(1), by: .system, expecting: [Self.stall: 2])
            try late.add(Decision([Stall.Fact.sold(1)]), to: Self.stall)
            try await second.stall(Self.one, .sell(5))
            #expect(try await first.append(late) == .conflict(Self.stall, now: 3))
            try await first.stall(Self.two, .open(name: "Kios Jaya"))
            try await first.stall(Self.two, .sell(1))
            // Known here, and read by nobody since.
            #expect(try await first.append(late) == .conflict(Self.stall, now: 3))
            #expect(try await second.head().size == 5)
        }
    }

    @Test(arguments: Backend.all)
    func `a stream that is only read is watched in one breath too`(backend: Backend) async throws {
        try await twoNodes(backend) { first, _ in
            let appended = try await first.stall(Self.two, .open(name: "Kios Jaya")) {
                $0.expecting[Self.stall] = 1
            }
            #expect(appended == .conflict(Self.stall, now: 2))
            #expect(try await first.history(of: Stream(Stall.kind, Self.two)).isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `what somebody holds is taken, whoever asks alone`(backend: Backend) async throws {
        try await twoNodes(backend) { first, second in
            let key = Claim.unique(space: "number", key: [4, 2])
            let counted = Claim.count(name: "register", was: 0)
            try await first.stall(Self.one, .sell(1)) { $0.claims = [key, counted] }
            for store in [first, first, second] {
                let taken = try await store.stall(Self.one, .sell(2)) { $0.claims = [key] }
                #expect(taken == .taken(key))
                let passed = try await store.stall(Self.one, .sell(2)) { $0.claims = [counted] }
                #expect(passed == .taken(counted))
            }
            try await first.stall(Self.one, .sell(3)) {
                $0.claims = [.count(name: "register", was: 1)]
            }
            try await first.stall(Self.one, .sell(4)) {
                $0.claims = [
                    .count(name: "register", was: 2), .free(space: "number", key: [4, 2]),
                ]
            }
            #expect(try await second.read { try $0.counter("register") } == 3)
            #expect(try await second.state(of: Self.stall, as: Stall.self).state.sales == 9)
        }
    }

    @Test(arguments: Backend.all)
    func `a command that came before leads to what it led to then`(
        backend: Backend
    ) async throws {
        try await twoNodes(backend) { first, second in
            let send: @Sendable (RecordStore, [UInt8]) async throws -> Appended = {
                store,
                content in
                try await store.stall(Self.one, .sell(1)) {
                    $0.command = .draft(OpaqueID(high: 9, low: 9), content: content)
                }
            }
            let done = Recorded(first: 3, count: 1, stream: Self.stall)
            #expect(try await send(first, [1]) == .recorded(done))
            #expect(try await send(first, [1]) == .repeated(done))
            try await first.stall(Self.one, .sell(7))
            try await first.stall(Self.one, .sell(7))
            #expect(try await send(first, [1]) == .repeated(done))
            #expect(try await send(first, [2]) == .otherContent)
            #expect(try await send(second, [1]) == .repeated(done))
            #expect(try await first.head().size == 5)
        }
    }
}
