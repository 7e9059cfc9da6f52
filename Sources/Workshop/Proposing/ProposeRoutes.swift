import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// What this regency adapted, offered to the publisher as a file.

/// The own adaptations of a replica, to be ticked.
struct ProposePage: Page {
    let addresses: BenchAddress
    let offered: [Edit]
    let tree: Tree
    var chosen: [String] = []
    var problem: Words?

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(addresses.name.text), addresses.bench),
            status: problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.proposeToOrigin.text(in: visit.language) }

    private var field: Field {
        let indonesian = sentences(of: offered, in: tree, language: .indonesian)
        let english = sentences(of: offered, in: tree, language: .english)
        let options = offered.enumerated().map { number, edit in
            let why = "\(edit.why.reason) (\(edit.why.author), \(edit.why.date))"
            return Option(
                edit.at.description,
                Words(indonesian[number], english[number]),
                hint: Words(why)
            )
        }
        return Field("usul", .whichToPropose, .choices(chosen, options)).with(error: problem)
    }

    func body(_ html: HTML) {
        if problem != nil { html(ErrorSummary(of: [field])) }
        html(.h1, .proposeToOrigin)
        html(Paragraphs(.proposeWhat, .proposeSigning))
        guard !offered.isEmpty else { return html(Notice(.info, .nothingToPropose)) }
        html(
            Form(
                to: addresses.page("usulan"),
                [field],
                buttons: [Button(.makeProposalFile)]
            )
        )
    }
}

extension WorkshopFeature {
    func addProposing(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/usulan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let replica = try await self.replica(try BenchAddress(context).name)
                return try await self.answer(replica.page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/usulan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.propose(posted, keeper, context)
            }
        }
    }

    /// A replica with its adaptations; throws `WebRefusal.notFound` for what is published here.
    private func replica(_ name: Code) async throws -> (folder: AdaptedFolder, page: ProposePage) {
        let bench = try await bench(name)
        guard bench.files.isReplica, let archive = bench.archive else { throw WebRefusal.notFound }
        let folder = AdaptedFolder(archive, named: name.text)
        let page = ProposePage(
            addresses: BenchAddress(name),
            offered: folder.offerable,
            tree: folder.read.tree
        )
        return (folder, page)
    }

    private func propose(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let name = try BenchAddress(context).name
        let replica = try await replica(name)
        var page = replica.page
        page.chosen = posted.all("usul")
        let (regency, names) = try await store.read { reader in
            (try ground.regency(reader), try reader.namesOfOfficials())
        }
        let proposal: Proposal
        do throws(ProposalProblem) {
            proposal = try replica.folder.proposal(
                of: page.chosen.compactMap { Slot(named: $0) },
                from: Proposer(code: regency.code, name: regency.name, at: now().wholeSeconds)
            )
            if let named = proposal.edit(naming: names) {
                throw .namesOfficial(named.at.description)
            }
        } catch {
            page.problem = Words(error.sentence, error.sentenceInEnglish)
            return try await answer(page, to: keeper, context)
        }
        try await record(.outgoing, proposal, with: proposal.blueprint.publisher, keeper)
        return Answer.download(
            proposal.bytes,
            type: "application/json",
            name: proposal.fileName
        )
    }

    /// Records that a proposal went to or came from a partner.
    func record(
        _ direction: Transferred.Direction,
        _ proposal: Proposal,
        with partner: String,
        _ keeper: SignedIn
    ) async throws {
        guard let partner = Code(partner), let content = Transferred.Content(proposal) else {
            throw ProposalProblem.notAProposal
        }
        let agreement = try await agreement(direction, content.blueprint, partner)
        let made = Transferred(direction, content, with: partner, under: agreement)
        try await TransfersDesk(store: store)
            .record(made, at: now(), by: keeper.standing.official)
    }

    /// The agreement that permits a transfer today.
    func agreement(
        _ direction: Transferred.Direction,
        _ blueprint: Code,
        _ partner: Code
    ) async throws -> OpaqueID? {
        let asked = AskedTransfer(
            direction: direction,
            blueprint: blueprint,
            partner: partner,
            day: try await regency().installation.zone.day(now())
        )
        return try await store.read { reader in try ground.agreement(asked, reader) }
    }
}

extension Instant {
    /// As documents say moments.
    var wholeSeconds: Instant { Instant(milliseconds: milliseconds / 1000 * 1000) }
}
