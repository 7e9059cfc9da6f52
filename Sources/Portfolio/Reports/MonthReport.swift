import Ledger
import Office
import Press
import Site
import Stories

/// What happened in a month, as it is read, printed and put into a spreadsheet.
struct MonthReport: Sendable {
    var scope: ScopeNames
    var month: Month

    /// True while the month still runs.
    var isRunning: Bool
    var total: Counts
    var monthBefore: Counts
    var yearBefore: Counts
    var parts: [Axis: [Overview.Part]]

    /// How many days the decided ones took, by service.
    var medians: [String: Int]
    var median: Int?

    /// What people said in the quarter of the month.
    var satisfaction: SatisfactionBrief?
    var target: OnTimeTarget?
    var madeAt: Instant

    var isEmpty: Bool { total.received == 0 && total.ended == 0 }
}

extension OverviewDesk {
    /// The report of a month; refused for one that has not begun.
    func report(_ month: Month, _ asked: Asked, _ official: SignedIn) async throws -> MonthReport {
        let scope = try Sight(official.standing).scope(unit: asked.unit)
        let moment = now()
        return try await store.read { reader in
            let regency = try sources.surroundings.regency(reader)
            let this = Month(of: regency.installation.zone.day(moment))
            guard month <= this else { throw PortfolioRefusal.noSuchMonth }
            let query = CountQuery(reader, scope)
            let before = [month, month.back(1), month.aYearBefore]
            let totals = try query.totals(before.map(\.text))
            func of(_ month: Month) -> Counts { totals[month.text] ?? Counts() }
            var parts: [Axis: [Overview.Part]] = [:]
            for axis in Axis.allCases where axis != .unit || asked.unit == nil {
                parts[axis] = try self.parts(axis, month, query, regency, reader)
                    .filter { $0.month != Counts() }
            }
            let spans = try query.spans([month])
            let whole = spans.values.reduce(into: Spans()) { sum, spans in
                sum.counts.merge(spans.counts) { $0 + $1 }
            }
            return MonthReport(
                scope: try names(asked, official.standing, regency, reader),
                month: month,
                isRunning: month == this,
                total: of(month),
                monthBefore: of(before[1]),
                yearBefore: of(before[2]),
                parts: parts,
                medians: spans.compactMapValues(\.median),
                median: whole.median,
                satisfaction: try sources.satisfaction(reader, scope.units, nil, month.first),
                target: try sources.target(reader)?.on(month.first),
                madeAt: moment
            )
        }
    }
}

extension Words {
    static let reportOfMonth = Words("Laporan pelayanan publik", "Report on public services")
    static let stillRunning = Words(
        "Bulan ini masih berjalan, jadi angka masih bisa berubah.",
        "This month is still running, so the figures may still change."
    )
    static let emptyMonth = Words(
        "Pada bulan ini tidak ada permohonan yang masuk atau selesai.",
        "In this month no request came in and none ended."
    )
    static let summary = Words("Ringkasan", "Summary")
    static let measure = Words("Ukuran", "Measure")
    static let medianDays = Words("Lama layanan, nilai tengah", "Days taken, median")
    static let refusedCount = Words("Ditolak", "Refused")
    static let cancelledCount = Words("Ditarik warga atau habis waktu", "Withdrawn or expired")
    static let lateCount = Words("Selesai terlambat", "Finished late")
    static let howCounted = Words(
        "Tepat waktu dihitung dari permohonan yang diputus kantor (selesai atau ditolak) terhadap "
            + "tanggal yang dijanjikan kepada warga. Selama warga diminta melengkapi, waktu "
            + "berhenti. Permohonan yang ditarik atau habis waktu tidak dihitung. Lama layanan "
            + "dihitung dalam hari kalender sejak diterima.",
        "On time counts requests that the office decided (finished or refused) against the date "
            + "promised to the applicant. While the applicant is asked for more, time stands still. "
            + "Requests that were withdrawn or expired are not counted. Days taken are calendar "
            + "days since receipt."
    )

    static func days(_ days: Int) -> Words {
        Words("\(days) hari", days == 1 ? "1 day" : "\(days) days")
    }
}

