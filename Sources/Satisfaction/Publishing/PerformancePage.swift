package import Site

/// What everybody may know: the published figures of all offices, or why there are none yet.
package struct PerformancePage: Page {
    package var lines: [Line]

    package init(_ lines: [Line]) { self.lines = lines }

    /// One published report, or an office of which nothing is published.
    package struct Line: Sendable {
        package var unit: Words

        /// Where its elements and its plan stand.
        package var address: Address?
        package var service: Words
        package var period: Words
        package var figures: ReportFigures?

        package init(
            unit: Words,
            address: Address? = nil,
            service: Words,
            period: Words,
            figures: ReportFigures?
        ) {
            self.unit = unit
            self.address = address
            self.service = service
            self.period = period
            self.figures = figures
        }
    }

    package var frame: Frame { Frame(width: .page, isIndexed: true) }

    package func title(for visit: Visit) -> String { Words.performance.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .performance)
        html(.p, .performanceLead)
        if !lines.contains(where: { $0.figures != nil }) {
            html(Notice(.info, heading: .notPublished, .nothingPublished))
        }
        let language = html.visit.language
        html(
            DataTable(
                .satisfaction,
                [
                    DataTable.Heading(.unit), DataTable.Heading(.service),
                    DataTable.Heading(.period),
                    DataTable.Heading(.index, isNumber: true), DataTable.Heading(.quality),
                    DataTable.Heading(.answers, isNumber: true),
                ],
                lines.map { Self.line($0, language) }
            )
        )
        html(.p, .scaleExplained)
        html(ButtonRow(links: [Link(.downloadCSV, "/kinerja.csv")]))
    }

    private static func line(_ line: Line, _ language: Language) -> DataTable.Line {
        let unit: Inline = line.address.map { .link(Link(line.unit, $0)) } ?? .words(line.unit)
        guard let figures = line.figures, let index = figures.index else {
            return DataTable.Line([
                unit, .words(line.service), .words(.notPublished), "-", "-", "-",
            ])
        }
        return DataTable.Line([
            unit, .words(line.service), .words(line.period),
            .number(NumberWords.decimal(index.text, in: language)),
            .words(index.quality.labelled), .number("\(figures.tally.count)"),
        ])
    }
}

/// One office's published reports, each with its elements and what the office is going to do.
package struct UnitPerformancePage: Page {
    package var unit: Words
    package var reports: [Published]

    package init(unit: Words, _ reports: [Published]) {
        self.unit = unit
        self.reports = reports
    }

    /// One published report.
    package struct Published: Sendable {
        package var service: Words
        package var period: Words
        package var date: Words
        package var figures: ReportFigures
        package var plan: String?

        package init(
            service: Words,
            period: Words,
            date: Words,
            figures: ReportFigures,
            plan: String?
        ) {
            self.service = service
            self.period = period
            self.date = date
            self.figures = figures
            self.plan = plan
        }
    }

    package var frame: Frame {
        Frame(width: .page, back: Link(.performance, "/kinerja"), isIndexed: true)
    }

    package func title(for visit: Visit) -> String {
        [.performance, unit].map { $0.text(in: visit.language) }.joined(separator: ", ")
    }

    package func body(_ html: HTML) {
        html(.h1, unit)
        if reports.isEmpty { html(Notice(.info, heading: .notPublished, .nothingPublished)) }
        for report in reports { write(report, html) }
        html(.p, .scaleExplained)
    }

    private func write(_ report: Published, _ html: HTML) {
        let language = html.visit.language
        html(.h2) {
            html.text(report.service)
            html.text(", ")
            html.text(report.period)
        }
        var facts: [(name: Words, value: Inline)] = []
        if let index = report.figures.index {
            facts = [
                (.index, .number(NumberWords.decimal(index.text, in: language))),
                (.quality, .words(index.quality.labelled)),
            ]
        }
        let sample = report.figures.sample
        facts += [
            (.answers, .number("\(sample.answers)")),
            (.endedCases, .number("\(sample.population)")),
            (.weightOfElement, .words(report.figures.policy.words)),
        ]
        html(KeyFacts(facts))
        html(ElementTable(report.figures))
        if let plan = report.plan {
            html(.h3, .plan)
            for line in plan.split(separator: "\n") { html(.p, String(line)) }
        }
        html(.p, .publishedOn(report.date), .class("redup"))
    }
}
