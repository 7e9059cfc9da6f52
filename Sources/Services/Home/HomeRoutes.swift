import Blueprints
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Front page, services, search.

extension ServicesFeature {
    func addHome(to router: Router<some SiteContext>) {
        router.get("/") { request, context in
            let force = try await self.force()
            let draft = try await self.waitingDraft(request, context, force)
            var page = HomePage(
                services: force.services.map(ListedService.init),
                draft: draft,
                news: try await self.headlines(nil, 3)
            )
            page.keptPromises = try await self.keptPromises()
            return try self.answer(page, context)
        }
        addServices(to: router)
        router.get("cari") { request, context in
            try await self.search(request.query["q"].map(String.init) ?? "", context)
        }
        for path in ["layanan/:layanan", "layanan/:layanan/mulai"] {
            router.get(RouterPath(path)) { _, context in
                if let page = try await self.offPage(context) {
                    return try self.answer(page, context)
                }
                let (service, force) = try await self.service(context)
                let name = service.blueprint.description
                return try self.answer(
                    ServicePage(service, provenance: name, version: force.edition(of: service)),
                    context
                )
            }
        }
        router.post("layanan/:layanan/mulai") { request, context in
            let posted = try await Posted.read(request, in: context)
            let (service, _) = try await self.service(context)
            guard service.elsewhere == nil else { throw ServiceRefusal.noSuchService }
            let draft = try await self.drafts.start(
                service,
                device: context.device,
                at: self.now()
            )
            var response = try self.go(to: "/isi/\(draft.id)", context)
            response.headers.append(contentsOf: self.cookies(of: draft.id, posted, request))
            return response
        }
    }

    /// How the device finds its draft again; on a shared phone it does not.
    private func cookies(of draft: OpaqueID, _ posted: Posted, _ request: Request) -> [HTTPField] {
        if posted["bersama"] == "ya" || isShared(request) { return sharing() }
        let header = cookies.header("draf", draft.description, seconds: 30 * 86_400)
        return [HTTPField(name: .setCookie, value: header)]
    }

    /// All services, and those of one topic.
    private func addServices(to router: Router<some SiteContext>) {
        router.get("layanan") { _, context in
            let force = try await self.force()
            return try self.answer(
                ServicesPage(services: force.services.map(ListedService.init)),
                context
            )
        }
        router.get("layanan/topik/:topik") { _, context in
            let word = context.parameters.get("topik") ?? ""
            let services = try await self.force().services.map(ListedService.init)
                .filter { $0.topic?.id == word }
            guard let topic = services.first?.topic else { throw WebRefusal.notFound }
            return try self.answer(ServicesPage(services: services, topic: topic), context)
        }
    }

    /// The draft that this device began last, if it still waits.
    private func waitingDraft(
        _ request: Request,
        _ context: some SiteContext,
        _ force: InForce
    ) async throws -> HomePage.OpenDraft? {
        let cookie = cookies.value("draf", in: request.headers[.cookie])
        guard let id = cookie.flatMap({ OpaqueID($0) }) else { return nil }
        do {
            let (now, device, drafts) = (now(), context.device, drafts)
            let draft = try await store.glance { reader in
                try drafts.open(id, device: device, at: now, reader)
            }
            guard let service = force.service(draft.service) else { return nil }
            return HomePage.OpenDraft(title: Words(service.title), address: "/isi/\(id)")
        } catch ServiceRefusal.noSuchDraft {
            // Sent or too old: nothing waits any more.
            return nil
        }
    }

    private func search(_ query: String, _ context: some SiteContext) async throws -> Response {
        // A request's number typed into the search finds the request.
        if query.filter(\.isNumber).count == 12 {
            return try go(to: Address("/lacak").with("nomor", query), context)
        }
        let asked = String(query.prefix(200))
        let force = try await force()
        let page = ResultsPage(
            query: asked,
            services: force.search(asked).map(ListedService.init),
            offices: force.offices(named: asked).map { Link(Words($0.name, $0.name), $0.page) },
            news: try await headlines(asked, 10)
        )
        return try answer(page, context)
    }

    /// What citizens read of a service that is switched off: why, and where to go.
    func offPage(_ context: some SiteContext) async throws -> ErrorPage? {
        let force = try await force()
        guard let id = context.parameters.get("layanan"),
            let off = force.off.first(where: { $0.service.id.text == id })
        else { return nil }
        let title = Site.Words(off.service.title)
        return ErrorPage(
            Words(
                "\(title.indonesian): sedang tidak dibuka",
                "\(title.text(in: .english)): not open now"
            ),
            [off.reason.map { Words($0) }, Words.runningCasesGoOn].compactMap(\.self),
            links: [
                Link(.comeToCounter, "/unit"), Link(.track, "/lacak"),
                Link(.findService, "/layanan"),
            ],
            status: 200
        )
    }

    func service(
        _ context: some SiteContext
    ) async throws -> (PublicService, InForce) {
        let force = try await force()
        guard let id = context.parameters.get("layanan"), let service = force.service(id)
        else { throw ServiceRefusal.noSuchService }
        return (service, force)
    }
}

extension Site.Words {
    static let runningCasesGoOn = Site.Words(
        "Permohonan yang sudah dikirim tetap diproses. Untuk yang baru, datang ke loket.",
        "Requests that were sent are still being worked on. For a new one, visit a counter."
    )
}
