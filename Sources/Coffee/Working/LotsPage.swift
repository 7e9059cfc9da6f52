import Site
import Stories

/// The lots that somebody works with: what there is of each, and what stands against it.
struct LotsPage: Page {
    var lots: [ShownLot]
    var vocabulary: CoffeeVocabulary
    var holders: [Code: String]
    var showsAll: Bool
    var mayBegin: Bool
    var seesPlots: Bool
    var page: Int
    var hasMore: Bool

    /// The units whose page for buyers one keeps, by their names.
    var shops: [(unit: Code, name: String)] = []

    var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.coffeeLots.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .coffeeLots)
        if mayBegin {
            html(
                ButtonRow(
                    Button(.weighHere, .primary, .go("/timbang")),
                    Button(.newLot, .secondary, .go("/lot/baru")),
                    Button(.dayAtScale, .quiet, .go("/timbang/hari"))
                )
            )
        }
        if !shops.isEmpty {
            html(
                ButtonRow(
                    links: shops.map { shop in
                        Link(.shopOf(shop.name), Address("/lot/usaha/\(shop.unit)"))
                    }
                )
            )
        }
        if seesPlots { html(ButtonRow(links: [Link(.plotsUnderTheLaw, "/kebun")])) }
        if mayBegin { html(ButtonRow(links: [Link(.growersPlots, "/kebun/petani")])) }
        html(.nav, .class("halaman"), .label(html.word(.coffeeLots))) {
            choice(.lotsThere, "/lot", isChosen: !showsAll, html)
            choice(.allLots, "/lot?semua=1", isChosen: showsAll, html)
        }
        html(
            DataTable(
                showsAll ? .allLots : .lotsThere,
                [
                    .init(.lotTitle), .init(.lotCode), .init(.kindOfCoffee), .init(.holder),
                    .init(.lies, isNumber: true),
                ],
                lots.map(line)
            ).whenEmpty(.noLots)
        )
        html(
            Pagination(
                page: page,
                of: hasMore ? page + 1 : page,
                list: showsAll ? "/lot?semua=1" : "/lot"
            )
        )
    }

    private func choice(_ words: Words, _ address: Address, isChosen: Bool, _ html: HTML) {
        if isChosen {
            html(.strong, words, .current("true"))
        } else {
            html(.a, words, .href(address))
        }
    }

    private func line(_ lot: ShownLot) -> DataTable.Line {
        DataTable.Line([
            .link(Link(Words(lot.title), "/lot/\(lot.code)")), .text(lot.code),
            .words(vocabulary.what(lot.what)), .text(holders[lot.holder] ?? lot.holder.text),
            .words(Kilograms.words(lot.balance)),
        ])
    }
}
