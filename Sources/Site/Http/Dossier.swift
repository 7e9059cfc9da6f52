package import Ledger
package import Stories

/// Something that is kept of a person, as somebody sees it who may know that it is there, and
/// nothing of what it says: a case, a record of a register, a file that was handed over.
package struct Dossier: Hashable, Sendable {
    package let id: OpaqueID
    package let number: String

    /// What it is: the service of a case, the register of a record, for whom a file was made.
    package let service: Words
    package let unit: String

    /// Since when it is kept.
    package let received: Instant
    package let isErased: Bool
    package var kind = Kind.request

    /// Whether it rests on the person's consent.
    package var isByConsent = false

    /// Whether its data are only kept, and whether for good because consent was withdrawn.
    package var isRestricted = false
    package var isWithoutConsent = false

    /// Whether its use can be restricted at all.
    package var canBeRestricted = true

    /// When it was closed, and under which code its kind of records is kept.
    package var ended: Instant?
    package var classification: String?

    /// Why it may be kept and for how long, each as a sentence; nothing where nobody has said.
    package var grounds: [Words] = []

    /// Why it may not be erased yet, with the day until which; nil where it may.
    package var mustStay: Words?

    /// What goes on being there when it is erased, because others need it.
    package var stays: [Words] = []

    /// What kind of thing is kept.
    package enum Kind: Hashable, Sendable, CaseIterable { case request, record, file, consent }

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

/// What is kept of a person, in words.
package struct DossierContent: Hashable, Sendable {
    package let dossier: Dossier
    package var answers: [Answer] = []

    /// What happened, who did it, and what was written to the person: the record of processing.
    package var history: [Moment] = []

    /// To whom it was passed on: the units that worked on it, or for whom it was made.
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

/// What is to be erased, at whose proposal and with whose approval.
package struct DossierErasure: Sendable {
    package let id: OpaqueID
    package let basis: Code
    package let request: OpaqueID
    package let proposer: Actor
    package let approver: Actor

    /// Whether it is held, and what that was read from: looked at when its turn comes.
    package let hold: @Sendable (Reader) throws -> Hold

    /// What became of it.
    package enum Outcome: Hashable, Sendable {
        case erased

        /// A hold stands: nothing was destroyed.
        case held

        /// The law keeps it, as this sentence says: nothing was destroyed.
        case kept(Words)
    }

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

extension OpaqueID {
    /// The first digits, as people read them aloud: "A1B2-C3D4".
    package var shortNumber: String {
        let digits = description.prefix(8).uppercased()
        return "\(digits.prefix(4))-\(digits.suffix(4))"
    }

    /// The ids that people name by this number; nil for what is no such number.
    package static func named(_ shortNumber: String) -> ClosedRange<OpaqueID>? {
        let digits = shortNumber.filter { $0 != "-" && $0 != " " }
        guard digits.count == 8, digits.allSatisfy(\.isHexDigit),
            let high = UInt64(digits, radix: 16)
        else { return nil }
        let (first, rest) = (high << 32, UInt64(UInt32.max))
        return OpaqueID(high: first, low: 0)...OpaqueID(high: first | rest, low: .max)
    }
}
