import Comparing
import Foundation
import Stories
import Testing

private let digest = Public(digest: [UInt8](repeating: 1, count: 32))

private func baseline(_ change: (inout Baseline) -> Void = { _ in }) throws -> Baseline {
    var baseline = Baseline(on: try #require(Day("2025-12-31")), source: digest)
    change(&baseline)
    return baseline
}

@Suite struct ReplicationStoryTests {
    @Test func `a later entry stands in place of an earlier one`() throws {
        var state = ReplicationStory.beginning
        let first = try baseline { $0.received = 240 }
        let second = try baseline { $0.index = 7925 }
        for command in [ReplicationCommand.base(first), .base(second), .base(second)] {
            for fact in try ReplicationStory.decide(state, command, ()).facts {
                ReplicationStory.evolve(&state, fact)
            }
        }
        #expect(state.baseline == second)
        #expect(try ReplicationStory.decide(state, .base(second), ()).facts.isEmpty)
    }

    @Test func `a baseline that says nothing is none`() throws {
        let nothing = try baseline()
        #expect(throws: ComparisonRefusal.nothingTyped) {
            try ReplicationStory.decide(ReplicationStory.beginning, .base(nothing), ())
        }
    }

    @Test(arguments: [0, 6, -1, 100])
    func `there is no such score`(score: Int) {
        #expect(GivenScore(.need, score) == nil)
    }

    @Test func `the ten criteria are those of the dossier`() {
        #expect(ReplicabilityCriterion.allCases.count == 10)
    }

    @Test func `facts of a replication are read for ever and give their bytes again`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Corpus/replication.jsonl")
        var kinds: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            guard case .object(let fields) = try CanonicalJSON.read(Array(line.utf8)) else {
                throw FactUnreadable("a line that is no object")
            }
            let reader = FactReader(fields)
            let fact = try ReplicationFact(kind: try reader.get("kind"), from: reader)
            var writer = FactWriter()
            writer.put("kind", fact.kind)
            fact.write(to: &writer)
            let bytes = try CanonicalJSON.write(FactValue.object(writer.fields))
            #expect(String(decoding: bytes, as: UTF8.self) == line)
            kinds.insert(fact.kind.text)
        }
        #expect(kinds == ["based", "told"])
    }

    @Test func `a score that there is not makes a fact unreadable`() throws {
        let bytes =
            Array(#"{"scores":[{"of":"hukum","score":9}],"texts":""#.utf8)
            + Array(String(repeating: "b", count: 64).utf8) + Array(#""}"#.utf8)
        guard case .object(let fields) = try CanonicalJSON.read(bytes) else {
            throw FactUnreadable("no object")
        }
        #expect(throws: FactUnreadable.self) {
            try ReplicationFact(kind: "told", from: FactReader(fields))
        }
    }

    @Test func `each refusal has its sentences`() {
        let all = ComparisonRefusal.allCases
        #expect(
            all.allSatisfy { $0.sentence.hasSuffix(".") && $0.sentenceInEnglish.hasSuffix(".") }
        )
        #expect(Set(all.map(\.sentence)).count == all.count)
        #expect(all.allSatisfy { [403, 404, 409, 422].contains($0.status) })
    }
}
