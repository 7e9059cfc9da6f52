import Site
import Stories

/// The page behind a label: where the coffee comes from, what is proven and what is not.
///
/// Whoever looks is a stranger: no name without consent, no plot on a map, no price.
struct PublicLotPage: Page {
    var lot: PublicLot
    var vocabulary: CoffeeVocabulary
    var zone: Zone

    var frame: Frame {
        var frame = Frame(width: .text, back: Link(.coffeeOfTheRegion, "/kopi"), isIndexed: true)
        frame.description = vocabulary.what(lot.shown.what)
        return frame
    }

    func title(for visit: Visit) -> String { lot.shown.title }

    func body(_ html: HTML) {
        html(.h1, lot.shown.title)
        if let recall = lot.shown.recall {
            html(Notice(.danger, heading: .lotIsRecalled, Words(recall), .doNotUse))
        }
        html(.p) {
            html.text("Lot \(lot.shown.code) · ")
            html.text(vocabulary.what(lot.shown.what))
            html.text(" · ")
            html.text(.harvestOf(lot.shown.season))
        }
        html(.p, lot.holder)
        html(.p, .recordedHere(html.visit.installation.name))
        html(.p) { html(.a, .seeProof, .href("/bukti")) }
        fromWhere(html)
        journey(html)
        quality(html)
        proven(html)
        forBuyers(html)
    }

    private func fromWhere(_ html: HTML) {
        html(.h2, .fromWhere)
        html(.p, .plotsAndArea(lot.plots, squareMetres: lot.area))
        if !lot.villages.isEmpty {
            html(.ul) { for village in lot.villages { html(.li, village) } }
        }
        if !lot.names.isEmpty {
            html(.p, .grownBy)
            html(.ul) { for name in lot.names { html(.li, name) } }
        }
        let unnamed = lot.growers - lot.names.count
        if unnamed > 0 { html(.p, .unnamedGrowers(unnamed, areMore: !lot.names.isEmpty)) }
    }

    private func journey(_ html: HTML) {
        html(
            Timeline(
                heading: .journey,
                lot.stages.map { stage in
                    Timeline.Moment(days(stage, html), .words(words(stage)))
                }
            )
        )
    }

    private func days(_ stage: StageOfJourney, _ html: HTML) -> String {
        let language = html.visit.language
        let (first, last) = (zone.day(stage.first), zone.day(stage.last))
        let until = DateWords.date(last, in: language)
        return first == last ? until : DateWords.shortDate(first, in: language) + " - " + until
    }

    private func words(_ stage: StageOfJourney) -> Words {
        let weight = Kilograms.words(stage.grams)
        guard let step = stage.step else { return .broughtBy(stage.growers, weight) }
        let name = vocabulary.step(step)
        return Words(
            "\(name.indonesian), \(weight.indonesian)",
            "\(name.text(in: .english)), \(weight.text(in: .english))"
        )
    }

    private func quality(_ html: HTML) {
        var facts: [(name: Words, value: Inline)] = []
        if let grade = lot.shown.grade { facts.append((.gradeBySNI, .text(grade))) }
        if let moisture = lot.shown.moisture {
            facts.append((.moisture, .words(.tenths(moisture))))
        }
        if let cup = lot.shown.cup {
            facts.append((.cupScore, .words(.score(cup.hundredths, cup.protocolName))))
        }
        guard !facts.isEmpty else { return }
        html(.h2, .tasteAndQuality)
        html(KeyFacts(facts))
    }

    /// Two lists: what is proven, and what is not, which is never left out.
    private func proven(_ html: HTML) {
        let claims = lot.claims
        html(.h2, .whatIsProven)
        html(.ul, .class("bukti")) {
            for claim in claims where claim.isProven { html(.li, claim.words) }
        }
        html(.h2, .whatIsNotProven)
        html(.ul, .class("bukti")) {
            for claim in claims where !claim.isProven { html(.li, claim.words) }
        }
    }

