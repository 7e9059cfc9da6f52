import Press
import Testing

/// How much paper a letter takes, without a print.
struct LetterExtentTests {
    @Test(arguments: [1, 22, 30, 47, 70])
    func `as many pages are counted as the print has`(rows: Int) throws {
        let letter = Samples.long(rows: rows)
        let extent = try LetterPress.extent(of: letter)
        let printed = try SecondTool.reading(LetterPress.pdf(of: letter)) { tool in
            try tool.info("Pages")
        }
        #expect(printed == "\(extent.pages)")
        #expect(extent.cutWords.isEmpty)
    }

    @Test func `a word wider than its line is named, and one that just fits is not`() throws {
        var letter = Samples.certificate
        let wide = String(repeating: "kopi", count: 30)
        let narrow = String(repeating: "kopi", count: 8)
        letter.passages = [.paragraph("Ini \(wide) dan \(narrow) di sini."), .numbered([wide])]
        #expect(try LetterPress.extent(of: letter).cutWords == [wide])
    }

    @Test func `what no page can hold cannot be measured`() {
        var letter = Samples.certificate
        letter.letterhead.details = Array(repeating: "Jalan Contoh", count: 200)
        #expect(throws: PressError.doesNotFit) { try LetterPress.extent(of: letter) }
    }
}
