package import Stories

/// The story of one proposal here: received once however often it is handed in, and decided as
/// often as somebody changes their mind before it is published.
package enum ProposalStory: Story {
    package static let kind: StreamKind = "proposal"
    package static let beginning = ProposalHere()

    package static func evolve(_ state: inout ProposalHere, _ fact: ProposalFact) {
        switch fact {
        case .received(let came): state.received = came
        case .decided(let decided): state.decided.append(decided)
        }
    }

    package static func decide(
        _ state: ProposalHere,
        _ command: ProposalCommand,
        _ known: Void
    ) throws(ProposalProblem) -> Decision<ProposalFact> {
        switch command {
        case .receive(let came):
            // Whoever signed it since: what is proposed is the same.
            guard let there = state.received, there.catalogue != nil || came.catalogue == nil
            else { return Decision([.received(came)]) }
            return Decision([])
        case .decide(let decided):
            guard state.received != nil else { throw .notAProposal }
            guard !(decided.taken + decided.refused).isEmpty else { throw .nothingChosen }
            return Decision([.decided(decided)])
        }
    }
}

/// A proposal as the facts leave it.
package struct ProposalHere: Hashable, Sendable {
    package var received: ReceivedProposal?

    /// Oldest first.
    package var decided: [DecidedProposal] = []
}

/// What can be asked about a proposal.
package enum ProposalCommand: Hashable, Sendable {
    case receive(ReceivedProposal)
    case decide(DecidedProposal)
}
