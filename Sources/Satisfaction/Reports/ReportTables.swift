package import Site

// What page, paper and spreadsheet say in the same words: the rows of a report.

extension ReportFigures {
    /// One element's row: code and title, average, weighted average, as canonical decimals.
    struct ElementRow: Sendable {
        let element: SurveyElement
        let average: String
        let weighted: String
    }

    /// The elements, the lowest first.
    var elementRows: [ElementRow] {
        tally.lowestFirst.compactMap { element in
            guard let average = tally.average(of: element),
                let weighted = tally.weighted(element, policy)
            else { return nil }
            return ElementRow(
                element: element,
                average: average.text(decimals: 4),
                weighted: weighted.text(decimals: 4)
            )
        }
    }

    /// The index, where the sample allows one to be told.
    var told: SatisfactionIndex? { sample.isEnough ? index : nil }
}

extension Report {
    /// What was said to one trait: the words in their order, then how many left it out.
    ///
    /// Fewer than five are not told, nor is the smallest of the others where there is one such
    /// only: what is left of the whole would tell it.
    package func lines(of trait: Trait) -> [(words: Words, count: Words)] {
        let own = profile.filter { $0.trait == trait && $0.count > 0 }
        var hidden = own.filter { $0.count < Sample.fewest }
        if hidden.count == 1,
            let next = own.filter({ $0.count >= Sample.fewest })
                .min(by: { $0.count < $1.count })
        {
            hidden.append(next)
        }
        return (trait.order + [nil]).compactMap { word in
            guard let line = own.first(where: { $0.word == word }) else { return nil }
            let words = word.map { trait.words($0) ?? Words($0) } ?? .notFilledIn
            return (words, hidden.contains(line) ? .notTold : Words(String(line.count)))
        }
    }
}

/// The table of the nine elements, as pages show it.
struct ElementTable: Component {
    let figures: ReportFigures

    /// Everybody is shown averages to two decimals; what they weigh is for reports.
    let isForEverybody: Bool

    init(_ figures: ReportFigures, isForEverybody: Bool = false) {
        self.figures = figures
        self.isForEverybody = isForEverybody
    }

    func write(to html: HTML) {
        if isForEverybody { brief(html) } else { whole(html) }
    }

    private func brief(_ html: HTML) {
        let language = html.visit.language
        html(
            DataTable(
                .elementsLowestFirst,
                [DataTable.Heading(.element), DataTable.Heading(.averageOf4, isNumber: true)],
                figures.tally.lowestFirst.map { element in
                    let average = figures.tally.average(of: element)?.text(decimals: 2)
                    return DataTable.Line([
                        .words(element.title),
                        .number(average.map { NumberWords.decimal($0, in: language) } ?? ""),
                    ])
                }
            )
        )
    }

    private func whole(_ html: HTML) {
        let language = html.visit.language
        html(
            DataTable(
                .elementsLowestFirst,
                [
                    DataTable.Heading(.element),
                    DataTable.Heading(.average, isNumber: true),
                    DataTable.Heading(.weighted, isNumber: true),
                ],
                figures.elementRows.map { row in
                    DataTable.Line([
                        .words(row.element.numberedTitle),
                        .number(NumberWords.decimal(row.average, in: language)),
                        .number(NumberWords.decimal(row.weighted, in: language)),
                    ])
                }
            )
        )
    }
}

extension SurveyElement {
    /// "U3 Waktu Penyelesaian".
    package var numberedTitle: Words { title.map { "\(code) \($0)" } }
}

extension RegencyNow {
    func unitWords(_ scope: ReportScope) -> Words {
        scope.unit.map(name(ofUnit:)) ?? .allUnits
    }

    func serviceWords(_ scope: ReportScope) -> Words {
        scope.service.map(title(ofService:)) ?? .allServices
    }
}
