package import Site

/// What everybody may know: the published figures of all offices, or why there are none yet.
package struct PerformancePage: Page {
    package var lines: [Line]

    /// The offices of which nothing is published.
    package var silent: [Words]

    /// What another feature adds below.
    package var besides: (any Component)?

    package init(_ lines: [Line], silent: [Words]) {
        self.lines = lines
        self.silent = silent
    }

    /// One published report.
    package struct Line: Sendable {
        package var unit: Words

        /// Where its elements and its plan stand.
        package var address: Address?
        package var service: Words
        package var period: Words
        package var figures: ReportFigures

        package init(
            unit: Words,
            address: Address? = nil,
            service: Words,
            period: Words,
            figures: ReportFigures
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
        if lines.isEmpty {
            html(Notice(.info, heading: .notPublished, .nothingPublished))
        } else {
            table(html)
        }
        besides?.write(to: html)
        guard !silent.isEmpty else { return }
        html(.h2, lines.isEmpty ? .unit : .notPublished)
        html(Lines(silent.map { .words($0) }))
    }

    private func table(_ html: HTML) {
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
        let index = line.figures.index
        return DataTable.Line([
            unit, .words(line.service), .words(line.period),
            .number(index.map { NumberWords.decimal($0.text, in: language) } ?? ""),
            index.map { .words($0.quality.labelled) } ?? "",
            .number("\(line.figures.tally.count)"),
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
        html(.h2) {
            html.text(report.service)
            html.text(", ")
            html.text(report.period)
        }
        var facts: [(name: Words, value: Inline)] = []
        if let index = report.figures.index {
            facts = [
                (.indexName, .words(.indexInScale(index))),
                (.quality, .words(index.quality.labelled)),
            ]
        }
        facts += [
            (.answers, .words(.answered(report.figures.sample))),
            (.weight, .words(report.figures.policy.words)),
        ]
        html(KeyFacts(facts))
        html(ElementTable(report.figures, isForEverybody: true))
        if let plan = report.plan {
            html(.h3, .plan)
            for line in plan.split(separator: "\n") { html(.p, String(line)) }
        }
        html(.p, .publishedOn(report.date), .class("redup"))
    }
}
