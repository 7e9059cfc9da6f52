import Beans
import Site
import Stories

/// The table of a laboratory: what was found in a sample, and what SNI 01-2907-2008 makes of it.
struct GradePage: Page {
    let lot: ShownLot
    var typed = GradePage.empty
    var report: GradeReport?

    /// The laboratory's file, where one was reckoned.
    var carried: String?

    /// What concerns no field of the form.
    var problems: [Words] = []

    /// Three hundred grams is what the standard weighs out.
    private static let empty: FormAsTyped = {
        var typed = FormAsTyped()
        typed[LabColumn.grams.name] = "300"
        return typed
    }()

    init(lot: ShownLot) { self.lot = lot }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(lot.title), Address("/lot/\(lot.code)")),
            status: typed.isRight && problems.isEmpty ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.gradeSheet.text(in: visit.language) }

    mutating func note(_ words: Words, at field: String, _ place: Words?) {
        let told =
            place.map { place in
                Words(
                    "\(place.indonesian): \(words.indonesian)",
                    "\(place.text(in: .english)): \(words.text(in: .english))"
                )
            } ?? words
        if field.isEmpty { problems.append(told) } else { typed.errors[field] = told }
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .gradeSheet)
        for problem in problems { html(Notice(.danger, problem)) }
        if let report { html(GradeReckoned(report)) } else { html(.p, .gradeSheetAbout) }
        html(form)
    }

    private var form: Form {
        let sheet = GradeSheet(typed: typed).fields
        var fields = sheet.fields
        let treatments = [Treatment.dry, .wet].map { Option($0.rawValue, Words($0.title)) }
        fields.append(typed.pick("olah", .treatment, treatments, isOptional: true))
        fields.append(
            typed.field(
                "berkas",
                .labFile,
                hint: .labFileHint,
                isOptional: true,
                .file(FileInput(.any))
            )
        )
        var form = Form(
            to: Address("/lot/\(lot.code)/mutu"),
            fields,
            hidden: carried.map { [("isi", $0)] } ?? [],
            buttons: [Button(.reckon, .secondary, .send(name: "untuk", value: "hitung"))]
        )
        if report != nil {
            form.buttons.insert(
                Button(.writeGrade, .primary, .send(name: "untuk", value: "catat")),
                at: 0
            )
        }
        form.headings = sheet.headings
        return form
    }
}

/// A grade with every line of its reckoning, so that nobody has to believe it.
struct GradeReckoned: Component {
    private let report: GradeReport

    init(_ report: GradeReport) { self.report = report }

    func write(to html: HTML) {
        html(
            Notice(
                report.isWithinStandard ? .done : .attention,
                heading: Words(report.conclusion),
                Words(report.scaling)
            )
        )
        html(
            DataTable(
                .defectsFound,
                [.init(.defect), .init(.reckoning, isNumber: true)],
                report.lines.map { line in
                    DataTable.Line([
                        .words(Words(line.defect.title)), .words(Words(line.arithmetic)),
                    ])
                }
            ).whenEmpty(.noDefects)
        )
        html(.ul) {
            for requirement in report.requirements { html(.li, Words(requirement.sentence)) }
            for note in report.notes { html(.li, Words(note)) }
        }
    }
}

/// The form of a cupping; first the protocol, then its marks.
struct CuppingPage: Page {
    let lot: ShownLot
    let sheet: CuppingSheet?

    private var address: Address { Address("/lot/\(lot.code)/cicip") }

    var frame: Frame {
        Frame(
            back: Link(Words(lot.title), Address("/lot/\(lot.code)")),
            status: sheet?.typed.isRight ?? true ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.cuppingSheet.text(in: visit.language) }

    func body(_ html: HTML) {
        if let sheet { html(ErrorSummary(of: sheet.fields)) }
        html(.h1, .cuppingSheet)
        html(.p, .scoresAreNotConverted)
        guard let sheet else { return html(choice) }
        html(.p, Words(sheet.judgedBy.title))
        html(
            Form(
                to: address,
                sheet.fields,
                hidden: [("cara", sheet.judgedBy.rawValue)],
                buttons: [Button(.writeCup)]
            )
        )
    }

    private var choice: Form {
        var form = Form(
            to: address,
            [
                Field(
                    "cara",
                    .whichProtocol,
                    .choice(
                        nil,
                        CuppingSheet.offered.map { Option($0.rawValue, Words($0.title)) }
                    )
                )
            ],
            buttons: [Button(.next)]
        )
        form.isSearch = true
        return form
    }
}
