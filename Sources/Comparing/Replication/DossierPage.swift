import Exchange
import Press
import Site
import Stories

/// The dossier on a screen: what is known above, what officials say below.
struct DossierPage: Page {
    let dossier: Dossier
    let typed: TypedForm
    let version: Version
    var problem: ComparisonRefusal?
    var isSaved = false

    private var service: Address { dossier.compared.service.page }

    var frame: Frame {
        var frame = Frame(
            width: .page,
            back: Link(Words(dossier.compared.service.title), service)
        )
        if !typed.errors.isEmpty { frame.status = 422 }
        if let problem { frame.status = problem.status }
        return frame
    }

    func title(for visit: Visit) -> String {
        "\(Words.dossier.text(in: visit.language)), \(dossier.compared.service.title)"
    }

    private var texts: [Field] {
        Dossier.Text.allCases.map { typed.long($0.rawValue, $0.words) }
    }

    private var scores: [Field] {
        ReplicabilityCriterion.allCases.map { criterion in
            let name = "skor-\(criterion.rawValue)"
            let options =
                [Option("", .notScored)] + (1...5).map { Option(String($0), Words(String($0))) }
            return Field(name, criterion.words, isOptional: true, .pick(typed[name], options))
                .with(error: typed.errors[name])
        }
    }

    func body(_ html: HTML) {
        let fields = texts + scores
        html(ErrorSummary(of: fields))
        html(.h1, .dossier)
        if isSaved { html(Notice(.done, .saved)) }
        if let problem {
            html(Notice(.danger, heading: .movedOnTitle, Words(problem)))
        }
        html(.p, Words(dossier.compared.service.title))
        html(.p, .dossierLead)
        for part in dossier.known { known(part, html) }
        html(.h2, .toldByOfficials)
        if let entry = dossier.replication.told {
            html(.p, .lastSaid(entry, dossier.zone), .class("redup"))
        }
        if !dossier.missing.isEmpty {
            html(.p) {
                html(.strong, .stillMissing)
                html.text(": ")
                html.text(
                    dossier.missing.map { $0.text(in: html.visit.language) }
                        .joined(separator: "; ")
                )
            }
        }
        var form = Form(
            to: dossier.compared.service.page("berkas-replikasi"),
            fields,
            hidden: [("versi", "\(version.count)")],
            buttons: [Button(.save)]
        )
        form.headings[texts.count] = .replicabilityScore
        html(form)
        html(.p, .scoreHint, .class("redup"))
        if let total = dossier.total { html(.p, .scored(total)) }
        html(
            ButtonRow(links: [
                Link(.downloadPDF, dossier.compared.service.page("berkas-replikasi.pdf")),
                Link(.downloadCSV, dossier.compared.service.page("berkas-replikasi.csv")),
            ])
        )
    }

    private func known(_ part: Dossier.Part, _ html: HTML) {
        let facts = part.facts.map { SummaryList.Item($0.name, [.words($0.value)]) }
        let lists = part.lists.map { list in
            SummaryList.Item(
                list.name,
                list.lines.isEmpty ? [.words(.noneKnown)] : list.lines.map(Inline.text)
            )
        }
        html(SummaryList(heading: part.heading, facts + lists))
    }
}

/// The dossier on paper.
struct DossierPaper {
    let dossier: Dossier
    let regency: RegencyNow
    let language: Language

    private func text(_ words: Words) -> String { words.text(in: language) }

    func pdf() throws(PressError) -> [UInt8] {
        var paper = regency.paper(
            text(.dossier),
            sections: known + [told, scores],
            at: dossier.compared.madeAt,
            in: language
        )
        paper.subtitle = dossier.compared.service.title
        paper.footnote = text(.howCounted)
        return try PaperPress.pdf(of: paper)
    }

    private var known: [PaperSheet.Section] {
        dossier.known.map { part in
            var passages: [Passage] = []
            if !part.facts.isEmpty {
                passages.append(.facts(part.facts.map { .init(text($0.name), text($0.value)) }))
            }
            for list in part.lists {
                passages.append(.paragraph("\(text(list.name)):"))
                passages.append(
                    list.lines.isEmpty ? .paragraph(text(.noneKnown)) : .numbered(list.lines)
                )
            }
            return PaperSheet.Section(text(part.heading), passages)
        }
    }

    private var told: PaperSheet.Section {
        let passages = Dossier.Text.allCases.flatMap { name -> [Passage] in
            let words = dossier.replication.texts[name.rawValue] ?? ""
            return [
                .paragraph("\(text(name.words)):"),
                .paragraph(words.isEmpty ? text(.stillMissing) : words),
            ]
        }
        var said: [Passage] = []
        if let entry = dossier.replication.told {
            said = [.paragraph(text(.lastSaid(entry, dossier.zone)))]
        }
        return PaperSheet.Section(text(.toldByOfficials), passages + said)
    }

    private var scores: PaperSheet.Section {
        let rows = ReplicabilityCriterion.allCases.map { criterion in
            [text(criterion.words), dossier.score(criterion).map(String.init) ?? "–"]
        }
        var passages: [Passage] = [
            .table(
                SheetTable(
                    head: [text(.measure), text(.replicabilityScore)],
                    rows: rows,
                    shares: [0.7, 0.3],
                    amounts: [1]
                )
            ),
            .paragraph(text(.scoreHint)),
        ]
        if let total = dossier.total { passages.append(.paragraph(text(.scored(total)))) }
        return PaperSheet.Section(text(.replicabilityScore), passages)
    }
}
