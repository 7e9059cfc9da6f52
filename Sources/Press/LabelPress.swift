/// Labels of one lot, all alike: to be stuck on bags.
package struct LabelSheet: Sendable, Equatable {
    package var form: Form

    /// What the code leads to; in capitals it needs fewer modules.
    package var code: CodeStamp

    /// "Robusta petik merah Contoh Ulu".
    package var title: String
    package var lines: [String]
    package var count: Int
    package var sample = false
    package var facts: DocumentFacts

    package init(
        _ title: String,
        code: CodeStamp,
        lines: [String],
        on form: Form,
        count: Int,
        facts: DocumentFacts
    ) {
        (self.title, self.code, self.lines) = (title, code, lines)
        (self.form, self.count, self.facts) = (form, count, facts)
    }

    /// A sheet of 24 labels of 70 × 37 mm, or a roll of 58 mm.
    package enum Form: String, Sendable, CaseIterable {
        case sheet, roll

        var width: Double { self == .sheet ? Paper.a4.width / 3 : millimetres(58) }
        var height: Double { millimetres(self == .sheet ? 37 : 40) }
        var columns: Int { self == .sheet ? 3 : 1 }
    }
}

/// Prints labels, each with a code whose modules stay readable on a bag.
package enum LabelPress {
    /// A ream of sheets; more are printed by printing again.
    private static let most = 2400

    package static func pdf(
        of sheet: LabelSheet,
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> [UInt8] {
        try limits.check([sheet.title, sheet.code.caption] + sheet.lines, [])
        let count = min(max(1, sheet.count), most)
        return try Bench.lend { (bench) throws(PressError) in
            let isSheet = sheet.form == .sheet
            let height = isSheet ? Paper.a4.height : sheet.form.height
            let rowsOnAPage = isSheet ? 8.0 : 1
            // Eight rows leave a millimetre of a page; half of it stands above.
            let top = (height - rowsOnAPage * sheet.form.height) / 2
            var printed = Sheet(
                width: isSheet ? Paper.a4.width : sheet.form.width,
                height: height,
                room: PageRoom(firstTop: top, top: top, bottom: height)
            )
            printed.furniture.numbered = false
            let label = LabelSetter(sheet, bench)
            var left = count
            while left > 0 {
                printed.list.append([try label.strip(of: min(left, sheet.form.columns))])
                left -= sheet.form.columns
            }
            return try printed.pdf(sheet.facts, on: bench, limits)
        }
    }
}

/// Sets the labels of one row as one strip.
private struct LabelSetter {
    let sheet: LabelSheet
    let bench: Bench

    /// With the white around it: the modules themselves stay over 20 mm wide.
    private static let side = millimetres(27)
    private static let margin = millimetres(3)

    init(_ sheet: LabelSheet, _ bench: Bench) { (self.sheet, self.bench) = (sheet, bench) }

    func strip(of labels: Int) throws(PressError) -> Strip {
        let form = sheet.form
        let textWidth = form.width - Self.side - 2 * Self.margin - 2
        let small = TextStyle(face: .sans, size: 6.5, leading: 1.05)
        var texts = [
            try Typeset(
                sheet.title,
                TextStyle(face: .sansBold, size: 8, leading: 1.05),
                width: textWidth,
                on: bench
            )
        ]
        for line in sheet.lines + (sheet.sample ? ["DATA CONTOH"] : []) {
            texts.append(try Typeset(line, small, width: textWidth, on: bench))
        }
        var codes: [PlacedCode] = []
        for place in 0..<labels {
            codes.append(
                try PlacedCode(
                    sheet.code,
                    x: Double(place) * form.width + Self.margin,
                    on: bench,
                    side: Self.side
                )
            )
        }
        let (set, placed) = (texts, codes)
        return Strip(gap: 0, height: form.height) { (pen, strip) throws(PressError) in
            let y = strip.y + Self.margin
            for (index, code) in placed.enumerated() {
                code.draw(with: pen, y: y)
                let x = Double(index) * form.width + Self.margin + Self.side + 2
                var at = y
                for text in set where at + text.height < strip.y + form.height {
                    at = text.draw(with: pen, x: x, y: at) + 2
                }
            }
        }
    }
}
