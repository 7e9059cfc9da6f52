import CPango

extension Sheet {
    /// The large grey word across a draft, corner to corner.
    ///
    /// Drawn as outlines: copied text is then the letter's and nothing else.
    func stamp(_ draft: String, with pen: Pen, on bench: Bench) throws(PressError) {
        let word = try Typeset(
            draft,
            TextStyle(face: .sansBold, size: min(130, width * 0.22)),
            width: nil,
            on: bench
        )
        cairo_save(pen.cairo)
        cairo_translate(pen.cairo, width / 2, height / 2)
        cairo_rotate(pen.cairo, -0.92)
        pen.grey(0.87)
        word.outline(with: pen, x: -word.width / 2, y: -word.height / 2)
        cairo_fill(pen.cairo)
        cairo_restore(pen.cairo)
    }

    /// The number of the page, and in words what the print is not.
    func drawTop(
        of page: Int,
        _ fixed: FixedWords,
        with pen: Pen,
        on bench: Bench
    ) throws(PressError) {
        var words: [String] = []
        if furniture.konsep { words.append(fixed.draft) }
        if furniture.isPractice { words.append(fixed.practice) }
        if furniture.sample { words.append(fixed.sample) }
        if !words.isEmpty {
            let style = TextStyle(face: .sansBold, size: 9)
            let text = try Typeset(words.joined(separator: " – "), style, width: nil, on: bench)
            let box = Box(
                x: width - 24 - text.width - 10,
                y: 14,
                width: text.width + 10,
                height: text.height + 4
            )
            pen.frame(box, thick: 0.8)
            text.draw(with: pen, x: box.x + 5, y: box.y + 2)
        }
        if page > 1, furniture.numbered {
            let style = TextStyle(size: 11, alignment: .centre)
            try Typeset("\(page)", style, width: width, on: bench).draw(with: pen, x: 0, y: 30)
        }
    }

    func drawFoot(with pen: Pen, on bench: Bench) throws(PressError) {
        guard let text = try footnote(on: bench) else { return }
        let y = height - 30 - text.height
        let right = width - furniture.right
        pen.line(from: (furniture.left, y - 4), to: (right, y - 4), thick: 0.4)
        text.draw(with: pen, x: furniture.left, y: y)
    }

    /// How much of the page's end the footnote takes.
    func footHeight(on bench: Bench) throws(PressError) -> Double {
        guard let text = try footnote(on: bench) else { return 0 }
        guard text.height < height / 4 else { throw .doesNotFit }
        return text.height + 10
    }

    private func footnote(on bench: Bench) throws(PressError) -> Typeset? {
        guard let footnote = furniture.footnote, !footnote.isEmpty else { return nil }
        let style = TextStyle(face: furniture.footFace, size: 8, leading: 1.05)
        return try Typeset(
            footnote,
            style,
            width: width - furniture.left - furniture.right,
            on: bench
        )
    }
}
