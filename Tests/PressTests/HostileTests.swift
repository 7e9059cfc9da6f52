import Foundation
import Press
import Testing

@Suite struct HostileTests {
    private func letter(_ passages: [Passage]) -> LetterSheet {
        var letter = Samples.certificate
        letter.passages = passages
        return letter
    }

    static let texts = [
        "", " ", "\n\n\n", "\u{0}", "a\u{0}b\u{1}c\u{7F}d\u{85}e", "\u{202E}terbalik\u{202C}",
        "مرحبا بالعالم dan kopi", "שלום עולם", "👩‍👩‍👧‍👦☕️🇮🇩",
        "a" + String(repeating: "\u{301}", count: 9999),
        String(repeating: "x", count: 3900), String(repeating: "kata\u{A0}", count: 5000),
        "\u{FFFE}\u{FFFF}\u{10FFFF}\u{E0041}", "\u{2028}\u{2029}\r\n\r", "<b>&amp;</b> %s %n {{x}}",
        String(repeating: "👩\u{200D}", count: 500), String(repeating: "\u{200B}", count: 1300),
    ]

    @Test(arguments: texts)
    func `no text breaks a letter, wherever it stands`(text: String) throws {
        var letter = letter([
            .paragraph(text), .centred(text), .heading(text), .numbered([text]),
            .facts([.init(text, text)]),
            .table(SheetTable(head: ["a", "b"], rows: [[text, "1"]])),
        ])
        letter.number = String(text.prefix(40))
        letter.facts.title = text
        letter.facts.author = text
        letter.signatures[0].name = String(text.prefix(80))
        try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try #expect(tool.check().contains("No syntax or stream encoding errors found"))
            try #expect(tool.info("Pages").flatMap { Int($0) }.map { $0 <= 200 } == true)
        }
    }

    @Test func `control characters leave no gap, overrides leave no trace`() throws {
        let text = "sa\u{0}tu du\u{7}a ti\u{202E}ga\u{202C} em\u{AD}pat"
        try SecondTool.reading(LetterPress.pdf(of: letter([.paragraph(text)]))) { tool in
            try #expect(tool.text().contains("satu dua tiga empat"))
        }
    }

    @Test func `an emoji does not cost the words around it`() throws {
        let text = "Kopi ☕ Semende 👍 enak"
        try SecondTool.reading(LetterPress.pdf(of: letter([.paragraph(text)]))) { tool in
            let copied = words(try tool.text())
            for word in ["Kopi", "Semende", "enak"] { #expect(copied.contains(Substring(word))) }
        }
    }

    @Test func `a word longer than the line is broken without a hyphen`() throws {
        let word = String(repeating: "panjang", count: 40)
        try SecondTool.reading(LetterPress.pdf(of: letter([.paragraph(word)]))) { tool in
            let joined = words(try tool.text()).joined()
            #expect(joined.contains(word))
        }
    }

    @Test func `ten thousand lines are printed or refused, never cut`() throws {
        let lines = (1...9_000).map { "Baris \($0)." }.joined(separator: "\n")
        let pdf = try LetterPress.pdf(of: letter([.paragraph(lines)]))
        try SecondTool.reading(pdf) { tool in
            let copied = Set(try tool.text().split(separator: "\n"))
            #expect((1...9_000).allSatisfy { copied.contains("Baris \($0).") })
        }
        let more = String(repeating: "baris\n", count: 20_000)
        #expect(throws: PressError.tooManyPages(limit: 200)) {
            try LetterPress.pdf(of: letter([.paragraph(more)]))
        }
    }

    @Test func `more text than may be set is refused before it is set`() {
        let much = String(repeating: "kata ", count: 300_000)
        #expect(throws: PressError.tooMuchText(limit: 1_000_000)) {
            try LetterPress.pdf(of: letter([.paragraph(much)]))
        }
        #expect(throws: PressError.tooMuchText(limit: 4000)) {
            try LetterPress.pdf(of: letter([.heading(String(repeating: "x", count: 4001))]))
        }
        let single = String(repeating: "kata ", count: 20_000)
        #expect(throws: PressError.tooMuchText(limit: 32_000)) {
            try LetterPress.pdf(of: letter([.paragraph(single)]))
        }
    }

    @Test func `a cell longer than a page goes on over the next`() throws {
        let text = (1...900).map { "sel\($0)" }.joined(separator: " ")
        let table = SheetTable(
            head: ["No", "Isi"],
            rows: [["1", text], ["2", "akhir"]],
            shares: [1, 2]
        )
        try SecondTool.reading(LetterPress.pdf(of: letter([.table(table)]))) { tool in
            let copied = Set(words(try tool.text()))
            #expect((1...900).allSatisfy { copied.contains("sel\($0)") })
            try #expect(tool.text(ofPage: 2).contains("Isi\n"))
        }
    }

    @Test func `what no page can hold is refused`() {
        var wide = letter([.table(SheetTable(head: [], rows: [Array(repeating: "x", count: 99)]))])
        #expect(throws: PressError.doesNotFit) { try LetterPress.pdf(of: wide) }
        wide.passages = []
        wide.signatures[0].name = String(repeating: "nama ", count: 3000)
        #expect(throws: PressError.doesNotFit) { try LetterPress.pdf(of: wide) }
        wide.signatures = []
        wide.footnote = String(repeating: "catatan ", count: 3000)
        #expect(throws: PressError.doesNotFit) { try LetterPress.pdf(of: wide) }
    }

    @Test func `empty sheets are still one page`() throws {
        var empty = letter([])
        empty.letterhead = Letterhead(names: [])
        empty.signatures = []
        empty.code = nil
        try SecondTool.reading(LetterPress.pdf(of: empty)) { tool in
            try #expect(tool.info("Pages") == "1")
        }
        let paper = PaperSheet("", sections: [], facts: Samples.facts(""))
        try SecondTool.reading(PaperPress.pdf(of: paper)) { try #expect($0.info("Pages") == "1") }
    }

    @Test func `failures say nothing to people and everything to the log`() {
        let error = PressError.tooManyPages(limit: 7)
        #expect("\(error)" == "the sheet was not printed")
        #expect(String(reflecting: error) == "PressError.tooManyPages(limit: 7)")
    }
}
