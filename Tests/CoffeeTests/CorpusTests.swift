import Coffee
import Foundation
import Stories
import Testing

/// The bytes of every fact of coffee that was ever written stay readable for ever.
struct CorpusTests {
    private static func lines(_ name: String) throws -> [FactFields] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Corpus/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            guard case .object(let fields) = try CanonicalJSON.read(Array(line.utf8)) else {
                throw FactUnreadable("a line that is no object")
            }
            return fields
        }
    }

    private static func read<F: FactShape>(_ name: String, _ shape: F.Type) throws -> [F] {
        try lines(name).map { line in
            let reader = FactReader(line)
            let fact = try F(kind: try reader.get("kind"), from: reader)
            var writer = FactWriter()
            writer.put("kind", fact.kind)
            fact.write(to: &writer)
            #expect(
                String(decoding: try CanonicalJSON.write(.object(writer.fields)), as: UTF8.self)
                    == String(decoding: try CanonicalJSON.write(.object(line)), as: UTF8.self)
            )
            return fact
        }
    }

    @Test func `facts of lots`() throws {
        let facts = try Self.read("lots", LotFact.self)
        let kinds: Set = [
            "begun", "delivered", "filled", "drawn", "sold", "lost", "emptied", "corrected",
            "graded", "cupped", "certified", "uncertified", "overruled", "recalled",
            "recall_lifted",
        ]
        #expect(Set(facts.map(\.kind.text)) == kinds)
    }

    @Test func `facts of growers' links`() throws {
        let facts = try Self.read("links", GrowerLinkFact.self)
        #expect(Set(facts.map(\.kind.text)) == ["given", "opened", "withdrawn"])
    }

    @Test func `facts of files for banks`() throws {
        let facts = try Self.read("financing", FinancingFact.self)
        let kinds: Set = ["consented", "handed_over", "withdrawn", "erased"]
        #expect(Set(facts.map(\.kind.text)) == kinds)
    }

    @Test func `facts of pages of businesses`() throws {
        let facts = try Self.read("shops", ShopFact.self)
        #expect(Set(facts.map(\.kind.text)) == ["described", "closed"])
    }

    @Test func `facts of consents, of buyers' files, of plots and of maps`() throws {
        let consents = try Self.read("consents", ConsentFact.self)
        #expect(Set(consents.map(\.kind.text)) == ["given", "withdrawn"])
        let declarations = try Self.read("declarations", DeclarationFact.self)
        #expect(Set(declarations.map(\.kind.text)) == ["made", "erased"])
        let plots = try Self.read("plots", PlotFact.self)
        #expect(Set(plots.map(\.kind.text)) == ["assessed", "kept_out", "let_in"])
        let maps = try Self.read("maps", ForestMapFact.self)
        #expect(Set(maps.map(\.kind.text)) == ["loaded"])
    }
}
