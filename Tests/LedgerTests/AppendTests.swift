import Ledger
import Stories
import Testing

@Suite struct AppendTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    @Test(arguments: Backend.all)
    func `what was decided is in the history, byte for byte`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            let appended = try await store.stall(one, .open(name: "Warung Sari"))
            let stream = Stream(Stall.kind, one)
            #expect(appended == .recorded(Recorded(first: 1, count: 1, stream: stream)))
            try await store.stall(one, .sell(7))
            let history = try await store.history(of: stream)
            #expect(history.map(\.kind.text) == ["stall.opened", "stall.sold"])
            #expect(history.map(\.seq) == [1, 2])
            #expect(
                String(decoding: history[1].bytes, as: UTF8.self) == """
                    {"at":1795395600000,"by":"00000000000000000000000000000000","count":7,\
                    "kind":"stall.sold","stream":"stall/\(one)","version":2}
                    """
            )
            let (state, version) = try await store.state(of: stream, as: Stall.self)
            #expect(state.sales == 7)
            #expect(version == 2)
        }
    }
}
