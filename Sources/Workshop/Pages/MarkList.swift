import Blueprints
import Site

/// What the publisher marked for receivers: what is there to be adapted, and what must stay.
struct MarkList: Component {
    let tree: Tree

    /// Where things are changed; nil where there is nothing to change yet.
    let addresses: BenchAddress?

    func write(to html: HTML) {
        let marked = MarkedSlots(of: tree)
        if !marked.knobs.isEmpty {
            html(.h2, .thereToAdapt)
            list(marked.knobs, html)
        }
        if !marked.keeps.isEmpty {
            html(.h2, .mustStay)
            list(marked.keeps, html)
        }
    }

    private func list(_ marks: [MarkedSlot], _ html: HTML) {
        html(.ul) {
            for mark in marks {
                html(.li) {
                    let called = Words(
                        name(of: mark.at, in: tree).capitalizedFirst,
                        name(of: mark.at, in: tree, language: .english).capitalizedFirst
                    )
                    if let addresses, let thing = mark.at.thingWithPage {
                        html(.a, called, .href(addresses.thing(thing)))
                    } else {
                        html.text(called)
                    }
                    html.text(": ")
                    html(.span, mark.why, .lang(.indonesian))
                    html.text(".")
                }
            }
        }
    }
}
