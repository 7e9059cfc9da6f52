import Site
import Stories

/// What a leader reads in half a minute: what needs a signature, three numbers, what is late.
struct OverviewPage: Page {
    var overview: Overview

    init(_ overview: Overview) { self.overview = overview }

    private var scope: ScopeNames { overview.scope }

    var frame: Frame {
        Frame(width: .page, back: scope.isWhole ? nil : Link(.overview, "/pimpinan"))
    }

    func title(for visit: Visit) -> String {
        "\(Words.overview.text(in: visit.language)), \(scope.name.text(in: visit.language))"
    }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, scope.name)
        html(.p, DateWords.longDate(overview.today, in: language))
        html(FreshnessLine(.countedUntil(overview.countedUntil)))
        if overview.toSign > 0 {
            html(.p) {
                html(.strong, .toSign(overview.toSign))
                html.text(" ")
                html(
                    .a,
                    .openSigning,
                    .class("tombol tombol-dua"),
                    .href("/kerja/paraf")
                )
            }
        }
        for work in overview.waiting {
            html(.p) { html(.a, work.words, .href(work.address)) }
        }
        if overview.isEmpty {
            html(EmptyState(.noCasesYet))
            return
        }
        html(KeyFacts(numbers(language)))
        overdue(html)
        for axis in [Axis.unit, .service] { table(axis, html) }
        elements(html)
        map(html)
        trend(html)
        html(ButtonRow(links: downloads))
    }

    private var downloads: [Link] {
        let csv = scope.address("/pimpinan/angka.csv")
        return [
            Link(.downloadFigures, csv),
            Link(.monthlyReport, "/pimpinan/laporan/\(overview.month.back(1).text)"),
        ]
    }

    // MARK: - Three numbers

    private func numbers(_ language: Language) -> [(name: Words, value: Inline)] {
        var numbers: [(name: Words, value: Inline)] = [(.onTimeShare, onTime)]
        if let satisfaction = overview.satisfaction {
            numbers.append((.indexIKM, index(satisfaction, language)))
        }
        let week = Week(of: overview.today)
        numbers.append(
            (
                .receivedThisWeek,
                .part(
                    Figure(
                        text: NumberWords.whole(overview.thisWeek.received, in: language),
                        address: scope.list(.received, .week(week)),
                        after: [.lastWeekHad(overview.lastWeek.received)]
                    )
                )
            )
        )
        return numbers
    }

    private var onTime: Inline {
        guard let percent = overview.thisMonth.onTimePercent() else {
            return .words(
                Words(
                    "Belum cukup yang selesai bulan ini "
                        + "(\(overview.thisMonth.decided) dari \(Counts.enough))",
                    "Too few ended this month (\(overview.thisMonth.decided) of \(Counts.enough))"
                )
            )
        }
        var after: [Words] = []
        if let target = overview.target { after.append(.targetIs(target.percent)) }
        if let before = overview.lastYear.onTimePercent() { after.append(.aYearAgo(before)) }
        if let before = overview.lastMonth.onTimePercent() {
            after.append(.change(percent, from: before, overview.month.back(1)))
        }
        return .part(
            Figure(
                text: "\(percent)%",
                address: scope.list(.onTime, .month(overview.month)),
                percent: percent,
                after: after
            )
        )
    }

    private func index(_ satisfaction: SatisfactionBrief, _ language: Language) -> Inline {
        guard let index = satisfaction.index else {
            return .words(.notEnoughAnswers(satisfaction.answers, of: satisfaction.needed))
        }
        return .part(
            Figure(
                text: "\(NumberWords.decimal(index.value, in: language)) \(index.quality)",
                address: "/kerja/ikm"
            )
        )
    }

    // MARK: - What is late

    private func overdue(_ html: HTML) {
        html(.h2) {
            html.text(.overdueNow)
            html.text(" (\(NumberWords.whole(overview.now.overdue, in: html.visit.language)))")
        }
        guard !overview.overdue.isEmpty else {
            html(.p, .noneOverdue)
            return
        }
        html(.ul, .class("tugas")) {
            for line in overview.overdue {
                html(.li) {
                    html(.span) {
                        html.text(line.unit)
                        html.text(" · ")
                        html.text(line.service)
                    }
                    html(.a, .href(scope.list(.overdue, .month(overview.month)))) {
                        html.text(.daysOver(line.days))
                        html(.span, " \(line.number)", .class("tersembunyi"))
                    }
                }
            }
        }
        html(.p) { html(.a, .allOverdue, .href(scope.list(.overdue, .month(overview.month)))) }
    }

    // MARK: - Parts

    private func table(_ axis: Axis, _ html: HTML) {
        guard let parts = overview.parts[axis] else { return }
        // A regency has some hundreds of offices: a phone gets those that need a look first.
        let shown = Array(parts.prefix(Self.mostParts))
        html(PartsTable(axis: axis, parts: shown, overview: overview))
        if shown.count < parts.count { html(.p, .shownOf(shown.count, parts.count)) }
    }

    private static let mostParts = 10

    private func elements(_ html: HTML) {
        guard let satisfaction = overview.satisfaction else { return }
        html(.h2, .elements)
        guard !satisfaction.elements.isEmpty else {
            html(.p, .notEnoughAnswers(satisfaction.answers, of: satisfaction.needed))
            return
        }
        let language = html.visit.language
        html(
            DataTable(
                .elements,
                [
                    DataTable.Heading(.elementColumn),
                    DataTable.Heading(.averageColumn, isNumber: true),
                ],
                satisfaction.elements.map { element in
                    let digits = element.average.filter(\.isNumber)
                    let hundredths = Int(digits) ?? 0
                    return DataTable.Line([
                        .words(element.name),
                        .part(
                            Figure(
                                text: NumberWords.decimal(element.average, in: language),
                                percent: min(100, hundredths / 4)
                            )
                        ),
                    ])
                }
            )
        )
    }

    private func map(_ html: HTML) {
        guard let parts = overview.parts[.district], !parts.isEmpty else { return }
        html(.h2, Axis.district.heading)
        html(.p, .mapShows)
        if let shapes = overview.shapes {
            html(DistrictMap(shapes: shapes, parts: parts))
        } else {
            html(TileMap(parts: parts))
        }
        html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
            html(.summary, .asTable)
            html(.div) { html(PartsTable(axis: .district, parts: parts, overview: overview)) }
        }
    }

    private func trend(_ html: HTML) {
        html(.h2, .trend)
        html(.p, .trendOf)
        html(
            TrendChart(
                points: overview.weeks.map { ($0.week.monday, $0.counts.onTimePercent()) },
                target: overview.target?.percent
            )
        )
        if let target = overview.target { html(.p, target.words, .class("redup")) }
    }
}

