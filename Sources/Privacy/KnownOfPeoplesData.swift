import Ledger
package import Stories

/// What every decision about people's data may know.
package struct KnownOfPeoplesData: Sendable {
    package let by: Actor
    package let now: Instant
    package let today: Day

    /// The cases that must be kept, for whatever reason.
    package var held: Set<OpaqueID> = []

    /// The cases whose service does not rest on consent.
    package var withoutConsent: Set<OpaqueID> = []

    /// What the law does not let be erased yet.
    package var keptByLaw: Set<OpaqueID> = []

    /// What has no use that could be restricted.
    package var withoutRestriction: Set<OpaqueID> = []
    let words: WordsSealing

    package init(
        by: Actor,
        now: Instant,
        today: Day,
        held: Set<OpaqueID> = [],
        words: WordsSealing
    ) {
        self.by = by
        self.now = now
        self.today = today
        self.held = held
        self.words = words
    }
}

extension PrivacyFeature {
    /// What is known now, with words to be sealed in one dossier.
    func known(by: Actor, _ day: Day, in dossier: DossierID) -> KnownOfPeoplesData {
        KnownOfPeoplesData(by: by, now: now(), today: day, words: WordsSealing(in: dossier))
    }

    /// Records what was decided about one stream, and all that the decision read.
    /// - Throws: `movedOn` where something of that is no longer so.
    func record(
        _ decision: Decision<some FactShape>,
        on stream: Stream,
        seen version: Version,
        beside others: [Stream: Version] = [:],
        _ known: KnownOfPeoplesData
    ) async throws {
        let append = try Append(
            decision,
            to: stream,
            at: known.now,
            by: known.by,
            expecting: others.merging([stream: version]) { $1 }
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw PrivacyRefusal.movedOn
        }
    }
}
