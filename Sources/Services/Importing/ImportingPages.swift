import Blueprints
import Registers
import Site
import Stories

/// Where a file for a register is chosen, and which were brought before.
struct BringFilePage: Page {
    var register: ReadableRegister
    var error: Words?
    var earlier: [Earlier]

    /// A batch of before.
    struct Earlier: Sendable {
        var batch: ListedBatch
        var by: String
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(register.register.title), register.address),
            status: error == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.bringFile.text(in: visit.language) }

    func body(_ html: HTML) {
        let field = Field("berkas", .fileToBring, hint: .fileToBringHint, .file(FileInput(.any)))
            .with(error: error)
        html(ErrorSummary(of: [field]))
        html(.h1, .bringFile)
        html(.p, Words(register.register.title), .class("redup"))
        html(.p, .bringingWhat)
        html(Form(to: register.page("impor"), [field], buttons: [Button(.next)]))
        html(
            DataTable(
                .broughtBefore,
                [
                    DataTable.Heading(.broughtWhen), DataTable.Heading(.broughtBy),
                    DataTable.Heading(.broughtRecords, isNumber: true),
                    DataTable.Heading(.stateOfBatch),
                ],
                earlier.map { line in
                    let zone = html.visit.installation.zone
                    let moment = DateWords.moment(
                        line.batch.at,
                        zone: zone,
                        in: html.visit.language
                    )
                    return DataTable.Line([
                        .link(
                            Link(Words(moment, moment), register.importing(line.batch.id, "hasil"))
                        ),
                        .text(line.by), .number(line.batch.written.map { "\($0)" } ?? ""),
                        .words(line.batch.state),
                    ])
                }
            ).whenEmpty(.nothingBrought)
        )
    }
}

extension ListedBatch {
    var state: Words { isUndone ? .batchWasUndone : written == nil ? .batchCutShort : .batchIsIn }
}

/// What bringing a file would do, before anything is written.
struct BatchPlanPage: Page {
    var register: ReadableRegister
    var id: OpaqueID
    var plan: BatchPlan
    var villages: Villages

    static let mostListed = 20

    var frame: Frame {
        Frame(width: .page, back: Link(.matchColumns, register.importing(id)))
    }

    func title(for visit: Visit) -> String { Words.checkFile.text(in: visit.language) }

    func body(_ html: HTML) {
        let new = plan.count(.new)
        html(.h1, .checkFile)
        html(Notice(.info, .rowsCounted(plan), .nothingWrittenYet))
        if plan.count(.faulty) > 0 {
            html(.h2, .faultyRows(plan.count(.faulty)))
            html(.p, .faultyRowsWhat)
            list(.faulty, html)
            html(
                ButtonRow(
                    Button(
                        .downloadFaultyRows,
                        .secondary,
                        .go(register.importing(id, "keliru.csv"))
                    )
                )
            )
        }
        html(.h2, .newRows(new))
        list(.new, html)
        if plan.count(.there) > 0 {
            html(.h2, .rowsThere(plan.count(.there)))
            list(.there, html)
        }
        guard new > 0 else { return }
        html(
            Form(to: register.importing(id, "bawa"), [], buttons: [Button(.bringIn(new))])
        )
    }

    private func list(_ kind: BatchPlan.Kind, _ html: HTML) {
        let rows = plan.rows(kind)
        let isFaulty = kind == .faulty
        var table = DataTable(
            rows.count > Self.mostListed ? .firstOf(Self.mostListed, rows.count) : .rowsOfFile,
            [
                DataTable.Heading(.rowOfFile),
                DataTable.Heading(isFaulty ? .whatIsWrong : first.map { Words($0.ask) } ?? .record),
            ],
            rows.prefix(Self.mostListed).map { planned in
                DataTable.Line([
                    .number(String(planned.row.number)), cell(planned, in: html.visit.language),
                ])
            }
        )
        table.empty = .noSuchRows
        html(table)
    }

    /// What the records of the register are called by.
    private var first: Blueprints.Question? { register.register.fields.first }

    private func cell(_ planned: BatchPlan.PlannedRow, in language: Language) -> Inline {
        switch planned.outcome {
        case .new(let content, _):
            let shown = RecordShown(
                register: register.register,
                content: content.fields,
                villages: villages
            )
            return first.flatMap { shown.value(of: $0) } ?? .text("")
        case .there: return .text(planned.row.cells.first { !$0.isEmpty } ?? "")
        case .faulty(let problems):
            let sentences = problems.map { language == .english ? $0.english : $0.indonesian }
            return .text(sentences.joined(separator: " "))
        }
    }
}

/// A file that was brought, and the way back.
struct BatchPage: Page {
    var register: ReadableRegister
    var id: OpaqueID
    var batch: RegisterBatch

    /// The records that it wrote, and of those the ones that somebody has touched since.
    var records: Int
    var touched: [Link]

    static let mostListed = 50

    var frame: Frame { Frame(width: .page, back: Link(.bringFile, register.page("impor"))) }

    func title(for visit: Visit) -> String { Words.broughtFile.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .broughtFile)
        html(.p, Words(register.register.title), .class("redup"))
        if let undone = batch.undone {
            html(Notice(.info, .undoneNow(ended: undone.ended, left: undone.left)))
        } else if batch.written == nil {
            html(Notice(.attention, .cutShort(records, of: batch.rows)))
            html(Form(to: register.importing(id, "bawa"), [], buttons: [Button(.goOnBringing)]))
        } else {
            html(Notice(.done, .broughtIn(records)))
        }
        if !touched.isEmpty {
            html(.h2, .touchedSince)
            html(.p, .touchedSinceWhat)
            html(Lines(touched.prefix(Self.mostListed).map { .link($0) }))
        }
        guard batch.undone == nil else { return }
        html(.h2, .undoBatch)
        html(.p, .undoBatchWhat)
        html(
            Form(
                to: register.importing(id, "batalkan"),
                [],
                buttons: [Button(.undoBatch, .danger)]
            )
        )
    }
}

extension ReadableRegister {
    /// A page about one file that is brought into this register.
    func importing(_ id: OpaqueID, _ page: String? = nil) -> Address {
        let register: Address =
            "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(self.register.id)/impor/\(id)"
        guard let page else { return register }
        return
            "/kerja/register/\(blueprint.publisher)/\(blueprint.name)/\(self.register.id)/impor/\(id)/\(page)"
    }
}
