import Blueprints
import Exchange
import Foundation
import Ledger
import Office
import Server
import Stories

/// The publisher's folder that a proposal is about.
struct OriginOfProposal {
    let folder: RegencyFolder
    let proposal: Proposal
    let read: ReadProposal
    private let envelope: Envelope
    private let files: BlueprintFiles
    private var name: String { proposal.blueprint.description }

    init(_ folder: RegencyFolder, _ envelope: Envelope) throws {
        self.folder = folder
        self.envelope = envelope
        proposal = try Proposal(envelope)
        let name = proposal.blueprint.description
        let own = try folder.regency().value?.code
        guard proposal.blueprint.publisher == own, try folder.blueprints().contains(name) else {
            throw ProposalProblem.otherBlueprint(name)
        }
        files = BlueprintFiles(
            try folder.archive(of: name).sources,
            publishedHereAs: own
        )
        let before = try Self.released(proposal, ExchangeFolder(of: folder))
        read = ReadProposal(
            proposal,
            on: files.tree,
            renames: files.folder.renames,
            before: before
        )
    }

    /// The very version that was adapted, where it lies among what was handed out.
    private static func released(_ proposal: Proposal, _ exchange: ExchangeFolder) throws -> Tree? {
        let name = proposal.blueprint
        let file = exchange.packages
            .appending(path: "\(name.publisher).\(name.name)-\(proposal.version).paket")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let own = try ExchangeFolder.package(file).own
        return own.flatMap { $0.digest == proposal.digest ? $0.content : nil }
    }

    /// Whether the version here went out already.
    func isReleased() throws -> Bool {
        let catalogue = try PreparedCatalogue.last(in: ExchangeFolder(of: folder))
        return catalogue?.packages.contains {
            $0.name == proposal.blueprint && $0.version == read.version
        } ?? false
    }

    /// Who has signed it, by what the record knows of the proposer.
    func signer() async throws -> ProposalSigner {
        let keys = folder.data.appending(path: "kunci")
        guard FileManager.default.fileExists(atPath: keys.path) else { return .unknown }
        let record = try await OpenRecord.open(folder)
        let desk = TrustDesk(store: record.store)
        let state = try await desk.state(of: proposal.proposer)
        let catalogue = try await desk.catalogue(of: proposal.proposer)
        let now = record.clock.now()
        try await record.store.close()
        return try ProposalSigner(envelope, by: state, catalogue, at: now)
    }

    /// Writes what was taken; nothing where it would make a mistake that was not there.
    func write(_ taken: TakenEntries) throws {
        let (edited, clashes) = files.changed(by: taken.edits)
        guard clashes.isEmpty else {
            throw ProposalProblem.doNotFit(clashes.map(\.edit.at.description))
        }
        let changed = edited + files.renaming(taken)
        let paths = Set(changed.map(\.path))
        let next =
            files.files.filter { !paths.contains($0.path) }
            + changed.filter { !$0.bytes.isEmpty }
        let installed = try folder.check().blueprints.filter { $0.name.description != name }
        let known = Set(Self.faults(files.files, installed))
        if let fault = Self.faults(next, installed).first(where: { !known.contains($0) }) {
            throw ProposalProblem.becomesFaulty(fault)
        }
        let archive = FolderArchive(
            next.map { FolderArchive.File(path: $0.path, bytes: $0.bytes) }
        )
        guard let archive else { throw ProposalProblem.becomesFaulty(name) }
        try AdaptingFolder(folder).put(
            archive,
            in: name,
            replacing: AdaptedFolder(try folder.archive(of: name), named: name)
        )
    }

    private static func faults(_ files: [SourceFile], _ installed: [Blueprint]) -> [String] {
        let ground = CompileGround(
            installed: installed,
            needs: NeedsOfFeatures.all,
            digest: ContentDigest.of
        )
        return compile(readBlueprint(files, at: ""), on: ground).diagnostics
            .filter { $0.severity == .error && $0.code != SemanticCode.holeOpen.rawValue }
            .map { "\($0.place.file): \($0.sentence)" }
    }

    /// Records that it came and what was taken of it.
    func record(_ taken: TakenEntries, signer: ProposalSigner, reason: String) async throws {
        let keys = folder.data.appending(path: "kunci")
        guard FileManager.default.fileExists(atPath: keys.path) else { return }
        let record = try await OpenRecord.open(folder)
        let desk = ProposalsDesk(store: record.store)
        let now = record.clock.now()
        try await desk.receive(envelope, signedBy: signer, at: now, by: .system)
        let decided = DecidedProposal(taken, of: proposal, reason: reason)
        try await desk.decide(
            envelope.document,
            decided,
            reason: reason,
            at: now,
            by: .system
        )
        let content = Transferred.Content(proposal)
        try await record.keep(.incoming, content, with: proposal.proposer)
        try await record.store.close()
    }
}
