import Ledger
import Office
import Site
import Stories

/// One request with everything that its page tells.
struct LoadedRequest: Sendable {
    let id: OpaqueID
    let request: PersonRequest
    let opening: Opening
    let version: Version
    let regency: RegencyNow

    /// Nil once the request's own dossier is erased.
    let identity: Identity?
    let ticked: [Dossier]
    let held: Set<OpaqueID>
    let words: WordsOfRequest

    /// Whether what was granted is not carried out in every case yet.
    var awaitsRestriction: Bool {
        opening.asks.restricts != nil && request.phase == .granted
            && ticked.contains { !$0.isErased && !$0.isRestricted }
    }

    var address: Address { "/kelola/data-pribadi/\(id)" }

    /// A page of this request, or what is done to it.
    func address(_ deed: String) -> Address { "/kelola/data-pribadi/\(id)/\(deed)" }

    /// Where an answer of one of its cases is put right.
    func correction(of dossier: Dossier) -> Address {
        "/kelola/data-pribadi/\(id)/betulkan/\(dossier.id)"
    }
}

/// The sealed words of a request, and the names of those who acted.
struct WordsOfRequest: Sendable {
    var verdict: String?
    var decider: String?
    var returned: String?
    var approver: String?
    var outcome: String?
}

extension Reader {
    func words(of sealed: Sealed?) throws -> String? {
        try sealed.flatMap { try open($0.id) }.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension PrivacyFeature {
    func loaded(_ id: OpaqueID) async throws -> LoadedRequest {
        let (surroundings, dossiers, now) = (surroundings, dossiers, now())
        return try await store.read { reader in
            let stream = Stream(PersonRequestStory.kind, id)
            let (request, version) = try reader.state(of: stream, as: PersonRequestStory.self)
            guard let opening = request.opening else { throw PrivacyRefusal.noSuchRequest }
            let regency = try surroundings.regency(reader)
            let held = try request.cases.filter { id in
                let hold = try reader.state(of: Stream(HoldStory.kind, id), as: HoldStory.self)
                return hold.state.stands(on: regency.installation.zone.day(now))
            }
            var words = WordsOfRequest()
            words.verdict = try reader.words(of: request.verdict?.words)
            words.returned = try reader.words(of: request.returned)
            words.outcome = try reader.words(of: request.outcome)
            words.decider = try request.verdict.flatMap { try reader.name(of: $0.by.id) }
            words.approver = try request.approver.flatMap { try reader.name(of: $0.id) }
            return LoadedRequest(
                id: id,
                request: request,
                opening: opening,
                version: version,
                regency: regency,
                identity: try reader.words(of: opening.identity).map { Identity(text: $0) },
                ticked: try request.cases.compactMap { try dossiers.named($0, reader) },
                held: Set(held),
                words: words
            )
        }
    }

    /// The cases that what the person told of themselves finds, those ticked before among them.
    func found(for loaded: LoadedRequest) async throws -> [Dossier] {
        // The link of a receipt proves who asks about its case, and about no other.
        let all = loaded.identity?.marks ?? []
        let marks =
            loaded.opening.check == .receiptLink
            ? [loaded.identity?.number].compactMap(\.self) : all
        let dossiers = dossiers
        let found = try await store.read { reader in
            try marks.flatMap { try dossiers.find($0, reader) }
        }
        var seen: Set<OpaqueID> = []
        return (loaded.ticked + found).filter { seen.insert($0.id).inserted }
    }

    /// Carries out a command against the version that the page showed.
    ///
    /// The holds of its cases are among what the decision read: a hold that comes at the same
    /// moment makes it a conflict.
    func decide(
        _ command: PersonRequestCommand,
        on id: OpaqueID,
        seen: Version,
        by official: SignedIn
    ) async throws {
        try await decide(command, on: id, seen: seen, by: official.standing.official)
    }

    /// The same for whoever it is: an official, or the applicant of a case.
    func decide(
        _ command: PersonRequestCommand,
        on id: OpaqueID,
        seen: Version,
        by: Actor
    ) async throws {
        let (stream, day) = (Stream(PersonRequestStory.kind, id), today(try await regency()))
        let (state, version) = try await store.state(of: stream, as: PersonRequestStory.self)
        guard version == seen else { throw PrivacyRefusal.movedOn }
        var known = known(by: by, day, in: DossierID(id))
        var beside: [Stream: Version] = [:]
        for id in state.cases {
            let holds = Stream(HoldStory.kind, id)
            let (hold, version) = try await store.state(of: holds, as: HoldStory.self)
            beside[holds] = version
            if hold.stands(on: day) { known.held.insert(id) }
        }
        let (dossiers, cases) = (dossiers, state.cases)
        let named = try await store.read { reader in
            try cases.compactMap { try dossiers.named($0, reader) }
        }
        known.withoutConsent = Set(named.filter { !$0.isByConsent }.map(\.id))
        known.keptByLaw = Set(named.filter { $0.mustStay != nil }.map(\.id))
        known.withoutRestriction = Set(named.filter { !$0.canBeRestricted }.map(\.id))
        let decision = try PersonRequestStory.decide(state, command, known)
        try await record(decision, on: stream, seen: version, beside: beside, known)
    }

    /// Destroys what was approved, one case after the other, and says that it is done.
    ///
    /// Where it was cut short the request stays `erasing`, and asking again finishes it.
    func carryOutErasure(_ id: OpaqueID, by official: SignedIn) async throws {
        let loaded = try await loaded(id)
        guard loaded.request.phase == .erasing, let verdict = loaded.request.verdict,
            let approver = loaded.request.approver
        else { throw PrivacyRefusal.movedOn }
        var (isHeld, outcome) = (false, OutcomeOfErasure())
        for dossier in loaded.ticked {
            let order = erasure(of: dossier.id, "permintaan-warga", id, verdict.by, approver)
            switch try await dossiers.erase(order) {
            case .erased: outcome.erased.append(dossier)
            // A hold that came after the approval keeps its case, and the request open.
            case .held: isHeld = true
            case .kept(let why): outcome.kept.append((dossier, why))
            }
        }
        guard !isHeld else { throw PrivacyRefusal.held }
        let finish = PersonRequestCommand.finish(words: outcome.words)
        try await decide(finish, on: id, seen: loaded.version, by: official)
    }
}

/// What became of everything that was to be erased, as the person is told.
struct OutcomeOfErasure {
    var erased: [Dossier] = []
    var kept: [(dossier: Dossier, why: Words)] = []

    /// Nothing stays unsaid: what the law keeps, and what others need without the person's name.
    var words: String {
        let gone = Dossier.Kind.allCases.compactMap { kind -> String? in
            let count = erased.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(kind.words.indonesian.lowercased())"
        }
        let first =
            gone.isEmpty ? "Tidak ada yang dihapus." : "Dihapus: \(gone.joined(separator: ", "))."
        let kept = kept.map { dossier, why in
            "Tetap disimpan: \(dossier.service.indonesian), \(dossier.number). \(why.indonesian)"
        }
        let stays = erased.flatMap(\.stays).map(\.indonesian)
        return ([first] + kept + stays).joined(separator: " ")
    }
}
