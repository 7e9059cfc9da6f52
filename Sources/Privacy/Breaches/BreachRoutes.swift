import Hummingbird
import Ledger
import Office
import Site
import Stories

// Breaches: listed, recorded, told, closed, and the notices that follow from the record.

/// One breach with its words.
struct LoadedBreach: Sendable {
    let id: OpaqueID
    let breach: Breach
    let confirmed: ConfirmedBreach
    let version: Version
    let regency: RegencyNow
    let opened: [PayloadID: String]

    /// What is done to this breach, or printed of it.
    func address(_ deed: String) -> Address { "/kelola/data-pribadi/kebocoran/\(id)/\(deed)" }

    func text(_ sealed: Sealed) -> String? { opened[sealed.id] }

    func words(_ sealed: Sealed) -> [Inline] { text(sealed).map { [.text($0)] } ?? [] }
}

extension PrivacyFeature {
    func addBreaches(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/kebocoran") { request, context in
            try await self.protecting(request, context) { official, regency in
                let lines = try await self.store.read { try $0.breaches() }
                let page = BreachesPage(lines: lines, now: self.now())
                return Answer.page(page, for: try self.visit(context, regency, of: official))
            }
        }
        router.get("kelola/data-pribadi/kebocoran/baru") { request, context in
            try await self.protecting(request, context) { official, regency in
                let page = NewBreachPage(typed: TypedBreach())
                return Answer.page(page, for: try self.visit(context, regency, of: official))
            }
        }
        router.post("kelola/data-pribadi/kebocoran/baru") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                return try await self.confirm(posted, official, regency, context)
            }
        }
        router.get("kelola/data-pribadi/kebocoran/:kebocoran") { request, context in
            try await self.breach(request, context) { loaded, official in
                try self.show(loaded, official, context)
            }
        }
        for whom in [ToldOfBreach.Whom.people, .agency] {
            let name = "surat-\(whom.rawValue).pdf"
            router.get("kelola/data-pribadi/kebocoran/:kebocoran/\(name)") { request, context in
                try await self.breach(request, context) { loaded, _ in
                    let letter = BreachLetter(loaded: loaded, whom: whom, now: self.now())
                    return Answer.pdf(try letter.pdf(), name: name)
                }
            }
        }
        addDeedsOfBreaches(to: router)
    }

    private func addDeedsOfBreaches(to router: Router<some SiteContext>) {
        router.post("kelola/data-pribadi/kebocoran/:kebocoran/kabar") { request, context in
            try await self.changingBreach(request, context) { posted, loaded in
                guard let whom = posted["siapa"].flatMap(ToldOfBreach.Whom.init(rawValue:)),
                    let at = posted.date("kabar").instant(
                        at: posted["jam"] ?? "",
                        loaded.regency.installation.zone,
                        orNow: self.now()
                    )
                else { throw PrivacyRefusal.toldAtAnotherTime }
                return .tell(whom, at: at, words: Self.text(posted["lewat"]))
            }
        }
        router.post("kelola/data-pribadi/kebocoran/:kebocoran/tangani") { request, context in
            try await self.changingBreach(request, context) { posted, _ in
                .handle(words: Self.text(posted["tindakan"]))
            }
        }
        router.post("kelola/data-pribadi/kebocoran/:kebocoran/tutup") { request, context in
            try await self.changingBreach(request, context) { posted, _ in
                .close(words: Self.text(posted["penutup"]))
            }
        }
    }

    private func confirm(
        _ posted: Posted,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        var typed = TypedBreach(posted)
        let visit = try visit(context, regency, of: official)
        guard let found = typed.checked(regency.installation.zone, now: now()) else {
            return Answer.page(NewBreachPage(typed: typed), for: visit)
        }
        let id = Draw.random.id()
        do {
            try await decide(.confirm(found), on: id, seen: 0, by: official)
        } catch PrivacyRefusal.receivedAtAnotherTime {
            typed.problems["dipastikan"] = Words(.receivedAtAnotherTime)
            return Answer.page(NewBreachPage(typed: typed), for: visit)
        }
        return Answer.redirect(to: "/kelola/data-pribadi/kebocoran/\(id)", for: visit)
    }

    private func show(
        _ loaded: LoadedBreach,
        _ official: SignedIn,
        _ context: some SiteContext,
        problem: PrivacyRefusal? = nil
    ) throws -> Response {
        let page = BreachPage(loaded: loaded, now: now(), problem: problem)
        return Answer.page(page, for: try visit(context, loaded.regency, of: official))
    }

    /// Runs a page about the breach that the address names.
    private func breach(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (LoadedBreach, SignedIn) async throws -> Response
    ) async throws -> Response {
        try await protecting(request, context) { official, regency in
            guard let id = context.parameters.get("kebocoran").flatMap({ OpaqueID($0) }) else {
                throw PrivacyRefusal.noSuchBreach
            }
            let loaded = try await store.read { reader in
                let stream = Stream(BreachStory.kind, id)
                let (breach, version) = try reader.state(of: stream, as: BreachStory.self)
                guard let confirmed = breach.confirmed else { throw PrivacyRefusal.noSuchBreach }
                let sealed =
                    [confirmed.data, confirmed.how, confirmed.handling] + breach.handling
                    + breach.told.map(\.how) + [breach.closing].compactMap(\.self)
                var opened: [PayloadID: String] = [:]
                for item in sealed { opened[item.id] = try reader.words(of: item) }
                return LoadedBreach(
                    id: id,
                    breach: breach,
                    confirmed: confirmed,
                    version: version,
                    regency: regency,
                    opened: opened
                )
            }
            return try await body(loaded, official)
        }
    }

    /// Does something to a breach at the version that the page showed, and goes back to it.
    private func changingBreach(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (Posted, LoadedBreach) throws -> BreachCommand
    ) async throws -> Response {
        try await breach(request, context) { loaded, official in
            let posted = try await Posted.read(request, in: context)
            guard posted["versi"] == String(loaded.version.count) else {
                throw PrivacyRefusal.movedOn
            }
            do {
                let command = try body(posted, loaded)
                try await decide(command, on: loaded.id, seen: loaded.version, by: official)
            } catch let problem as PrivacyRefusal where problem.status == 422 {
                return try show(loaded, official, context, problem: problem)
            }
            return Answer.redirect(
                to: "/kelola/data-pribadi/kebocoran/\(loaded.id)",
                for: try visit(context, loaded.regency, of: official)
            )
        }
    }

    private func decide(
        _ command: BreachCommand,
        on id: OpaqueID,
        seen: Version,
        by official: SignedIn
    ) async throws {
        let stream = Stream(BreachStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: BreachStory.self)
        guard version == seen else { throw PrivacyRefusal.movedOn }
        let day = today(try await regency())
        let known = known(by: official.standing.official, day, in: DossierID(id))
        let decision = try BreachStory.decide(state, command, known)
        try await record(decision, on: stream, seen: version, known)
    }

    private static func text(_ typed: String?) -> String {
        String((typed ?? "").trimmingSpaces.prefix(4000))
    }
}
