import Blueprints
import Exchange
import Site
import Stories

/// One blueprint that is offered, in its newest version.
struct OfferedLine: Sendable {
    let listed: Catalogue.Listed
    let title: String

    var address: Address { .offered(listed) }
}

extension Address {
    /// The page of a blueprint that is offered.
    static func offered(_ listed: Catalogue.Listed) -> Address {
        "/cetak-biru/\(listed.name.publisher)/\(listed.name.name)"
    }

    /// A page of one version of it.
    static func offered(_ listed: Catalogue.Listed, _ word: String?) -> Address {
        let (publisher, name) = (listed.name.publisher, listed.name.name)
        guard let word else { return "/cetak-biru/\(publisher)/\(name)/\(listed.version)" }
        return "/cetak-biru/\(publisher)/\(name)/\(listed.version)/\(word)"
    }
}

/// Everything that this regency offers to others.
struct CataloguePage: Page {
    let lines: [OfferedLine]
    let catalogue: Catalogue?
    let isPast: Bool

    var frame: Frame {
        var frame = Frame(width: .page, back: Link(.home, "/"), isIndexed: true)
        frame.description = .catalogueWhat
        return frame
    }

    func title(for visit: Visit) -> String { Words.blueprintsOffered.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .blueprintsOffered)
        html(Paragraphs(.catalogueWhat))
        guard let catalogue else {
            html(EmptyState(.nothingOffered))
            return
        }
        if isPast { html(Notice(.attention, .cataloguePast)) }
        html(
            DataTable(
                .blueprintsOffered,
                [
                    DataTable.Heading(.blueprintWord), DataTable.Heading(.nameOfBlueprint),
                    DataTable.Heading(.versionWord),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.title), line.address)),
                        .text(line.listed.name.description), .text(line.listed.version),
                    ])
                }
            )
        )
        html(.h2, .aboutCatalogue)
        let zone = html.visit.installation.zone
        func day(_ moment: Instant) -> Inline {
            .text(DateWords.date(zone.day(moment), in: html.visit.language))
        }
        html(
            KeyFacts([
                (.publisherWord, .text(catalogue.publisher)),
                (.catalogueNumber, .number("\(catalogue.number)")),
                (.catalogueIssued, day(catalogue.issued)),
                (.catalogueExpires, day(catalogue.expires)),
            ])
        )
        html(Paragraphs(.whereWordsAre, .forMachines))
        html(ButtonRow(links: [Link(.signedCatalogueFile, "/.well-known/cetak-biru.json")]))
    }
}
