/// How much paper a letter takes, without any of it being drawn.
package struct LetterExtent: Sendable, Equatable {
    package let pages: Int

    /// Words that are wider than their line, so that they would be cut in two.
    package let cutWords: [String]
}

extension LetterPress {
    /// Sets a letter as it would be printed, and counts.
    package static func extent(
        of letter: LetterSheet,
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> LetterExtent {
        try limits.check(letter)
        return try Bench.lend { (bench) throws(PressError) in
            let setter = LetterSetter(letter, on: bench)
            let sheet = try setter.sheet()
            return LetterExtent(
                pages: try sheet.list.pages(in: sheet.room, limit: limits.pages).count,
                cutWords: try setter.cutWords()
            )
        }
    }
}

extension LetterSetter {
    /// Shorter words fit in every line of a letter.
    private static let longWord = 20

    /// The words of the passages that are wider than the narrowest line that they may stand in.
    fileprivate func cutWords() throws(PressError) -> [String] {
        var cut: [String] = []
        for passage in letter.passages {
            let (texts, width) = measured(passage)
            for text in texts {
                for word in text.split(whereSeparator: \.isWhitespace).map(String.init)
                where word.count >= Self.longWord && !cut.contains(word) {
                    let set = try Typeset(word, setter.style, width: nil, on: setter.bench)
                    if set.width > width { cut.append(word) }
                }
            }
        }
        return cut
    }

    /// The texts of a passage and the room that each has on a line.
    private func measured(_ passage: Passage) -> (texts: [String], width: Double) {
        let inside = setter.width - setter.inset
        switch passage {
        case .paragraph(let text), .centred(let text), .heading(let text):
            return ([text], setter.width)
        case .numbered(let items): return (items, inside - 34)
        case .facts(let facts): return (facts.map(\.value), inside - setter.width * 0.42 - 18)
        case .table: return ([], setter.width)
        }
    }
}
