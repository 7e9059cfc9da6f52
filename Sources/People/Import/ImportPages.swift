import Office
import Site
import Stories

/// Where a file is chosen, and what was imported before.
struct ImportPage: Page {
    var error: Words?
    var earlier: [Earlier]

    struct Earlier: Sendable {
        var id: OpaqueID
        var at: Instant
        var by: String
        var people: Int
        var isUndone: Bool
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.officials, "/kelola/pengguna"),
            status: error == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.importOfficials.text(in: visit.language) }

    func body(_ html: HTML) {
        let field = Field(
            "berkas",
            .importFile,
            hint: .importFileHint,
            .file(FileInput(.any))
        )
        .with(error: error)
        html(ErrorSummary(of: [field]))
        html(.h1, .importOfficials)
        html(.p, .importWhat)
        html(.p) { html(.a, .importSample, .href("/kelola/impor/contoh.csv")) }
        html(Form(to: "/kelola/impor", [field], buttons: [Button(.next)]))
        html(
            DataTable(
                .importsBefore,
                [
                    DataTable.Heading(.importedWhen), DataTable.Heading(.importedBy),
                    DataTable.Heading(.importedCount, isNumber: true),
                    DataTable.Heading(.importState),
                ],
                earlier.map { line in
                    let zone = html.visit.installation.zone
                    let moment = DateWords.moment(line.at, zone: zone, in: html.visit.language)
                    return DataTable.Line([
                        .link(Link(Words(moment, moment), "/kelola/impor/\(line.id)/hasil")),
                        .text(line.by), .number(String(line.people)),
                        .words(line.isUndone ? .importWasUndone : .importIsIn),
                    ])
                }
            )
            .whenEmpty(Words("Belum ada impor.", "No imports yet."))
        )
    }
}

/// Which column means what.
struct ImportColumnsPage: Page {
    var id: OpaqueID
    var file: WaitingFile
    var error: Words?

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.importOfficials, "/kelola/impor"),
            status: error == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.columnsHeading.text(in: visit.language) }

    func body(_ html: HTML) {
        let head = file.head
        html(.h1, .columnsHeading)
        if let error { html(Notice(.danger, error)) }
        html(.p, .readAs(file.encoding, separator: SeparatedRows(file.text).separator))
        if !file.strangeLines.isEmpty {
            html(Notice(.attention, .mixedLines(file.strangeLines)))
        }
        html(.form, .method("post"), .action("/kelola/impor/\(id)")) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            for field in ImportField.allCases {
                html(.div, .class("isian")) {
                    html(.label, field.words, .for(field.rawValue), .class("tanya"))
                    html(.select, .class("kotak"), .id(field.rawValue), .name(field.rawValue)) {
                        html(.option, .value("")) { html.text(.noColumn) }
                        for (index, title) in head.enumerated() {
                            html(
                                .option,
                                .value(String(index)),
                                .selected(file.columns.places[field] == index)
                            ) { html.text(title.isEmpty ? "\(index + 1)" : title) }
                        }
                    }
                }
            }
            html(ButtonRow(Button(.dryRun)))
        }
        sample(html)
    }

    private func sample(_ html: HTML) {
        var rows = SeparatedRows(file.text)
        guard let head = rows.next() else { return }
        var lines: [DataTable.Line] = []
        while lines.count < 3, let row = rows.next() {
            let padded =
                row.cells + Array(repeating: "", count: max(0, head.cells.count - row.cells.count))
            lines.append(DataTable.Line(padded.prefix(head.cells.count).map { .text($0) }))
        }
        let headings = head.cells.enumerated().map { index, title in
            let shown = title.isEmpty ? "\(index + 1)" : title
            return DataTable.Heading(Words(shown, shown))
        }
        html(DataTable(.firstRows, headings, lines))
    }
}

/// What the file would do, before anything is changed.
struct DryRunPage: Page {
    var id: OpaqueID
    var plan: ImportPlan
    var shows: Shown
    var page: Int

    /// Which rows are listed; the word in the address.
    enum Shown: String, CaseIterable {
        case faulty = "keliru"
        case new = "baru"
        case changed = "berubah"
        case same = "sama"

        var words: Words {
            switch self {
            case .faulty: Words("Keliru", "Faulty")
            case .new: Words("Baru", "New")
            case .changed: Words("Berubah", "Changed")
            case .same: Words("Sama", "The same")
            }
        }

