extension LetterSetter {
    /// Ink, and a stamp of four centimetres half over it.
    private static let inkRoom = 66.0
    private static let blockWidth = 226.0

    /// The end of the letter: code and signatures as one piece, then the copies.
    func closing() throws(PressError) -> [Strip] {
        var strips = try signatures()
        guard !letter.copies.isEmpty else { return strips }
        var style = setter.style
        style.size = 10.5
        style.indent = 0
        var small = PassageSetter(bench: setter.bench, x: setter.x, width: setter.width)
        small.style = style
        small.paragraphGap = 2
        var list = StripList()
        var label = try small.lines(words.copies, style, gap: 14)
        if !label.isEmpty { label[label.count - 1].keepsNext = true }
        list.append(label)
        try small.append([.numbered(letter.copies)], to: &list)
        strips += list.strips
        return strips
    }

    private func signatures() throws(PressError) -> [Strip] {
        var strips: [Strip] = []
        let shown = letter.signatures
        if shown.isEmpty, letter.code == nil { return [] }
        // Two by two; the code stands left, where no other signature does.
        let last = max(shown.count - 1, 0)
        for pair in stride(from: 0, through: last, by: 2) {
            let isPair = pair + 1 < shown.count
            var blocks: [(block: SignatureBlock, x: Double)] = []
            let right = setter.x + setter.width - Self.blockWidth
            if isPair {
                let width = setter.width / 2 - 8
                blocks.append((try block(shown[pair], dated: false, width), setter.x))
                let other = setter.x + setter.width - width
                blocks.append((try block(shown[pair + 1], dated: pair == 0, width), other))
            } else if pair < shown.count {
                blocks.append((try block(shown[pair], dated: pair == 0, Self.blockWidth), right))
            }
            // Of two, the names stand on one line even if one post takes two.
            let top = blocks.map(\.block.topHeight).max() ?? 0
            let bottom = blocks.map(\.block.bottomHeight).max() ?? 0
            let code = !isPair && pair + 1 >= shown.count ? try stamp() : nil
            let height = max(top + Self.inkRoom + bottom, code?.height ?? 0)
            strips.append(
                Strip(gap: 16, height: height) { (pen, place) throws(PressError) in
                    code?.draw(with: pen, y: place.y)
                    for (block, x) in blocks {
                        block.draw(with: pen, x: x, y: place.y, top: top, room: Self.inkRoom)
                    }
                }
            )
            if isPair, pair + 1 == last, let code = try stamp() {
                strips.append(
                    Strip(gap: 10, height: code.height) { (pen, place) throws(PressError) in
                        code.draw(with: pen, y: place.y)
                    }
                )
            }
        }
        return strips
    }

    private func block(
        _ signature: Signature,
        dated: Bool,
        _ width: Double
    ) throws(PressError) -> SignatureBlock {
        var style = setter.style.aligned(.centre)
        style.indent = 0
        style.leading = 1.08
        var above: [String] = []
        if dated, case .judulTengah = letter.layout { above.append(letter.dateLine) }
        if let authority = signature.authority { above.append(authority) }
        above.append(signature.post + ",")
        var below = [(signature.name, style.bold())]
        if let rank = signature.rank { below.append((rank, style)) }
        if let nip = signature.nip { below.append((words.nip + nip, style)) }
        var block = SignatureBlock()
        for text in above { block.top.append(try setter.set(text, style, width: width)) }
        for (text, style) in below {
            block.bottom.append(try setter.set(text, style, width: width))
        }
        if let electronic = signature.electronic {
            var small = style
            small.size = 9
            block.inRoom = try setter.set(electronic, small, width: width)
        }
        return block
    }

    private func stamp() throws(PressError) -> PlacedCode? {
        guard let stamp = letter.code else { return nil }
        return try PlacedCode(stamp, x: setter.x, on: setter.bench)
    }
}

/// One signer's lines, above and below the room for ink.
struct SignatureBlock {
    var top: [Typeset] = []
    var inRoom: Typeset?
    var bottom: [Typeset] = []

    var topHeight: Double { top.reduce(0) { $0 + $1.height } }
    var bottomHeight: Double { bottom.reduce(0) { $0 + $1.height } }

    func draw(with pen: Pen, x: Double, y: Double, top: Double, room: Double) {
        var at = y
        for text in self.top { at = text.draw(with: pen, x: x, y: at) }
        inRoom?.draw(with: pen, x: x, y: y + top + 14)
        at = y + top + room
        for text in bottom { at = text.draw(with: pen, x: x, y: at) }
    }
}

/// A code with its caption, at the left edge.
struct PlacedCode {
    let code: QRCode
    let caption: Typeset
    let x: Double
    let side: Double

    /// Squares under 0.38 mm no longer scan from an office printer.
    private static let smallestModule = 1.08

    init(
        _ stamp: CodeStamp,
        x: Double,
        on bench: Bench,
        side: Double = 74
    ) throws(PressError) {
        code = try QRCode(stamp.content)
        self.x = x
        self.side = max(side, Double(code.side) * Self.smallestModule)
        let style = TextStyle(size: 8, leading: 1.0)
        caption = try Typeset(stamp.caption, style, width: max(self.side, 150), on: bench)
    }

    var height: Double { side + 5 + caption.height }

    func draw(with pen: Pen, y: Double) {
        pen.draw(code, x: x, y: y, side: side)
        caption.draw(with: pen, x: x, y: y + side + 5)
    }
}
