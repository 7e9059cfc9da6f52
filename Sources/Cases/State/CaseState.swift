package import Stories

/// How a case stands: small enough to be kept in a row, and all that a decision needs.
package struct CaseState: Hashable, Sendable {
    package var phase: CasePhase = .unborn

    /// What the submission said; nil before it.
    package var subject: CaseSubject?

    /// The commitments to the answers, the newest last.
    package var answers: [Sealed] = []

    /// The step in which it rests; kept after the end.
    package var place: StepEntry?
    package var enteredAt: Instant?

    /// The official who took it; nil while it lies in the unit's inbox.
    package var takenBy: Actor?
    package var takenAt: Instant?

    /// 1, and one more for every reopening.
    package var leg = 1

    /// How often each action was done.
    package var counts: [Code: Int] = [:]
    package var casePromise: Promise?
    package var stepPromise: Promise?
    package var legalPromise: Promise?
    package var pause: CasePause?

    /// Where the case goes when the letter that is out for signature comes back.
    package var letters: [CaseLetter] = []
    package var opinions: [Opinion] = []
    package var end: EndEntry?
    package var endedAt: Instant?
    package var objectedAt: Instant?

    /// When the office stood by its decision.
    package var objectionAnsweredAt: Instant?

    /// How often the receipt got another link.
    package var linkChanges = 0

    /// Timers that have run, so that each runs once for one due moment.
    package var ran: Set<CaseAlarm> = []
    package var isErased = false

    /// While it stands, the data are only kept.
    package var restriction: Restriction?

    /// Times that went on after a restriction; nil where they count from the end or the objection.
    package var objectionPromise: Promise?
    package var answerPromise: Promise?
    package var reopenPromise: Promise?

    /// Until when it is set aside; ends earlier when anything happens.
    package var snooze: Snooze?

    /// Other cases that an official linked with it.
    package var links: [CaseID] = []
    package var payment: FeePayment?

    /// By which receipt it came back, where a restore had lost it.
    package var recovery: Recovery?

    /// The other versions that it went to, the newest last; what was undone is not among them.
    package var moves: [CaseMove] = []
    package var history: [PublicMoment] = []

    package init() {}
}

/// The few situations that decide what may happen at all.
package enum CasePhase: String, FactWord {
    case unborn = "belum_ada"
    case open = "berjalan"
    /// For the citizen; the clock stands still.
    case waiting = "menunggu_warga"
    /// A numbered letter is out for signature.
    case signing = "menunggu_tanda_tangan"
    case ended = "berakhir"
}

/// What a case is about, fixed by its submission.
package struct CaseSubject: Hashable, Sendable {
    package let caseID: CaseID
    package let tracking: TrackingNumber
    package let blueprint: Code
    package let service: Code

    /// The version on which it stays; a migration changes it.
    package var digest: Code
    package let owner: Code
    package let village: Code?
    package let channel: Submission.Channel
    package let received: Instant
    package let recorded: Instant
    package let promise: PromisedTime
    package let fee: Int64
    package let reopen: PromisedTime?
    package let first: StepEntry
    package let isAnonymous: Bool
    package let isSecret: Bool
    package let helped: Assistance?

    /// The paper on which it came.
    package let scan: Sealed?

    /// Whether its receipt carries a number that opens what the digits of a phone would open.
    ///
    /// Who came to a counter may have no phone, and the phone of a helped form may be the helper's.
    package var hasPIN: Bool { helped != nil || channel == .counter || channel == .paper }
}

/// The time in which a case waits for its citizen.
package struct CasePause: Hashable, Sendable {
    package let since: Instant

    /// How long the citizen has.
    package var waiting: Promise
    package let then: EndEntry
    package let thenNotify: Code?
    package let leftOfCase: Int?
    package let leftOfStep: Int?

    /// What is missing, in words for the citizen.
    package let asks: Sealed?
}

/// A letter of the case and what became of it.
package struct CaseLetter: Hashable, Sendable {
    package let letter: OpaqueID
    package let template: Code
    package let number: Code
    package let code: OpaqueID
    package let signer: Code
    package let lead: Lead
    package let notify: Code?

    /// The answers that it was numbered with: a later correction changes no letter.
    package let answers: Sealed?

    /// The version of the service whose words it bears; nil where an old row does not say.
    package let version: Code?
    package var fate: Fate

    /// The signed file.
    package var file: OpaqueID?

    package enum Fate: String, FactWord {
        case numbered = "bernomor"
        case signed = "ditandatangani"
        case voided = "batal"
    }
}

/// A case that an official has set aside, with the reason.
package struct Snooze: Hashable, Sendable {
    package let until: Instant
    package let by: Actor
    package let reason: Sealed
}

/// An opinion that a unit was asked for.
package struct Opinion: Hashable, Sendable {
    package let unit: Code
    package let askedAt: Instant
    package var answeredAt: Instant?
}

extension CaseState {
    /// The letter that is out for signature.
    package var openLetter: CaseLetter? { letters.last { $0.fate == .numbered } }

    /// The units whose officials have to do with the case now.
    package var units: Set<Code> { decidingUnits.union(askedUnits) }

    /// The units whose opinion is waited for: they see the case until they have answered.
    package var askedUnits: Set<Code> {
        phase == .ended ? [] : Set(opinions.filter { $0.answeredAt == nil }.map(\.unit))
    }

    /// The unit that answers for the case, and the one where it rests.
    package var decidingUnits: Set<Code> {
        Set([subject?.owner, place?.unit].compactMap(\.self))
    }

    /// Whether it is out of the lists at a moment.
    package func isSnoozed(at now: Instant) -> Bool { snooze.map { $0.until > now } ?? false }

    /// Whether a fee is owed that nobody saw paid.
    package var owesFee: Bool { (subject?.fee ?? 0) > 0 && payment == nil }

    /// Whether the citizen has objected and waits for the answer.
    package var awaitsAnswer: Bool { objectedAt != nil && objectionAnsweredAt == nil }

    /// Whether somebody may hand the case to a colleague: who holds the duty of its step, or
    /// is told when the step is late.
    package func mayBeDirected(by duties: Duties) -> Bool {
        place.map { mayDirect(duties, in: $0) } ?? false
    }

    func mayDirect(_ duties: Duties, in place: StepEntry) -> Bool {
        duties.has(place.by, in: place.unit)
            || place.late.map { duties.has($0, in: place.unit) } == true
    }
}
