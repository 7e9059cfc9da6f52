import Site
import Stories

/// What a buyer would get of a lot: which plots, which stay out and why, and the papers so far.
struct BuyerFilePage: Page {
    let lot: ShownLot
    let buyers: [NamedParty]

    /// What the file would be now; nil before a buyer is chosen.
    let file: BuyerFile?
    let made: [ShownDeclaration]
    let zone: Zone
    var refused: Words?

    /// Until then what was handed over is kept.
    private static let years = 5

    /// So many plots are listed by name; the papers list them all.
    private static let mostListed = 200

    private var address: Address { Address("/lot/\(lot.code)/pembeli") }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(lot.title), Address("/lot/\(lot.code)")),
            status: refused == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.buyerFile.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .buyerFile)
        if let refused { html(Notice(.danger, refused)) }
        html(.p, .buyerFileAbout)
        if buyers.isEmpty { return html(EmptyState(.noBuyers)) }
        var choice = Form(
            to: address,
            [
                Field(
                    "pembeli",
                    .buyer,
                    .pick(
                        file.map { "\($0.buyer.id)" } ?? "",
                        buyers.map { Option("\($0.id)", Words($0.name)) }
                    )
                )
            ],
            buttons: [Button(.lookAtPlots, file == nil ? .primary : .secondary)]
        )
        choice.isOnlyShown = true
        html(choice)
        if let file { look(file, html) }
        papers(html)
    }

    private func look(_ file: BuyerFile, _ html: HTML) {
        html(.h2, .whatGoesIn)
        html(
            KeyFacts([
                (.plotsDeclared, .text("\(file.declared.count)")),
                (.plotsLeftOut, .text("\(file.leftOut.count)")),
                (.weight, .words(Kilograms.words(file.grams))),
            ])
        )
        if file.declared.isEmpty {
            html(Notice(.attention, .nothingToDeclare))
        } else if file.isComplete {
            html(Notice(.done, .fileIsComplete))
        } else {
            html(Notice(.attention, .fileIsNotComplete))
        }
        html(
            ButtonRow(links: [
                Link(
                    .noteConsents,
                    Address("/lot/\(lot.code)/izin").with("pembeli", "\(file.buyer.id)")
                )
            ])
        )
        if !file.leftOut.isEmpty { html(leftOut(file)) }
        if !file.declared.isEmpty {
            html(declared(file))
            html(
                Form(
                    to: address,
                    [],
                    hidden: [("pembeli", "\(file.buyer.id)"), ("tanda", "\(Draw.random.id())")],
                    buttons: [Button(.makeBuyerFile)]
                )
            )
        }
    }

    private func leftOut(_ file: BuyerFile) -> DataTable {
        DataTable(
            .plotsLeftOut,
            [.init(.plotWord), .init(.grower), .init(.greenShort, isNumber: true), .init(.reason)],
            file.leftOut.prefix(Self.mostListed).map { out in
                DataTable.Line([
                    .text(out.plot.plot.label), .text(out.plot.plot.grower?.name ?? "-"),
                    .words(Kilograms.words(out.plot.green)), .words(out.reason.words),
                ])
            }
        )
    }

    private func declared(_ file: BuyerFile) -> DataTable {
        DataTable(
            .plotsDeclared,
            [.init(.plotWord), .init(.grower), .init(.areaOfPlot, isNumber: true)]
                + AssessedSubject.allCases.map { .init($0.words) },
            file.declared.prefix(Self.mostListed).map { line in
                DataTable.Line(
                    [
                        .text(line.plot.label), .text(line.plot.grower?.name ?? "-"),
                        .words(.hectares(line.plot.boundary)),
                    ] + AssessedSubject.allCases.map { line.tag(of: $0) }
                )
            }
        )
    }

    private func papers(_ html: HTML) {
        guard !made.isEmpty else { return }
        let names = Dictionary(
            buyers.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        html(.h2, .filesMade)
        for file in made {
            let day = zone.day(file.at)
            html(.section) {
                html(.h3, names[file.made.buyer] ?? "-")
                html(.p) {
                    html.text(DateWords.date(day, in: html.visit.language))
                    html.text(", ")
                    html.text(.plotsInFile(file.made.plots, leftOut: file.made.leftOut))
                }
                html(
                    ButtonRow(
                        links: PaperOfDeclaration.allCases.map { paper in
                            Link(
                                paper.words,
                                Address("/lot/\(lot.code)/berkas/\(file.id)/\(paper.rawValue)")
                            )
                        }
                    )
                )
                let (year, month, date) = day.parts
                let until = Day(year: year + Self.years, month: month, day: min(date, 28)) ?? day
                html(.p, .keptUntil(until), .class("redup"))
            }
        }
    }
}

/// Which growers let their data be sent to a buyer, and the form that writes it down.
struct ConsentPage: Page {
    let lot: ShownLot
    let buyer: NamedParty
    let growers: [Grower]
    let consenting: Set<OpaqueID>
    let typed: FormAsTyped

    private var back: Address {
        Address("/lot/\(lot.code)/pembeli").with("pembeli", "\(buyer.id)")
    }

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.buyerFile, back),
            status: typed.isRight ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.consentsOf.text(in: visit.language) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: give.fields))
        html(.h1, .consentsOf)
        html(.p, .sendsTo(buyer.name))
        html(.p, .consentsAbout)
        if asked.isEmpty { html(EmptyState(.everybodyConsents)) } else { html(give) }
        if !given.isEmpty {
            html(
                .details,
                .class("rinci")
            ) {
                html(.summary, .consentsGiven(given.count))
                html(.div) { html(withdraw) }
            }
        }
    }

    private var asked: [Grower] { growers.filter { !consenting.contains($0.id) } }
    private var given: [Grower] { growers.filter { consenting.contains($0.id) } }

    private func options(_ growers: [Grower]) -> [Option] {
        growers.sorted { $0.name < $1.name }
            .map { Option("\($0.id)", Words($0.name), hint: Words($0.village)) }
    }

    private var address: Address { Address("/lot/\(lot.code)/izin") }

    private var give: Form {
        var who = typed.field("petani", .whoConsents, .choices([], options(asked)))
        who.isLight = true
        return Form(
            to: address,
            [
                who,
                typed.choice(
                    "cara",
                    .howTheyConsented,
                    ConsentWay.allCases.map { Option($0.rawValue, $0.words) }
                ),
            ],
            hidden: [("pembeli", "\(buyer.id)")],
            buttons: [Button(.writeConsents)]
        )
    }

    private var withdraw: Form {
        var who = Field("petani", .whoWithdraws, .choices([], options(given)))
        who.name = "petani"
        who.isLight = true
        return Form(
            to: address,
            [who],
            hidden: [("pembeli", "\(buyer.id)"), ("hal", "cabut")],
            buttons: [Button(.withdrawConsents, .danger)]
        )
    }
}
