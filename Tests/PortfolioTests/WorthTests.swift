import Ledger
import Portfolio
import Stories
import Testing

/// The bytes of every fact about a service's worth that was ever written.
///
/// A line here never changes.
private let corpus: [(fact: WorthFact, bytes: String)] = [
    (
        .costed(
            YearlyCost(service: "sku", year: 2026, amount: 24_000_000, source: words)
        ),
        #"{"amount":24000000,"of":"layanan","service":"sku","source":"\#(digest)","year":2026}"#
    ),
    (
        .costed(YearlyCost(service: nil, year: 2027, amount: 0, source: words)),
        #"{"amount":0,"of":"serasan","source":"\#(digest)","year":2027}"#
    ),
    (
        .judged(Judgement(service: "sku", .keep, reason: words)),
        #"{"reason":"\#(digest)","service":"sku","verdict":"pertahankan"}"#
    ),
    (
        .judged(Judgement(service: "sku", .improve, reason: words)),
        #"{"reason":"\#(digest)","service":"sku","verdict":"perbaiki"}"#
    ),
    (
        .judged(Judgement(service: nil, .switchOff, reason: words)),
        #"{"reason":"\#(digest)","verdict":"matikan"}"#
    ),
]

private let digest = String(repeating: "cd", count: 32)
private let words = Public(digest: [UInt8](repeating: 0xCD, count: 32))

struct WorthTests {
    @Test(arguments: corpus)
    func `a fact of a service's worth is written and read as it always was`(
        fact: WorthFact,
        bytes: String
    ) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        let written = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: written, as: UTF8.self) == bytes)
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try WorthFact(kind: fact.kind, from: FactReader(fields)) == fact)
    }

    @Test func `a cost of nothing is no fact`() throws {
        let bytes =
            #"{"amount":1,"of":"serasan","service":"sku","source":"\#(digest)","year":2026}"#
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(throws: FactUnreadable.self) {
            try WorthFact(kind: "costed", from: FactReader(fields))
        }
    }

    @Test func `costs and decisions made again are those that were kept`() async throws {
        let regency = try await CountedRegency()
        let known = KnownOfWorth(mayKeep: true)
        let stream = Stream(WorthStory.kind, Draw.random.id())
        let source = Array("DPA 2026".utf8)
        for (index, command) in [
            WorthCommand.enter(YearlyCost(service: "sku", year: 2026, amount: 5, source: words)),
            .enter(YearlyCost(service: "sku", year: 2026, amount: 24_000_000, source: words)),
            .enter(YearlyCost(service: nil, year: 2026, amount: 7, source: words)),
            .judge(Judgement(service: "sku", .keep, reason: words)),
            .judge(Judgement(service: "sku", .switchOff, reason: words)),
        ].enumerated() {
            let (state, version) = try await regency.store.state(of: stream, as: WorthStory.self)
            #expect(version.count == index)
            var append = try Append(
                try WorthStory.decide(state, command, known),
                to: stream,
                at: regency.now,
                by: .system,
                expecting: [stream: version]
            )
            append.content = [source]
            _ = try await regency.store.append(append)
        }
        let live = try await kept(regency)
        #expect(live.count == 3 && live[0].contains("24000000"), "\(live)")
        try await regency.store.rebuild()
        #expect(try await kept(regency) == live)
    }

    private func kept(_ regency: CountedRegency) async throws -> [String] {
        try await regency.store.read { reader in
            try [
                "SELECT * FROM worth_costs ORDER BY service DESC, year",
                "SELECT * FROM worth_judgements ORDER BY service",
            ].flatMap { text in try reader.rows(SQL(text: text)).map { "\($0.values)" } }
        }
    }
}
