import Hummingbird
import Ledger
import Office
import Site
import Stories

// Cases that must not be erased: placed with a reason and a last day, lifted with a reason.

extension PrivacyFeature {
    func addHolds(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/penahanan") { request, context in
            try await self.protecting(request, context) { official, regency in
                try await self.holds(TypedHold(), official, regency, context)
            }
        }
        router.post("kelola/data-pribadi/penahanan") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                return try await self.place(TypedHold(posted), official, regency, context)
            }
        }
        router.post("kelola/data-pribadi/penahanan/:perkara") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                guard let id = context.parameters.get("perkara").flatMap({ OpaqueID($0) }) else {
                    throw PrivacyRefusal.noSuchCase
                }
                let seen = posted["versi"].flatMap { Int64($0) }.map { Version($0) }
                let command = HoldCommand.lift(words: Self.words(posted, "kata-\(id)"))
                try await self.decide(command, on: id, seen: seen, by: official, regency)
                return Answer.redirect(
                    to: "/kelola/data-pribadi/penahanan",
                    for: try self.visit(context, regency, of: official)
                )
            }
        }
    }

    private func holds(
        _ typed: TypedHold,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        let (dossiers, day) = (dossiers, today(regency))
        let lines = try await store.read { reader in
            try reader.held(on: day).compactMap { id -> HoldsPage.Line? in
                let stream = Stream(HoldStory.kind, id)
                let (hold, version) = try reader.state(of: stream, as: HoldStory.self)
                guard let dossier = try dossiers.named(id, reader), let until = hold.until
                else { return nil }
                return HoldsPage.Line(
                    dossier: dossier,
                    until: until,
                    reason: try reader.words(of: hold.reason) ?? "–",
                    version: version
                )
            }
        }
        let page = HoldsPage(typed: typed, lines: lines)
        return Answer.page(page, for: try visit(context, regency, of: official))
    }

    private func place(
        _ typed: TypedHold,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        var typed = typed
        let (dossiers, number) = (dossiers, typed.number)
        let found = try await store.read { try dossiers.find(number, $0) }
        // A name may find a case too, but a hold is placed on the one whose number was written.
        let bare = { (text: String) in text.uppercased().filter { $0.isLetter || $0.isNumber } }
        let dossier = found.first { bare($0.number) == bare(number) && !bare(number).isEmpty }
        guard let until = typed.checked(finds: dossier != nil), let dossier else {
            return try await holds(typed, official, regency, context)
        }
        do {
            let command = HoldCommand.place(until: until, words: typed.reason)
            try await decide(command, on: dossier.id, seen: nil, by: official, regency)
        } catch PrivacyRefusal.holdInPast {
            typed.problems["sampai"] = Words(.holdInPast)
            return try await holds(typed, official, regency, context)
        }
        return Answer.redirect(
            to: "/kelola/data-pribadi/penahanan",
            for: try visit(context, regency, of: official)
        )
    }

    /// A hold is sealed in the dossier of its case: it goes when the case goes.
    private func decide(
        _ command: HoldCommand,
        on id: OpaqueID,
        seen: Version?,
        by official: SignedIn,
        _ regency: RegencyNow
    ) async throws {
        let stream = Stream(HoldStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: HoldStory.self)
        guard seen == nil || seen == version else { throw PrivacyRefusal.movedOn }
        let by = official.standing.official
        let known = known(by: by, today(regency), in: DossierID(id))
        let decision = try HoldStory.decide(state, command, known)
        try await record(decision, on: stream, seen: version, known)
    }
}
