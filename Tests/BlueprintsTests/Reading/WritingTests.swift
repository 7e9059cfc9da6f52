import Blueprints
import Foundation
import Testing

@Suite struct WritingTests {
    @Test(arguments: ["pertama", "umkm"])
    func `what is written reads as the same tree`(name: String) throws {
        let read = readBlueprint(try Fixture.files(name), at: "")
        let again = readBlueprint(writeBlueprint(read.tree), at: "")
        #expect(again.diagnostics.map(\.printed) == [])
        #expect(diff(read.tree, again.tree) == [])
        #expect(again.tree == read.tree)
    }

    @Test func `the second round gives the same bytes`() throws {
        let once = writeBlueprint(readBlueprint(try Fixture.files(), at: "").tree)
        let twice = writeBlueprint(readBlueprint(once, at: "").tree)
        #expect(once == twice)
    }

    @Test func `the house's form of the first service`() throws {
        let files = writeBlueprint(readBlueprint(try Fixture.files(), at: "").tree)
        let text = files.map { "# \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }
        try expectGolden(
            text.joined(separator: "\n"),
            at: Fixture.folder.appending(path: "house-form.txt")
        )
    }

    @Test(arguments: [
        "biasa", "", " ", "a: b", "a #b", "#a", "- a", "-5", "'a'", "\"a\"", "a, b", "[a]", "{a}",
        "*a*", "&a", "!a", "a\nb", "a\nb\n", "\n", "a\n\nb\n\n", " a\nb", "a\n  b\n", "a \nb", "~",
        "null", "12.10", "|", ">", "? a", "a?", "a:", ":a", "%a", "@a", "`a", "\\n", "e\u{301}",
        "…", "a\u{2028}b", "\u{7}", "\t", "---", "...", "<<", "=", "a? *b", "kopi \"luwak\"",
    ])
    func `any text comes back as itself`(text: String) {
        let tree = Tree.record([
            "register": .record([
                "usaha": .record([
                    "title": .text(text), "fields": .collection([(ID("a"), Self.question(text))]),
                ])
            ])
        ])
        let read = readBlueprint(writeBlueprint(tree), at: "")
        let isEmpty = text.allSatisfy { $0 == " " || $0 == "\n" }
        #expect(isEmpty || read.tree == tree)
        #expect(!read.diagnostics.contains { $0.code.hasPrefix("F0") })
    }

    private static func question(_ text: String) -> Tree {
        .record(["ask": .text(text), "type": .atom([.record(["type": .text("name")])])])
    }

    @Test func `an overlay comes back as it was written`() throws {
        let why = Why(
            reason: "Petugas kami satu.",
            author: "Kabag",
            date: "2026-03-01",
            until: "2027-03-01"
        )
        let service: Slot = "service/surat-keterangan-usaha"
        let overlay = Overlay(
            fill: ["uu_ap": "UU 30/2014", "perbup_pelayanan": "Perbup 12/2024"],
            edits: [
                Edit(
                    at: Slot(service.path + ["step", "periksa", "within"]),
                    was: .text("1 hari kerja"),
                    now: .text("2 hari kerja"),
                    why: why
                ),
                Edit(
                    at: Slot(service.path + ["question", "lokal_merek"]),
                    was: nil,
                    now: .record([
                        "ask": .text("Apa mereknya?"), "@in": .text("usaha"),
                        "type": .atom([.record(["type": .text("text"), "max": .text("40")])]),
                    ]),
                    after: "nama_usaha",
                    why: why
                ),
                Edit(
                    at: Slot(service.path + ["question", "luas_kebun", "type"]),
                    was: nil,
                    now: .atom([.record(["type": .text("decimal"), "unit": .text("m2")])]),
                    why: why
                ),
                Edit(
                    at: Slot(service.path + ["question", "@order"]),
                    was: .atom([.text("a"), .text("b")]),
                    now: .atom([.text("b"), .text("a")]),
                    why: why
                ),
                Edit(
                    at: Slot(service.path + ["standard", "staff"]),
                    was: .atom([.text("2 orang")]),
                    now: .atom([.hole("jumlah")]),
                    why: why
                ),
            ]
        )
        let read = readBlueprint([writeOverlay(overlay)], at: "")
        #expect(read.diagnostics.filter { $0.place.file == "overlay.yaml" }.map(\.printed) == [])
        #expect(read.overlay == overlay)
        #expect(read.places["overlay/edits/1"]?.line != nil)
    }
}
