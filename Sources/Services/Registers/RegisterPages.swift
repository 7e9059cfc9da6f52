import Site
import Stories

/// The registers that an official may read.
struct RegistersPage: Page {
    var registers: [Line]

    struct Line: Sendable {
        var title: Words
        var address: Address
        var count: Int
    }

    var frame: Frame { Frame(width: .page, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.registersOfRecords.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .registersOfRecords)
        html(
            DataTable(
                .registersOfRecords,
                [DataTable.Heading(.register), DataTable.Heading(.records, isNumber: true)],
                registers.map { line in
                    DataTable.Line([
                        .link(Link(line.title, line.address)), .number(String(line.count)),
                    ])
                }
            ).whenEmpty(.noRegisterToRead)
        )
    }
}

/// The records of one register, a page of them, and a search by what they are found by.
struct RegisterPage: Page {
    var name: Words
    var address: Address
    var typed: String?
    var lines: [Line]
    var deeds: [Button] = []
    var next: Address?

    struct Line: Sendable {
        var title: String
        var address: Address
        var entered: String
        var state: Words?
    }

    var frame: Frame { Frame(width: .page, back: Link(.registersOfRecords, "/kerja/register")) }

    func title(for visit: Visit) -> String { name.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, name)
        if !deeds.isEmpty { html(ButtonRow(deeds)) }
        let field = Field(
            "cari",
            .keyOfRecord,
            hint: .keyOfRecordHint,
            .text(TextInput(typed ?? ""))
        )
        html(Form(to: address, [field], buttons: [Button(.search, .secondary)]))
        html(
            DataTable(
                typed == nil ? .recordsInOrder : .recordsFound,
                [DataTable.Heading(.record), DataTable.Heading(.recordedOn)],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.title), line.address)),
                        .text(line.entered + (line.state.map { " · \($0.indonesian)" } ?? "")),
                    ])
                }
            ).whenEmpty(typed == nil ? .noRecord : .noRecordFound)
        )
        if let next { html(.p) { html(.a, .moreRecords, .href(next)) } }
    }
}

/// One record: what it says, where that came from, what it said before it was corrected.
struct RecordPage: Page {
    var name: Words
    var title: String
    var back: Link
    var items: [SummaryList.Item]
    var state: Words?
    var deeds: [Button] = []
    var moments: [Moment]

    struct Moment: Sendable {
        var at: String
        var what: Words
        var number: String?
        var by: String?
        var isOfFile = false
        var reason: String?
        var changes: [Change] = []
    }

    /// One field that was corrected: what stood there, and what stands there since.
    struct Change: Sendable {
        var name: Words
        var before: Inline?
        var since: Inline?
    }

    var frame: Frame { Frame(width: .page, back: back) }

    func title(for visit: Visit) -> String { "\(title) · \(name.text(in: visit.language))" }

    func body(_ html: HTML) {
        html(.h1, Words(title))
        html(.p, name, .class("redup"))
        if let state { html(Notice(.attention, state)) }
        html(SummaryList(items))
        if !deeds.isEmpty { html(ButtonRow(deeds)) }
        html(.h2, .historyOfRecord)
        html(.ul) {
            for moment in moments { html(.li) { write(moment, html) } }
        }
    }

    private func write(_ moment: Moment, _ html: HTML) {
        html.text(moment.at)
        html.text(": ")
        html.text(moment.what)
        if let number = moment.number {
            html.text(" ")
            html.text(.ofCase)
            html.text(" \(number)")
        }
        if let by = moment.by {
            html.text(" ")
            html.text(.byOfficial)
            html.text(" \(by)")
        }
        if moment.isOfFile {
            html.text(", ")
            html.text(.withFile)
        }
        if let reason = moment.reason {
            html(.p) {
                html.text(.reasonOfEnd)
                html.text(" \(reason)")
            }
        }
        guard !moment.changes.isEmpty else { return }
        html(.ul) {
            for change in moment.changes {
                html(.li) {
                    html.text(change.name)
                    html.text(", ")
                    html.text(.saidBefore)
                    html.text(" ")
                    write(change.before, html)
                    html.text(", ")
                    html.text(.nowSays)
                    html.text(" ")
                    write(change.since, html)
                }
            }
        }
    }

    private func write(_ value: Inline?, _ html: HTML) {
        if let value { value.write(to: html) } else { html.text(.notFilledIn) }
    }
}

extension Words {
    static let registersOfRecords = Words("Register", "Registers")
    static let register = Words("Daftar register", "Register")
    static let records = Words("Catatan", "Records")
    static let record = Words("Catatan", "Record")
    static let recordedOn = Words("Dicatat", "Recorded")
    static let recordsInOrder = Words("Menurut waktu dicatat", "By when they were recorded")
    static let recordsFound = Words("Yang ditemukan", "What was found")
    static let moreRecords = Words("Catatan berikutnya", "More records")
    static let noRecord = Words("Belum ada catatan.", "There are no records yet.")
    static let noRecordFound = Words(
        "Tidak ada catatan dengan nomor itu. Periksa angkanya.",
        "No record has that number. Check the digits."
    )
    static let noRegisterToRead = Words(
        "Unit Anda belum punya register.",
        "Your unit has no register."
    )
    static let keyOfRecord = Words("Nomor atau NIK", "Number or NIK")
    static let keyOfRecordHint = Words(
        "Tulis seluruhnya. Sebagian nomor tidak ditemukan.",
        "Write all of it. A part of a number finds nothing."
    )
    static let historyOfRecord = Words("Riwayat catatan", "History of the record")
    static let recordEntered = Words("dicatat", "recorded")
    static let recordCorrected = Words("dibetulkan", "corrected")
    static let recordWasErased = Words("isinya dihapus", "its content was erased")
    static let recordEnded = Words("diakhiri", "ended")
    static let recordErased = Words("Isi sudah dihapus", "Content erased")
    static let recordHasEnded = Words(
        "Catatan ini sudah diakhiri dan tidak berlaku lagi.",
        "This record has ended and holds no longer."
    )
    static let ofCase = Words("dari permohonan", "by request")
}
