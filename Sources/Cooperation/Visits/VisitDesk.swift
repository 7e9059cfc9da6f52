import Hummingbird
import Ledger
import Office
import Site
import Stories

extension CooperationFeature {
    /// Runs a page about one visit.
    func visit<C: SiteContext>(
        _ request: Request,
        _ context: C,
        records: Bool = false,
        _ body: (LoadedVisit, SignedIn, Visit) async throws -> Response
    ) async throws -> Response {
        try await cooperating(request, context, records: records) { official, regency, visit in
            guard let id = context.parameters.get("kunjungan").flatMap({ OpaqueID($0) }) else {
                throw CooperationRefusal.noSuchVisit
            }
            return try await body(try await self.visit(id, regency), official, visit)
        }
    }

    private func visit(_ id: OpaqueID, _ regency: RegencyNow) async throws -> LoadedVisit {
        let day = today(regency)
        return try await store.read { reader in
            let stream = Stream(VisitStory.kind, id)
            let (state, version) = try reader.state(of: stream, as: VisitStory.self)
            guard let held = state.held else { throw CooperationRefusal.noSuchVisit }
            var (opened, papers): ([PayloadID: Texts], [Paper]) = ([:], [])
            for event in try reader.history(of: stream) {
                let fact = try event.fact(VisitFact.self)
                opened[fact.words.id] = try reader.texts(of: fact.words.id)
                if case .fulfilled(let done) = fact, let paper = done.paper { papers.append(paper) }
            }
            let known = try self.knownOfForms(regency, reader)
            let agreement = held.agreement.map { id in
                let title = known.agreements.first { $0.value == id.description }?.label
                return Link(title ?? .agreements, "/kerja/kerja-sama/\(id)")
            }
            return LoadedVisit(
                id: id,
                state: state,
                held: held,
                version: version,
                regency: regency,
                today: day,
                opened: opened,
                papers: papers,
                known: known,
                agreement: agreement
            )
        }
    }

    /// What a visit may belong to.
    func knownOfForms(_ regency: RegencyNow, _ reader: Ledger.Reader) throws -> KnownOfForms {
        let listed = try reader.agreements()
        let lines = listed.flatMap { PartnerLine.read($0.texts["mitra"]) }
        let named = lines.compactMap { line in line.code.map { ($0, line.name) } }
        let agreements = listed.map { agreement in
            Option(agreement.id.description, Words(agreement.texts["judul"].orErased))
        }
        let none = Option("", Words("Tidak terkait kerja sama", "None"))
        return KnownOfForms(
            agreements: [none] + agreements,
            names: Dictionary(named) { first, _ in first },
            hasService: { regency.published($0) != nil || regency.service($0) != nil }
        )
    }

    func record(
        _ command: VisitCommand,
        on id: OpaqueID,
        seen: Version,
        by official: SignedIn,
        _ regency: RegencyNow,
        file: KeptFile? = nil
    ) async throws {
        let stream = Stream(VisitStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: VisitStory.self)
        let known = KnownOfVisit(
            today: today(regency),
            sealing: TextsSealing(in: DossierID(id), by: .sha256)
        )
        let decision = try VisitStory.decide(state, command, known)
        guard version == seen else { throw CooperationRefusal.movedOn }
        var append = try Append(
            decision,
            to: stream,
            at: now(),
            by: official.standing.official,
            expecting: [stream: version]
        )
        append.files = file.map { [$0] } ?? []
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw CooperationRefusal.movedOn
        }
    }
}

extension VisitFact {
    var words: Sealed {
        switch self {
        case .held(let visit): visit.words
        case .became(let words): words
        case .owed(let duty): duty.words
        case .fulfilled(let done): done.words
        }
    }
}
