import Hummingbird
import Ledger
import Office
import Site
import Stories

// What is past its time of keeping: proposed by one, approved by another, destroyed in pieces.

/// One batch with its cases and the names of those who decided.
struct LoadedDestruction: Sendable {
    let id: OpaqueID
    let batch: Destruction
    let version: Version
    let regency: RegencyNow
    let dossiers: [Dossier]
    let proposer: String
    let approver: String?
    let refusal: String?

    /// What the archive office gave for it.
    let receipt: String?

    func address(_ deed: String) -> Address { "/kelola/data-pribadi/pemusnahan/\(id)/\(deed)" }
}

extension PrivacyFeature {
    /// So many cases are destroyed in one go: a page is not waited for longer than that takes.
    private static let piece = 25

    func addDestruction(to router: Router<some SiteContext>) {
        router.get("kelola/data-pribadi/pemusnahan") { request, context in
            try await self.protecting(request, context) { official, regency in
                try await self.destructions(official, regency, context)
            }
        }
        router.post("kelola/data-pribadi/pemusnahan") { request, context in
            try await self.protecting(request, context) { official, regency in
                let posted = try await Posted.read(request, in: context)
                return try await self.propose(posted, official, regency, context)
            }
        }
        router.get("kelola/data-pribadi/pemusnahan/:usulan") { request, context in
            try await self.destruction(request, context) { loaded, official in
                try self.show(loaded, official, context)
            }
        }
        router.get("kelola/data-pribadi/pemusnahan/:usulan/berita-acara.pdf") { request, context in
            try await self.destruction(request, context) { loaded, _ in
                guard loaded.batch.phase == .done, loaded.batch.purpose == .destroying else {
                    throw PrivacyRefusal.movedOn
                }
                let paper = DestructionPaper(loaded: loaded, now: self.now())
                return Answer.pdf(try paper.pdf(), name: "berita-acara-pemusnahan.pdf")
            }
        }
        router.post("kelola/data-pribadi/pemusnahan/:usulan/tolak") { request, context in
            try await self.changingDestruction(request, context) { posted, loaded, official in
                let words = String((posted["alasan"] ?? "").trimmingSpaces.prefix(2000))
                try await self.decide(.refuse(words: words), on: loaded, by: official)
            }
        }
        router.post("kelola/data-pribadi/pemusnahan/:usulan/setuju") { request, context in
            try await self.changingDestruction(request, context) { _, loaded, official in
                // Approved before: only what was left is done.
                if loaded.batch.phase != .destroying {
                    try await self.decide(.approve, on: loaded, by: official)
                }
                try await self.destroyPiece(of: loaded.id, by: official)
            }
        }
    }

    private func destructions(
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext,
        problem: PrivacyRefusal? = nil
    ) async throws -> Response {
        let batches = try await store.read { try $0.destructions() }
        let past = try await past()
        let page = DestructionsPage(
            batches: batches,
            past: Array((past[.destroyed] ?? []).prefix(DestructionStory.most)),
            permanent: Array((past[.permanent] ?? []).prefix(DestructionStory.most)),
            toJudge: past[.reviewed] ?? [],
            problem: problem
        )
        return Answer.page(page, for: try visit(context, regency, of: official))
    }

    private func propose(
        _ posted: Posted,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ context: some SiteContext
    ) async throws -> Response {
        let purpose = posted["guna"].flatMap(Destruction.Purpose.init(rawValue:)) ?? .destroying
        let open = try await store.read { reader in
            try reader.destructions().contains { $0.purpose == purpose && $0.isOpen }
        }
        guard !open else { throw PrivacyRefusal.destructionOpen }
        // Only what is past its time can be proposed, whatever is sent.
        let given = posted.all("perkara") + posted.all("arsip")
        let ticked = Set(given.compactMap { OpaqueID($0) })
        let fate: PastKeeping.Fate = purpose == .destroying ? .destroyed : .permanent
        let cases = try await (past()[fate] ?? []).map(\.dossier.id).filter(ticked.contains)
        let id = Draw.random.id()
        do {
            try await decide(.propose(cases, purpose), on: id, Destruction(), 0, by: official)
        } catch PrivacyRefusal.nothingTicked {
            return try await destructions(official, regency, context, problem: .nothingTicked)
        }
        return Answer.redirect(
            to: "/kelola/data-pribadi/pemusnahan/\(id)",
            for: try visit(context, regency, of: official)
        )
    }

