/// Prints blank forms: the part that the citizen tears off, then boxes to write in.
package enum BlankFormPress {
    package static func pdf(
        of blank: BlankFormSheet,
        limits: PressLimits = PressLimits(pages: 400)
    ) throws(PressError) -> [UInt8] {
        let said = blank.sections.flatMap { section in
            [section.heading]
                + section.questions.flatMap { question -> [String] in
                    guard case .options(let options) = question.room else {
                        return [question.ask, question.hint ?? ""]
                    }
                    return [question.ask, question.hint ?? ""] + options
                }
        }
        // Every form says it all again.
        let texts = (0..<max(1, blank.forms.count)).flatMap { _ in said }
        try limits.check(texts + blank.contact + [blank.office, blank.title], [])
        return try Bench.lend { (bench) throws(PressError) in
            try BlankFormSetter(blank, on: bench).sheet().pdf(blank.facts, on: bench, limits)
        }
    }
}

/// Sets the forms of one print.
private struct BlankFormSetter {
    let blank: BlankFormSheet
    let setter: PassageSetter

    init(_ blank: BlankFormSheet, on bench: Bench) {
        self.blank = blank
        let margin = millimetres(18)
        var setter = PassageSetter(
            bench: bench,
            x: margin,
            width: Paper.a4.width - 2 * margin
        )
        setter.style = TextStyle(face: .sans, size: 10, leading: 1.08)
        setter.running = .left
        self.setter = setter
    }

    func sheet() throws(PressError) -> Sheet {
        let bottom = Paper.a4.height - 40
        var sheet = Sheet(
            width: Paper.a4.width,
            height: Paper.a4.height,
            room: PageRoom(firstTop: 36, top: 36, bottom: bottom)
        )
        sheet.furniture.sample = blank.sample
        sheet.furniture.numbered = false
        for form in blank.forms { try append(form, to: &sheet.list) }
        return sheet
    }

    private func append(
        _ form: BlankFormSheet.Form,
        to list: inout StripList
    ) throws(PressError) {
        // Papers of one form are parted on a table: each of them says its number.
        list.heads.append(try head(form))
        var strips = [try tearOff(form), try dashes()]
        strips += try setter.lines(blank.title, title, gap: 10)
        for section in blank.sections {
            strips += kept(try setter.lines(section.heading, heading, gap: 10))
            for question in section.questions { strips += try room(for: question) }
        }
        strips += try signature()
        strips[0].opensPage = true
        list.append(
            strips.map { strip in
                var strip = strip
                strip.head = list.heads.count - 1
                return strip
            }
        )
    }

    private var title: TextStyle {
        var style = setter.style.bold()
        style.size = 15
        return style
    }

    private var heading: TextStyle {
        var style = setter.style.bold()
        style.size = 11.5
        return style
    }

    private var small: TextStyle {
        var style = setter.style
        style.size = 8.5
        return style
    }

    private func head(_ form: BlankFormSheet.Form) throws(PressError) -> Strip {
        let text = try setter.set("\(blank.words.number) \(form.number)", setter.style.bold())
        return Strip(height: text.height + 16) { (pen, place) throws(PressError) in
            text.draw(with: pen, x: setter.x, y: place.y)
        }
    }

    /// Number and code for the citizen's pocket, before anything is recorded.
    private func tearOff(_ form: BlankFormSheet.Form) throws(PressError) -> Strip {
        let code = try QRCode(form.address)
        let side = millimetres(30)
        var number = setter.style.bold()
        number.size = 20
        let left = setter.x + side + 16
        let width = setter.width - side - 16
        var texts = [
            try setter.set(blank.words.forCitizen, small, width: width),
            try setter.set(form.number, number, width: width),
            try setter.set("\(blank.title), \(blank.office)", setter.style, width: width),
            try setter.set(blank.words.notRecordedYet, small, width: width),
        ]
        if !blank.contact.isEmpty {
            texts.append(
                try setter.set(blank.contact.joined(separator: ", "), small, width: width)
            )
        }
        texts.append(try setter.set(blank.words.receivedOn, setter.style, width: width))
        let height = texts.reduce(0) { $0 + $1.height + 3 }
        return Strip(height: max(side, height) + 6) { (pen, place) throws(PressError) in
            pen.draw(code, x: setter.x, y: place.y, side: side)
            var y = place.y
            for text in texts {
                text.draw(with: pen, x: left, y: y)
                y += text.height + 3
            }
        }
    }

