package import Site

/// The reports that an official may open, for one period.
package struct ReportListPage: Page {
    package var period: Period
    package var whole: [Entry]
    package var services: [Entry]
    package var others: [Link]

    package init(_ period: Period, whole: [Entry], services: [Entry], others: [Link]) {
        self.period = period
        self.whole = whole
        self.services = services
        self.others = others
    }

    /// One report: what it is about, and what it comes to.
    package struct Entry: Sendable {
        package var unit: Words
        package var service: Words
        package var address: Address
        package var figures: ReportFigures

        package init(unit: Words, service: Words, address: Address, figures: ReportFigures) {
            self.unit = unit
            self.service = service
            self.address = address
            self.figures = figures
        }
    }

    package var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    package func title(for visit: Visit) -> String {
        Words.satisfaction.text(in: visit.language) + ", "
            + period.words.text(in: visit.language)
    }

    package func body(_ html: HTML) {
        html(.h1, .satisfaction)
        html(.p, period.words)
        html(table(.ofTheWholeUnit, whole, html.visit.language))
        html(table(.byService, services, html.visit.language))
        html(.h2, .otherPeriods)
        html(Lines(others.map { .link($0) }))
    }

    private func table(_ caption: Words, _ entries: [Entry], _ language: Language) -> DataTable {
        DataTable(
            caption,
            [
                DataTable.Heading(.unit), DataTable.Heading(.service),
                DataTable.Heading(.answers, isNumber: true),
                DataTable.Heading(.index, isNumber: true), DataTable.Heading(.quality),
            ],
            entries.map { entry in
                let told = entry.figures.told
                return DataTable.Line([
                    .link(Link(entry.unit, entry.address)),
                    .words(entry.service),
                    .number("\(entry.figures.tally.count) / \(entry.figures.population)"),
                    told.map { .number(NumberWords.decimal($0.text, in: language)) } ?? "-",
                    told.map { .words($0.quality.labelled) }
                        ?? .words(.notEnough(entry.figures.sample)),
                ])
            }
        )
    }
}

extension QualityClass {
    /// "B, baik".
    var labelled: Words { words.map { "\(rawValue), \($0.lowercased())" } }
}
