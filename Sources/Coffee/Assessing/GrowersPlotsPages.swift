import Site
import Stories

/// The way to a grower's plots: a part of the name, or the NIK, among the growers one serves.
struct GrowersPlotsPage: Page {
    /// Nil before anybody was looked for.
    var typed: String?
    var found: [Grower] = []

    /// How many fit in all, also those that are not listed.
    var count = 0

    var frame: Frame { Frame(back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.growersPlots.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .growersPlots)
        html(.p, .whoSeesPlots)
        html(
            Form(
                to: "/kebun/petani",
                [
                    Field(
                        "cari",
                        .findGrower,
                        hint: .findGrowerHint,
                        .text(TextInput(typed ?? "", .search, most: 80))
                    )
                ],
                buttons: [Button(.findGrowersPlots)]
            )
        )
        guard typed != nil else { return }
        if found.isEmpty { return html(EmptyState(.noGrowerServed)) }
        html(.h2, .growersFound(count))
        html(.ul, .class("daftar")) {
            for grower in found {
                html(.li) {
                    html(.a, grower.name, .href(Address("/kebun/petani/\(grower.id)")))
                    html.text(" · " + grower.village)
                }
            }
        }
    }
}

/// One grower's plots with what was found, as the grower reads it too.
struct PlotsOfGrowerPage: Page {
    let grower: Grower
    let telling: TellingOfPlots

    var frame: Frame { Frame(back: Link(.growersPlots, "/kebun/petani")) }

    func title(for visit: Visit) -> String {
        "\(Words.growersPlots.text(in: visit.language)): \(grower.name)"
    }

    func body(_ html: HTML) {
        html(.h1, .growersPlots)
        html(.p) {
            html(.strong, grower.name)
            html.text(" · " + grower.village)
        }
        html(.h2, .plotsAndFindings)
        html(telling)
    }
}
