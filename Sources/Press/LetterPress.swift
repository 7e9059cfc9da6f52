/// Prints letters: a sheet goes in, the bytes of a PDF come out.
///
/// Safe on any thread. It reads no clock and draws no random number, so a letter can be printed
/// again years later, byte for byte, as long as the fonts are the same.
package enum LetterPress {
    /// One letter, or several in one print: each begins on a page of its own, on its own paper.
    package static func pdf(
        of first: LetterSheet,
        followedBy others: [LetterSheet] = [],
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> [UInt8] {
        let letters = [first] + others
        for letter in letters { try limits.check(letter) }
        return try Bench.lend { (bench) throws(PressError) in
            let paper = first.paper
            let pen = try Pen(width: paper.width, height: paper.height, facts: first.facts)
            for letter in letters {
                let sheet = try LetterSetter(letter, on: bench).sheet()
                pen.paper(width: sheet.width, height: sheet.height)
                try sheet.draw(FixedWords(of: letter.facts.language), with: pen, on: bench, limits)
            }
            return withLanguage(first.facts.language, in: try pen.finish())
        }
    }
}

/// Sets one letter.
struct LetterSetter {
    let letter: LetterSheet
    let setter: PassageSetter
    let words: FixedWords

    static let leftMargin = 72.0
    static let rightMargin = 57.0

    init(_ letter: LetterSheet, on bench: Bench) {
        self.letter = letter
        words = FixedWords(of: letter.facts.language)
        var setter = PassageSetter(
            bench: bench,
            x: Self.leftMargin,
            width: letter.paper.width - Self.leftMargin - Self.rightMargin
        )
        setter.inset = 24
        switch letter.layout {
        case .korespondensi: setter.style.indent = 36
        case .judulTengah: break
        }
        self.setter = setter
    }

    func sheet() throws(PressError) -> Sheet {
        var sheet = Sheet(
            width: letter.paper.width,
            height: letter.paper.height,
            room: PageRoom(firstTop: 36, top: 64, bottom: letter.paper.height - 48)
        )
        sheet.furniture.left = Self.leftMargin
        sheet.furniture.right = Self.rightMargin
        sheet.furniture.konsep = letter.mark == .konsep
        sheet.furniture.sample = letter.sample
        sheet.furniture.isPractice = letter.isPractice
        sheet.furniture.footnote = letter.footnote
        sheet.room.bottom -= try sheet.footHeight(on: setter.bench)
        sheet.list.append(try letterhead())
        switch letter.layout {
        case .korespondensi(let head): sheet.list.append(try opening(head))
        case .judulTengah(let title): sheet.list.append(try opening(title))
        }
        try setter.append(letter.passages, to: &sheet.list)
        sheet.list.keepEndWithNext()
        sheet.list.append(try closing())
        return sheet
    }
}
