import Exchange
import Press
import Site
import Stories

/// The comparison on paper.
struct ComparisonPaper {
    let compared: ComparedService
    let measures: [ComparedMeasure]
    let regency: RegencyNow
    let language: Language

    func pdf() throws(PressError) -> [UInt8] {
        var paper = regency.paper(
            text(.comparison),
            sections: sections,
            at: compared.madeAt,
            in: language
        )
        paper.subtitle = compared.service.title
        paper.footnote = text(.howCounted)
        return try PaperPress.pdf(of: paper)
    }

    private func text(_ words: Words) -> String { words.text(in: language) }

    private var sections: [PaperSheet.Section] {
        let figures = compared.quarters.map { quarter in
            PaperSheet.Section(
                text(quarter.words),
                [
                    .table(
                        SheetTable(
                            head: [text(.measure)] + compared.regencies.map(\.name),
                            rows: compared.rows(quarter, measures).map { row in
                                [text(row.name)] + row.values.map { text($0.words) }
                            }
                        )
                    )
                ]
            )
        }
        return figures + adapted + [both(compared.beforeAndAfter, language)]
    }

    private var adapted: [PaperSheet.Section] {
        compared.regencies.map { regency in
            PaperSheet.Section(
                "\(text(.whatWasAdapted)): \(regency.name)",
                regency.adapted.isEmpty
                    ? [.paragraph(text(regency.isOrigin ? .isItsOrigin : .nothingAdapted))]
                    : [.numbered(regency.adapted.map(\.line))]
            )
        }
    }
}

extension Adaptation {
    /// The change with its reason, in one line.
    var line: String { reason.isEmpty ? sentence : "\(sentence) (\(reason))" }
}

/// Before and after as a section of a paper.
func both(_ sides: BeforeAndAfter, _ language: Language) -> PaperSheet.Section {
    func text(_ words: Words) -> String { words.text(in: language) }
    var passages: [Passage] = []
    if sides.before == nil { passages.append(.paragraph(text(.noBefore))) }
    if sides.after == nil { passages.append(.paragraph(text(.noAfter))) }
    if !sides.rows.isEmpty {
        let origin = [
            text(.fromWhere), text(sides.before?.origin ?? "–"), text(sides.after?.origin ?? "–"),
        ]
        passages.append(
            .table(
                SheetTable(
                    head: [text(.measure), text(.before), text(.after)],
                    rows: [origin]
                        + sides.rows.map {
                            [text($0.name), text($0.before.words), text($0.after.words)]
                        }
                )
            )
        )
    }
    return PaperSheet.Section(text(.beforeAndAfter), passages)
}

extension RegencyNow {
    /// A paper of this regency, made at a moment.
    func paper(
        _ title: String,
        sections: [PaperSheet.Section],
        at now: Instant,
        in language: Language
    ) -> PaperSheet {
        let wall = installation.zone.wall(now)
        let clock = DateWords.clock(minute: wall.minute, in: .english)
        var paper = PaperSheet(
            title,
            sections: sections,
            facts: DocumentFacts(
                title: title,
                author: installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(installation.zone.hours):00",
                language: language.rawValue
            )
        )
        paper.office = installation.regency
        paper.sample = installation.isDemo
        paper.isPractice = installation.isPractice
        return paper
    }
}
