import Blueprints
import Testing

@Suite struct ShapeTests {
    @Test(arguments: Part.allCases)
    func `every part is in the table`(part: Part) {
        #expect(!Shape[part].title.indonesian.isEmpty)
        #expect(!Shape[part].fields.isEmpty || Shape[part].rest != nil)
    }

    @Test(arguments: Part.allCases)
    func `every key is there once and explains itself in both languages`(part: Part) {
        let fields = Shape[part].fields
        #expect(Set(fields.map(\.key)).count == fields.count)
        for field in fields {
            #expect(field.meaning.indonesian.hasSuffix("."))
            #expect(field.meaning.english.hasSuffix("."))
            #expect(!field.example.isEmpty)
        }
    }

    @Test func `the answer types are those of the table`() {
        #expect(Shape.answerTypes.count == 22)
    }

    @Test(arguments: [
        ("services/usaha.yaml", FileKind.service), ("texts/en.yaml", .texts),
        ("blueprint.yaml", .blueprint), ("regency.yaml", .regency),
    ])
    func `a file is known by where it lies`(path: String, kind: FileKind) {
        #expect(FileKind(path: path) == kind)
    }

    @Test(arguments: ["services/usaha.txt", "services/a/b.yaml", "services/.yaml", "lain.yaml"])
    func `other files are none of ours`(path: String) {
        #expect(FileKind(path: path) == nil)
    }
}
