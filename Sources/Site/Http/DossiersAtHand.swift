package import Ledger
package import Stories

/// What the feature that keeps cases tells the one that answers people about their data.
///
/// Features never import each other; the composition root hands this from one to the next.
package struct DossiersAtHand: Sendable {
    /// The cases of all units that a number, a NIK, a phone number or a name finds.
    package let find: @Sendable (String, Reader) throws -> [Dossier]

    /// One case by its id; nil where there is none.
    package let named: @Sendable (OpaqueID, Reader) throws -> Dossier?

    /// Everything that a case holds of its person, in words; nil once it is erased.
    package let content: @Sendable (OpaqueID, Language, Reader) throws -> DossierContent?

    /// Destroys what a case holds and ends it; asked again, it finishes what was cut short.
    ///
    /// False where a hold stands: nothing was destroyed.
    package let erase: @Sendable (DossierErasure) async throws -> Bool

    package init(
        find: @escaping @Sendable (String, Reader) throws -> [Dossier],
        named: @escaping @Sendable (OpaqueID, Reader) throws -> Dossier?,
        content: @escaping @Sendable (OpaqueID, Language, Reader) throws -> DossierContent?,
        erase: @escaping @Sendable (DossierErasure) async throws -> Bool
    ) {
        self.find = find
        self.named = named
        self.content = content
        self.erase = erase
    }
}

/// A case as somebody sees it who may know that it is there, and nothing of what it says.
package struct Dossier: Hashable, Sendable {
    package let id: OpaqueID
    package let number: String
    package let service: Words
    package let unit: String
    package let received: Instant
    package let isErased: Bool

    /// Whether its service rests on the person's consent.
    package var isByConsent = false

    /// Whether its data are only kept, and whether for good because consent was withdrawn.
    package var isRestricted = false
    package var isWithoutConsent = false

    /// When it was closed, and under which code its kind of records is kept.
    package var ended: Instant?
    package var classification: String?

    package init(
        id: OpaqueID,
        number: String,
        service: Words,
        unit: String,
        received: Instant,
        isErased: Bool
    ) {
        self.id = id
        self.number = number
        self.service = service
        self.unit = unit
        self.received = received
        self.isErased = isErased
    }
}

/// What a case holds of its person.
package struct DossierContent: Hashable, Sendable {
    package let dossier: Dossier
    package var answers: [Answer] = []

    /// What happened, who did it, and what was written to the person: the record of processing.
    package var history: [Moment] = []

    /// To whom it was passed on: the units that worked on it.
    package var recipients: [String] = []

    package init(_ dossier: Dossier) { self.dossier = dossier }

    package struct Answer: Hashable, Sendable {
        package let question: String
        package let answer: String

        package init(_ question: String, _ answer: String) {
            (self.question, self.answer) = (question, answer)
        }
    }

    package struct Moment: Hashable, Sendable {
        package let at: Instant
        package let who: String
        package let what: String
        package let words: [String]

        package init(at: Instant, who: String, what: String, words: [String]) {
            (self.at, self.who, self.what, self.words) = (at, who, what, words)
        }
    }
}

/// Which case is to be erased, at whose proposal and with whose approval.
package struct DossierErasure: Sendable {
    package let id: OpaqueID
    package let basis: Code
    package let request: OpaqueID
    package let proposer: Actor
    package let approver: Actor

    /// Whether it is held, and what that was read from: looked at when its turn comes.
    package let hold: @Sendable (Reader) throws -> Hold

    package struct Hold: Sendable {
        package let stands: Bool
        package let stream: Stream
        package let version: Version

        package init(stands: Bool, stream: Stream, version: Version) {
            (self.stands, self.stream, self.version) = (stands, stream, version)
        }
    }

    package init(
        _ id: OpaqueID,
        basis: Code,
        request: OpaqueID,
        proposer: Actor,
        approver: Actor,
        hold: @escaping @Sendable (Reader) throws -> Hold
    ) {
        self.id = id
        self.basis = basis
        self.request = request
        self.proposer = proposer
        self.approver = approver
        self.hold = hold
    }
}
