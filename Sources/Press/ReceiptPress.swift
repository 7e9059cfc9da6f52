/// Prints receipts, on a page or on the strip of a till printer.
package enum ReceiptPress {
    package static func pdf(
        of receipt: ReceiptSheet,
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> [UInt8] {
        var texts = [receipt.office, receipt.title, receipt.service, receipt.number]
        texts += receipt.next + receipt.contact
        texts += [receipt.nextTitle, receipt.code?.caption ?? "", receipt.facts.title]
        if let proof = receipt.proof {
            texts += [proof.title, proof.what] + proof.parts.flatMap { [$0.name] + $0.lines }
        }
        try limits.check(texts, [.facts(receipt.dates)])
        return try Bench.lend { (bench) throws(PressError) in
            let pdf = try ReceiptSetter(receipt, on: bench).sheet()
                .pdf(receipt.facts, on: bench, limits)
            return receipt.attached.map { with($0, in: pdf) } ?? pdf
        }
    }
}

/// Sets one receipt.
private struct ReceiptSetter {
    let receipt: ReceiptSheet
    let setter: PassageSetter

    /// A till printer's roll ends, and so does what is read on it.
    private static let longestStrip = millimetres(1000)

    private var isStrip: Bool { receipt.form != .a4 }

    init(_ receipt: ReceiptSheet, on bench: Bench) {
        self.receipt = receipt
        let margin = receipt.form.margin
        var setter = PassageSetter(
            bench: bench,
            x: margin,
            width: receipt.form.width - 2 * margin
        )
        let size = receipt.form == .a4 ? 11.0 : receipt.form == .strip80 ? 9.5 : 8.5
        setter.style = TextStyle(face: .sans, size: size, leading: 1.12)
        setter.running = .left
        setter.paragraphGap = receipt.form == .a4 ? 7 : 4
        self.setter = setter
    }

    func sheet() throws(PressError) -> Sheet {
        let top = isStrip ? (receipt.sample ? 34.0 : 10) : 54
        let bottom = isStrip ? Self.longestStrip : Paper.a4.height - 54
        var sheet = Sheet(
            width: receipt.form.width,
            height: Paper.a4.height,
            room: PageRoom(firstTop: top, top: top, bottom: bottom)
        )
        sheet.furniture.sample = receipt.sample
        sheet.furniture.isPractice = receipt.isPractice
        sheet.list = try strips()
        if isStrip {
            let pages = try sheet.list.pages(in: sheet.room, limit: 1)
            sheet.height = (pages.last?.end ?? top) + 14
            sheet.room.bottom = sheet.height
        }
        return sheet
    }

    private func strips() throws(PressError) -> StripList {
        let side = isStrip ? setter.style.aligned(.centre) : setter.style
        var list = StripList()
        list.append(try setter.lines(receipt.office, side, gap: 0))
        var heading = side.bold()
        heading.size = isStrip ? setter.style.size + 2 : 17
        list.append(try setter.lines(receipt.title, heading, gap: 3))
        list.append(try setter.lines(receipt.service, side, gap: 3))
        list.append(try number(side))
        if let code = receipt.code { list.append([try strip(of: code)]) }
        try setter.append([.facts(receipt.dates)], to: &list)
        if !receipt.next.isEmpty {
            try setter.append(
                [.heading(receipt.nextTitle), .numbered(receipt.next)],
                to: &list
            )
        }
        for (index, line) in receipt.contact.enumerated() {
            list.append(try setter.lines(line, side, gap: index == 0 ? 9 : 1))
        }
        if !isStrip, let proof = receipt.proof { list.append(try strips(of: proof)) }
        return list
    }

    private func strips(of proof: ReceiptSheet.Proof) throws(PressError) -> [Strip] {
        var small = setter.style
        small.size = 8
        var heading = setter.style.bold()
        heading.size = 14
        var strips = try setter.lines(proof.title, heading, gap: 0)
        strips[0].opensPage = true
        strips += try setter.lines(proof.what, small, gap: 4)
        for part in proof.parts {
            var name = try setter.lines(part.name, small.bold(), gap: 7)
            name[name.count - 1].keepsNext = true
            strips += name + (try setter.lines(part.lines.joined(separator: "\n"), small, gap: 1))
        }
        return strips
    }

    /// The number: as large as it stays on one line, up to 20 points on a strip.
    private func number(_ side: TextStyle) throws(PressError) -> [Strip] {
        var style = side.bold()
        style.size = receipt.isLarge ? 54 : isStrip ? 20 : 26
        let natural = try Typeset(receipt.number, style, width: nil, on: setter.bench)
        if natural.width > setter.width {
            let fitting = style.size * setter.width / natural.width
            // Half points, since every size is a font of its own that a bench keeps.
            style.size = max((fitting * 2).rounded(.down) / 2, 9)
        }
        return try setter.lines(receipt.number, style, gap: isStrip ? 5 : 12)
    }

    private func strip(of stamp: CodeStamp) throws(PressError) -> Strip {
        let code = try QRCode(stamp.content)
        let least = Double(code.side) * 1.08
        let side = min(max(millimetres(isStrip ? 30 : 34), least), setter.width)
        let style = TextStyle(face: .sans, size: 8, alignment: isStrip ? .centre : .left)
        let caption = try setter.set(stamp.caption, style)
        let x = isStrip ? setter.x + (setter.width - side) / 2 : setter.x
        let gap = isStrip ? 8.0 : 12
        return Strip(gap: gap, height: side + 11 + caption.height) {
            (pen, place) throws(PressError) in
            pen.draw(code, x: x, y: place.y, side: side)
            caption.draw(with: pen, x: setter.x, y: place.y + side + 7)
        }
    }
}
