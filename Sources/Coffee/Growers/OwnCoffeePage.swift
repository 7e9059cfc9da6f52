import Site
import Stories

/// "Kopi saya": what a grower brought, what was paid, and what became of it.
///
/// Read on a borrowed phone as often as on an own one: it can be closed, and nothing of it needs a
/// script.
struct OwnCoffeePage: Page {
    let grower: String
    let door: Door
    let sums: [SumOfSeason]

    /// The harvest whose deliveries and lots stand below.
    let season: Int
    let brought: [DeliveryOfDay]
    let page: Int
    let advanceLeft: Int64
    let became: [LotOfGrower]
    let names: Names

    /// Nil where a link was opened: it reaches others too easily for that.
    let plots: TellingOfPlots?

    /// How many deliveries one page shows.
    static let mostLines = 25

    /// How many plots the page tells of.
    static let mostPlots = 25

    private static let plotsMark = "kebun"

    /// Which way the grower came.
    enum Door: Hashable, Sendable {
        /// By the receipt of their registration: all units, for as long as that is open.
        case registration

        /// By a link of one unit.
        case link(unit: String, until: Day)
    }

    /// What ids and codes are called.
    struct Names: Sendable {
        let vocabulary: CoffeeVocabulary
        let zone: Zone

        /// Of those who agreed to be named.
        let buyers: [OpaqueID: String]
        let unit: @Sendable (Code) -> String
    }

    var frame: Frame { Frame(back: Link(.coffeeOfTheRegion, "/kopi")) }

