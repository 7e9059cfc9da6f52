package import Blueprints
import Cases
package import Ledger
package import Site
import Stories

extension ServicesFeature {
    /// A screen of a form as its citizen would see it, for whoever makes the service: what is
    /// pressed leads to the next screen, and nothing is kept.
    ///
    /// - Parameters:
    ///   - question: on which screen; the first one where no screen asks it.
    ///   - address: of the preview; the words `layanan` and `soal` are added.
    /// - Returns: nil for a service without a form.
    package func preview(
        of service: PublicService,
        asking question: ID?,
        at address: Address,
        _ reader: Reader
    ) throws -> (any Page)? {
        let draft = Draft(
            id: OpaqueID(high: 0, low: 0),
            caseID: CaseID(OpaqueID(high: 0, low: 0)),
            service: service,
            device: "",
            at: now()
        )
        var form = OpenForm(
            draft: draft,
            service: service,
            force: try keeper.current(reader),
            now: now()
        )
        form.showsEverything = true
        let all = form.screens.all
        guard !all.isEmpty else { return nil }
        let asked = question.flatMap { id in
            all.firstIndex { screen in screen.questions.contains { $0.id == id } }
        }
        let here = asked ?? 0
        var page = form.page(all[here])
        let next = all[min(here + 1, all.count - 1)]
        page.form.action = address
        page.form.isOnlyShown = true
        page.form.hidden = [("layanan", service.id.text), ("soal", next.slug)]
        page.frame.back =
            here == 0
            ? nil
            : Link(
                .back,
                address.with("layanan", service.id.text).with("soal", all[here - 1].slug)
            )
        page.saved = nil
        page.after = []
        return page
    }

    /// The regency as its own file says it is.
    package func regencyFile(_ reader: Reader) throws -> RegencyFile {
        try keeper.current(reader).regency
    }

    /// Tries worked examples under what is in force of the regency.
    package func exampleRunner(_ reader: Reader) throws -> ExampleRunner {
        ExampleRunner(in: try keeper.current(reader))
    }
}
