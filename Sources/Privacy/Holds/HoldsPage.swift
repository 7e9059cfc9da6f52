import Ledger
import Site
import Stories

/// A hold as it stands in the form, and what is wrong with it.
struct TypedHold: Sendable {
    var number = ""
    var reason = ""
    var date = DateInput()
    var problems: [String: Words] = [:]

    init() {}

    init(_ posted: Posted) {
        number = String((posted["nomor"] ?? "").trimmingSpaces.prefix(40))
        reason = PrivacyFeature.words(posted)
        date = posted.date("sampai")
    }

    /// The last day, where everything that is needed was typed.
    mutating func checked(finds: Bool) -> Day? {
        problems = [:]
        let until = date.writtenDay
        if !finds { problems["nomor"] = Words(.noSuchCase) }
        if until == nil { problems["sampai"] = .dateUnreadable }
        if reason.isEmpty { problems["kata"] = Words(.wordsMissing) }
        return problems.isEmpty ? until : nil
    }
}

/// What is held, and a new hold.
struct HoldsPage: Page {
    var typed: TypedHold
    var lines: [Line]

    struct Line: Sendable {
        var dossier: Dossier
        var until: Day
        var reason: String
        var version: Version
    }

    var frame: Frame {
        Frame(backTo: Link(.peoplesData, "/kelola/data-pribadi"), problems: typed.problems)
    }

    func title(for visit: Visit) -> String { Words.holds.text(in: visit.language) }

    func body(_ html: HTML) {
        let form = form
        html(ErrorSummary(of: form.fields))
        html(.h1, .holds)
        html(.p, .holdsWhat)
        html(
            DataTable(
                .holds,
                [.init(.itemNumber), .init(.whatItIs), .init(.holdUntil), .init(.reason)],
                lines.map { line in
                    DataTable.Line([
                        .number(line.dossier.number), .words(line.dossier.titled),
                        .words(DateWords.longDate(line.until)), .text(line.reason),
                    ])
                }
            )
            .whenEmpty(.noHolds)
        )
        for line in lines { lift(line, html) }
        html(.h2, .placeHold)
        html(form)
    }

    private func lift(_ line: Line, _ html: HTML) {
        html(.details, .class("rinci")) {
            html(.summary, Words.liftHold.map { "\($0) \(line.dossier.number)" })
            html(
                Form(
                    to: "/kelola/data-pribadi/penahanan/\(line.dossier.id)",
                    // Each form of the page has a name of its own, for its label.
                    [Field("kata-\(line.dossier.id)", .reason, .longText("", most: 1000))],
                    hidden: [("versi", "\(line.version.count)")],
                    buttons: [Button(.liftHold, .secondary)]
                )
            )
        }
    }

    private var form: Form {
        Form(
            to: "/kelola/data-pribadi/penahanan",
            [
                Field(
                    "nomor",
                    .itemNumber,
                    hint: .itemNumberHint,
                    .text(TextInput(typed.number, .caseNumber))
                ),
                Field("sampai", .holdUntil, .date(typed.date)),
                Field("kata", .reason, .longText(typed.reason, most: 1000)),
            ].map { $0.with(error: typed.problems[$0.name]) },
            buttons: [Button(.placeHold)]
        )
    }
}