    private func dashes() throws(PressError) -> Strip {
        let word = try setter.set(blank.words.tearHere, small.aligned(.centre))
        return Strip(gap: 4, height: word.height + 6) { (pen, place) throws(PressError) in
            word.draw(with: pen, x: setter.x, y: place.y)
            let y = place.y + word.height + 3
            for start in stride(from: 0, to: setter.width - 6, by: 10) {
                pen.line(from: (setter.x + start, y), to: (setter.x + start + 6, y), thick: 0.8)
            }
        }
    }

    private func room(for question: BlankFormSheet.Question) throws(PressError) -> [Strip] {
        var strips = kept(try setter.lines(question.ask, setter.style.bold(), gap: 8))
        if let hint = question.hint { strips += kept(try setter.lines(hint, small, gap: 1)) }
        switch question.room {
        case .line: strips.append(box(height: 24))
        case .lines(let count): strips.append(box(height: 24 * Double(count)))
        case .letters(let groups): strips.append(letters(groups))
        case .options(let options): strips += try self.options(options)
        }
        return strips
    }

    private func box(height: Double) -> Strip {
        Strip(gap: 3, height: height) { (pen, place) throws(PressError) in
            pen.frame(Box(x: setter.x, y: place.y, width: setter.width, height: height), thick: 0.8)
        }
    }

    private func letters(_ groups: [Int]) -> Strip {
        let count = Double(groups.reduce(0, +))
        let side = min(22, (setter.width - 8 * Double(groups.count - 1)) / max(count, 1))
        return Strip(gap: 3, height: 24) { (pen, place) throws(PressError) in
            var x = setter.x
            for group in groups {
                for _ in 0..<group {
                    pen.frame(Box(x: x, y: place.y, width: side, height: 24), thick: 0.8)
                    x += side
                }
                x += 8
            }
        }
    }

    /// Two beside each other where they are short.
    private func options(_ options: [String]) throws(PressError) -> [Strip] {
        let isShort = options.allSatisfy { $0.count <= 32 }
        let across = isShort ? 2 : 1
        let width = setter.width / Double(across)
        var strips: [Strip] = []
        for first in stride(from: 0, to: options.count, by: across) {
            var texts: [Typeset] = []
            for option in options[first..<min(first + across, options.count)] {
                texts.append(try setter.set(option, setter.style, width: width - 24))
            }
            let height = max(16, texts.map(\.height).max() ?? 0)
            let isLast = first + across >= options.count
            strips.append(
                Strip(gap: 3, height: height, keepsNext: !isLast) {
                    (pen, place) throws(PressError) in
                    for (index, text) in texts.enumerated() {
                        let x = setter.x + Double(index) * width
                        pen.frame(Box(x: x, y: place.y, width: 12, height: 12), thick: 0.8)
                        text.draw(with: pen, x: x + 18, y: place.y)
                    }
                }
            )
        }
        return strips
    }

    private func signature() throws(PressError) -> [Strip] {
        let text = try setter.set(blank.words.signature, setter.style)
        return [
            Strip(gap: 14, height: text.height, keepsNext: true) {
                (pen, place) throws(PressError) in
                text.draw(with: pen, x: setter.x, y: place.y)
            }, box(height: 54),
        ]
    }

    private func kept(_ strips: [Strip]) -> [Strip] {
        strips.map {
            var strip = $0
            strip.keepsNext = true
            return strip
        }
    }
}
