import Site
import Stories

/// A document: what it must hold, as a list to tick, its draft as PDF, and the text to copy.
struct DocumentPage: Page {
    var draft: DraftDocument
    var records: Bool

    private var loaded: LoadedAgreement { draft.loaded }
    private var document: CooperationRules.Document { draft.document }

    var frame: Frame {
        let name = Words(loaded.subject["judul"].orErased)
        return Frame(width: .page, back: Link(name, "/kerja/kerja-sama/\(loaded.id)"))
    }

    func title(for visit: Visit) -> String { document.name.text(in: visit.language) }

    private var address: Address { "/kerja/kerja-sama/\(loaded.id)/naskah/\(document.id)" }

    func body(_ html: HTML) {
        html(.h1, document.name)
        html(.p, .basis(document.basis.text))
        if document.basis.isToBeChecked { html(Notice(.attention, .rememberedOnly)) }
        html(
            ButtonRow(
                Button(
                    document.form == .contract ? .bothOriginals : .downloadPDF,
                    .primary,
                    .go("/kerja/kerja-sama/\(loaded.id)/naskah/\(document.id)/konsep.pdf")
                )
            )
        )
        checklist(html)
        html(.h2, .textToCopy)
        html(.div) {
            for line in draft.plainText.split(
                omittingEmptySubsequences: true,
                whereSeparator: \.isNewline
            ) {
                html(.p, String(line))
            }
        }
    }

    private func checklist(_ html: HTML) {
        let ticked = loaded.state.clauses[document.id, default: []]
        let open = document.clauses.filter { !ticked.contains($0.id) }
        guard records, loaded.state.end == nil else {
            html(.h2, .requiredClauses)
            return html(
                Lines(
                    document.clauses.map { clause in
                        .words(ticked.contains(clause.id) ? clause.name.ticked : clause.name)
                    }
                )
            )
        }
        if !open.isEmpty { html(Notice(.attention, .clausesMissing(open.count))) }
        let options = document.clauses.map { Option($0.id.text, $0.name) }
        html(
            Form(
                to: address,
                [Field("isi", .requiredClauses, .choices(ticked.map(\.text), options))],
                hidden: [("versi", "\(loaded.version.count)")],
                buttons: [Button(.saveChecklist, .secondary)]
            )
        )
    }
}

extension Words {
    fileprivate var ticked: Words { map { "✓ " + $0 } }
}