    /// Destroys the next cases of an approved batch; what is held now is kept, and said so.
    private func destroyPiece(of id: OpaqueID, by official: SignedIn) async throws {
        let loaded = try await loadedDestruction(id)
        guard loaded.batch.phase == .destroying, let proposer = loaded.batch.proposer,
            let approver = loaded.batch.approver
        else { return }
        var (gone, kept): ([OpaqueID], [OpaqueID]) = ([], [])
        for item in loaded.batch.left.prefix(Self.piece) {
            let order = erasure(of: item, "retensi-habis", id, proposer, approver)
            if try await dossiers.erase(order) == .erased {
                gone.append(item)
            } else {
                kept.append(item)
            }
        }
        try await decide(.destroy(gone: gone, kept: kept), on: loaded, by: official)
    }

    private func show(
        _ loaded: LoadedDestruction,
        _ official: SignedIn,
        _ context: some SiteContext,
        problem: PrivacyRefusal? = nil
    ) throws -> Response {
        let page = DestructionPage(
            loaded: loaded,
            me: official.standing.official,
            problem: problem
        )
        return Answer.page(page, for: try visit(context, loaded.regency, of: official))
    }

    func destruction(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (LoadedDestruction, SignedIn) async throws -> Response
    ) async throws -> Response {
        try await protecting(request, context) { official, _ in
            guard let id = context.parameters.get("usulan").flatMap({ OpaqueID($0) }) else {
                throw PrivacyRefusal.noSuchDestruction
            }
            return try await body(try await loadedDestruction(id), official)
        }
    }

    func changingDestruction(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (Posted, LoadedDestruction, SignedIn) async throws -> Void
    ) async throws -> Response {
        try await destruction(request, context) { loaded, official in
            let posted = try await Posted.read(request, in: context)
            guard posted["versi"] == String(loaded.version.count) else {
                throw PrivacyRefusal.movedOn
            }
            do {
                try await body(posted, loaded, official)
            } catch let problem as PrivacyRefusal where problem.status == 422 {
                return try show(loaded, official, context, problem: problem)
            }
            return Answer.redirect(
                to: "/kelola/data-pribadi/pemusnahan/\(loaded.id)",
                for: try visit(context, loaded.regency, of: official)
            )
        }
    }

    private func loadedDestruction(_ id: OpaqueID) async throws -> LoadedDestruction {
        let (dossiers, surroundings) = (dossiers, surroundings)
        return try await store.read { reader in
            let stream = Stream(DestructionStory.kind, id)
            let (batch, version) = try reader.state(of: stream, as: DestructionStory.self)
            guard let proposer = batch.proposer else { throw PrivacyRefusal.noSuchDestruction }
            return LoadedDestruction(
                id: id,
                batch: batch,
                version: version,
                regency: try surroundings.regency(reader),
                dossiers: try batch.cases.compactMap { try dossiers.named($0, reader) },
                proposer: try reader.name(of: proposer.id) ?? "–",
                approver: try batch.approver.flatMap { try reader.name(of: $0.id) },
                refusal: try reader.words(of: batch.refusal),
                receipt: try reader.words(of: batch.receipt)
            )
        }
    }

    func decide(
        _ command: DestructionCommand,
        on loaded: LoadedDestruction,
        by official: SignedIn
    ) async throws {
        try await decide(command, on: loaded.id, loaded.batch, loaded.version, by: official)
    }

    private func decide(
        _ command: DestructionCommand,
        on id: OpaqueID,
        _ state: Destruction,
        _ version: Version,
        by official: SignedIn
    ) async throws {
        let stream = Stream(DestructionStory.kind, id)
        let day = today(try await regency())
        let known = known(by: official.standing.official, day, in: DossierID(id))
        let decision = try DestructionStory.decide(state, command, known)
        try await record(decision, on: stream, seen: version, known)
    }
}

extension PrivacyFeature {
    /// An order to erase a case unless it is held when its turn comes.
    func erasure(
        of item: OpaqueID,
        _ basis: Code,
        _ request: OpaqueID,
        _ proposer: Actor,
        _ approver: Actor
    ) -> DossierErasure {
        let now = now
        let surroundings = surroundings
        return DossierErasure(
            item,
            basis: basis,
            request: request,
            proposer: proposer,
            approver: approver
        ) { reader in
            let stream = Stream(HoldStory.kind, item)
            let (hold, version) = try reader.state(of: stream, as: HoldStory.self)
            let day = try surroundings.regency(reader).installation.zone.day(now())
            return DossierErasure.Hold(
                stands: hold.stands(on: day),
                stream: stream,
                version: version
            )
        }
    }
}
