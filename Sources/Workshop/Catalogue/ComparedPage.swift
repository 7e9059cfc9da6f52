import Blueprints
import Exchange
import Site
import Stories

/// What differs between two versions, by meaning.
struct ComparedPage: Page {
    let from: Catalogue.Listed
    let to: Catalogue.Listed
    let difference: Difference

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(to.name.description), .offered(to)),
            isIndexed: true
        )
    }

    private var called: Words { .differenceOf("\(to.name)", from.version, to.version) }

    /// More lines than anybody reads on a phone.
    private static let most = 120

    func title(for visit: Visit) -> String { called.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, called)
        if difference.isEmpty { html(.p, .nothingDiffers) }
        for group in Difference.Group.allCases {
            let edits = difference.edits(in: group)
            if !edits.isEmpty {
                html(.h2) {
                    html.text(Naming.words(group.title))
                    html.text(" (\(edits.count))")
                }
                let said = difference.sentences(
                    of: edits,
                    language: html.visit.language == .english ? .english : .indonesian
                )
                html(.ul, .class("ubahan")) {
                    for sentence in said.prefix(Self.most) { html(.li, sentence) }
                    if said.count > Self.most {
                        html(.li, .andMore(said.count - Self.most))
                    }
                }
            }
        }
        html(ButtonRow(links: [Link(.seeVersion(to.version), .offered(to, nil))]))
    }
}
