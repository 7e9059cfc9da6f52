import Hummingbird
import Ledger
import Office
import Site
import Stories

// A copy of what the dossiers hold: recorded first, then open for a while to who asked for it.

extension PrivacyFeature {
    func addHanding(to router: Router<some SiteContext>) {
        router.post("kelola/data-pribadi/:permintaan/unduh") { request, context in
            try await self.asked(request, context) { loaded, official in
                let posted = try await Posted.read(request, in: context)
                guard posted["versi"] == String(loaded.version.count) else {
                    throw PrivacyRefusal.movedOn
                }
                let form = Handing.Form(rawValue: posted["bentuk"] ?? "") ?? .page
                try await self.decide(
                    .hand(form),
                    on: loaded.id,
                    seen: loaded.version,
                    by: official
                )
                return Answer.redirect(
                    to: "/kelola/data-pribadi/\(loaded.id)/salinan/\(form.rawValue)",
                    for: try self.visit(context, loaded.regency, of: official)
                )
            }
        }
        router.get("kelola/data-pribadi/:permintaan/salinan/:bentuk") { request, context in
            try await self.asked(request, context) { loaded, official in
                try await self.copy(for: official, loaded, context)
            }
        }
    }

    private func copy(
        for official: SignedIn,
        _ loaded: LoadedRequest,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let form = context.parameters.get("bentuk").flatMap(Handing.Form.init(rawValue:)),
            let handing = loaded.request.handing, handing.form == form,
            handing.to == official.standing.official, handing.until > now(),
            loaded.request.phase == .granted
        else { throw PrivacyRefusal.downloadOver }
        let visit = try visit(context, loaded.regency, of: official)
        let (dossiers, language, cases) = (dossiers, visit.language, loaded.request.cases)
        let content = try await store.read { reader in
            try cases.compactMap { try dossiers.content($0, language, reader) }
        }
        switch form {
        case .page:
            return Answer.page(CopyPage(loaded: loaded, dossiers: content, made: now()), for: visit)
        case .json:
            var files: [OpaqueID: [DossierFile]] = [:]
            for id in cases { files[id] = try await dossiers.files(id) }
            let copy = CopyForMachines(
                of: content,
                files: files,
                made: now(),
                zone: loaded.regency.installation.zone
            )
            return Answer.download(
                try copy.bytes(),
                type: "application/json",
                name: "data-pribadi-\(loaded.id.description.prefix(8)).json"
            )
        }
    }
}
