import Blueprints
package import Ledger
package import Stories

/// Takes in what other regencies propose, and what is decided about it.
package struct ProposalsDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// The stream of a proposal, found by the digest of what is signed.
    package static func stream(of document: Public) -> Stream {
        guard let id = OpaqueID(bytes: document.digest.prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(ProposalStory.kind, id)
    }

    /// Records that a proposal came, once.
    package func receive(
        _ envelope: Envelope,
        signedBy signer: ProposalSigner,
        at now: Instant,
        by actor: Actor
    ) async throws {
        let proposal = try Proposal(envelope)
        guard let proposer = Code(proposal.proposer), let version = Code(proposal.version),
            let blueprint = Code(proposal.blueprint.description)
        else { throw ProposalProblem.notAProposal }
        let catalogue: Int? =
            switch signer {
            case .known(let number): number
            case .unknown: nil
            }
        let came = ReceivedProposal(
            document: envelope.document,
            content: envelope.content,
            proposer: proposer,
            blueprint: blueprint,
            version: version,
            way: .stick,
            catalogue: catalogue
        )
        try await append(
            .receive(came),
            to: Self.stream(of: envelope.document),
            [envelope.bytes],
            now,
            actor
        )
    }

    /// Records what was decided, with the reason in the words of whoever did.
    package func decide(
        _ document: Public,
        _ decided: DecidedProposal,
        reason: String,
        at now: Instant,
        by actor: Actor
    ) async throws {
        try await append(
            .decide(decided),
            to: Self.stream(of: document),
            [Array(reason.utf8)],
            now,
            actor
        )
    }

    private func append(
        _ command: ProposalCommand,
        to stream: Stream,
        _ content: [[UInt8]],
        _ now: Instant,
        _ actor: Actor
    ) async throws {
        let (state, version) = try await store.state(of: stream, as: ProposalStory.self)
        let decision = try ProposalStory.decide(state, command, ())
        guard !decision.facts.isEmpty else { return }
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = content
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw ProposalProblem.movedOn
        }
    }
}

/// A proposal with everything that happened to it here.
package struct KnownProposal: Sendable {
    package let envelope: Envelope
    package let proposal: Proposal
    package let received: ReceivedProposal
    package let at: Instant
    package let by: OpaqueID

    /// Oldest first.
    package let decisions: [Decided]

    /// One decision: what, why, by whom, when.
    package struct Decided: Sendable {
        package let what: DecidedProposal
        package let reason: String
        package let by: OpaqueID
        package let at: Instant
    }
}

extension Reader {
    /// A proposal that came here; nil for one that did not.
    package func proposal(_ document: Public) throws -> KnownProposal? {
        let history = try history(of: ProposalsDesk.stream(of: document))
        var came: (fact: ReceivedProposal, at: Instant, by: OpaqueID)?
        var decisions: [KnownProposal.Decided] = []
        for event in history {
            switch try event.fact(ProposalFact.self) {
            case .received(let fact): came = (fact, came?.at ?? event.at, came?.by ?? event.by.id)
            case .decided(let decided):
                let words = try content(decided.words) ?? []
                decisions.append(
                    KnownProposal.Decided(
                        what: decided,
                        reason: String(decoding: words, as: UTF8.self),
                        by: event.by.id,
                        at: event.at
                    )
                )
            }
        }
        guard let came, came.fact.document == document,
            let bytes = try content(came.fact.content)
        else { return nil }
        let envelope = try Envelope(reading: bytes)
        return KnownProposal(
            envelope: envelope,
            proposal: try Proposal(envelope),
            received: came.fact,
            at: came.at,
            by: came.by,
            decisions: decisions
        )
    }

    /// The proposals that came here, the newest first.
    package func proposals() throws -> [ListedProposal] {
        try rows("SELECT * FROM received_proposals ORDER BY at DESC, document").map { row in
            ListedProposal(
                document: Public(digest: try row.blob("document")),
                proposer: try row.get("proposer"),
                blueprint: try row.get("blueprint"),
                version: try row.get("version"),
                at: try row.get("at"),
                taken: try row.get("taken"),
                isDecided: try row.get("decided") as Int > 0
            )
        }
    }
}

/// One proposal of a list.
package struct ListedProposal: Sendable {
    package let document: Public
    package let proposer: Code
    package let blueprint: Code
    package let version: Code
    package let at: Instant

    /// How many of its entries were taken.
    package let taken: Int
    package let isDecided: Bool
}

/// Which proposals came here.
package enum ProposalsView {
    package static let view = ViewOfRecord(
        "received-proposals",
        .now,
        of: [ProposalStory.kind],
        tables: ["received_proposals"],
        schema: [
            """
            CREATE TABLE received_proposals (stream BLOB PRIMARY KEY, document BLOB NOT NULL, \
            proposer TEXT NOT NULL, blueprint TEXT NOT NULL, version TEXT NOT NULL, \
            at BIGINT NOT NULL, taken BIGINT NOT NULL, decided BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let stream = projection.event.stream.id
            switch try projection.event.fact(ProposalFact.self) {
            case .received(let came):
                return [
                    """
                    INSERT INTO received_proposals (stream, document, proposer, blueprint, \
                    version, at, taken, decided) VALUES (\(stream), \(came.document.digest), \
                    \(came.proposer), \(came.blueprint), \(came.version), \
                    \(projection.event.at), \(0), \(0)) ON CONFLICT (stream) DO NOTHING
                    """
                ]
            case .decided(let decided):
                return [
                    """
                    UPDATE received_proposals SET taken = \(decided.taken.count), \
                    decided = decided + 1 WHERE stream = \(stream)
                    """
                ]
            }
        }
    )
}
