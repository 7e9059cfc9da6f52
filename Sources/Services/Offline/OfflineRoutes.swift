import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Forms that are filled in without a signal: opened before, who fills them in, what became of them.

extension ServicesFeature {
    func addOfflineForms(to router: Router<some SiteContext>) {
        router.get("luring/isi/:layanan") { _, context in
            let (service, force) = try await self.service(context)
            guard service.elsewhere == nil, !service.isClosed else {
                throw ServiceRefusal.noSuchService
            }
            return try self.answer(
                OfflineFormPage(
                    service: service,
                    villages: force.villages,
                    regency: force.regency.code
                ),
                context
            )
        }
        router.get("luring/kunci") { request, context in
            try await self.whoFillsIn(request, context)
        }
        router.get("luring/keadaan/:draf") { _, context in
            guard let draft = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
                throw ServiceRefusal.noSuchDraft
            }
            guard case .sent(let id, let helped)? = try await self.sentBefore(context) else {
                return try PhoneOutbox.answer(draft)
            }
            return try await self.sentAnswer(id, helped: helped, draft, nil, context)
        }
        router.get("bantu/luring") { request, context in
            try await self.helping(request, context) { helper in
                let services = helper.official.force.services.filter {
                    $0.elsewhere == nil && !$0.isClosed
                }
                let page = OfflineFormsPage(
                    services: services.map {
                        Link(Words($0.title), "/luring/isi/\($0.id)")
                    }
                )
                return try self.answer(page, to: helper.official, context)
            }
        }
    }

    /// What the phone keeps to be able to send later: its form token, and who is signed in.
    private func whoFillsIn(_ request: Request, _ context: some SiteContext) async throws
        -> Response
    {
        let official = try await official(request)
        let members: [String: JSONValue] = [
            "kunci": .text(context.visit?.formToken ?? ""),
            "pelaku": .text(official?.id.description ?? ""),
            "penolong": .flag(official?.helperPost != nil),
        ]
        return Answer.json(try CanonicalJSON.write(.object(members)))
    }
}
