/// Prints papers that are no letters.
package enum PaperPress {
    package static func pdf(
        of paper: PaperSheet,
        limits: PressLimits = PressLimits()
    ) throws(PressError) -> [UInt8] {
        var texts = [paper.office ?? "", paper.title, paper.subtitle ?? "", paper.footnote ?? ""]
        texts += [paper.code?.caption ?? "", paper.facts.title, paper.facts.author]
        texts += paper.sections.map { $0.heading ?? "" }
        try limits.check(texts, paper.sections.flatMap(\.passages))
        return try Bench.lend { (bench) throws(PressError) in
            try sheet(paper, on: bench).pdf(paper.facts, on: bench, limits)
        }
    }

    private static func sheet(_ paper: PaperSheet, on bench: Bench) throws(PressError) -> Sheet {
        let margin = millimetres(20)
        var setter = PassageSetter(
            bench: bench,
            x: margin,
            width: paper.paper.width - 2 * margin
        )
        setter.style = TextStyle(face: .sans, size: 10.5, leading: 1.18)
        setter.tableStyle = TextStyle(face: .sans, size: 9, leading: 1.08)
        setter.running = .left
        setter.paragraphGap = 5
        var sheet = Sheet(
            width: paper.paper.width,
            height: paper.paper.height,
            room: PageRoom(firstTop: 54, top: 64, bottom: paper.paper.height - 48)
        )
        sheet.furniture.left = margin
        sheet.furniture.right = margin
        sheet.furniture.konsep = paper.mark == .konsep
        sheet.furniture.sample = paper.sample
        sheet.furniture.isPractice = paper.isPractice
        sheet.furniture.footnote = paper.footnote
        sheet.furniture.footFace = .sans
        sheet.room.bottom -= try sheet.footHeight(on: bench)
        try appendTitle(of: paper, setter, to: &sheet.list)
        for section in paper.sections {
            if let heading = section.heading {
                try setter.append([.heading(heading)], to: &sheet.list)
            }
            try setter.append(section.passages, to: &sheet.list)
        }
        if let code = paper.code {
            let placed = try PlacedCode(code, x: margin, on: bench)
            sheet.list.append([
                Strip(gap: 16, height: placed.height) { (pen, place) throws(PressError) in
                    placed.draw(with: pen, y: place.y)
                }
            ])
        }
        return sheet
    }

    private static func appendTitle(
        of paper: PaperSheet,
        _ setter: PassageSetter,
        to list: inout StripList
    ) throws(PressError) {
        if let office = paper.office {
            list.append(try setter.lines(office, setter.style, gap: 0))
        }
        var large = setter.style.bold()
        large.size = 17
        large.leading = 1.08
        list.append(try setter.lines(paper.title, large, gap: 3))
        if let subtitle = paper.subtitle {
            list.append(try setter.lines(subtitle, setter.style, gap: 4))
        }
        let rule = Strip(gap: 7, height: 6, keepsNext: true) { (pen, place) throws(PressError) in
            let right = setter.x + setter.width
            pen.line(from: (setter.x, place.y), to: (right, place.y), thick: 1)
        }
        list.append([rule])
    }
}
