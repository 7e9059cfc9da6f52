extension PressLimits {
    /// Refuses a sheet with more text than may be set, before any of it is.
    func check(_ texts: [String], _ passages: [Passage]) throws(PressError) {
        let sum = cost(texts) + passages.reduce(0) { $0 + cost($1) }
        guard sum <= text else { throw .tooMuchText(limit: text) }
    }

    func check(_ letter: LetterSheet) throws(PressError) {
        var texts = letter.letterhead.names + letter.letterhead.details + letter.copies
        texts += [letter.number ?? "", letter.dateLine, letter.footnote ?? ""]
        texts += [letter.code?.caption ?? "", letter.facts.title, letter.facts.author]
        texts += (letter.letterhead.crest?.shapes ?? []).map(\.path)
        for signature in letter.signatures {
            texts += [signature.post, signature.name, signature.authority ?? ""]
            texts += [signature.rank ?? "", signature.nip ?? "", signature.electronic ?? ""]
        }
        switch letter.layout {
        case .korespondensi(let head):
            texts += head.addressee
            texts += [head.subject, head.nature ?? "", head.attachments ?? ""]
        case .judulTengah(let title): texts += [title.title, title.about ?? ""]
        }
        try check(texts, letter.passages)
    }

    private func cost(_ texts: [String]) -> Int {
        texts.reduce(0) { $0 + $1.utf8.count + 32 }
    }

    private func cost(_ passage: Passage) -> Int {
        switch passage {
        case .paragraph(let text), .centred(let text), .heading(let text): cost([text])
        case .numbered(let items): cost(items)
        case .facts(let facts): facts.reduce(0) { $0 + cost([$1.label, $1.value]) }
        case .table(let table): cost(table.head) + table.rows.reduce(0) { $0 + cost($1) + 32 }
        }
    }
}
