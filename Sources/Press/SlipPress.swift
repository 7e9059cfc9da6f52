/// Small slips, several on a page, to be cut apart and handed over.
package struct SlipSheet: Sendable, Equatable {
    package var slips: [Slip]
    package var sample = false
    package var facts: DocumentFacts

    package init(_ slips: [Slip], facts: DocumentFacts) {
        self.slips = slips
        self.facts = facts
    }

    /// One slip: what it says at the left, its code at the right.
    package struct Slip: Sendable, Equatable {
        package var office: String
        package var title: String
        package var lines: [Passage.Fact]

        /// What is typed, large.
        package var large: String
        package var note: String
        package var code: CodeStamp

        package init(
            office: String,
            title: String,
            lines: [Passage.Fact],
            large: String,
            note: String,
            code: CodeStamp
        ) {
            self.office = office
            self.title = title
            self.lines = lines
            self.large = large
            self.note = note
            self.code = code
        }
    }
}

/// Prints slips on A4, each within a frame, never cut by the end of a page.
package enum SlipPress {
    package static func pdf(
        of sheet: SlipSheet,
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> [UInt8] {
        let texts = sheet.slips.flatMap { slip in
            [slip.office, slip.title, slip.large, slip.note, slip.code.caption]
        }
        try limits.check(texts, sheet.slips.map { .facts($0.lines) })
        return try Bench.lend { (bench) throws(PressError) in
            let margin = millimetres(15)
            var printed = Sheet(
                width: Paper.a4.width,
                height: Paper.a4.height,
                room: PageRoom(firstTop: 40, top: 40, bottom: Paper.a4.height - 30)
            )
            printed.furniture.left = margin
            printed.furniture.right = margin
            printed.furniture.sample = sheet.sample
            printed.furniture.numbered = false
            for slip in sheet.slips {
                let setter = SlipSetter(slip, x: margin, width: Paper.a4.width - 2 * margin, bench)
                printed.list.append([try setter.strip()])
            }
            return try printed.pdf(sheet.facts, on: bench, limits)
        }
    }
}

/// Sets one slip as one strip.
private struct SlipSetter {
    let slip: SlipSheet.Slip
    let x: Double
    let width: Double
    let bench: Bench

    private static let padding = 12.0
    private static let side = 96.0

    /// So far from the frame that the white around the code does not reach it.
    private static let clear = 20.0

    init(_ slip: SlipSheet.Slip, x: Double, width: Double, _ bench: Bench) {
        self.slip = slip
        self.x = x
        self.width = width
        self.bench = bench
    }

    func strip() throws(PressError) -> Strip {
        let left = x + Self.padding
        let textWidth = width - 2 * Self.padding - Self.clear - Self.side
        let plain = TextStyle(face: .sans, size: 9.5, leading: 1.1)
        var large = TextStyle(face: .sansBold, size: 17)
        large.leading = 1.1
        var texts = [
            try Typeset(slip.office, plain, width: textWidth, on: bench),
            try Typeset(
                slip.title,
                TextStyle(face: .sansBold, size: 12),
                width: textWidth,
                on: bench
            ),
        ]
        for line in slip.lines {
            texts.append(
                try Typeset("\(line.label): \(line.value)", plain, width: textWidth, on: bench)
            )
        }
        texts.append(try Typeset(slip.large, large, width: textWidth, on: bench))
        let small = TextStyle(face: .sans, size: 8.5, leading: 1.05)
        texts.append(try Typeset(slip.note, small, width: textWidth, on: bench))
        let code = try PlacedCode(
            slip.code,
            x: x + width - Self.clear - Self.side,
            on: bench,
            side: Self.side
        )
        let set = texts
        let textHeight = set.reduce(0) { $0 + $1.height + 3 }
        let height = max(textHeight, code.height) + 2 * Self.clear
        return Strip(gap: 12, height: height) { (pen, place) throws(PressError) in
            let (x, y, width) = (x, place.y, width)
            pen.frame(Box(x: x, y: y, width: width, height: height), thick: 0.5)
            var at = y + Self.clear
            for text in set { at = text.draw(with: pen, x: left, y: at) + 3 }
            code.draw(with: pen, y: y + Self.clear)
        }
    }
}
