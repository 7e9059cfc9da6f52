import Blueprints
import Hummingbird
import Site
import Stories

// Front page, services, search.

extension ServicesFeature {
    func addHome(to router: Router<some SiteContext>) {
        router.get("/") { _, context in
            let force = try await self.force()
            return try self.answer(
                HomePage(services: force.services.map(ListedService.init)),
                context
            )
        }
        router.get("layanan") { _, context in
            let force = try await self.force()
            return try self.answer(
                ServicesPage(services: force.services.map(ListedService.init)),
                context
            )
        }
        router.get("cari") { request, context in
            try await self.search(request.uri.queryParameters["q"].map(String.init) ?? "", context)
        }
        for path in ["layanan/:layanan", "layanan/:layanan/standar", "layanan/:layanan/mulai"] {
            router.get(RouterPath(path)) { _, context in
                let (service, force) = try await self.service(context)
                let name = service.blueprint.description
                return try self.answer(
                    ServicePage(service, provenance: name, version: force.edition(of: service)),
                    context
                )
            }
        }
        router.post("layanan/:layanan/mulai") { request, context in
            _ = try await Posted.read(request, in: context)
            let (service, _) = try await self.service(context)
            guard service.elsewhere == nil else { throw ServiceRefusal.noSuchService }
            let draft = try await self.drafts.start(
                service,
                device: context.device,
                at: self.now()
            )
            return try self.go(to: "/isi/\(draft.id)", context)
        }
    }

    private func search(_ query: String, _ context: some SiteContext) async throws -> Response {
        // A request's number typed into the search finds the request.
        if query.filter(\.isNumber).count == 12 {
            return try go(to: Address("/lacak").with("nomor", query), context)
        }
        let found = try await force().search(String(query.prefix(200)))
        return try answer(
            ServicesPage(services: found.map(ListedService.init), query: String(query.prefix(200))),
            context
        )
    }

    private func service(
        _ context: some SiteContext
    ) async throws -> (PublicService, InForce) {
        let force = try await force()
        guard let id = context.parameters.get("layanan"), let service = force.service(id)
        else { throw ServiceRefusal.noSuchService }
        return (service, force)
    }
}