/// The parts of the whole as a table; every figure leads to the list behind it.
struct PartsTable: Component {
    let axis: Axis
    let parts: [Overview.Part]
    let overview: Overview

    func write(to html: HTML) {
        guard !parts.isEmpty else {
            html(EmptyState(.noCasesThisMonth))
            return
        }
        html(
            DataTable(
                axis.heading,
                [
                    DataTable.Heading(axis.columnName),
                    DataTable.Heading(.receivedColumn, isNumber: true),
                    DataTable.Heading(.endedColumn, isNumber: true),
                    DataTable.Heading(.onTimeColumn, isNumber: true),
                    DataTable.Heading(.overdueColumn, isNumber: true),
                ],
                parts.map { line($0, html.visit.language) }
            )
        )
    }

    private func line(_ part: Overview.Part, _ language: Language) -> DataTable.Line {
        func figure(_ count: Int, _ behind: Behind) -> Inline {
            guard count > 0, let code = part.code else {
                return .number(NumberWords.whole(count, in: language))
            }
            return .part(
                Figure(
                    text: NumberWords.whole(count, in: language),
                    address: overview.scope.list(behind, .month(overview.month), (axis, code))
                )
            )
        }
        let share: Inline =
            part.month.onTimePercent().map { percent in
                .part(
                    Figure(
                        text: "\(percent)%",
                        address: part.code.map {
                            overview.scope.list(.late, .month(overview.month), (axis, $0))
                        },
                        percent: percent
                    )
                )
            } ?? .words(.tooFewForShare)
        return DataTable.Line([
            part.code.map { .link(Link(part.name, axis.page($0))) } ?? .words(part.name),
            figure(part.month.received, .received), figure(part.month.ended, .ended),
            share, figure(part.now.overdue, .overdue),
        ])
    }
}

extension ScopeNames {
    /// An address that names the same part in its query.
    func address(_ page: Address) -> Address {
        var address = page
        if let unit { address = address.with("unit", unit.code.text) }
        if let service { address = address.with("layanan", service.code.text) }
        if let district { address = address.with("wilayah", district.code.text) }
        return address
    }
}
