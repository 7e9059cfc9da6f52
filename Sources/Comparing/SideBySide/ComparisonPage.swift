import Exchange
import Site
import Stories

/// The services that this regency has in common with others, and where evidence comes in.
struct ComparisonListPage: Page {
    let services: [CommonService]
    let back: Link
    var problem: Words?
    var isTaken = false

    var frame: Frame { Frame(width: .page, back: back, status: problem == nil ? 200 : 422) }

    func title(for visit: Visit) -> String { Words.comparison.text(in: visit.language) }

    private var file: Field {
        Field("bukti", .evidenceFile, hint: .evidenceFileHint, .file(FileInput(.any)))
            .with(error: problem)
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: [file]))
        html(.h1, .comparison)
        if isTaken { html(Notice(.done, .taken)) }
        html(.p, .comparisonLead)
        html(.h2, .inCommon)
        var table = DataTable(
            .inCommon,
            [.init(Words("Layanan", "Service")), .init(.alsoIn), .init(.versionMeasure)],
            services.map { common in
                DataTable.Line([
                    .link(Link(Words(common.service.title), common.service.page)),
                    .text(common.partners.joined(separator: ", ")),
                    .text("\(common.service.blueprint) \(common.service.version)"),
                ])
            }
        )
        table.hidesCaption = true
        html(table.whenEmpty(.noneInCommon))
        html(.h2, .takeEvidence)
        html(Form(to: "/kelola/studi-banding", [file], buttons: [Button(.takeIn)]))
    }
}

/// One service in two or more regencies, side by side.
struct ComparisonPage: Page {
    let compared: ComparedService
    let measures: [ComparedMeasure]
    let zone: Zone
    var isSaved = false

    /// A year; paper and spreadsheet have what was before, too.
    private static let quartersShown = 4

    var frame: Frame {
        Frame(width: .workbench, back: Link(.comparison, "/kelola/studi-banding"))
    }

    func title(for visit: Visit) -> String {
        "\(Words.comparison.text(in: visit.language)), \(compared.service.title)"
    }

    func body(_ html: HTML) {
        html(.h1, Words(compared.service.title))
        if isSaved { html(Notice(.done, .saved)) }
        html(.p) {
            html.text(.comparison)
            html.text(": ")
            html.text(compared.regencies.map(\.name).joined(separator: ", "))
        }
        for quarter in compared.quarters.prefix(Self.quartersShown) { table(quarter, html) }
        let doubted = compared.regencies.filter {
            $0.cells.values.contains(where: \.isContradicted)
        }
        for regency in doubted {
            html(Notice(.danger, heading: Words(regency.name), .twoFiguresSaid))
        }
        html(.p, .howCounted, .class("redup"))
        html(.h2, .whatWasAdapted)
        for regency in compared.regencies { adapted(regency, html) }
        html(.h2, .beforeAndAfter)
        sides(html)
        html(
            ButtonRow(links: [
                Link(.downloadPDF, compared.service.page("banding.pdf")),
                Link(.downloadCSV, compared.service.page("banding.csv")),
                Link(.dossier, compared.service.page("berkas-replikasi")),
            ])
        )
    }

    private func table(_ quarter: Quarter, _ html: HTML) {
        html(
            DataTable(
                quarter.words,
                [.init(.measure)] + compared.regencies.map { .init(Words($0.name)) },
                compared.rows(quarter, measures).map { row in
                    DataTable.Line([.words(row.name)] + row.values.map { .words($0.words) })
                }
            )
        )
    }

    private func adapted(_ regency: ComparedRegency, _ html: HTML) {
        html(.h3, Words(regency.name))
        if regency.isOrigin, regency.adapted.isEmpty {
            html(.p, .isItsOrigin)
        } else if regency.adapted.isEmpty {
            html(.p, .nothingAdapted)
        } else {
            html(AdaptedList(adapted: regency.adapted))
        }
    }

    private func sides(_ html: HTML) {
        let both = compared.beforeAndAfter
        if both.before == nil { html(.p, .noBefore) }
        if both.after == nil { html(.p, .noAfter) }
        html(BeforeAndAfterTable(both: both))
        if let entry = compared.replication.baselined {
            html(.p, .lastSaid(entry, zone), .class("redup"))
        }
        html(ButtonRow(links: [Link(.enterBaseline, compared.service.page("dasar"))]))
    }
}

/// What was changed, with the reason for each.
struct AdaptedList: Component {
    let adapted: [Adaptation]

    func write(to html: HTML) {
        html(
            Lines(
                adapted.map { edit in
                    .text(edit.reason.isEmpty ? edit.sentence : "\(edit.sentence) — \(edit.reason)")
                }
            )
        )
    }
}

/// How it went before and how it goes now, as far as either is known.
struct BeforeAndAfterTable: Component {
    let both: BeforeAndAfter

    func write(to html: HTML) {
        guard !both.rows.isEmpty else { return }
        let origin: DataTable.Line = DataTable.Line([
            .words(.fromWhere), .words(both.before?.origin ?? "–"),
            .words(both.after?.origin ?? "–"),
        ])
        var table = DataTable(
            .beforeAndAfter,
            [.init(.measure), .init(.before), .init(.after)],
            [origin]
                + both.rows.map { row in
                    DataTable.Line([
                        .words(row.name), .words(row.before.words), .words(row.after.words),
                    ])
                }
        )
        table.hidesCaption = true
        html(table)
    }
}
