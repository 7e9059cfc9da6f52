import Site
import Stories

/// Those with whom the regency works together, for everybody: nothing of any person.
struct PartnersPage: Page {
    var agreements: [ListedAgreement]
    var today: Day

    var frame: Frame { Frame(width: .page, isIndexed: true) }

    func title(for visit: Visit) -> String { Words.partnersOfRegency.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .partnersOfRegency)
        html(.p, .partnersWhat)
        html(
            DataTable(
                .agreementsInForce,
                [.init(.partners), .init(.titleOfAgreement), .init(.since), .init(.holdsUntil)],
                agreements.map { agreement in
                    DataTable.Line([
                        partners(agreement), .text(agreement.texts["judul"].orErased),
                        .text(day(agreement.from ?? agreement.signed, html.visit.language)),
                        .text(day(agreement.until, html.visit.language)),
                    ])
                }
            )
            .headed(whenEmpty: .noPartners)
        )
        html(.p, .openPackagesNeedNone)
        html(.p) { html(.a, .blueprintsOnOffer, .href("/cetak-biru")) }
    }

    /// Each region leads to its page; others have no code and no page.
    private func partners(_ agreement: ListedAgreement) -> Inline {
        let lines = PartnerLine.read(agreement.texts["mitra"])
        return .part(
            PartnerNames(
                partners: lines.map { line in
                    let isKnown = line.code.map(agreement.partners.contains) ?? false
                    return (line.name, isKnown ? line.code : nil)
                }
            )
        )
    }

    private func day(_ day: Day?, _ language: Language) -> String {
        day.map { DateWords.date($0, in: language) } ?? "–"
    }
}

/// Names one after the other, those of regions as links.
struct PartnerNames: Component {
    let partners: [(name: String, code: Code?)]

    func write(to html: HTML) {
        for (index, partner) in partners.enumerated() {
            if index > 0 { html.text(", ") }
            if let code = partner.code {
                html(.a, partner.name, .href("/mitra/\(code)"))
            } else {
                html.text(partner.name)
            }
        }
    }
}

/// One partner for everybody: agreements since when, what was transferred, how many visits.
struct PartnerPage: Page {
    var code: Code
    var name: String
    var agreements: [ListedAgreement]
    var transfers: [MadeTransfer]
    var visits: [ListedVisit]
    var today: Day

    var frame: Frame {
        Frame(width: .page, back: Link(.partnersOfRegency, "/mitra"), isIndexed: true)
    }

    func title(for visit: Visit) -> String { name }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, name)
        html(.p, .codeOf(code))
        html(
            DataTable(
                .agreements,
                [
                    .init(.titleOfAgreement), .init(.kindOfAgreement), .init(.state),
                    .init(.since), .init(.holdsUntil),
                ],
                agreements.map { agreement in
                    let since = agreement.from ?? agreement.signed
                    return DataTable.Line([
                        .text(agreement.texts["judul"].orErased), .words(agreement.kind.words),
                        .tag(agreement.standing(on: today).tag),
                        .text(since.map { DateWords.date($0, in: language) } ?? "–"),
                        .text(agreement.until.map { DateWords.date($0, in: language) } ?? "–"),
                    ])
                }
            )
        )
        html(
            DataTable(
                .madeTransfers,
                [.init(.blueprintName), .init(.direction), .init(.day), .init(.digest)],
                transfers.map { made in
                    DataTable.Line([
                        .text("\(made.blueprint) \(made.version)"),
                        .words(made.direction.option.label),
                        .text(DateWords.date(made.on, in: language)),
                        .number(String(made.digest.prefix(16))),
                    ])
                }
            )
            .headed(whenEmpty: .noTransfers)
        )
        html(VisitTable(visits: visits, opens: false))
        html(.p, .openPackagesNeedNone)
    }
}
