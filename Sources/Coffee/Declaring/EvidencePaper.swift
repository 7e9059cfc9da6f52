import Plots
import Press
import Site
import Stories

/// The evidence behind a buyer's file as a paper: every plot with what is known of it, and every
/// plot that was left out with the reason.
struct EvidencePaper {
    let file: BuyerFile
    let holder: String
    let regency: RegencyNow
    let vocabulary: CoffeeVocabulary
    let at: Instant
    let language: Language

    /// Two tables of some thousand plots are a long paper; more than the EU's system takes at once
    /// is none.
    private static let limits = PressLimits(pages: 1000, text: 10_000_000)

    private func text(_ words: Words) -> String { words.text(in: language) }

    func pdf() throws(PressError) -> [UInt8] {
        var paper = regency.paper(
            text(.evidenceOfPlots),
            sections: [about, plots, findings, leftOut],
            at: at,
            in: language
        )
        paper.subtitle = file.lot.title
        paper.footnote = text(.neverDeforestationFree)
        return try PaperPress.pdf(of: paper, limits: Self.limits)
    }

    private var about: PaperSheet.Section {
        let hectares = file.declared.compactMap { $0.plot.boundary?.hectares }.reduce(0, +)
        return PaperSheet.Section(
            nil,
            [
                .facts([
                    Passage.Fact(text(.lotCode), file.lot.code),
                    Passage.Fact(text(.kindOfCoffee), text(vocabulary.what(file.lot.what))),
                    Passage.Fact(text(.season), "\(file.lot.season)"),
                    Passage.Fact(text(.weight), text(Kilograms.words(file.grams))),
                    Passage.Fact(text(.holder), holder),
                    Passage.Fact(text(.buyer), file.buyer.name),
                    Passage.Fact(text(.plotsDeclared), "\(file.declared.count)"),
                    Passage.Fact(text(.areaOfPlot), text(.hectares(hectares))),
                    Passage.Fact(text(.plotsLeftOut), "\(file.leftOut.count)"),
                ]),
                .paragraph(text(file.isComplete ? .fileIsComplete : .fileIsNotComplete)),
            ]
        )
    }

    private var plots: PaperSheet.Section {
        let rows = file.declared.map { line in
            let plot = line.plot
            return [
                plot.label, plot.grower?.name ?? "", plot.village,
                text(.hectares(plot.boundary)), plot.papers.land.map(text) ?? "-",
                plot.papers.stdb ?? "-",
            ]
        }
        return PaperSheet.Section(
            text(.plotsDeclared),
            [
                .table(
                    SheetTable(
                        head: [
                            text(.plotWord), text(.grower), text(.villageWord), text(.areaOfPlot),
                            text(.landPaper), text(.stdb),
                        ],
                        rows: rows,
                        shares: [0.2, 0.22, 0.18, 0.12, 0.16, 0.12],
                        amounts: [3]
                    )
                )
            ]
        )
    }

    /// A column for each subject, so that legality and the cut-off stay two; what says so stands
    /// below by its number, once.
    private var findings: PaperSheet.Section {
        var sources: [String] = []
        func number(_ found: ShownAssessment) -> Int {
            let day = DateWords.date(found.assessment.asOf, in: language)
            let source = [found.source, day].filter { !$0.isEmpty }.joined(separator: ", ")
            if let index = sources.firstIndex(of: source) { return index + 1 }
            sources.append(source)
            return sources.count
        }
        let rows = file.declared.map { line in
            [line.plot.label]
                + AssessedSubject.allCases.map { subject in
                    guard let found = line.assessment(subject) else { return text(.notLookedAt) }
                    let outcome = text(found.assessment.outcome.words(of: subject))
                    return "\(outcome) (\(number(found)))"
                }
        }
        let table = SheetTable(
            head: [text(.plotWord)] + AssessedSubject.allCases.map { text($0.words) },
            rows: rows
        )
        return PaperSheet.Section(
            text(.findings),
            [.table(table)]
                + (sources.isEmpty ? [] : [.heading(text(.sourcesOfFindings)), .numbered(sources)])
        )
    }

    private var leftOut: PaperSheet.Section {
        guard !file.leftOut.isEmpty else {
            return PaperSheet.Section(text(.plotsLeftOut), [.paragraph(text(.noneLeftOut))])
        }
        return PaperSheet.Section(
            text(.plotsLeftOut),
            [
                .table(
                    SheetTable(
                        head: [
                            text(.plotWord), text(.villageWord), text(.greenShort), text(.reason),
                        ],
                        rows: file.leftOut.map { out in
                            [
                                out.plot.plot.label, out.plot.plot.village,
                                text(Kilograms.words(out.plot.green)), text(out.reason.words),
                            ]
                        },
                        shares: [0.22, 0.2, 0.16, 0.42],
                        amounts: [2]
                    )
                )
            ]
        )
    }
}
