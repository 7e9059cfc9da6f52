import Ledger
import Stories
import Testing

/// Rights that were seen and are gone by the time of the commit are not used any more.
@Suite struct FootingTests {
    private let clerk = OpaqueID(high: 7, low: 1)
    private let one = OpaqueID(high: 1, low: 1)
    private var official: Stories.Stream { Stream(Stall.kind, clerk) }

    /// A request of the clerk, who is seen before its `body`.
    private func request(
        _ store: RecordStore,
        _ body: () async throws -> Void
    ) async throws {
        let version = try await store.read { try $0.version(of: official) }
        try await Footing.$current.withValue(Footing()) {
            Footing.current?.stand(on: official, at: version)
            try await body()
        }
    }

    @Test(arguments: Backend.all)
    func `what somebody decides whose rights were changed meanwhile is not recorded`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        let (here, there) = (try await bench.open(), try await bench.open())
        try await here.stall(clerk, .open(name: "Petugas"))
        try await request(here) {
            try await here.stall(one, .open(name: "Warung Sari"))
            // Of another node, so of another request.
            try await Footing.$current.withValue(nil) {
                _ = try await there.stall(clerk, .close)
            }
            let told = await #expect(throws: StoreError.self) {
                try await here.stall(one, .sell(1))
            }
            #expect(told?.kind == .overtaken)
        }
        #expect(try await here.state(of: Stream(Stall.kind, one), as: Stall.self).version == 1)
        // Whoever asks anew is judged by what holds now.
        try await request(here) { try await here.stall(one, .sell(1)) }
        for store in [here, there] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `what a request changes of its own rights is in nobody's way`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(clerk, .open(name: "Petugas"))
            try await request(store) {
                try await store.stall(clerk, .sell(1))
                try await store.stall(one, .open(name: "Warung Sari"))
                try await store.stall(clerk, .sell(2))
                try await store.stall(one, .sell(1))
            }
            #expect(try await store.head().size == 5)
        }
    }

    @Test(arguments: Backend.all)
    func `a conflict about the matter itself stays one`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(clerk, .open(name: "Petugas"))
            try await store.stall(one, .open(name: "Warung Sari"))
            let stream = Stream(Stall.kind, one)
            var late = Append(at: .minute(1), by: .system, expecting: [stream: 0])
            try late.add(Decision([Stall.Fact.sold(1)]), to: stream)
            try await request(store) {
                let appended = try await store.append(late)
                #expect(appended == .conflict(stream, now: 1))
            }
        }
    }
}
