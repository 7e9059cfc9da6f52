import Blueprints
import Crypto
import Exchange
import Ledger
import LedgerSQLite
import Stories
import Testing

/// Bytes that anybody may have written.
@Suite struct HostileProposalTests {
    /// The bytes of a good proposal with one text replaced.
    private static func turned(_ old: String, _ new: String) throws -> [UInt8] {
        let text = String(decoding: try Proposed.proposal().bytes, as: UTF8.self)
        try #require(text.contains(old), "\(old)")
        return Array(text.replacing(old, with: new).utf8)
    }

    static let turns: [(String, String)] = [
        ("16.03/umkm", "16.03/../etc"), ("16.03/umkm", "umkm"), ("16.03/umkm", "12.03/umkm"),
        (#""proposer":"12.03""#, #""proposer":"16.03""#),
        (#""proposer":"12.03""#, #""proposer":"""#), (#""proposer":"12.03""#, #""proposer":7"#),
        (#""version":"1.0.0""#, #""version":"""#), (#""version":"1.0.0""#, #""versi":"1.0.0""#),
        ("2026-", "2026 "), (#""blueprint""#, #""asing":1,"blueprint""#),
        ("edits:", "fill: { a: b }\\nedits:"), ("edits:", "edits: []\\nlain:"),
        ("/title", "/tiada/apa"), ("/title", "/../title"), ("was: ", "was: &a "),
        ("now: Surat dagang", "now: *a"), ("now: Surat dagang", "now: !!binary aGFsbw=="),
        ("now: Surat dagang", "now: Surat keterangan usaha"),
        ("reason: Warga bertanya.", #"reason: \"\""#), ("by: Kabag Organisasi", "oleh: Kabag"),
        ("date: 2026-03-01", "date: kemarin"), ("  - at", "   - at"),
        ("now: Surat dagang", "now: 1203041708851234"),
    ]

    @Test(arguments: turns)
    func `a turned proposal is refused`(old: String, new: String) throws {
        let bytes = try Self.turned(old, new)
        #expect(throws: ProposalProblem.self) { try Proposal(reading: bytes) }
    }

    @Test func `what is cut off, doubled, empty or too large is refused`() throws {
        let whole = try Proposed.proposal().bytes
        for length in stride(from: 0, to: whole.count, by: 13) {
            #expect(throws: ProposalProblem.notAProposal) {
                try Proposal(reading: Array(whole.prefix(length)))
            }
        }
        #expect(throws: ProposalProblem.notAProposal) { try Proposal(reading: whole + whole) }
        #expect(throws: ProposalProblem.notAProposal) { try Proposal(reading: [0xFF, 0, 0x7B]) }
        let large = [UInt8](repeating: 0x20, count: Proposal.mostBytes + 1)
        #expect(throws: ProposalProblem.tooLarge) { try Proposal(reading: large) }
        let other = try Partner().catalogueEnvelope()
        #expect(throws: ProposalProblem.notAProposal) { try Proposal(other) }
    }

    @Test func `every turned bit is another proposal or none`() throws {
        let proposal = try Proposed.proposal()
        for at in stride(from: 0, to: proposal.bytes.count, by: 7) {
            var bytes = proposal.bytes
            bytes[at] ^= 0x04
            do throws(ProposalProblem) {
                let read = try Proposal(reading: bytes)
                #expect(read != proposal)
                #expect(read.bytes == bytes)
            } catch {
                #expect(error.status == 422)
            }
        }
    }

    // MARK: Whose it is

    /// A partner whose catalogue names one working key.
    private struct Proposing {
        let partner = Partner(code: "12.03")
        let key = Curve25519.Signing.PrivateKey()
        var state = TrustStory.beginning
        let catalogue: Envelope

        init(until: Instant = Partner.day(3_000), revoking: Bool = false) throws {
            let root = try partner.rootEnvelope()
            let plain = try #require(
                Catalogue(
                    publisher: "12.03",
                    number: 1,
                    issued: Partner.day(1),
                    expires: Partner.day(90),
                    previous: nil,
                    root: 1,
                    workingKeys: [TimedKey(key: StatementKey(key.publicKey), until: until)],
                    revoked: revoking ? [StatementKey(key.publicKey)] : [],
                    packages: []
                )
            )
            catalogue = try Envelope(.catalogue, plain.bytes).signed(by: partner.catalogueKey)
            let ground = TrustGround(publisher: "12.03", asker: .system, clock: Partner.day(2))
            let pin = try RootPin(reading: RootPin.code(of: root.document))
            for command in [
                TrustCommand.pin(pin, root), .takeCatalogue(catalogue, .online, approver: nil),
            ] {
                for fact in try TrustStory.decide(state, command, ground).facts {
                    TrustStory.evolve(&state, fact)
                }
            }
        }

        func envelope(by signer: Curve25519.Signing.PrivateKey? = nil) throws -> Envelope {
            try Envelope(.proposal, try Proposed.proposal().bytes).signed(by: signer ?? key)
        }
    }

    @Test func `a signer is known by the catalogue of whom it names, and by nothing else`() throws {
        let proposing = try Proposing()
        let (state, catalogue) = (proposing.state, proposing.catalogue)
        func signer(_ envelope: Envelope) throws -> ProposalSigner {
            try ProposalSigner(envelope, by: state, catalogue, at: Partner.day(5))
        }
        #expect(try signer(proposing.envelope()) == .known(catalogue: 1))
        #expect(try signer(proposing.envelope(by: .init())) == .unknown)
        // The key of the catalogue lies on a stick and signs no proposals.
        let wrong = try proposing.envelope(by: proposing.partner.catalogueKey)
        #expect(try signer(wrong) == .unknown)
        let mine = try proposing.envelope()
        let stranger = try ProposalSigner(mine, by: TrustStory.beginning, nil, at: Partner.day(5))
        #expect(stranger == .unknown)
        let turned = Envelope(.proposal, mine.payload + [0x20], signatures: mine.signatures)
        #expect(throws: TrustRefusal.altered) { try signer(turned) }
        let asCatalogue = Envelope(.evidence, mine.payload, signatures: mine.signatures)
        #expect(throws: TrustRefusal.altered) { try signer(asCatalogue) }
    }

    @Test func `a key that is past its time or revoked signs nothing`() throws {
        let late = try Proposing(until: Partner.day(4))
        #expect(throws: TrustRefusal.keyExpired) {
            try ProposalSigner(late.envelope(), by: late.state, late.catalogue, at: Partner.day(5))
        }
        let gone = try Proposing(revoking: true)
        #expect(throws: TrustRefusal.revoked) {
            try ProposalSigner(gone.envelope(), by: gone.state, gone.catalogue, at: Partner.day(5))
        }
    }
}
