import Exchange
import Foundation
import Stories
import Testing

/// Facts of evidence as they were once written; each line stays as it is for ever.
@Test func `facts of evidence are read for ever and give their bytes again`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus/evidence.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var kinds: Set<String> = []
    for line in lines {
        guard case .object(let fields) = try CanonicalJSON.read(Array(line.utf8)) else {
            throw FactUnreadable("a line that is no object")
        }
        let reader = FactReader(fields)
        let fact = try EvidenceFact(kind: try reader.get("kind"), from: reader)
        var writer = FactWriter()
        writer.put("kind", fact.kind)
        fact.write(to: &writer)
        let bytes = try CanonicalJSON.write(FactValue.object(writer.fields))
        #expect(String(decoding: bytes, as: UTF8.self) == line)
        kinds.insert(fact.kind.text)
    }
    #expect(kinds == ["published", "taken", "contradicted"])
}

@Test(arguments: ["published", "taken", "contradicted", "unheard-of"])
func `a fact of evidence with its fields missing is unreadable`(kind: String) throws {
    let kind = try #require(Code(kind))
    #expect(throws: FactUnreadable.self) { try EvidenceFact(kind: kind, from: FactReader([:])) }
}
