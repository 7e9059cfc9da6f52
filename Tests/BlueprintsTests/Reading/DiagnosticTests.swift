import Blueprints
import Foundation
import Testing

/// A small faulty file, and what is wrong with it.
struct Snippet {
    let name: String
    let path: String
    let text: String

    init(_ name: String, _ path: String, _ text: String) {
        self.name = name
        self.path = path
        self.text = text
    }
}

@Suite struct DiagnosticTests {
    /// What only bytes or a regency lead to; their tests are beside these.
    private static let elsewhere: Set<FormCode> = [
        .notUTF8, .notAPhone, .notAColour, .notAPath, .notHours, .notALanguage, .notACrest,
        .faintColour, .notHolidays, .noCalendar, .codeTwice, .notALetterCode,
        .notAMap, .notAChannel, .notRulesOfCooperation,
    ]

    @Test func `every mistake is said in these words`() throws {
        let said = Snippets.all.map { snippet in
            let findings = Fixture.findings(snippet.path, snippet.text)
            let text = snippet.text.count > 600 ? "…" : snippet.text
            return "== \(snippet.name) (\(snippet.path))\n\(text)\n--\n"
                + findings.joined(separator: "\n") + "\n"
        }
        let file = Fixture.folder.appending(path: "diagnostics.txt")
        try expectGolden(said.joined(separator: "\n"), at: file)
    }

    @Test(arguments: FormCode.allCases)
    func `every code has a snippet that leads to it`(code: FormCode) {
        let found = Snippets.all.contains { snippet in
            readBlueprint([SourceFile(path: snippet.path, text: snippet.text)], at: "")
                .diagnostics.contains { $0.code == code.rawValue }
        }
        #expect(found || Self.elsewhere.contains(code))
    }

    @Test func `several mistakes of one file come all at once`() {
        let text = """
            register: usaha
            titel: Register
            fields:
              nama: { ask: Nama, type: teks, max: banyak }
              luas-kebun: { ask: Luas, type: decimal, from: sedikit }
            unique: nama
            """
        #expect(
            Fixture.findings("registers/usaha.yaml", text).map { $0.prefix(4) } == [
                "F103", "F101", "F209", "F206", "F107", "F202",
            ]
        )
    }

    @Test func `places stand in the folder that was checked`() {
        let file = SourceFile(path: "letters/a.yaml", text: "letter: a\n")
        let read = readBlueprint([file], at: "blueprints/16.03/umkm")
        #expect(read.diagnostics.map(\.place.file).contains("blueprints/16.03/umkm/letters/a.yaml"))
        #expect(read.diagnostics.map(\.place.file).contains("blueprints/16.03/umkm/blueprint.yaml"))
    }

    @Test func `the second of two equal things points to the first`() throws {
        let text = "register: usaha\ntitle: A\ntitle: B\nfields: {}\n"
        let found = Fixture.read("registers/usaha.yaml", text).diagnostics
        let twice = try #require(found.first { $0.code == FormCode.keyTwice.rawValue })
        #expect(twice.place.line == 3)
        #expect(twice.notes.map(\.place.line) == [2])
    }
}