extension MonthReport {
    /// The measures of the whole: this month, the month before, a year before.
    func measures(_ language: Language) -> [[String]] {
        func whole(_ value: (Counts) -> Int) -> [String] {
            [total, monthBefore, yearBefore].map { NumberWords.whole(value($0), in: language) }
        }
        func text(_ words: Words) -> String { words.text(in: language) }
        let shares = [total, monthBefore, yearBefore].map { counts in
            counts.onTimePercent().map { "\($0)%" } ?? text(.tooFewForShare)
        }
        return [
            [text(.receivedColumn)] + whole(\.received), [text(.endedColumn)] + whole(\.ended),
            [text(.onTimeShare)] + shares, [text(.lateCount)] + whole(\.late),
            [text(.refusedCount)] + whole(\.refused), [text(.cancelledCount)] + whole(\.cancelled),
        ]
    }

    func heads(_ language: Language) -> [String] {
        [.measure, month.words, month.back(1).words, month.aYearBefore.words]
            .map { (words: Words) in words.text(in: language) }
    }

    /// One row for each part of an axis.
    func rows(_ axis: Axis, _ language: Language) -> [[String]] {
        (parts[axis] ?? []).map { part in
            let share = part.month.onTimePercent().map { "\($0)%" }
            return [
                part.name.text(in: language),
                NumberWords.whole(part.month.received, in: language),
                NumberWords.whole(part.month.ended, in: language),
                share ?? Words.tooFewForShare.text(in: language),
            ]
        }
    }

    /// The sentences about time and satisfaction under the summary.
    func sentences(_ language: Language) -> [Words] {
        var sentences: [Words] = []
        if let target { sentences.append(target.words) }
        if let median {
            let days = Words.days(median)
            sentences.append(
                Words(
                    "Separuh permohonan diputus dalam \(days.indonesian) atau kurang.",
                    "Half of the requests were decided in \(days.text(in: .english)) or less."
                )
            )
        }
        if let satisfaction {
            if let index = satisfaction.index {
                sentences.append(
                    Words(
                        "IKM triwulan ini \(NumberWords.decimal(index.value, in: .indonesian)), "
                            + "mutu \(index.quality), dari \(satisfaction.answers) jawaban.",
                        "IKM of the quarter \(index.value), class \(index.quality), "
                            + "from \(satisfaction.answers) answers."
                    )
                )
            } else {
                sentences.append(
                    Words.notEnoughAnswers(satisfaction.answers, of: satisfaction.needed)
                        .map { "IKM: \($0)." }
                )
            }
        }
        return sentences
    }
}

/// The report of a month on a screen.
struct MonthReportPage: Page {
    var report: MonthReport

    var frame: Frame { Frame(width: .page, back: Link(.overview, "/pimpinan")) }

    func title(for visit: Visit) -> String {
        [.reportOfMonth, report.month.words, report.scope.name]
            .map { (words: Words) in words.text(in: visit.language) }.joined(separator: ", ")
    }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, .reportOfMonth)
        html(.p) {
            html.text(report.scope.name)
            html.text(", ")
            html.text(report.month.words)
        }
        if report.isRunning { html(Notice(.info, .stillRunning)) }
        if report.isEmpty {
            html(EmptyState(.emptyMonth))
        } else {
            content(html, language)
        }
        let address = report.scope.address("/pimpinan/laporan/\(report.month.text).pdf")
        html(
            ButtonRow(links: [
                Link(Words("Unduh PDF", "Download PDF"), address),
                Link(
                    .downloadFigures,
                    report.scope.address("/pimpinan/laporan/\(report.month.text).csv")
                ),
            ])
        )
        let before = report.month.back(1)
        html(.p) {
            html(.a, before.words, .href(report.scope.address("/pimpinan/laporan/\(before.text)")))
        }
    }

    private func content(_ html: HTML, _ language: Language) {
        html(
            DataTable(
                .summary,
                report.heads(language).enumerated().map { index, head in
                    DataTable.Heading(Words(head), isNumber: index > 0)
                },
                report.measures(language).map { row in
                    DataTable.Line(
                        row.enumerated().map {
                            $0.offset == 0 ? .text($0.element) : .number($0.element)
                        }
                    )
                }
            )
        )
        for sentence in report.sentences(language) { html(.p, sentence) }
        for axis in Axis.allCases { table(axis, html, language) }
        html(.p, .howCounted, .class("redup"))
    }

    private func table(_ axis: Axis, _ html: HTML, _ language: Language) {
        guard let parts = report.parts[axis], !parts.isEmpty else { return }
        html(.h2, axis.heading)
        html(
            DataTable(
                axis.heading,
                [
                    DataTable.Heading(axis.columnName),
                    DataTable.Heading(.receivedColumn, isNumber: true),
                    DataTable.Heading(.endedColumn, isNumber: true),
                    DataTable.Heading(.onTimeColumn, isNumber: true),
                ],
                zip(parts, report.rows(axis, language)).map { part, row in
                    let figure = Figure(text: row[3], percent: part.month.onTimePercent())
                    return DataTable.Line([
                        .text(row[0]), .number(row[1]), .number(row[2]), .part(figure),
                    ])
                }
            )
        )
    }
}

