import Stories
import Testing

struct TextOfFileTests {
    @Test(arguments: [
        (Array("nama;é".utf8), TextOfFile.Encoding.utf8),
        ([0xEF, 0xBB, 0xBF] + Array("é".utf8), .utf8),
        ([0xFF, 0xFE, 0x61, 0, 0xE9, 0], .utf16), ([0xFE, 0xFF, 0, 0x61, 0, 0xE9], .utf16),
        ([0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0], .utf16), ([0x61, 0xE9, 0x0A, 0x62], .windows),
        (Array("é\n".utf8) + [0x61, 0xE9], .mixed),
    ])
    func `the encoding is guessed from the bytes`(bytes: [UInt8], encoding: TextOfFile.Encoding) {
        #expect(TextOfFile(bytes).encoding == encoding)
    }

    @Test func `letters come out as they were typed, and strange lines are named`() {
        let mixed = TextOfFile(Array("Désirée\n".utf8) + [0x52, 0xE9, 0x6E, 0x80, 0x0A])
        #expect(mixed.text == "Désirée\nRén€\n" && mixed.strangeLines == [2])
        #expect(TextOfFile([0xFF, 0xFE, 0x61, 0, 0xE9, 0]).text == "aé")
        #expect(TextOfFile([0xFE, 0xFF, 0, 0x61, 0, 0xE9]).text == "aé")
        #expect(TextOfFile([]).text.isEmpty)
    }
}

struct SeparatedRowsTests {
    private func cells(_ text: String) -> [[String]] { SeparatedRows(text).map(\.cells) }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b;c,d\n1;2;3", [["a", "b", "c,d"], ["1", "2", "3"]]),
        ("a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\n\n , \n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"x, \"\"y\"\"\nz\",2", [["a", "b"], ["x, \"y\"\nz", "2"]]),
        ("a,b\n1\" bolt,2", [["a", "b"], ["1\" bolt", "2"]]),
        ("a,b\n=1+1,@x", [["a", "b"], ["=1+1", "@x"]]), ("", []),
    ])
    func `cells are read as spreadsheets write them`(text: String, rows: [[String]]) {
        #expect(cells(text) == rows)
    }

    @Test func `a boundary fits into a quoted cell where somebody expects one`() {
        let text = "a,b\n\"" + String(repeating: "1 2 0 0;", count: 2_000) + "\",1\n"
        #expect(SeparatedRows(text).map(\.isUnclosed) == [false, true])
        #expect(SeparatedRows(text, longestCell: 100_000).map(\.isUnclosed) == [false, false])
    }

    @Test func `a quotation mark that never closes costs one row`() {
        let rows = Array(SeparatedRows("a,b\n\"x,1\ny,2\nz,3\n"))
        #expect(rows.map(\.isUnclosed) == [false, true, false, false])
        #expect(rows.map(\.line) == [1, 2, 3, 4])
        #expect(rows[3].cells == ["z", "3"])
    }
}
