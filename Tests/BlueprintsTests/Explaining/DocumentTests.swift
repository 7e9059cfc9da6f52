import Blueprints
import Foundation
import Testing

@Suite struct DocumentTests {
    @Test(arguments: FileKind.allCases)
    func `the checked-in schema is that of the table`(kind: FileKind) throws {
        let file = Fixture.checkout.appending(path: "docs/schema/\(kind.rawValue).json")
        try expectGolden(Schema.text(of: kind), at: file)
    }

    @Test(arguments: FileKind.allCases)
    func `a schema is JSON and refers only to what it defines`(kind: FileKind) throws {
        let text = Schema.text(of: kind)
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let object = try #require(json as? [String: Any])
        let defined = try #require(object["$defs"] as? [String: Any])
        let references = text.split(separator: "#/$defs/").dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(references).isSubset(of: defined.keys))
    }

    @Test func `the checked-in reference page is that of the table`() throws {
        let file = Fixture.checkout.appending(path: "docs/reference/format.md")
        try expectGolden(ReferencePage.text, at: file)
    }

    @Test(arguments: Part.allCases)
    func `the reference page knows every key`(part: Part) {
        for field in Shape[part].fields {
            #expect(ReferencePage.text.contains("| `\(field.key)` |"))
        }
    }
}
