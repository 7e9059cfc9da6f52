import Blueprints
import Crypto
import Exchange
import Foundation
import Ledger
import Stories
import Testing
import UnderTest

/// Facts about proposals and transfers as they were once written; each stays for ever.
@Suite struct ProposalFactTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    private static func written(_ fact: some FactShape) throws -> [UInt8] {
        var fields = FactWriter()
        fact.write(to: &fields)
        return try CanonicalJSON.write(FactValue.object(fields.fields))
    }

    private static func kept(_ name: String) throws -> (bytes: [UInt8], fields: FactReader) {
        let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: "\(name).json")))
        guard case .object(let fields) = try CanonicalJSON.read(bytes) else {
            throw FactUnreadable("\(name) is no object")
        }
        return (bytes, FactReader(fields))
    }

    @Test(arguments: ["received-1", "received-2", "decided-1", "decided-2"])
    func `facts of a proposal are read for ever and give their bytes again`(name: String) throws {
        let (bytes, fields) = try Self.kept("proposal.\(name)")
        let kind = try #require(Code(String(name.dropLast(2))))
        let fact = try ProposalFact(kind: kind, from: fields)
        #expect(try Self.written(fact) == bytes)
        #expect(fact.kind == kind)
        #expect(throws: FactUnreadable.self) { try ProposalFact(kind: kind, from: FactReader([:])) }
    }

    @Test(arguments: ["made-1", "made-2"])
    func `facts of a transfer are read for ever and give their bytes again`(name: String) throws {
        let (bytes, fields) = try Self.kept("transfer.\(name)")
        let fact = try TransferFact(kind: "made", from: fields)
        #expect(try Self.written(fact) == bytes)
        #expect(throws: FactUnreadable.self) { try TransferFact(kind: "lost", from: fields) }
    }

    private static func store() async throws -> RecordStore {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "record.sqlite").path),
            keys: Keys.make(in: folder.appending(path: "keys").path),
            views: [ProposalsView.view, TransfersView.view]
        )
    }

    @Test func `a proposal is received once, decided by somebody, and listed`() async throws {
        let store = try await Self.store()
        let desk = ProposalsDesk(store: store)
        let proposal = try Proposed.proposal(Proposed.title, Proposed.hint)
        let envelope = try Envelope(.proposal, proposal.bytes)
            .signed(by: Curve25519.Signing.PrivateKey())
        let (actor, other) = (Seen.asker, Actor(OpaqueID(high: 0, low: 77)))
        for day in [2, 3] {
            try await desk.receive(
                envelope,
                signedBy: .unknown,
                at: Partner.day(Int64(day)),
                by: day == 2 ? actor : other
            )
        }
        let taken = try Proposed.read(proposal, on: MadeUp.files())
            .taking(Proposed.choice([proposal.edits[0].at]))
        let decided = DecidedProposal(taken, of: proposal, reason: "Berguna.")
        try await desk.decide(
            proposal.document,
            decided,
            reason: "Berguna.",
            at: Partner.day(4),
            by: other
        )
        let known = try #require(
            try await store.read { reader in try reader.proposal(proposal.document) }
        )
        #expect(known.proposal == proposal)
        #expect(known.at == Partner.day(2))
        #expect(known.by == actor.id)
        #expect(known.decisions.map(\.reason) == ["Berguna."])
        #expect(known.decisions.map(\.what.taken) == [[0]])
        #expect(known.decisions.map(\.what.refused) == [[1]])
        let before = try await store.read { reader in try reader.proposals() }
        #expect(before.map(\.taken) == [1])
        #expect(before.map(\.isDecided) == [true])
        try await store.rebuild()
        let after = try await store.read { reader in try reader.proposals() }
        #expect(after.map(\.document) == before.map(\.document))
        #expect(after.map(\.taken) == [1])
    }

    @Test func `nothing is decided about what never came, and no choice is no decision`()
        async throws
    {
        let desk = ProposalsDesk(store: try await Self.store())
        let proposal = try Proposed.proposal()
        let refusing = DecidedProposal(refusing: proposal, reason: "Tidak perlu.")
        await #expect(throws: ProposalProblem.notAProposal) {
            try await desk.decide(
                proposal.document,
                refusing,
                reason: "Tidak perlu.",
                at: Partner.day(4),
                by: Seen.asker
            )
        }
    }

    @Test func `a transfer is recorded once, under its agreement`() async throws {
        let store = try await Self.store()
        let desk = TransfersDesk(store: store)
        let agreement = OpaqueID(high: 5, low: 6)
        let proposal = try Proposed.proposal()
        let content = try #require(Transferred.Content(proposal))
        let bound = Transferred(.incoming, content, with: "12.03", under: agreement)
        let open = Transferred(.outgoing, content, with: "12.03", under: nil)
        for made in [bound, bound, open] {
            try await desk.record(made, at: Partner.day(3), by: Seen.asker)
        }
        let listed = try await store.read { reader in try reader.transfers(under: agreement) }
        #expect(listed.map(\.made) == [bound])
        #expect(listed.map(\.by) == [Seen.asker.id])
        let none = try await store.read { reader in
            try reader.transfers(under: OpaqueID(high: 9, low: 9))
        }
        #expect(none.isEmpty)
    }
}
