extension LetterSetter {
    /// Room that a preprinted letterhead takes below the top margin.
    private static let preprintedRoom = millimetres(38)

    /// The kop surat over its double line.
    func letterhead() throws(PressError) -> [Strip] {
        let head = letter.letterhead
        if head.preprinted {
            return [Strip(height: Self.preprintedRoom, draw: { (_, _) throws(PressError) in })]
        }
        let crestSide = head.crest == nil ? 0.0 : 62.0
        var texts: [Typeset] = []
        for (index, name) in head.names.enumerated() {
            let isOffice = index == head.names.count - 1
            let size = isOffice && head.names.count > 1 ? 16.0 : 13
            let style = TextStyle(face: .serifBold, size: size, alignment: .centre, leading: 1.05)
            texts.append(try setter.set(name, style, width: setter.width - 2 * crestSide))
        }
        let small = TextStyle(size: 9.5, alignment: .centre, leading: 1.1)
        for line in head.details {
            texts.append(try setter.set(line, small, width: setter.width - 2 * crestSide))
        }
        let textHeight = texts.reduce(0) { $0 + $1.height }
        guard textHeight > 0 || head.crest != nil else { return [] }
        let height = max(textHeight, crestSide * 1.15)
        let left = setter.x
        let right = setter.x + setter.width
        let strip = Strip(height: height + 14) { (pen, place) throws(PressError) in
            if let crest = head.crest {
                let box = Box(x: left, y: place.y, width: crestSide, height: height)
                try pen.draw(crest, in: box)
                pen.grey(0)
            }
            var y = place.y + (height - textHeight) / 2
            for text in texts { y = text.draw(with: pen, x: left + crestSide, y: y) }
            let line = place.y + height + 6
            pen.line(from: (left, line), to: (right, line), thick: 2.2)
            pen.line(from: (left, line + 2.8), to: (right, line + 2.8), thick: 0.7)
        }
        return [strip]
    }

    /// The head of a korespondensi: date right, four lines left, then the addressee.
    func opening(_ head: Correspondence) throws(PressError) -> [Strip] {
        var style = setter.style
        style.indent = 0
        var strips = try setter.lines(letter.dateLine, style.aligned(.right), gap: 12)
        var narrow = PassageSetter(bench: setter.bench, x: setter.x, width: setter.width * 0.74)
        narrow.style = style
        var facts = [Passage.Fact(words.number, numberOrDots)]
        if let nature = head.nature { facts.append(.init(words.nature, nature)) }
        if let attachments = head.attachments {
            facts.append(.init(words.attachments, attachments))
        }
        facts.append(.init(words.subject, head.subject))
        strips += try narrow.rows(of: facts, gap: 6)
        for (index, line) in head.addressee.enumerated() {
            let text = index == 0 ? words.addressee + line : line
            strips += try narrow.lines(text, style, gap: index == 0 ? 14 : 0)
        }
        if !strips.isEmpty { strips[strips.count - 1].keepsNext = true }
        return strips + [.space(5)]
    }

    /// The head of a letter with its title in the middle.
    func opening(_ title: CentredTitle) throws(PressError) -> [Strip] {
        var style = setter.style.aligned(.centre)
        style.indent = 0
        var heading = style.bold()
        heading.size = 13
        heading.underlined = title.about == nil
        var strips = try setter.lines(title.title, heading, gap: 14)
        if let about = title.about {
            strips += try setter.lines(
                words.number.uppercased() + " " + numberOrDots,
                style,
                gap: 2
            )
            strips += try setter.lines(words.about, style, gap: 10)
            strips += try setter.lines(about, style.bold(), gap: 8)
        } else {
            strips += try setter.lines(words.number + ": " + numberOrDots, style, gap: 2)
        }
        return strips + [.space(9)]
    }

    private var numberOrDots: String { letter.number ?? "................................" }
}

extension Strip {
    static func space(_ height: Double) -> Strip {
        Strip(height: height, keepsNext: true, draw: { (_, _) throws(PressError) in })
    }
}
