import Ledger
import Stories
import Testing

@Suite struct BulkLoadingTests {
    private struct ChangedMind: Error {}

    /// An append that opens a stall, with a claim on its number.
    private func opening(_ number: UInt64, claiming: UInt8) throws -> Append {
        let id = OpaqueID(high: 7, low: number)
        let stream = Stream(Stall.kind, id)
        let known = Stall.Known(dossier: DossierID(id), sealer: .sha256, draw: .random)
        var append = try Append(
            Stall.decide(Stall.State(), .open(name: "Warung \(number)"), known),
            to: stream,
            at: .minute(0),
            by: .system,
            expecting: [stream: 0]
        )
        append.claims = [.unique(space: "number", key: [claiming])]
        return append
    }

    private func part(_ numbers: [UInt64], _ store: RecordStore) throws -> [PreparedAppends] {
        [try store.prepare(numbers.map { try opening($0, claiming: UInt8($0)) })]
    }

    @Test(arguments: Backend.all)
    func `parts that are loaded are the record that appending makes`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend, views: [.stalls, .stallSearch]) { _, store in
            try await store.load { loading in
                try await loading.take(part([1, 2], store))
                try await loading.take(part([3], store))
                try await loading.commit()
                try await loading.take(part([4], store))
            }
            #expect(try await store.head().size == 4)
            #expect(try await store.verify { _ in [] }.isConsistent)
            let hits = try await store.read {
                try $0.search("stall_search", for: "warung", limit: 9)
            }
            #expect(hits.count == 4)
            let loaded = try await store.dump(["stalls", "stall_search"])
            try await store.rebuild()
            #expect(try await store.dump(["stalls", "stall_search"]) == loaded)
        }
    }

    @Test(arguments: [Backend.sqlite, .far])
    func `what is not committed nobody sees, and a load that is given up leaves nothing`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            await #expect(throws: ChangedMind.self) {
                try await store.load { loading in
                    try await loading.take(part([1], store))
                    try await loading.commit()
                    try await loading.take(part([2], store))
                    #expect(try await store.head().size == 1)
                    throw ChangedMind()
                }
            }
            #expect(try await store.head().size == 1)
            try await store.stall(OpaqueID(high: 7, low: 9), .open(name: "Kios Jaya"))
            #expect(try await store.verify { _ in [] }.isConsistent)
        }
    }

    @Test(arguments: [Backend.sqlite, .far])
    func `a claim that is taken ends the load with all that was not committed`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            let error = await #expect(throws: StoreError.self) {
                try await store.load { loading in
                    try await loading.take(part([1, 2], store))
                    let again = try opening(3, claiming: 2)
                    try await loading.take([store.prepare([again])])
                }
            }
            #expect(error?.kind == .raced)
            #expect(try await store.head().size == 0)
            try await store.record(part([2], store))
            #expect(try await store.head().size == 1)
        }
    }
}
