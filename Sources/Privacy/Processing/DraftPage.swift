import Press
import Site
import Stories

/// A document of the law as a page: marked as a draft, with its basis, one part a service.
struct DraftPage: Page {
    var document: DraftDocument
    var uses: [UseOfData]

    var frame: Frame {
        Frame(width: .page, back: Link(.peoplesData, "/kelola/data-pribadi"))
    }

    func title(for visit: Visit) -> String { document.kind.words.text(in: visit.language) }

    func body(_ html: HTML) {
        let kind = document.kind.rawValue
        html(.h1, document.kind.words)
        html(Notice(.attention, heading: .isDraft, document.kind.basis, .completeIt))
        html(
            ButtonRow(links: [
                Link(.downloadPDF, "/kelola/data-pribadi/\(kind).pdf"),
                Link(.downloadTable, "/kelola/data-pribadi/\(kind).csv"),
            ])
        )
        let urgent = uses.filter(\.speaksForAssessment)
        if document.kind == .impact, !urgent.isEmpty {
            html(.h2, .assessFirst)
            html(Lines(urgent.map { .words($0.title) }))
        }
        html(.h2, .perService)
        for entry in document.entries {
            html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
                html(.summary, entry.title)
                html(
                    SummaryList(
                        entry.lines.map { line in
                            SummaryList.Item(line.name, line.texts.map { .words($0) })
                        }
                    )
                )
            }
        }
        if document.entries.isEmpty { html(EmptyState(.noServices)) }
    }
}

/// The same on paper, in Indonesian: the language of the law.
struct DraftPaper {
    let document: DraftDocument
    let regency: RegencyNow
    let now: Instant

    func pdf() throws(PressError) -> [UInt8] {
        let sections = document.entries.map { entry in
            let facts = entry.lines.map { line in
                Passage.Fact(
                    line.name.indonesian,
                    line.texts.map(\.indonesian).joined(separator: "; ")
                )
            }
            return PaperSheet.Section(entry.title.indonesian, [.facts(facts)])
        }
        var paper = regency.paper(
            "DRAF " + document.kind.words.indonesian,
            sections: sections,
            at: now
        )
        paper.subtitle = document.kind.basis.indonesian
        paper.footnote = Words.completeIt.indonesian
        return try PaperPress.pdf(of: paper)
    }
}

extension RegencyNow {
    /// A sheet of this regency, made now, in the language of the law.
    func paper(_ title: String, sections: [PaperSheet.Section], at now: Instant) -> PaperSheet {
        let zone = installation.zone
        let wall = zone.wall(now)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        var paper = PaperSheet(
            title,
            sections: sections,
            facts: DocumentFacts(
                title: title,
                author: installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(zone.hours):00",
                language: "id"
            )
        )
        paper.office = installation.regency
        paper.sample = installation.isDemo
        paper.isPractice = installation.isPractice
        return paper
    }
}

extension PaperSheet.Section {
    /// A box for each hand, with the name below it where it is known.
    static func signedBy(_ hands: [(role: String, name: String)]) -> PaperSheet.Section {
        PaperSheet.Section(
            nil,
            [
                .table(
                    SheetTable(
                        head: hands.map(\.role),
                        rows: [hands.map { "\n\n\n\n\($0.name)" }],
                        shares: hands.map { _ in 1 }
                    )
                )
            ]
        )
    }
}
