import Hummingbird
import Ledger
import Office
import Site
import Stories

// A person's request: listed, recorded, its cases ticked.

extension PrivacyFeature {
    func addRequests(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi") { request, context in
            try await self.protecting(request, context) { official, regency in
                let lines = try await self.store.read { try $0.personRequests() }
                let page = RequestsPage(lines: lines, now: self.now())
                return Answer.page(page, for: try self.visit(context, regency, of: official))
            }
        }
        router.get("kelola/data-pribadi/baru") { request, context in
            try await self.protecting(request, context) { official, regency in
                let page = NewRequestPage(typed: TypedRequest())
                return Answer.page(page, for: try self.visit(context, regency, of: official))
            }
        }
        router.post("kelola/data-pribadi/baru") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                return try await self.open(posted, official, regency, context)
            }
        }
        router.get("kelola/data-pribadi/:permintaan") { request, context in
            try await self.asked(request, context) { loaded, official in
                try self.show(loaded, official, context, isSaved: request.query["pesan"] != nil)
            }
        }
        router.get("kelola/data-pribadi/:permintaan/perkara") { request, context in
            try await self.asked(request, context) { loaded, official in
                guard loaded.request.phase == .open else { throw PrivacyRefusal.movedOn }
                let page = CasesOfPersonPage(
                    loaded: loaded,
                    found: try await self.found(for: loaded)
                )
                return Answer.page(page, for: try self.visit(context, loaded.regency, of: official))
            }
        }
        router.post("kelola/data-pribadi/:permintaan/perkara") { request, context in
            try await self.changing(request, context) { posted, loaded, _ in
                // What no search of this request finds is not hers or his to be ticked.
                let found = try await self.found(for: loaded).map(\.id)
                let ticked = Set(posted.all("perkara").compactMap { OpaqueID($0) })
                return .gather(found.filter(ticked.contains))
            }
        }
    }

    private func open(
        _ posted: Posted,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        var typed = TypedRequest(posted)
        let visit = try visit(context, regency, of: official)
        guard let asked = typed.checked(regency.installation.zone, now: now()) else {
            return Answer.page(NewRequestPage(typed: typed), for: visit)
        }
        let id = Draw.random.id()
        do {
            try await decide(.open(asked), on: id, seen: 0, by: official)
        } catch PrivacyRefusal.receivedAtAnotherTime {
            typed.problems["diterima"] = Words(.receivedAtAnotherTime)
            return Answer.page(NewRequestPage(typed: typed), for: visit)
        }
        return Answer.redirect(to: "/kelola/data-pribadi/\(id)/perkara", for: visit)
    }

    func show(
        _ loaded: LoadedRequest,
        _ official: SignedIn,
        _ context: some SiteContext,
        isSaved: Bool = false,
        problem: PrivacyRefusal? = nil
    ) throws -> Response {
        let page = RequestPage(
            loaded: loaded,
            me: official.standing.official,
            now: now(),
            isSaved: isSaved,
            problem: problem
        )
        return Answer.page(page, for: try visit(context, loaded.regency, of: official))
    }

    /// Runs a page about the request that the address names.
    func asked(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (LoadedRequest, SignedIn) async throws -> Response
    ) async throws -> Response {
        try await protecting(request, context) { official, _ in
            guard let id = context.parameters.get("permintaan").flatMap({ OpaqueID($0) }) else {
                throw PrivacyRefusal.noSuchRequest
            }
            return try await body(try await loaded(id), official)
        }
    }

    /// Does something to a request at the version that the page showed, and goes back to it.
    ///
    /// What can be put right in the form is told on the page that it stands on.
    func changing(
        _ request: Request,
        _ context: some SiteContext,
        after: (LoadedRequest, SignedIn) async throws -> Address? = { _, _ in nil },
        _ body: (Posted, LoadedRequest, SignedIn) async throws -> PersonRequestCommand?
    ) async throws -> Response {
        try await asked(request, context) { loaded, official in
            let posted = try await Posted.read(request, in: context)
            guard posted["versi"] == String(loaded.version.count) else {
                throw PrivacyRefusal.movedOn
            }
            do {
                if let command = try await body(posted, loaded, official) {
                    try await decide(command, on: loaded.id, seen: loaded.version, by: official)
                }
            } catch let problem as PrivacyRefusal where problem.status == 422 {
                return try show(loaded, official, context, problem: problem)
            }
            let place = try await after(loaded, official)
            return Answer.redirect(
                to: place ?? loaded.address.with("pesan", "simpan"),
                for: try visit(context, loaded.regency, of: official)
            )
        }
    }
}