        func holds(_ outcome: ImportPlan.Outcome) -> Bool {
            switch outcome {
            case .faulty: self == .faulty
            case .new: self == .new
            case .changed: self == .changed
            case .same: self == .same
            }
        }
    }

    static let pageSize = 100

    var frame: Frame {
        Frame(width: .workbench, back: Link(.columnsHeading, "/kelola/impor/\(id)"))
    }

    func title(for visit: Visit) -> String { Words.dryRunHeading.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .dryRunHeading)
        html(Notice(.info, .nothingChangedYet))
        html(.nav, .label(html.word(.view))) {
            html(.ul, .class("baris")) {
                for shown in Shown.allCases { html(.li) { tab(shown, html) } }
            }
        }
        let rows = plan.rows.filter { shows.holds($0.outcome) }
        let pages = max(1, (rows.count + Self.pageSize - 1) / Self.pageSize)
        let current = min(page, pages)
        let listed = rows.dropFirst((current - 1) * Self.pageSize).prefix(Self.pageSize)
        html(
            DataTable(
                shows.words,
                [
                    DataTable.Heading(.fileLine), DataTable.Heading(.officialName),
                    DataTable.Heading(.logInName), DataTable.Heading(.whatHappens),
                ],
                listed.map(line)
            )
        )
        html(
            Pagination(
                page: current,
                of: pages,
                list: Address("/kelola/impor/\(id)/periksa").with("tampilan", shows.rawValue)
            )
        )
        if !plan.faulty.isEmpty {
            html(
                ButtonRow(
                    Button(
                        .downloadFaulty,
                        .secondary,
                        .go("/kelola/impor/\(id)/keliru.csv")
                    )
                )
            )
        }
        let people = plan.people.count
        if people > 0 {
            html(
                Form(
                    to: "/kelola/impor/\(id)/masukkan",
                    [],
                    buttons: [Button(.takeIn(people))]
                )
            )
        }
    }

    private func tab(_ shown: Shown, _ html: HTML) {
        let count = plan.count(shown.holds)
        html(
            .a,
            shown.words.map { "\($0) (\(count))" },
            .href(
                Address("/kelola/impor/\(id)/periksa").with("tampilan", shown.rawValue)
            ),
            .when(shown == shows, .current("page"))
        )
    }

    private func line(_ row: ImportPlan.PlannedRow) -> DataTable.Line {
        let what: Words =
            switch row.outcome {
            case .new: Words("Ditambahkan, dengan slip aktivasi", "Added, with a slip")
            case .changed:
                row.person?.returns == true
                    ? Words("Bertugas lagi, dengan slip aktivasi", "Serves again, with a slip")
                    : Words("Nama, NIP, atau jabatan diubah", "Name, NIP or posts change")
            case .same: Words("Tidak ada yang berubah", "Nothing changes")
            case .faulty(let sentences): Words(sentences.joined(separator: " "))
            }
        return DataTable.Line([
            .number(String(row.line)),
            .text(row.person?.name ?? row.cells.first { !$0.isEmpty } ?? ""),
            .text(row.person?.logIn.word ?? ""), .words(what),
        ])
    }
}

/// What was taken in, with the slips and the way back.
struct ImportResultPage: Page {
    var id: OpaqueID
    var people: Int
    var isUndone: Bool
    var canPrint: Bool
    var faulty: Int

    var frame: Frame { Frame(back: Link(.importOfficials, "/kelola/impor")) }

    func title(for visit: Visit) -> String { Words.importResult.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .importResult)
        if isUndone {
            html(Notice(.info, .importUndoneNow))
            return
        }
        html(Notice(.done, .importDone(people)))
        if canPrint {
            html(
                ButtonRow(
                    Button(.printAllSlips, .primary, .go("/kelola/impor/\(id)/slip.pdf"))
                )
            )
            html(.p, .slipsForAnHour)
        }
        if faulty > 0 {
            html(.p) {
                html(.a, .downloadFaulty, .href("/kelola/impor/\(id)/keliru.csv"))
            }
        }
        html(.h2, .undoHeading)
        html(.p, .undoWhat)
        html(
            Form(
                to: "/kelola/impor/\(id)/batalkan",
                [],
                buttons: [Button(.undoImport, .danger)]
            )
        )
    }
}
