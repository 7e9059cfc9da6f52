import Press
import Site
import Stories

/// A report on paper: the same figures as the page, without remarks.
struct ReportPaper {
    let report: Report
    let regency: RegencyNow
    let language: Language

    func pdf() throws(PressError) -> [UInt8] {
        let zone = regency.installation.zone
        let wall = zone.wall(report.at)
        let clock = DateWords.clock(minute: wall.minute, in: .indonesian)
            .replacing(".", with: ":")
        var paper = PaperSheet(
            text(.reportTitle) + " (SKM)",
            sections: sections,
            facts: DocumentFacts(
                title: "\(text(.reportTitle)) \(report.scope.period.text)",
                author: regency.installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(zone.hours):00",
                language: language.rawValue
            )
        )
        paper.office = text(regency.unitWords(report.scope))
        paper.subtitle =
            text(regency.serviceWords(report.scope)) + ", " + text(report.scope.period.words)
        paper.footnote = text(.scaleExplained)
        paper.sample = regency.installation.isDemo
        paper.isPractice = regency.installation.isPractice
        return try PaperPress.pdf(of: paper)
    }

    private func text(_ words: Words) -> String { words.text(in: language) }

    private func decimal(_ canonical: String) -> String {
        NumberWords.decimal(canonical, in: language)
    }

    private var sections: [PaperSheet.Section] {
        let sample = report.figures.sample
        guard let told = report.figures.told else {
            return [
                .init(nil, [.facts(counts)]),
                .init(text(.notEnough(sample)), [.paragraph(text(.why(sample)))]),
            ]
        }
        let result = [
            Passage.Fact(text(.index), decimal(told.text)),
            Passage.Fact(text(.quality), text(told.quality.labelled)),
            Passage.Fact(text(.weightOfElement), text(report.figures.policy.words)),
        ]
        return [
            .init(nil, [.facts(counts + result)]),
            .init(
                text(.elementsLowestFirst),
                [.table(elements), .paragraph(text(.lowestThree))]
            ),
            .init(text(.respondents), [.paragraph(text(.fewAreHidden)), .table(profile)]),
        ]
    }

    private var counts: [Passage.Fact] {
        let sample = report.figures.sample
        let until = DateWords.longDate(regency.installation.zone.day(report.at))
        return [
            Passage.Fact(text(.answers), "\(sample.answers)"),
            Passage.Fact(text(.endedCases), "\(sample.population)"),
            Passage.Fact(text(.neededAnswers), "\(sample.needed)"),
            Passage.Fact(text(.countedUntilName), text(until)),
        ]
    }

    private var elements: SheetTable {
        SheetTable(
            head: [text(.element), text(.average), text(.weighted)],
            rows: report.figures.elementRows.map { row in
                [text(row.element.numberedTitle), decimal(row.average), decimal(row.weighted)]
            },
            shares: [0.5, 0.25, 0.25],
            amounts: [1, 2]
        )
    }

    private var profile: SheetTable {
        SheetTable(
            head: [text(.respondents), "", text(.howMany)],
            rows: Report.Trait.allCases.flatMap { trait in
                report.lines(of: trait).map { [text(trait.title), text($0.words), text($0.count)] }
            },
            shares: [0.25, 0.55, 0.2],
            amounts: [2]
        )
    }
}
