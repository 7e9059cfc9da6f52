import Foundation
import Ledger
import Stories
import Testing

@Suite struct OriginTests {
    private static let one = OpaqueID(high: 7, low: 1)
    private static let two = OpaqueID(high: 7, low: 2)
    private static let head = CitedHead(size: 5, root: .empty, origin: one)

    private static let corpus: [String: LogFact] = [
        "log.began-1": .began(LogOrigin(id: one, why: .first, cited: nil)),
        "log.erased_again": .erasedAgain([PayloadID(one), PayloadID(two)]),
        "log.began-4": .began(LogOrigin(id: two, why: .moved, cited: head)),
        "log.moved_to": .movedTo(.postgres),
        "log.began-2": .began(LogOrigin(id: two, why: .restored, cited: head)),
        "log.began-3": .began(
            LogOrigin(
                id: two,
                why: .failedOver,
                cited: CitedHead(size: 5, root: .empty, origin: nil)
            )
        ),
    ]

    @Test func `facts of the log are read for ever and give their bytes again`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "CorpusOfTheLog"
        )
        for (name, fact) in Self.corpus {
            var fields = FactWriter()
            fact.write(to: &fields)
            let written = try CanonicalJSON.write(FactValue.object(fields.fields))
            let kept = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).json")))
            #expect(written == kept, "\(name): \(String(decoding: written, as: UTF8.self))")
            guard case .object(let read) = try CanonicalJSON.read(kept) else {
                Issue.record("\(name) is no object")
                continue
            }
            #expect(try LogFact(kind: fact.kind, from: FactReader(read)) == fact, "\(name)")
        }
    }

    @Test func `half a citation is no fact`() throws {
        let fields: FactFields = [
            "citedsize": Int64(5).json, "origin": Self.one.json, "why": OriginCause.restored.json,
        ]
        #expect(throws: FactUnreadable.self) {
            try LogFact(kind: "began", from: FactReader(fields))
        }
    }

    @Test(arguments: [
        ([], LogOrigin(id: one, why: .first, cited: head), LogRefusal.nothingToCite),
        ([one], LogOrigin(id: two, why: .first, cited: nil), .beganBefore),
        ([one], LogOrigin(id: one, why: .restored, cited: head), .usedBefore),
        ([one], LogOrigin(id: two, why: .restored, cited: nil), .citesNothing),
        ([], LogOrigin(id: one, why: .failedOver, cited: head), .citesNothing),
        ([one], LogOrigin(id: two, why: .moved, cited: head), .nothingToCite),
    ])
    func `an origin that does not fit is refused`(
        before: [OpaqueID],
        origin: LogOrigin,
        refusal: LogRefusal
    ) {
        var state = LogStory.beginning
        state.all = before.map { LogOrigin(id: $0, why: .first, cited: nil) }
        #expect(throws: refusal) { try LogStory.decide(state, .began(origin), ()) }
    }

    @Test(arguments: Backend.all)
    func `a log has one first origin, and a restored one cites what was lost`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { bench, store in
            #expect(try await store.read { try $0.origin() } == nil)
            let first = try await store.firstOrigin(at: .minute(0), draw: bench.draw)
            #expect(try await store.firstOrigin(at: .minute(1), draw: bench.draw) == first)
            let head = try await store.head()
            #expect(head.size == 1)
            let cited = CitedHead(size: head.size, root: head.root, origin: first.id)
            let next = try await store.beginOrigin(
                .restored,
                citing: cited,
                at: .minute(2),
                draw: bench.draw
            )
            #expect(next.cited == cited)
            #expect(try await store.read { try $0.origins().all } == [first, next])
            #expect(try await store.firstOrigin(at: .minute(3), draw: bench.draw) == next)
        }
    }
}
