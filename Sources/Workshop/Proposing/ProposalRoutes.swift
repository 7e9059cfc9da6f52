import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A proposal comes in as a file, is read against what is here, and becomes part of a draft.

extension WorkshopFeature {
    private var proposals: ProposalsDesk { ProposalsDesk(store: store) }

    func addProposals(to router: Router<some SiteContext>) {
        router.get("kelola/cetak-biru/usulan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.answer(try await self.proposalsPage(), to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/usulan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.takeIn(request, keeper, context)
            }
        }
        router.get("kelola/cetak-biru/usulan/:sidik") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let (page, _) = try await self.opened(context)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/usulan/:sidik") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.decideProposal(posted, keeper, context)
            }
        }
    }

    private func proposalsPage() async throws -> ProposalsPage {
        let listed = try await store.read { reader in try reader.proposals() }
        let zone = try await regency().installation.zone
        return ProposalsPage(listed: listed, days: listed.map { zone.day($0.at) })
    }

    private func takeIn(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context, limits: Self.limitsOfPapers)
        var page = try await proposalsPage()
        page.words = posted["kata"] ?? ""
        let actor = keeper.standing.official
        guard let file = posted.file("usulan"), !file.bytes.isEmpty else {
            page.problems["usulan"] = .chooseProposal
            return try await answer(page, to: keeper, context)
        }
        do {
            let envelope = try Envelope(reading: file.bytes)
            let proposal = try Proposal(envelope)
            try await checkPublished(proposal)
            do {
                try await learn(posted, of: proposal.proposer, by: actor)
            } catch let refusal as TrustRefusal {
                page.problems["akar"] = Words(refusal.sentence, refusal.sentenceInEnglish)
                return try await answer(page, to: keeper, context)
            }
            let signer = try await signer(of: envelope, proposal)
            try await proposals.receive(envelope, signedBy: signer, at: now(), by: actor)
            return try await go(
                to: ProposalsPage.address(of: envelope.document),
                keeper,
                context
            )
        } catch let refusal as ProposalProblem {
            page.problems["usulan"] = Words(refusal.sentence, refusal.sentenceInEnglish)
        } catch let refusal as TrustRefusal {
            page.problems["usulan"] = Words(refusal.sentence, refusal.sentenceInEnglish)
        }
        return try await answer(page, to: keeper, context)
    }

    /// Only what is published here can take in a proposal.
    private func checkPublished(_ proposal: Proposal) async throws {
        let own = try await store.read { reader in try ground.publisher(reader) }
        let name = proposal.blueprint.description
        guard proposal.blueprint.publisher == own, let code = Code(name) else {
            throw ProposalProblem.otherBlueprint(name)
        }
        do {
            _ = try await bench(code)
        } catch WebRefusal.notFound {
            throw ProposalProblem.otherBlueprint(name)
        }
    }

    private func signer(
        of envelope: Envelope,
        _ proposal: Proposal
    ) async throws -> ProposalSigner {
        try ProposalSigner(
            envelope,
            by: try await trust.state(of: proposal.proposer),
            try await trust.catalogue(of: proposal.proposer),
            at: now()
        )
    }

    /// The proposal of an address against the draft here, or what is in force.
    private func opened(_ context: some SiteContext) async throws -> (ProposalPage, Workbench) {
        guard let bytes = bytes(hexadecimal: context.parameters.get("sidik") ?? ""),
            bytes.count == 32
        else { throw WebRefusal.notFound }
        let document = Public(digest: bytes)
        let known = try await store.read { reader in try reader.proposal(document) }
        guard let known, let name = Code(known.proposal.blueprint.description) else {
            throw WebRefusal.notFound
        }
        let bench = try await bench(name)
        let (before, names) = try await store.read { reader in
            (
                try reader.edition(name, known.proposal.version),
                try reader.names(of: [known.by] + known.decisions.map(\.by))
            )
        }
        let read = ReadProposal(
            known.proposal,
            on: bench.tree,
            renames: bench.files.folder.renames,
            before: before
        )
        let signer: ProposalPage.Signer
        do {
            signer = .seen(try await self.signer(of: known.envelope, known.proposal))
        } catch let refusal as TrustRefusal {
            signer = .refused(refusal)
        }
        let zone = try await regency().installation.zone
        let page = ProposalPage(
            known: known,
            read: read,
            signer: signer,
            names: names,
            day: { zone.day($0) }
        )
        return (page, bench)
    }

    private func decideProposal(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        var (page, bench) = try await opened(context)
        let proposal = page.known.proposal
        page.posted = posted
        let reason = FieldText.tidy(posted["alasan"] ?? "")
        let ticked = posted.tickedEntries(of: page.read.lines.count)
        let takesNothing = posted["putus"] == "tolak"
        if reason.isEmpty {
            page.problem = .writeReason
        } else if !takesNothing {
            page.problem = ticked.isEmpty ? Words.nothingTicked : page.signer.hindrance
        }
        guard page.problem == nil else { return try await answer(page, to: keeper, context) }
        if takesNothing {
            let decided = DecidedProposal(refusing: proposal, reason: reason)
            try await note(decided, about: proposal, reason, keeper)
            let address = ProposalsPage.address(of: proposal.document)
            return try await go(to: address, keeper, context)
        }
        do {
            let taken = try page.read.taking(
                ProposalChoice(
                    slots: ticked.map { page.read.lines[$0].edit.at },
                    why: try await why(reason, keeper),
                    isReleased: bench.isInForce
                )
            )
            try await make(
                taken.edits,
                on: bench,
                by: keeper.standing.official,
                besides: bench.files.renaming(taken)
            )
            let decided = DecidedProposal(taken, of: proposal, reason: reason)
            try await note(decided, about: proposal, reason, keeper)
        } catch let problem as ProposalProblem {
            page.problem = Words(problem.sentence, problem.sentenceInEnglish)
            return try await answer(page, to: keeper, context)
        }
        try await record(.incoming, proposal, with: proposal.proposer, keeper)
        return try await go(to: BenchAddress(bench.name).bench, keeper, context)
    }
}

extension WorkshopFeature {
    private func note(
        _ decided: DecidedProposal,
        about proposal: Proposal,
        _ reason: String,
        _ keeper: SignedIn
    ) async throws {
        try await ProposalsDesk(store: store).decide(
            proposal.document,
            decided,
            reason: reason,
            at: now(),
            by: keeper.standing.official
        )
    }
}

extension Workbench {
    /// Whether the version here is the one that is in force: it went out already.
    fileprivate var isInForce: Bool {
        let version = tree.text(at: "blueprint/version")
        return inForce.map { BlueprintFiles($0).tree.text(at: "blueprint/version") == version }
            ?? false
    }
}

extension Reader {
    /// What a blueprint said in a version that was published here; nil for one that was not.
    fileprivate func edition(_ name: Code, _ version: String) throws -> Tree? {
        let edition = try editions().last {
            $0.name == name
                && ($0.version.text == version || $0.version.text.hasPrefix("\(version)+"))
        }
        guard let edition, let bytes = try content(edition.content) else { return nil }
        return FolderArchive(bytes: bytes).map { BlueprintFiles($0).tree }
    }
}