    private func forBuyers(_ html: HTML) {
        html(.h2, .forBuyers)
        let address = Address("/kopi/lot/\(lot.shown.code).json")
        html(.p) { html(.a, .machineReadable, .href(address)) }
        let visit = html.visit
        let text = Words.askAboutLot(lot.shown.title, lot.shown.code).text(in: visit.language)
        html(
            ButtonRow(
                Button(.askTheHolder, .primary, .go(.whatsApp(lot.whatsApp, saying: text))),
                Button(
                    .share,
                    .secondary,
                    .share(text: lot.shown.title, Address("/kopi/lot/\(lot.shown.code)"))
                )
            )
        )
        html(.p) { html(.a, .somethingWrong, .href("/pengaduan")) }
    }
}

/// What everybody may know of a lot.
struct PublicLot: Sendable {
    let shown: ShownLot
    let holder: String
    let whatsApp: String?
    let plots: Int
    let measured: Int

    /// Square metres.
    let area: Int64
    let villages: [String]
    let growers: Int

    /// Of those who agreed to be named, in the order of the alphabet.
    let names: [String]
    let stages: [StageOfJourney]
    let openFindings: Int

    /// One thing that is proven, or is not.
    struct ProvenOrNot: Sendable {
        let words: Words
        let isProven: Bool
    }

    var claims: [ProvenOrNot] {
        [
            ProvenOrNot(words: .weightsAddUp(openFindings), isProven: openFindings == 0),
            ProvenOrNot(
                words: .boundariesMeasured(measured, of: plots),
                isProven: plots > 0 && measured == plots
            ),
            ProvenOrNot(
                words: shown.grade == nil ? .notGraded : .gradedBySNI,
                isProven: shown.grade != nil
            ),
            ProvenOrNot(
                words: shown.certified > 0
                    ? .certifiedFor(Kilograms.words(shown.certified)) : .notCertified,
                isProven: shown.certified > 0
            ),
            ProvenOrNot(words: .noOrganicCertificate, isProven: false),
        ]
    }
}

/// A code that this regency never gave out.
struct UnknownCodePage: Page {
    var frame: Frame { Frame(back: Link(.coffeeOfTheRegion, "/kopi"), status: 404) }

    func title(for visit: Visit) -> String { Words.unknownCode.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .unknownCode)
        html(.p, .lookAtTheBag)
        html(.p) { html(.a, .somethingWrong, .href("/pengaduan")) }
    }
}

/// The coffee of the region: the lots that were sold or bagged last.
struct CoffeePage: Page {
    var lots: [ShownLot]
    var shops: [ShownShop]
    var vocabulary: CoffeeVocabulary

    var frame: Frame { Frame(back: Link(.home, "/"), isIndexed: true) }

    func title(for visit: Visit) -> String { Words.coffeeOfTheRegion.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .coffeeOfTheRegion)
        if lots.isEmpty { html(EmptyState(.noBagsYet)) } else { list(html) }
        businesses(html)
        html(
            ButtonRow(links: [
                Link(.myCoffee, "/kopi/saya"), Link(.checkPlotFile, "/kopi/periksa-kebun"),
            ])
        )
    }

    private func businesses(_ html: HTML) {
        let open = shops.compactMap { shop in shop.content.map { (shop.holder, $0) } }
        guard !open.isEmpty else { return }
        html(.h2, .coffeeBusinesses)
        html(.ul, .class("daftar")) {
            for (holder, content) in open {
                html(.li) {
                    html(.a, content.name, .href(Address("/kopi/usaha/\(holder)")))
                }
            }
        }
    }

    private func list(_ html: HTML) {
        html(.ul, .class("daftar")) {
            for lot in lots {
                html(.li) {
                    html(.a, lot.title, .href(Address("/kopi/lot/\(lot.code)")))
                    html.text(" · ")
                    html.text(vocabulary.what(lot.what))
                    html.text(" · \(lot.season)")
                }
            }
        }
    }
}
