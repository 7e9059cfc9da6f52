package import Ledger
package import Stories

/// The story of what went to and from one partner; each content once for each direction.
package enum TransferStory: Story {
    package static let kind: StreamKind = "transfer"
    package static let beginning: Set<Transferred> = []

    package static func evolve(_ state: inout Set<Transferred>, _ fact: TransferFact) {
        switch fact {
        case .made(let made): state.insert(made)
        }
    }

    package static func decide(
        _ state: Set<Transferred>,
        _ command: Transferred,
        _ known: Void
    ) throws(ProposalProblem) -> Decision<TransferFact> {
        Decision(state.contains(command) ? [] : [.made(command)])
    }
}

/// Records what was transferred.
package struct TransfersDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    package static func stream(with partner: Code) -> Stream {
        let digest = digestBytes(Array("transfer/\(partner)".utf8))
        guard let id = OpaqueID(bytes: digest.prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(TransferStory.kind, id)
    }

    package func record(_ made: Transferred, at now: Instant, by actor: Actor) async throws {
        let stream = Self.stream(with: made.partner)
        // Somebody else's transfer with the same partner is no reason to refuse this one.
        for _ in 0..<5 {
            let (state, version) = try await store.state(of: stream, as: TransferStory.self)
            let decision = try TransferStory.decide(state, made, ())
            guard !decision.facts.isEmpty else { return }
            let append = try Append(
                decision,
                to: stream,
                at: now,
                by: actor,
                expecting: [stream: version]
            )
            switch try await store.append(append) {
            case .recorded, .repeated: return
            case .conflict, .taken, .otherContent: continue
            }
        }
        throw ProposalProblem.movedOn
    }
}

/// One transfer as a page tells it.
package struct ListedTransfer: Sendable {
    package let made: Transferred
    package let at: Instant
    package let by: OpaqueID
}

extension Reader {
    /// What was transferred under an agreement, the oldest first.
    package func transfers(under agreement: OpaqueID) throws -> [ListedTransfer] {
        let partners: [Code] = try rows(
            "SELECT DISTINCT partner FROM made_transfers WHERE agreement = \(agreement)"
        ).map { row in try row.get("partner") }
        var found: [ListedTransfer] = []
        for partner in partners.sorted() {
            for event in try history(of: TransfersDesk.stream(with: partner)) {
                switch try event.fact(TransferFact.self) {
                case .made(let made) where made.agreement == agreement:
                    found.append(ListedTransfer(made: made, at: event.at, by: event.by.id))
                case .made: continue
                }
            }
        }
        return found.sorted { $0.at < $1.at }
    }
}

/// With whom something was transferred under which agreement.
package enum TransfersView {
    package static let view = ViewOfRecord(
        "made-transfers",
        .now,
        of: [TransferStory.kind],
        tables: ["made_transfers"],
        schema: [
            """
            CREATE TABLE made_transfers (partner TEXT NOT NULL, agreement BLOB NOT NULL, \
            PRIMARY KEY (partner, agreement))
            """
        ],
        project: { projection in
            switch try projection.event.fact(TransferFact.self) {
            case .made(let made):
                guard let agreement = made.agreement else { return [] }
                return [
                    """
                    INSERT INTO made_transfers (partner, agreement) \
                    VALUES (\(made.partner), \(agreement)) \
                    ON CONFLICT (partner, agreement) DO NOTHING
                    """
                ]
            }
        }
    )
}
