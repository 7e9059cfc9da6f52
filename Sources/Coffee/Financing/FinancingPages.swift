import Beans
import Ledger
import Site
import Stories

/// The consents of a grower, or those that an official wrote down, with the way to a new one.
struct FinancingListPage: Page {
    let way: FinancingWay
    let lines: [Line]

    /// Only for officials: who was searched for, and who was found.
    var search = ""
    var found: [Grower] = []

    /// A consent with what it says.
    struct Line: Sendable {
        let financing: ListedFinancing
        let bank: String
        let day: Day
        let stands: Bool
    }

    var frame: Frame { Frame(back: way.back) }

    func title(for visit: Visit) -> String { way.title.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, way.title)
        html(.p, .whatAFileIs)
        if way.isOfficial {
            finding(html)
        } else {
            html(ButtonRow(links: [Link(.newFileForBank, way.address("baru"))]))
        }
        html(.h2, .stateOfConsent)
        html(
            DataTable(
                .stateOfConsent,
                [
                    .init(.bank), .init(.consentGiven), .init(.stateOfConsent),
                    .init(.timesTaken, isNumber: true),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.bank), way.address("\(line.financing.id)"))),
                        .text(DateWords.date(line.day, in: html.visit.language)),
                        .words(line.stands ? .consentStands : .consentOver),
                        .words(.takenTimes(line.financing.handovers)),
                    ])
                }
            )
            .whenEmpty(.noFilesYet).underItsHeading
        )
    }

    private func finding(_ html: HTML) {
        var form = Form(
            to: way.address(nil),
            [
                Field(
                    "cari",
                    .findGrower,
                    hint: .findGrowerHint,
                    .text(TextInput(search, .search, most: 80))
                )
            ],
            buttons: [Button(.findGrower)]
        )
        form.isSearch = true
        html(form)
        guard !search.isEmpty else { return }
        if found.isEmpty { return html(.p, .noGrowerFound) }
        html(.ul, .class("daftar")) {
            for grower in found {
                html(.li) {
                    html(
                        .a,
                        grower.name,
                        .href(way.address("baru").with("petani", "\(grower.id)"))
                    )
                    html.text(" · \(grower.village)")
                }
            }
        }
    }
}

/// The form by which a grower consents: the bank, the parts, the loan.
struct FinancingForm {
    let way: FinancingWay
    let grower: Grower

    /// The harvests of which something was brought.
    let seasons: [Int]
    var typed = FormAsTyped()
    var parts: [String] = []
    var chosenSeasons: [String] = []

    var page: FormPage {
        var page = FormPage(.newFileForBank, form, back: Link(way.title, way.address(nil)))
        page.frame.status = typed.isRight ? 200 : 422
        page.before = [Lines([.text(grower.name)]), Paragraphs(.whatAFileIs)]
        return page
    }

    private var form: Form {
        var fields = [
            typed.line("bank", .bankName, hint: .bankHint),
            typed.line("guna", .loanFor),
            typed.field(
                "bagian",
                .whichParts,
                hint: .whichPartsHint,
                .choices(
                    parts,
                    FinancingPart.allCases.map { Option($0.rawValue, $0.words) }
                )
            ),
        ]
        if !seasons.isEmpty {
            fields.append(
                typed.field(
                    "panen",
                    .whichSeasons,
                    isOptional: true,
                    .choices(chosenSeasons, seasons.map { Option("\($0)", .ofYear($0)) })
                )
            )
        }
        fields += [
            typed.money("jumlah", .loanAmount, hint: .onlyForPlan, isOptional: true),
            typed.field(
                "bulan",
                .loanMonths,
                isOptional: true,
                .text(TextInput(typed["bulan"], .whole, most: 3))
            ),
            typed.decimal("bunga", .loanRate, unit: .percent, isOptional: true),
            typed.field(
                "setuju",
                .yourConsent,
                .consent(
                    typed["setuju"] == "ya",
                    way.isOfficial ? .growerConsents : .iConsent
                )
            ),
        ]
        return Form(
            to: way.address("baru"),
            fields,
            hidden: [("petani", "\(grower.id)")],
            buttons: [Button(.saveConsent)]
        )
    }
}

