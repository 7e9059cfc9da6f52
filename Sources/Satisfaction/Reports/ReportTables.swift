import Site

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
    /// A count as it may be shown: a few are not told apart.
    static func shown(_ count: Int) -> String {
        (1..<Sample.fewest).contains(count) ? "1-\(Sample.fewest - 1)" : String(count)
    }

    /// What was said to one trait: the words in their order, then how many left it out.
    func lines(of trait: Trait) -> [(words: Words, count: String)] {
        let own = profile.filter { $0.trait == trait }
        let said = trait.order.compactMap { word -> (Words, String)? in
            guard let line = own.first(where: { $0.word == word }), let words = trait.words(word)
            else { return nil }
            return (words, Self.shown(line.count))
        }
        let silent = own.first { $0.word == nil }.map { (Words.notFilledIn, Self.shown($0.count)) }
        return said + (silent.map { [$0] } ?? [])
    }
}

/// The table of the nine elements, as pages show it.
struct ElementTable: Component {
    let figures: ReportFigures
    var caption: Words = .elementsLowestFirst

    init(_ figures: ReportFigures) { self.figures = figures }

    func write(to html: HTML) {
        let language = html.visit.language
        html(
            DataTable(
                caption,
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
    var numberedTitle: Words { title.map { "\(code) \($0)" } }
}

extension RegencyNow {
    func unitWords(_ scope: ReportScope) -> Words {
        scope.unit.map(name(ofUnit:)) ?? .allUnits
    }

    func serviceWords(_ scope: ReportScope) -> Words {
        scope.service.map(title(ofService:)) ?? .allServices
    }
}
