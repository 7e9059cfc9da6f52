import Blueprints
import Testing

@Suite struct ScalarTests {
    @Test(arguments: [
        "12.10", "0012", "no", "yes", "true", "~", "null", "0x1F", "1e3", "2026-11-23", "12:30:00",
        "1_000", ".5", "0o14",
    ])
    func `a value is the text that stands there`(value: String) {
        let text = "register: usaha\ntitle: \(value)\nfields: {}\n"
        #expect(
            Fixture.read("registers/usaha.yaml", text).tree.text(at: "register/usaha/title")
                == value
        )
    }

    @Test func `keys are text too`() {
        let text = """
            register: usaha
            title: A
            fields:
              a: { ask: A, type: choice, options: { no: Tidak, yes: Ya, n: Entah } }
            """
        let tree = Fixture.read("registers/usaha.yaml", text).tree
        let options = tree.typePart("options", ofQuestion: "register/usaha/fields/a")
        #expect(options == .atom([.text("no"), .text("yes"), .text("n")]))
        #expect(tree.text(at: "register/usaha/fields/a/label/no") == "Tidak")
    }

    @Test func `texts over several lines keep their meaning`() {
        let text = "register: usaha\ntitle: |\n  Satu\n  dua\nfields: {}\n"
        let tree = Fixture.read("registers/usaha.yaml", text).tree
        #expect(tree.text(at: "register/usaha/title") == "Satu\ndua\n")
    }
}