/// One consent: what it says, what the file will hold, how it is taken and withdrawn.
struct FinancingPage: Page {
    let way: FinancingWay
    let financing: ListedFinancing
    let terms: FinancingTerms
    let stands: Bool
    let zone: Zone

    private var plan: RepaymentPlan? {
        terms.parts.contains(.plan) ? terms.loan.flatMap { RepaymentPlan($0) } : nil
    }

    var frame: Frame { Frame(width: .page, back: Link(way.title, way.address(nil))) }

    func title(for visit: Visit) -> String {
        "\(Words.filesForBanks.text(in: visit.language)): \(terms.bank)"
    }

    func body(_ html: HTML) {
        html(.h1, terms.bank)
        html(SummaryList(items(html.visit.language)))
        if let plan { write(plan, html) }
        guard stands else { return html(Notice(.info, .withdrawnStays)) }
        html(.p, .takingIsRecorded)
        html(send("pdf", Button(.takePDF)))
        html(send("json", Button(.takeJSON, .secondary)))
        html(send("cabut", Button(.withdrawConsent, .danger)))
    }

    private func send(_ deed: String, _ button: Button) -> Form {
        Form(to: way.address("\(financing.id)", deed), [], buttons: [button])
    }

    private func items(_ language: Language) -> [SummaryList.Item] {
        func date(_ instant: Instant) -> Inline {
            .text(DateWords.date(zone.day(instant), in: language))
        }
        let parts = FinancingPart.allCases.filter { terms.parts.contains($0) }
        var items = [
            SummaryList.Item(.loanFor, [.text(terms.purpose)]),
            SummaryList.Item(.whichParts, parts.map { .words($0.words) }),
        ]
        if terms.parts.contains(.deliveries) {
            items.append(
                SummaryList.Item(.whichSeasons, terms.seasons.map { .text("\($0)") })
            )
        }
        return items + [
            SummaryList.Item(.consentGiven, [date(financing.at)]),
            SummaryList.Item(.holdsUntil, [date(financing.withdrawn ?? financing.until)]),
            SummaryList.Item(.timesTaken, [.words(.takenTimes(financing.handovers))]),
        ]
    }

    private func write(_ plan: RepaymentPlan, _ html: HTML) {
        html(.h2, FinancingPart.plan.words)
        html(KeyFacts(plan.lines.map { ($0.name, .words($0.value)) }))
        html(
            Disclosure(
                .everyInstalment,
                DataTable(
                    .everyInstalment,
                    [
                        .init(.month), .init(.principal, isNumber: true),
                        .init(.interest, isNumber: true), .init(.instalment, isNumber: true),
                        .init(.stillOwed, isNumber: true),
                    ],
                    plan.schedule.instalments.map { row in
                        DataTable.Line([
                            .text("\(row.number)"), .words(.rupiahOrNone(row.principal)),
                            .words(.rupiahOrNone(row.interest)),
                            .words(.rupiahOrNone(row.payment)),
                            .words(.rupiahOrNone(row.balance)),
                        ])
                    }
                )
                .underItsHeading
            )
        )
        html(.p, .howRupiahIsRounded, .class("redup"))
    }
}

/// Behind the code on a file: that it was made here, when, and whether the consent still stands.
struct FinancingCheckPage: Page {
    let made: Day
    let stands: Bool

    /// In hexadecimal digits; nil where the file was erased.
    let digest: String?

    var frame: Frame { Frame() }

    func title(for visit: Visit) -> String { Words.checkFileForBank.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .checkFileForBank)
        html(Notice(stands ? .done : .attention, .isGenuineFile))
        html(
            KeyFacts([
                (.madeOn, .words(DateWords.longDate(made))),
                (.stateOfConsent, .words(stands ? .consentStands : .consentOver)),
                (.digestOfFile, digest.map { .number($0) } ?? .words(.fileErased)),
            ])
        )
        html(.p, .compareDigest)
    }
}
