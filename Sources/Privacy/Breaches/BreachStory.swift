package import Stories

/// The story of one breach: confirmed, handled, told to people and to the agency, closed.
///
/// From the moment that it is confirmed 3 × 24 hours of the calendar run (UU 27/2022, article 46).
package enum BreachStory: Story {
    package static let kind: StreamKind = "breach"
    package static let beginning = Breach()

    package static func evolve(_ state: inout Breach, _ fact: BreachFact) {
        switch fact {
        case .confirmed(let confirmed): state.confirmed = confirmed
        case .handled(let words): state.handling.append(words)
        case .told(let telling): state.told.append(telling)
        case .closed(let words): state.closing = words
        }
    }

    package static func decide(
        _ state: Breach,
        _ command: BreachCommand,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<BreachFact> {
        switch command {
        case .confirm(let found): return try confirm(state, found, known)
        case .handle(let words):
            try state.isUnderWay()
            let (payload, sealed) = try known.words.seal(words)
            return Decision([.handled(sealed)], sealed: [payload])
        case .tell(let whom, let at, let words):
            try state.isUnderWay()
            guard let confirmed = state.confirmed, at >= confirmed.at, at <= known.now else {
                throw .toldAtAnotherTime
            }
            guard !state.hasTold(whom) else { throw .toldAlready }
            let (payload, sealed) = try known.words.seal(words)
            let telling = ToldOfBreach(whom: whom, at: at, how: sealed)
            return Decision([.told(telling)], sealed: [payload])
        case .close(let words):
            try state.isUnderWay()
            guard state.isTold else { throw .notToldYet }
            let (payload, sealed) = try known.words.seal(words)
            return Decision([.closed(sealed)], sealed: [payload])
        }
    }

    private static func confirm(
        _ state: Breach,
        _ found: FoundBreach,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<BreachFact> {
        guard state.confirmed == nil else { throw .movedOn }
        guard found.confirmed <= known.now,
            found.confirmed >= known.now.adding(seconds: -PersonClock.longestDelay)
        else { throw .receivedAtAnotherTime }
        let data = try known.words.seal(found.data)
        let how = try known.words.seal(found.how)
        let handling = try known.words.seal(found.handling)
        let confirmed = ConfirmedBreach(
            at: found.confirmed,
            due: PersonClock.due(received: found.confirmed),
            people: found.people,
            data: data.sealed,
            how: how.sealed,
            handling: handling.sealed
        )
        return Decision(
            [.confirmed(confirmed)],
            sealed: [data.payload, how.payload, handling.payload]
        )
    }
}

/// Where a breach stands.
package struct Breach: Hashable, Sendable {
    package var confirmed: ConfirmedBreach?

    /// What was done after the first record of it.
    package var handling: [Sealed] = []
    package var told: [ToldOfBreach] = []
    package var closing: Sealed?

    package func hasTold(_ whom: ToldOfBreach.Whom) -> Bool { told.contains { $0.whom == whom } }

    /// Whether everybody knows whom the law names: the people and the agency.
    package var isTold: Bool { hasTold(.people) && hasTold(.agency) }

    fileprivate func isUnderWay() throws(PrivacyRefusal) {
        guard confirmed != nil else { throw .noSuchBreach }
        guard closing == nil else { throw .movedOn }
    }
}

/// What can be asked of a breach.
package enum BreachCommand: Hashable, Sendable {
    case confirm(FoundBreach)
    case handle(words: String)
    case tell(ToldOfBreach.Whom, at: Instant, words: String)
    case close(words: String)
}

/// A breach as an official typed it.
package struct FoundBreach: Hashable, Sendable {
    package let confirmed: Instant

    /// How many people it concerns, as far as that is known.
    package let people: Int?
    package let data: String
    package let how: String
    package let handling: String

    package init(confirmed: Instant, people: Int?, data: String, how: String, handling: String) {
        self.confirmed = confirmed
        self.people = people
        self.data = data
        self.how = how
        self.handling = handling
    }
}
