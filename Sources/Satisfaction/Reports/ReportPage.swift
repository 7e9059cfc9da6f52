package import Site

/// One report as its office and the leaders see it.
package struct ReportPage: Page {
    package var unit: Words
    package var service: Words
    package var report: Report
    package var counted: Words
    package var downloads: [Link]
    package var back: Address

    /// When it was last published, if ever.
    package var published: Words?

    /// True right after it was approved.
    package var isDone = false

    /// Where a leader approves it.
    package var approve: Form?

    package init(
        unit: Words,
        service: Words,
        report: Report,
        counted: Words,
        downloads: [Link],
        back: Address
    ) {
        self.unit = unit
        self.service = service
        self.report = report
        self.counted = counted
        self.downloads = downloads
        self.back = back
    }

    package var frame: Frame { Frame(width: .page, back: Link(.satisfaction, back)) }

    package func title(for visit: Visit) -> String {
        [.reportTitle, service, unit, report.scope.period.words]
            .map { $0.text(in: visit.language) }.joined(separator: ", ")
    }

    package func body(_ html: HTML) {
        html(.h1, .reportTitle)
        if isDone { html(Notice(.done, .publishedDone)) }
        html(facts)
        html(FreshnessLine(.countedUntil(counted)))
        let sample = report.figures.sample
        guard sample.isEnough else {
            html(Notice(.attention, heading: .notEnough(sample), .why(sample)))
            return
        }
        html(ElementTable(report.figures))
        html(.p, .lowestThree)
        html(ButtonRow(links: downloads))
        profile(html)
        remarks(html)
        if let approve {
            html(.h2, .publishHeading)
            html(.p, .publishWhat)
            html(approve)
        }
    }

    private var facts: KeyFacts {
        let (figures, sample) = (report.figures, report.figures.sample)
        var facts: [(name: Words, value: Inline)] = [
            (.unit, .words(unit)), (.service, .words(service)),
            (.period, .words(report.scope.period.words)),
            (.answers, .words(.answered(sample))),
            (.atLeast, .words(.answersNeeded(sample))),
        ]
        if let told = figures.told {
            facts += [
                (.indexName, .words(.indexInScale(told))),
                (.quality, .words(told.quality.labelled)),
                (.weight, .words(figures.policy.words)),
            ]
        }
        facts.append((.publication, .words(published ?? .notPublished)))
        return KeyFacts(facts)
    }

    private func profile(_ html: HTML) {
        html(.h2, .respondents)
        html(.p, .fewAreHidden)
        for trait in Report.Trait.allCases {
            html(
                DataTable(
                    trait.title,
                    [
                        DataTable.Heading(trait.title),
                        DataTable.Heading(.howMany, isNumber: true),
                    ],
                    report.lines(of: trait).map { line in
                        DataTable.Line([.words(line.words), .words(line.count)])
                    }
                )
            )
        }
    }

    private func remarks(_ html: HTML) {
        html(.h2, .remarks)
        html(.p, .remarksAreForHere)
        guard !report.remarks.isEmpty else {
            html(EmptyState(.nothingHere))
            return
        }
        html(Lines(report.remarks.map { .text($0) }))
    }
}
