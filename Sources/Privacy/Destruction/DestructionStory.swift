package import Stories

/// The story of letting a batch of cases go whose time of keeping is over: destroyed here, or handed
/// to the archive office.
///
/// One official proposes, another approves. Nothing is destroyed that is held at that moment, and
/// of what is handed over nothing before its receipt is on record.
package enum DestructionStory: Story {
    package static let kind: StreamKind = "destruction"
    package static let beginning = Destruction()

    /// So many cases are in one batch.
    package static let most = 200

    package static func evolve(_ state: inout Destruction, _ fact: DestructionFact) {
        switch fact {
        case .proposed(let cases, let proposer, let purpose):
            state.cases = cases
            state.proposer = proposer
            state.purpose = purpose
            state.phase = .proposed
        case .refused(let words):
            state.refusal = words
            state.phase = .refused
        case .approved(let by):
            state.approver = by
            state.phase = state.purpose == .handingOver ? .handing : .destroying
        case .received(_, let receipt):
            state.receipt = receipt
            state.phase = .done
        case .destroyed(let gone, let kept):
            state.gone += gone
            state.kept += kept
            if state.left.isEmpty { state.phase = .done }
        }
    }

    package static func decide(
        _ state: Destruction,
        _ command: DestructionCommand,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<DestructionFact> {
        switch command {
        case .propose(let cases, let purpose):
            guard state.phase == .unborn else { throw .movedOn }
            guard !cases.isEmpty else { throw .nothingTicked }
            guard known.held.isDisjoint(with: cases) else { throw .held }
            return Decision([
                .proposed(
                    cases: Array(cases.prefix(most)),
                    proposer: known.by,
                    purpose: purpose
                )
            ])
        case .refuse(let words):
            try state.stands(.proposed)
            let (payload, sealed) = try known.words.seal(words)
            return Decision([.refused(sealed)], sealed: [payload])
        case .approve:
            try state.stands(.proposed)
            guard state.proposer != known.by else { throw .ownProposal }
            return Decision([.approved(by: known.by)])
        case .destroy(let gone, let kept):
            try state.stands(.destroying)
            let left = Set(state.left)
            guard !(gone + kept).isEmpty, left.isSuperset(of: gone + kept) else { throw .movedOn }
            return Decision([.destroyed(gone: gone, kept: kept)])
        case .receive(let words):
            try state.stands(.handing)
            let (payload, receipt) = try known.words.seal(words)
            return Decision(
                [.received(handed: state.cases, receipt: receipt)],
                sealed: [payload]
            )
        }
    }
}

/// Where a batch stands.
package struct Destruction: Hashable, Sendable {
    package var phase = Phase.unborn
    package var purpose = Purpose.destroying
    package var cases: [OpaqueID] = []
    package var proposer: Actor?
    package var approver: Actor?
    package var refusal: Sealed?
    package var gone: [OpaqueID] = []

    /// Those that were held when their turn came.
    package var kept: [OpaqueID] = []

    /// What the archive office gave for it: number, date, by whom.
    package var receipt: Sealed?

    /// What a batch is for.
    package enum Purpose: String, FactWord {
        case destroying = "musnah"
        case handingOver = "serah"
    }

    package enum Phase: String, FactWord {
        case unborn = "belum-ada"
        case proposed = "diusulkan"
        case refused = "ditolak"
        case destroying = "memusnahkan"

        /// Its receipt is waited for.
        case handing = "menyerahkan"
        case done = "selesai"
    }

    /// What is still to be destroyed.
    package var left: [OpaqueID] {
        let over = Set(gone + kept)
        return cases.filter { !over.contains($0) }
    }

    fileprivate func stands(_ expected: Phase) throws(PrivacyRefusal) {
        guard phase == expected else { throw phase == .unborn ? .noSuchDestruction : .movedOn }
    }
}

/// What can be asked of a batch.
package enum DestructionCommand: Hashable, Sendable {
    case propose([OpaqueID], Destruction.Purpose)
    case refuse(words: String)
    case approve
    case destroy(gone: [OpaqueID], kept: [OpaqueID])

    /// The archive office has it, as it says in these words.
    case receive(words: String)
}

/// What happened to a batch.
package enum DestructionFact: Hashable, Sendable {
    case proposed(cases: [OpaqueID], proposer: Actor, purpose: Destruction.Purpose)
    case refused(Sealed)
    case approved(by: Actor)
    case destroyed(gone: [OpaqueID], kept: [OpaqueID])
    case received(handed: [OpaqueID], receipt: Sealed)
}

extension DestructionFact: FactShape {
    package var kind: Code {
        switch self {
        case .proposed: "proposed"
        case .refused: "refused"
        case .approved: "approved"
        case .destroyed: "destroyed"
        case .received: "received"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .proposed(let cases, let proposer, let purpose):
            fields.put("cases", each: cases)
            fields.put("proposer", proposer)
            // The first ones were all to be destroyed, and did not say so.
            if purpose != .destroying { fields.put("purpose", purpose) }
        case .refused(let words): fields.put("words", words)
        case .approved(let by): fields.put("approver", by)
        case .destroyed(let gone, let kept):
            fields.put("gone", each: gone)
            fields.put("kept", each: kept)
        case .received(let handed, let receipt):
            fields.put("handed", each: handed)
            fields.put("receipt", receipt)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "proposed":
            self = .proposed(
                cases: try fields.list("cases"),
                proposer: try fields.get("proposer"),
                purpose: try fields.find("purpose") ?? .destroying
            )
        case "refused": self = .refused(try fields.get("words"))
        case "approved": self = .approved(by: try fields.get("approver"))
        case "destroyed":
            self = .destroyed(gone: try fields.list("gone"), kept: try fields.list("kept"))
        case "received":
            self = .received(
                handed: try fields.list("handed"),
                receipt: try fields.get("receipt")
            )
        default: throw FactUnreadable("no fact of a destruction: \(kind)")
        }
    }
}
