/// Turns passages into strips of one measure.
struct PassageSetter {
    let bench: Bench
    /// The left edge of the text.
    let x: Double
    let width: Double
    var style = TextStyle()
    var tableStyle = TextStyle(size: 10, leading: 1.05)
    /// How far lists and facts stand in.
    var inset = 0.0
    var paragraphGap = 7.0
    /// How running text is aligned: justified only where lines are long and letters formal.
    var running = TextStyle.Alignment.justified

    func set(_ text: String, _ style: TextStyle, width: Double? = nil) throws(PressError) -> Typeset
    {
        try Typeset(text, style, width: width ?? self.width, on: bench)
    }

    /// The strips of text that stands alone over the whole width.
    func lines(_ text: String, _ style: TextStyle, gap: Double) throws(PressError) -> [Strip] {
        var strips: [Strip] = []
        // Piece by piece, since the time that pango takes grows with the square of their number.
        let pieces = text.split(separator: "\n", omittingEmptySubsequences: false)
        for first in stride(from: 0, to: pieces.count, by: Self.linesAtOnce) {
            let part = pieces[first..<min(first + Self.linesAtOnce, pieces.count)]
            let cell = TextRow.Cell(x: x, text: try set(part.joined(separator: "\n"), style))
            strips += TextRow(cells: [cell], gap: first == 0 ? gap : 0).strips()
        }
        return strips
    }

    private static let linesAtOnce = 100

    func append(_ passages: [Passage], to list: inout StripList) throws(PressError) {
        for passage in passages {
            switch passage {
            case .paragraph(let text):
                list.append(try lines(text, style.aligned(running), gap: paragraphGap))
            case .centred(let text):
                var bold = style.bold().aligned(.centre)
                bold.indent = 0
                list.append(kept(try lines(text, bold, gap: paragraphGap + 3)))
            case .heading(let text):
                var bold = style.bold()
                bold.indent = 0
                list.append(kept(try lines(text, bold, gap: paragraphGap + 5)))
            case .numbered(let items): list.append(try numbered(items))
            case .facts(let facts): list.append(try rows(of: facts, gap: paragraphGap))
            case .table(let table): try append(table, to: &list)
            }
        }
    }

    private func kept(_ strips: [Strip]) -> [Strip] {
        strips.map {
            var strip = $0
            strip.keepsNext = true
            return strip
        }
    }

    private func numbered(_ items: [String]) throws(PressError) -> [Strip] {
        var strips: [Strip] = []
        let room = items.count > 99 ? 34.0 : items.count > 9 ? 26 : 20
        var text = style.aligned(running)
        text.indent = 0
        for (index, item) in items.enumerated() {
            let left = x + inset
            let cells = [
                TextRow.Cell(x: left, text: try set("\(index + 1).", style, width: room)),
                TextRow.Cell(
                    x: left + room,
                    text: try set(item, text, width: width - inset - room)
                ),
            ]
            strips += TextRow(cells: cells, gap: index == 0 ? paragraphGap : 2).strips()
        }
        return strips
    }

    /// Labels, colons and values under each other.
    func rows(of facts: [Passage.Fact], gap: Double) throws(PressError) -> [Strip] {
        var strips: [Strip] = []
        let widest = width * 0.42
        var labels: [Typeset] = []
        for fact in facts { labels.append(try set(fact.label, style, width: widest)) }
        let room = min(widest, (labels.map(\.width).max() ?? 0)) + 8
        for (index, fact) in facts.enumerated() {
            let left = x + inset
            let value = try set(
                fact.value,
                style,
                width: width - inset - room - 10
            )
            let cells = [
                TextRow.Cell(x: left, text: labels[index]),
                TextRow.Cell(x: left + room, text: try set(":", style, width: 8)),
                TextRow.Cell(x: left + room + 10, text: value),
            ]
            strips += TextRow(cells: cells, gap: index == 0 ? gap : 1.5).strips()
        }
        return strips
    }
}
