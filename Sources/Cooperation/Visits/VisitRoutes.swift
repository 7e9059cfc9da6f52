import Hummingbird
import Ledger
import Office
import Site
import Stories

// Working visits: the list, a new one, one, what is recorded about it, its files and its report.

extension CooperationFeature {
    func addVisits(to router: Router<some SiteContext>) {
        router.get("kerja/kerja-sama/kunjungan") { request, context in
            try await self.cooperating(request, context) { official, _, visit in
                let visits = try await self.store.read { try $0.visits() }
                let records = official.standing.cooperates
                return Answer.page(VisitsPage(visits: visits, records: records), for: visit)
            }
        }
        router.get("kerja/kerja-sama/kunjungan/baru") { request, context in
            try await self.cooperating(request, context, records: true) { _, regency, visit in
                let known = try await self.store.read { try self.knownOfForms(regency, $0) }
                return Answer.page(Self.newVisit(TypedDeed(), known), for: visit)
            }
        }
        router.post("kerja/kerja-sama/kunjungan/baru") { request, context in
            try await self.cooperating(request, context, records: true) {
                official,
                regency,
                visit in
                let posted = try await Posted.read(request, in: context)
                return try await self.hold(TypedDeed(posted), official, regency, visit)
            }
        }
        router.get("kerja/kerja-sama/kunjungan/:kunjungan") { request, context in
            try await self.visit(request, context) { loaded, official, visit in
                let page = VisitPage(loaded: loaded, records: official.standing.cooperates)
                return Answer.page(page, for: visit)
            }
        }
        router.get("kerja/kerja-sama/kunjungan/:kunjungan/laporan.pdf") { request, context in
            try await self.visit(request, context) { loaded, _, _ in
                let paper = VisitPaper(loaded: loaded)
                return Answer.pdf(try paper.pdf(at: self.now()), name: "laporan-kunjungan.pdf")
            }
        }
        router.get("kerja/kerja-sama/kunjungan/:kunjungan/berkas/:berkas") { request, context in
            try await self.visit(request, context) { loaded, _, _ in
                let id = context.parameters.get("berkas").flatMap { OpaqueID($0) }
                guard let paper = loaded.papers.first(where: { $0.file == id }) else {
                    throw CooperationRefusal.noSuchItem
                }
                return try await self.download(paper, of: loaded.id)
            }
        }
        addDeedsOfVisits(to: router)
    }

    private func addDeedsOfVisits(to router: Router<some SiteContext>) {
        for deed in VisitDeed.allCases {
            let path = "kerja/kerja-sama/kunjungan/:kunjungan/\(deed.rawValue)"
            router.get(RouterPath(path)) { request, context in
                try await self.visit(request, context, records: true) { loaded, _, visit in
                    let asked = request.uri.queryParameters["butir"].map { String($0) }
                    let item = try Self.item(asked, of: deed, in: loaded)
                    let typed = deed.filled(loaded, item: item)
                    return Answer.page(Self.page(deed, typed, loaded, item), for: visit)
                }
            }
            router.post(RouterPath(path)) { request, context in
                try await self.visit(request, context, records: true) { loaded, official, visit in
                    let posted = try await Posted.read(request, in: context)
                    return try await self.perform(deed, posted, loaded, official, visit)
                }
            }
        }
    }

    private func perform(
        _ deed: VisitDeed,
        _ posted: Posted,
        _ loaded: LoadedVisit,
        _ official: SignedIn,
        _ visit: Visit
    ) async throws -> Response {
        guard posted["versi"] == String(loaded.version.count) else {
            throw CooperationRefusal.movedOn
        }
        let item = try Self.item(posted["butir"], of: deed, in: loaded)
        var typed = TypedDeed(posted)
        do {
            let kept = try await keep(posted, in: loaded.id)
            let command = try deed.command(typed, on: loaded, item: item, paper: kept?.paper)
            try await record(
                command,
                on: loaded.id,
                seen: loaded.version,
                by: official,
                loaded.regency,
                file: kept?.file
            )
        } catch let refusal as CooperationRefusal where refusal.status == 422 {
            typed.errors[VisitDeed.field(of: refusal, typed)] = Words(refusal)
            return Answer.page(Self.page(deed, typed, loaded, item), for: visit)
        }
        return Answer.redirect(to: "/kerja/kerja-sama/kunjungan/\(loaded.id)", for: visit)
    }

    private func hold(
        _ typed: TypedDeed,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ visit: Visit
    ) async throws -> Response {
        let known = try await store.read { try self.knownOfForms(regency, $0) }
        var typed = typed
        do {
            let id = Draw.random.id()
            let command = try VisitDeed.hold(typed, known)
            try await record(command, on: id, seen: 0, by: official, regency)
            return Answer.redirect(to: "/kerja/kerja-sama/kunjungan/\(id)", for: visit)
        } catch let refusal as CooperationRefusal where refusal.status == 422 {
            typed.errors[VisitDeed.field(of: refusal, typed)] = Words(refusal)
            return Answer.page(Self.newVisit(typed, known), for: visit)
        }
    }

    private static func newVisit(_ typed: TypedDeed, _ known: KnownOfForms) -> DeedPage {
        DeedPage(
            heading: .newVisit,
            form: Form(
                to: "/kerja/kerja-sama/kunjungan/baru",
                VisitDeed.visit(typed, known),
                buttons: [Button(.save)]
            ),
            back: Link(.visits, "/kerja/kerja-sama/kunjungan")
        )
    }

    private static func page(
        _ deed: VisitDeed,
        _ typed: TypedDeed,
        _ loaded: LoadedVisit,
        _ item: OpaqueID?
    ) -> DeedPage {
        var form = Form(
            to: deed.address(of: loaded.id),
            deed.fields(typed, loaded, item: item),
            hidden: [("versi", "\(loaded.version.count)")],
            buttons: [Button(.save)]
        )
        if let item { form.hidden.append(("butir", item.description)) }
        let back: Address = "/kerja/kerja-sama/kunjungan/\(loaded.id)"
        return DeedPage(heading: deed.heading, form: form, back: Link(.oneVisit, back))
    }

    /// The follow-up that a form is about; refused where it is none of this visit.
    private static func item(
        _ text: String?,
        of deed: VisitDeed,
        in loaded: LoadedVisit
    ) throws(CooperationRefusal) -> OpaqueID? {
        guard let text else {
            guard deed != .fulfilment else { throw .noSuchItem }
            return nil
        }
        guard let id = OpaqueID(text), loaded.state.followUps.contains(where: { $0.id == id })
        else { throw .noSuchItem }
        return id
    }
}