    func title(for visit: Visit) -> String { Words.myCoffee.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .myCoffee)
        html(.p) {
            html(.strong, grower)
            html.text(". ")
            html.text(scope)
        }
        wayToPlots(html)
        if sums.isEmpty {
            html(EmptyState(.nothingBrought))
        } else {
            html(KeyFacts(facts))
            seasons(html)
            deliveries(html)
            lots(html)
        }
        html(.p, .somethingMissing)
        ownPlots(html)
        if door == .registration {
            html(ButtonRow(links: [Link(.filesForBanks, "/kopi/saya/berkas")]))
        }
        html(
            Form(
                to: "/kopi/saya/tutup",
                [],
                buttons: [Button(.closeMyCoffee, .secondary)]
            )
        )
    }

    /// The plots stand below many deliveries: whoever has something to look at learns it first.
    private func wayToPlots(_ html: HTML) {
        guard page == 1, let told = plots?.told, !told.plots.isEmpty else { return }
        let way = Link(.myPlotsBelow(told.count), .here(Self.plotsMark))
        if told.plots.contains(where: \.needsALook) {
            var notice = Notice(.attention, .plotsNeedALook)
            notice.links = [way]
            html(notice)
        } else {
            html(ButtonRow(links: [way]))
        }
    }

    private func ownPlots(_ html: HTML) {
        guard page == 1 else { return }
        html(.h2, .myPlots, .id(Self.plotsMark))
        if let plots { html(plots) } else { html(.p, .plotsByReceiptOnly) }
    }

    private var scope: Words {
        switch door {
        case .registration: .allUnits
        case .link(let unit, let until): .ofUnitUntil(unit, until)
        }
    }

    private var facts: [(name: Words, value: Inline)] {
        let mine = sums.filter { $0.season == season }
        let worth = mine.reduce(0) { $0 + $1.worth }
        let paid = mine.reduce(0) { $0 + $1.paidOut }
        return [
            (.worthIn(season), .words(.rupiahOrNone(worth))),
            (.paidOutInCash, .words(.rupiahOrNone(paid))),
            (.advanceLeft, .words(.rupiahOrNone(advanceLeft))),
        ]
    }

    private func seasons(_ html: HTML) {
        html(.h2, .bySeason)
        html(
            DataTable(
                .bySeason,
                [
                    .init(.season), .init(.kindOfCoffee), .init(.deliveries, isNumber: true),
                    .init(.weight, isNumber: true), .init(.worth, isNumber: true),
                ],
                sums.map { sum in
                    DataTable.Line([
                        .link(Link(.ofYear(sum.season), Self.list(sum.season))),
                        .words(names.vocabulary.what(sum.what)),
                        .number(NumberWords.whole(sum.deliveries, in: html.visit.language)),
                        .words(Kilograms.words(sum.grams)),
                        .words(.rupiahOrNone(sum.worth)),
                    ])
                }
            )
            .underItsHeading
        )
    }

    private func deliveries(_ html: HTML) {
        let words = Words.deliveriesIn(season)
        html(.h2, words)
        html(
            DataTable(
                words,
                [
                    .init(.dayBrought), .init(.kindOfCoffee), .init(.weight, isNumber: true),
                    .init(.price, isNumber: true), .init(.worth, isNumber: true),
                    .init(.advance, isNumber: true), .init(.paidOutInCash, isNumber: true),
                    .init(.advanceLeft, isNumber: true),
                ],
                brought.prefix(Self.mostLines).map { line($0, html.visit.language) }
            )
            .underItsHeading
        )
        let count = sums.filter { $0.season == season }.reduce(0) { $0 + $1.deliveries }
        let pages = (count + Self.mostLines - 1) / Self.mostLines
        html(Pagination(page: page, of: pages, list: Self.list(season)))
    }

    private func line(_ brought: DeliveryOfDay, _ language: Language) -> DataTable.Line {
        let entry = brought.entry
        return DataTable.Line([
            .text(DateWords.date(names.zone.day(entry.at), in: language)),
            .words(names.vocabulary.what(brought.lot.what)),
            .words(Kilograms.words(entry.grams)),
            .words(.rupiahOrNone(entry.price ?? 0)),
            .words(.rupiahOrNone(entry.worth)),
            .words(.rupiahOrNone(entry.advance ?? 0)),
            .words(.rupiahOrNone(entry.paidOut)),
            .words(.rupiahOrNone(entry.advanceLeft)),
        ])
    }

    private func lots(_ html: HTML) {
        html(.h2, .whatItBecame)
        guard !became.isEmpty else { return html(.p, .notYetBecome) }
        html(.p, .mixedWithOthers)
        html(.ul, .class("daftar")) {
            for lot in became { html(.li) { write(lot, html) } }
        }
    }

    private func write(_ became: LotOfGrower, _ html: HTML) {
        let lot = became.lot
        html(.a, lot.title, .href(Address("/kopi/lot/\(lot.code)")))
        html.text(" · ")
        html.text(names.vocabulary.what(lot.what))
        html.text(" · \(names.unit(lot.holder))")
        if let grade = lot.grade { html(.p, .gradeIs(grade)) }
        for scheme in became.schemes {
            html(.p, CertificateScheme(rawValue: scheme.text)?.given ?? Words(scheme.text))
        }
        for sale in became.sales { html(.p, words(sale, html.visit.language)) }
    }

    private func words(_ sale: SaleToTell, _ language: Language) -> Words {
        let day = names.zone.day(sale.at)
        guard let name = sale.buyer.flatMap({ names.buyers[$0] }) else { return .soldOn(day) }
        return .soldTo(name, Kilograms.words(sale.grams), day)
    }

    private static func list(_ season: Int) -> Address {
        Address("/kopi/saya").with("musim", "\(season)")
    }
}

/// Before a link opens: what it is, and a button.
///
/// Whoever only looks ahead, as messengers do, opens nothing.
struct GrowerLinkPage: Page {
    let unit: String
    let until: Day
    let token: String

    var frame: Frame { Frame() }

    func title(for visit: Visit) -> String { Words.myCoffee.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .myCoffee)
        html(.p, .linkOpens(unit))
        html(.p, .linkStandsUntil(until))
        html(Notice(.attention, .keepTheLink))
        html(Form(to: "/kopi/saya/\(token)", [], buttons: [Button(.openMyCoffee)]))
    }
}

/// For whoever comes without a link: the ways in.
struct WaysToOwnCoffeePage: Page {
    /// A link from the scale is not enough for what was asked for.
    var needsReceipt = false

    var frame: Frame { Frame(back: Link(.coffeeOfTheRegion, "/kopi"), status: 401) }

    func title(for visit: Visit) -> String { Words.myCoffee.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .myCoffee)
        html(.p, .waysToMyCoffee)
        html(.ul) {
            if !needsReceipt { html(.li, .wayBySlip) }
            html(.li, .wayByReceipt)
        }
        html(.p, .neverByNIK)
    }
}
