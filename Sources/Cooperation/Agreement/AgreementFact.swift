package import Stories

/// What happened to an agreement.
///
/// A fact about something that is on record already replaces it and says why in its words; the
/// former one stays in the history.
package enum AgreementFact: Hashable, Sendable {
    case begun(BegunAgreement)
    case restated(Sealed)
    case reached(ReachedStage)
    case councilAsked(CouncilAnswer)
    case checked(CheckedClauses)
    case termed(AgreedTerm)
    case owed(OwedDuty)
    case fulfilled(Fulfilment)
    case planned(PlannedActivity)
    case realised(Realisation)
    case permitted(TransferPermission)
    case rootTyped(TypedRoot)
    case rootsDiffered(partner: Code)
    case rootPinned(partner: Code, root: Code)
    case reported(SentReport)
    case ended(EndedAgreement)
}

/// An agreement as it began: what kind, with which regions, under which rules.
package struct BegunAgreement: Hashable, Sendable {
    package let kind: AgreementKind

    /// The Kemendagri codes of those partners that have one; all are named in the words.
    package let partners: [Code]
    package let words: Sealed
    package let rules: Public
}

/// A stage that was reached, on which day, with which document.
package struct ReachedStage: Hashable, Sendable {
    package let stage: Code
    package let effect: StageEffect
    package let on: Day
    package let words: Sealed
    package let paper: Paper?
}

/// The two questions about the council, answered.
package struct CouncilAnswer: Hashable, Sendable {
    package let burdens: Bool
    package let unfunded: Bool
    package let words: Sealed

    package var isNeeded: Bool { burdens || unfunded }
}

/// Which clauses a document was found to hold.
package struct CheckedClauses: Hashable, Sendable {
    package let document: Code
    package let clauses: [Code]
}

/// From when until when it holds, and whether somebody signed by power of attorney.
package struct AgreedTerm: Hashable, Sendable {
    package let from: Day
    package let until: Day
    package let byProxy: Bool

    /// Whether it prolongs the former one, and does not correct it.
    package let renews: Bool
    package let words: Sealed
}

/// Something that is owed under the agreement.
package struct OwedDuty: Hashable, Sendable {
    package let item: OpaqueID
    package let due: Day
    package let unit: Code?
    package let words: Sealed
}

/// What was owed was done.
package struct Fulfilment: Hashable, Sendable {
    package let item: OpaqueID
    package let on: Day
    package let words: Sealed
    package let paper: Paper?
}

/// An activity of a year's plan.
package struct PlannedActivity: Hashable, Sendable {
    package let item: OpaqueID
    package let year: Int

    /// In whole rupiah.
    package let budget: Int
    package let unit: Code?
    package let words: Sealed
}

/// What became of an activity of the plan.
package struct Realisation: Hashable, Sendable {
    package let item: OpaqueID
    package let on: Day
    package let spent: Int
    package let words: Sealed
    package let paper: Paper?
}

/// What may be transferred, in which direction.
package struct TransferPermission: Hashable, Sendable {
    package let direction: TransferDirection

    /// The name of a blueprint; nil for every one.
    package let blueprint: Code?

    /// False takes a permission back.
    package let isGiven: Bool
}

/// Which way a blueprint goes.
package enum TransferDirection: String, FactWord {
    case toPartner = "keluar"
    case fromPartner = "masuk"
}

/// The twelve words of a partner's root, as the first person typed them.
package struct TypedRoot: Hashable, Sendable {
    package let partner: Code
    package let by: Actor
    package let words: Sealed
}

/// A report that was sent.
package struct SentReport: Hashable, Sendable {
    package let period: ReportPeriod
    package let on: Day
    package let words: Sealed
    package let paper: Paper?
}

/// The agreement is over before or at its time.
package struct EndedAgreement: Hashable, Sendable {
    package let on: Day
    package let cause: EndCause
    package let words: Sealed
}

/// Why an agreement is over.
package enum EndCause: String, FactWord {
    case reached = "tujuan-tercapai"
    case expired = "jangka-waktu-habis"
    case agreed = "disepakati-berakhir"
    case givenUp = "batal"
}
