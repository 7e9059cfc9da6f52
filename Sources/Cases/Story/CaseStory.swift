package import Stories

/// The story of a case: what was asked of a service, and what became of it.
package enum CaseStory: Story {
    package static let kind: StreamKind = "case"

    package static let beginning = CaseState()

    package static func evolve(_ state: inout CaseState, _ fact: CaseFact) {
        state.takeIn(fact)
    }

    package static func decide(
        _ state: CaseState,
        _ command: CaseCommand,
        _ known: KnownOfCase
    ) throws(CaseRefusal) -> Decision<CaseFact> {
        var judgement = Judgement(state, known)
        try judgement.admit(command)
        let events = try judgement.events(command)
        return Decision(
            events.map { CaseFact(at: known.now, by: judgement.actor(for: command), $0) },
            sealed: judgement.sealed,
            claims: judgement.claims,
            effects: judgement.effects
        )
    }
}
