import Blueprints
import Hummingbird
import Ledger
import Site
import Stories

// How a citizen's phone would show a draft: the form's screens, without anything being kept.

extension WorkshopFeature {
    func addPreview(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/pratinjau") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                let bench = try await self.bench(try BenchAddress(context).name)
                let id = request.query["layanan"].map { Blueprints.ID(String($0)) }
                let question = request.query["soal"].map { Blueprints.ID(String($0)) }
                var visit = try self.visit(context, try await self.regency())
                visit.person = nil
                let address = BenchAddress(bench.name).page("pratinjau")
                let page = try await self.preview(id, question, of: bench, at: address)
                var response = Answer.page(page, for: visit)
                SiteHeaders.allowOwnFrame(in: &response.headers)
                return response
            }
        }
    }

    func preview(
        _ id: Blueprints.ID?,
        _ question: Blueprints.ID?,
        of bench: Workbench,
        at address: Address
    ) async throws -> any Page {
        guard let id, bench.tree["service"]?[id] != nil else { throw WebRefusal.notFound }
        guard let service = bench.checked.running?.services.first(where: { $0.id == id }) else {
            return NothingToShow()
        }
        let screen = PreviewedScreen(
            service: service,
            question: question,
            address: address
        )
        let shown = try await store.read { reader in try ground.preview(screen, reader) }
        return shown?.page ?? NothingToShow()
    }
}

/// What a phone shows while a mistake keeps the form from being one.
private struct NothingToShow: Page {
    func title(for visit: Visit) -> String { Words.onAPhone.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .onAPhone)
        html(Notice(.attention, .previewWaits))
    }
}
