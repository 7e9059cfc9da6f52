package import Stories

/// The story of destroying a batch of cases whose time of keeping is over.
///
/// One official proposes, another approves, and nothing goes that is held at that moment.
package enum DestructionStory: Story {
    package static let kind: StreamKind = "destruction"
    package static let beginning = Destruction()

    /// So many cases are in one batch.
    package static let most = 200

    package static func evolve(_ state: inout Destruction, _ fact: DestructionFact) {
        switch fact {
        case .proposed(let cases, let proposer):
            state.cases = cases
            state.proposer = proposer
            state.phase = .proposed
        case .refused(let words):
            state.refusal = words
            state.phase = .refused
        case .approved(let by):
            state.approver = by
            state.phase = .destroying
        case .destroyed(let gone, let kept):
            state.gone += gone
            state.kept += kept
            if state.left.isEmpty { state.phase = .done }
        }
    }

    package static func decide(
        _ state: Destruction,
        _ command: DestructionCommand,
        _ known: KnownOfDestruction
    ) throws(PrivacyRefusal) -> Decision<DestructionFact> {
        switch command {
        case .propose(let cases):
            guard state.phase == .unborn else { throw .movedOn }
            guard !cases.isEmpty else { throw .nothingTicked }
            guard known.held.isDisjoint(with: cases) else { throw .held }
            return Decision([
                .proposed(cases: Array(cases.prefix(most)), proposer: known.by)
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
        }
    }
}

/// Where a batch stands.
package struct Destruction: Hashable, Sendable {
    package var phase = Phase.unborn
    package var cases: [OpaqueID] = []
    package var proposer: Actor?
    package var approver: Actor?
    package var refusal: Sealed?
    package var gone: [OpaqueID] = []

    /// Those that were held when their turn came.
    package var kept: [OpaqueID] = []

    package enum Phase: String, FactWord {
        case unborn = "belum-ada"
        case proposed = "diusulkan"
        case refused = "ditolak"
        case destroying = "memusnahkan"
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
    case propose([OpaqueID])
    case refuse(words: String)
    case approve
    case destroy(gone: [OpaqueID], kept: [OpaqueID])
}

/// What a decision about a batch may know.
package struct KnownOfDestruction: Sendable {
    package let by: Actor
    package let held: Set<OpaqueID>
    let words: WordsSealing

    package init(
        by: Actor,
        held: Set<OpaqueID> = [],
        words: WordsSealing
    ) {
        self.by = by
        self.held = held
        self.words = words
    }
}

/// What happened to a batch.
package enum DestructionFact: Hashable, Sendable {
    case proposed(cases: [OpaqueID], proposer: Actor)
    case refused(Sealed)
    case approved(by: Actor)
    case destroyed(gone: [OpaqueID], kept: [OpaqueID])
}

extension DestructionFact: FactShape {
    package var kind: Code {
        switch self {
        case .proposed: "proposed"
        case .refused: "refused"
        case .approved: "approved"
        case .destroyed: "destroyed"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .proposed(let cases, let proposer):
            fields.put("cases", each: cases)
            fields.put("proposer", proposer)
        case .refused(let words): fields.put("words", words)
        case .approved(let by): fields.put("approver", by)
        case .destroyed(let gone, let kept):
            fields.put("gone", each: gone)
            fields.put("kept", each: kept)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "proposed":
            self = .proposed(
                cases: try fields.list("cases"),
                proposer: try fields.get("proposer")
            )
        case "refused": self = .refused(try fields.get("words"))
        case "approved": self = .approved(by: try fields.get("approver"))
        case "destroyed":
            self = .destroyed(gone: try fields.list("gone"), kept: try fields.list("kept"))
        default: throw FactUnreadable("no fact of a destruction: \(kind)")
        }
    }
}
