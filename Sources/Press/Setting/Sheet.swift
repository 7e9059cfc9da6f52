/// A sheet about to be printed: strips, the paper they go on, what stands on every page.
struct Sheet {
    var width: Double
    var height: Double
    var room: PageRoom
    var list = StripList()
    var furniture = Furniture()

    /// What every page carries besides its strips.
    struct Furniture {
        var left = 57.0
        var right = 57.0
        var konsep = false
        var sample = false
        var isPractice = false
        var footnote: String?

        /// A footnote is set as the text above it.
        var footFace = Face.serif
        var numbered = true
    }

    func pdf(
        _ facts: DocumentFacts,
        on bench: Bench,
        _ limits: PressLimits
    ) throws(PressError) -> [UInt8] {
        let pen = try Pen(width: width, height: height, facts: facts)
        try draw(FixedWords(of: facts.language), with: pen, on: bench, limits)
        return withLanguage(facts.language, in: try pen.finish())
    }

    /// Draws its pages after whatever the pen has drawn before.
    func draw(
        _ words: FixedWords,
        with pen: Pen,
        on bench: Bench,
        _ limits: PressLimits
    ) throws(PressError) {
        let pages = try list.pages(in: room, limit: limits.pages)
        for (index, page) in pages.enumerated() {
            // The mark lies under the text, so that what is printed over it stays readable.
            if furniture.isPractice { try stamp(words.practice, with: pen, on: bench) }
            if furniture.konsep, !furniture.isPractice {
                try stamp(words.draft, with: pen, on: bench)
            }
            pen.grey(0)
            try drawTop(of: index + 1, words, with: pen, on: bench)
            try page.draw(with: pen)
            try drawFoot(with: pen, on: bench)
            pen.endPage()
        }
    }
}
