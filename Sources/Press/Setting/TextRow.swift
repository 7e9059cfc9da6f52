/// Texts side by side, broken between lines: a paragraph, a numbered item, a fact, a table row.
struct TextRow {
    struct Cell {
        var x: Double
        var text: Typeset
    }

    var cells: [Cell]
    var gap = 0.0

    var lineCount: Int { cells.map(\.text.lines.count).max() ?? 0 }

    func height(of range: Range<Int>) -> Double {
        if cells.count == 1 { return cells[0].text.height(of: range) }
        // Lines of different cells stand beside each other, even where a fallback font is taller.
        return range.reduce(0) { sum, line in
            sum
                + (cells.compactMap {
                    $0.text.lines.indices.contains(line) ? $0.text.lines[line].height : nil
                }.max() ?? 0)
        }
    }

    /// The row in pieces of whole lines; a short row is one piece.
    func pieces(wholeUpTo limit: Double) -> [Range<Int>] {
        let all = 0..<lineCount
        return height(of: all) <= limit ? [all] : all.map { $0..<$0 + 1 }
    }

    func draw(_ range: Range<Int>, with pen: Pen, y: Double) {
        for cell in cells { cell.text.draw(range, with: pen, x: cell.x, y: y) }
    }

    /// One strip a line; the first two and the last two lines stay together.
    func strips() -> [Strip] {
        let count = lineCount
        return (0..<count).map { line in
            Strip(
                gap: line == 0 ? gap : 0,
                height: height(of: line..<line + 1),
                keepsNext: count > 1 && (line == 0 || line == count - 2),
                draw: { (pen, place) throws(PressError) in
                    draw(line..<line + 1, with: pen, y: place.y)
                }
            )
        }
    }
}
