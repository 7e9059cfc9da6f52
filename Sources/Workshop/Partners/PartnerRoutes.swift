import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A partner's site: fetched from, looked at, and its very old catalogue agreed to by a second one.

extension WorkshopFeature {
    func addPartners(to router: Router<some SiteContext>) {
        router.post("kelola/cetak-biru/ambil") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.fetch(request, keeper, context)
            }
        }
        router.get("kelola/cetak-biru/ambil/:unduhan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.lookAtFetch(keeper, context)
            }
        }
        router.get("kelola/cetak-biru/mitra/:mitra") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let page = try await self.partner(context, seenBy: keeper)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/mitra/:mitra") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.decideOnCatalogue(request, keeper, context)
            }
        }
    }

    // MARK: Fetching

    private func fetch(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context)
        let typed = TypedAddress(
            address: FieldText.tidy(posted["dari"] ?? ""),
            words: FieldText.tidy(posted["kata-mitra"] ?? "")
        )
        do {
            let address = try PartnerAddress(reading: typed.address, by: fetching)
            let pin = typed.words.isEmpty ? nil : try RootPin(reading: typed.words)
            let (desk, actor) = (partners, keeper.standing.official)
            let id = try fetches.begin(by: keeper.id, typed) {
                let catalogue = try await desk.look(at: address, pinnedBy: pin, by: actor)
                let package = try await address.wanted.asyncMap {
                    try await desk.fetch($0, of: catalogue, from: address)
                }
                return .done(publisher: catalogue.publisher, package: package?.digest)
            }
            return try await go(to: "/kelola/cetak-biru/ambil/\(id)", keeper, context)
        } catch let refusal as any Refusal {
            return try await answer(arriving(typed, refusal), to: keeper, context)
        }
    }

    private func lookAtFetch(
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let word = context.parameters.get("unduhan") ?? ""
        guard let id = OpaqueID(word),
            let fetch = try await fetches.look(id, for: keeper.id)
        else { throw WebRefusal.notFound }
        switch fetch.state {
        case .running:
            let page = FetchingPage(
                typed: fetch.typed,
                address: "/kelola/cetak-biru/ambil/\(id)"
            )
            return try await answer(page, to: keeper, context)
        case .done(_, let digest?):
            return try await go(to: "/kelola/cetak-biru/pasang/\(digest)", keeper, context)
        case .done(let publisher, nil):
            return try await go(to: "/kelola/cetak-biru/mitra/\(publisher)", keeper, context)
        case .failed(let refusal):
            return try await answer(arriving(fetch.typed, refusal), to: keeper, context)
        case .broken(let error): throw error
        }
    }

    /// The form again, with what is wrong at the question that it is about.
    private func arriving(_ typed: TypedAddress, _ refusal: any Refusal) -> ArrivingPage {
        let said = Words(refusal.sentence, refusal.sentenceInEnglish)
        var page = ArrivingPage()
        page.fetch = FetchForm(
            typed: typed,
            problem: Self.isAboutWords(refusal) ? .words(said) : .address(said)
        )
        return page
    }

    private static func isAboutWords(_ refusal: any Refusal) -> Bool {
        guard let refusal = refusal as? TrustRefusal else { return false }
        return [.unknownRoot, .wrongPin, .wordsUnknown, .wordsNotTwelve, .wordsMistyped]
            .contains(refusal)
    }

    // MARK: The second person

    private func partner(
        _ context: some SiteContext,
        seenBy keeper: SignedIn
    ) async throws -> PartnerPage {
        let publisher = context.parameters.get("mitra") ?? ""
        let standing = try await standing(of: publisher, try await versionsHere())
        guard standing.known != nil || standing.trust.root != nil || !standing.here.isEmpty else {
            throw WebRefusal.notFound
        }
        var page = PartnerPage(standing: standing, now: now())
        if let by = standing.trust.asked?.by {
            page.asker = try await store.read { try $0.name(of: by.id) }
            page.isOwnRequest = by == keeper.standing.official
        }
        return page
    }

    private func decideOnCatalogue(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context)
        var page = try await partner(context, seenBy: keeper)
        let publisher = page.standing.publisher
        do {
            if let command = try await command(posted, on: page.standing) {
                try await TrustDesk(store: store).handle(
                    command,
                    of: publisher,
                    by: keeper.standing.official,
                    at: now()
                )
            }
            return try await go(to: "/kelola/cetak-biru/mitra/\(publisher)", keeper, context)
        } catch let refusal as TrustRefusal {
            page.problem = Words(refusal.sentence, refusal.sentenceInEnglish)
            return try await answer(page, to: keeper, context)
        }
    }

    /// What the pressed button means, of the catalogue that its page showed.
    private func command(
        _ posted: Posted,
        on standing: PartnerStanding
    ) async throws -> TrustCommand? {
        let desk = TrustDesk(store: store)
        if posted["minta"] != nil {
            return try await desk.catalogue(of: standing.publisher).map { .askSecond($0) }
        }
        guard let asked = standing.trust.asked,
            posted["katalog"] == hexadecimal(asked.document.digest)
        else { throw TrustRefusal.movedOn }
        if posted["tolak"] != nil { return .declineSecond(asked.document) }
        guard posted["setuju"] != nil else { throw WebRefusal.unreadable }
        return try await desk.askedCatalogue(of: standing.publisher).map { .confirmSecond($0) }
    }
}

extension Optional where Wrapped: Sendable {
    /// `map` with a body that takes its time.
    fileprivate func asyncMap<Result>(
        _ body: (Wrapped) async throws -> Result
    ) async rethrows -> Result? {
        switch self {
        case .some(let value): try await body(value)
        case .none: nil
        }
    }
}
