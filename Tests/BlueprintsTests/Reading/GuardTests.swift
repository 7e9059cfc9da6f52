import Blueprints
import Testing

@Suite struct GuardTests {
    private static func codes(_ text: String) -> [String] {
        codes(Array(text.utf8))
    }

    private static func codes(_ bytes: [UInt8]) -> [String] {
        let file = SourceFile(path: "registers/usaha.yaml", bytes: bytes)
        return readBlueprint([file], at: "").diagnostics
            .filter { $0.place.file == file.path }.map(\.code)
    }

    @Test func `a line of ten megabytes is refused unread`() {
        #expect(Self.codes([UInt8](repeating: UInt8(ascii: "["), count: 10_000_000)) == ["F002"])
    }

    @Test func `a bomb of aliases is refused before it is parsed`() {
        var text = "a: &a [lol, lol]\n"
        for (name, before) in zip("bcdefghij", "abcdefghi") {
            text += "\(name): &\(name) [*\(before), *\(before), *\(before), *\(before)]\n"
        }
        let codes = Self.codes(text)
        #expect(Set(codes) == ["F005", "F006"])
    }

    @Test(arguments: [
        "? *a\n: b\n", "{ *a : b }\n", "a: &a [x]\n*a : b\n", "- {? *a : b}\n", "[{*a: b}]\n",
        "a: foo\n  \"bar\nb: &x c\n*x : \"d\n", "a: |\n  text\n*x : b\n", "a:\n  - |\n *x : b\n",
        "a: [foo\n 'x, *y ,z']\n", "a: {b: c? *x : d}\n", "- - k: |\n  *x : b\n",
        "a: |2\n *x : b\n",
        "a: 'it''s' *x : b\n", "a: \"q\\\" *x : b\n", "a: |\n    \n  *x : b\n",
        "a: >- # c\n*x : b\n", "\u{FEFF}*x : b\n", "a: b\r*x : c\n", "a: b\u{2028}*x : c\n",
    ])
    func `no alias reaches the parser`(text: String) {
        #expect(!Self.codes(text).isEmpty)
        #expect(!Self.codes(text).contains("F103"))
    }

    @Test(arguments: [
        "R&D *penting* a!b", "Kopi & teh", "'*tebal* & !penting'", "\"&a *b !c\"",
        "|\n  *Nomor:* {nomor}\n  & seterusnya\n  !perhatian \"buka", "a *b",
        "# bukan komentar"
            .split(separator: " ").last.map(String.init) ?? "",
    ])
    func `what is only text stays text`(value: String) {
        let text = "register: usaha\ntitle: \(value)\nfields: {}\n"
        #expect(Self.codes(text) == [])
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0xC3, 0x28], [0xED, 0xA0, 0x80],
            [0x61, 0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func `only UTF-8 is read`(bytes: [UInt8]) {
        let codes = Set(Self.codes(bytes))
        #expect(codes == ["F001"])
    }

    @Test(arguments: ["\"a\\0b\"", "\"a\\x00b\"", "\"a\\u0000b\""])
    func `the character zero is refused where it is escaped`(value: String) {
        #expect(Self.codes("register: usaha\ntitle: \(value)\nfields: {}\n") == ["F011"])
        #expect(Self.codes("register: usaha\n\(value): Usaha\nfields: {}\n") == ["F011"])
        #expect(Self.codes("register: [usaha, \(value)]\nfields: {}\n") == ["F011"])
    }

    @Test func `a byte order mark and Windows line ends do no harm`() {
        let text =
            "\u{FEFF}register: usaha\r\ntitle: Usaha\r\nfields:\r\n  a: { ask: A, type: text }\r\n"
        #expect(Self.codes(text) == [])
        let read = Fixture.read("registers/usaha.yaml", text)
        #expect(read.tree.text(at: "register/usaha/title") == "Usaha")
        #expect(read.places["register/usaha/title"]?.line == 2)
    }

    @Test(arguments: ["[", "{a: ", "- ", "a:\n "])
    func `deep nesting is refused`(opening: String) {
        var text = ""
        for level in 0..<200 {
            text +=
                opening.hasSuffix("\n ")
                ? String(repeating: " ", count: level) + "a:\n" : opening
        }
        #expect(Self.codes(text).contains("F004"))
    }

    @Test func `ten thousand equal keys are no burden`() {
        let codes = Self.codes(String(repeating: "a: b\n", count: 10_000))
        #expect(codes.count == 200)
    }
}