/// The report of a month on paper.
struct MonthReportPaper {
    let report: MonthReport
    let regency: RegencyNow
    let language: Language

    func pdf() throws(PressError) -> [UInt8] {
        let zone = regency.installation.zone
        let wall = zone.wall(report.madeAt)
        let clock = DateWords.clock(minute: wall.minute, in: .indonesian).replacing(".", with: ":")
        var paper = PaperSheet(
            text(.reportOfMonth),
            sections: sections,
            facts: DocumentFacts(
                title: "\(text(.reportOfMonth)) \(report.month.text)",
                author: regency.installation.regency,
                createdAt: "\(wall.day)T\(clock):00+0\(zone.hours):00",
                language: language.rawValue
            )
        )
        paper.office = text(report.scope.name)
        paper.subtitle = text(report.month.words)
        paper.footnote = text(.howCounted)
        paper.sample = regency.installation.isDemo
        return try PaperPress.pdf(of: paper)
    }

    private func text(_ words: Words) -> String { words.text(in: language) }

    private var sections: [PaperSheet.Section] {
        let day = DateWords.date(regency.installation.zone.day(report.madeAt), in: language)
        let made = Words("Dibuat \(day).", "Made on \(day).")
        guard !report.isEmpty else {
            return [.init(nil, [.paragraph(text(.emptyMonth)), .paragraph(text(made))])]
        }
        let summary = SheetTable(
            head: report.heads(language),
            rows: report.measures(language),
            shares: [0.37, 0.21, 0.21, 0.21],
            amounts: [1, 2, 3]
        )
        var passages: [Passage] = [.table(summary)]
        passages += report.sentences(language).map { .paragraph(text($0)) }
        passages.append(.paragraph(text(made)))
        if report.isRunning { passages.append(.paragraph(text(.stillRunning))) }
        let tables = Axis.allCases.compactMap { axis -> PaperSheet.Section? in
            guard let parts = report.parts[axis], !parts.isEmpty else { return nil }
            let rows = zip(parts, report.rows(axis, language)).map { part, row in
                row + [Self.bar(part.month.onTimePercent())]
            }
            let heads: [Words] = [axis.columnName, .receivedColumn, .endedColumn, .onTimeColumn]
            let table = SheetTable(
                head: heads.map(text) + [""],
                rows: rows,
                shares: [0.4, 0.11, 0.11, 0.16, 0.22],
                amounts: [1, 2, 3]
            )
            return .init(text(axis.heading), [.table(table)])
        }
        return [.init(text(.summary), passages)] + tables
    }

    /// A share as a row of blocks, one for each ten per cent.
    private static func bar(_ percent: Int?) -> String {
        percent.map { String(repeating: "\u{2588}", count: ($0 + 5) / 10) } ?? ""
    }
}

extension MonthReport {
    /// The report as rows of a spreadsheet.
    func spreadsheet() -> Spreadsheet {
        let head = [
            "bulan", "menurut", "nama", "masuk", "selesai", "tepat_waktu", "terlambat", "ditolak",
            "dibatalkan", "nilai_tengah_hari",
        ]
        func row(_ kind: String, _ name: String, _ counts: Counts, _ median: Int?) -> [String] {
            [month.text, kind, name]
                + [
                    counts.received, counts.ended, counts.onTime, counts.late, counts.refused,
                    counts.cancelled,
                ].map(String.init) + [median.map(String.init) ?? ""]
        }
        var rows = [head, row("semua", scope.name.indonesian, total, median)]
        for axis in Axis.allCases {
            for part in parts[axis] ?? [] {
                rows.append(
                    row(
                        axis.word,
                        part.name.indonesian,
                        part.month,
                        axis == .service ? part.code.flatMap { medians[$0.text] } : nil
                    )
                )
            }
        }
        return Spreadsheet(rows)
    }
}

extension Axis {
    /// As spreadsheets name it.
    var word: String {
        switch self {
        case .unit: "kantor"
        case .service: "layanan"
        case .district: "kecamatan"
        }
    }
}
