import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A letter of the draft on paper, with what an example answered: KONSEP over every page.

extension WorkshopFeature {
    func addPrints(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/surat.pdf") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                let bench = try await self.bench(try BenchAddress(context).name)
                guard let slot = Slot(named: request.query["di"].map(String.init)),
                    slot.path.count == 2, slot.path[0] == "letter",
                    let blueprint = bench.checked.running
                else { throw WebRefusal.notFound }
                let id = request.query["contoh"].map(String.init)
                let examples = blueprint.examples.filter { id == nil || $0.id.text == id }
                let pdf = try await self.store.read { reader -> [UInt8]? in
                    for example in examples {
                        let print = try self.ground.print(slot.path[1], example, blueprint, reader)
                        if let print { return print }
                    }
                    return nil
                }
                guard let pdf else { throw WebRefusal.notFound }
                return Answer.pdf(pdf, name: "konsep-\(slot.path[1]).pdf")
            }
        }
    }
}

/// The prints of a letter: one for each example, with its pages.
struct LetterPrints: Component {
    let addresses: BenchAddress
    let proofs: LetterProofs

    func write(to html: HTML) {
        html(.h2, .onPaper)
        guard !proofs.proofs.isEmpty else {
            html(.p, .noExampleForLetter)
            return
        }
        html(.p, .onPaperWhat)
        html(
            Lines(
                proofs.proofs.map { proof in
                    .link(
                        Link(
                            .printWith(proof.title, proof.extent),
                            addresses.page("surat.pdf")
                                .with("di", "letter/\(proofs.letter)")
                                .with("contoh", proof.example.text)
                        )
                    )
                }
            )
        )
    }
}
