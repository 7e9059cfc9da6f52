package import Stories

/// One thing that happened to a case: what, when and by whom.
///
/// `at` and `by` are the record's own fields: whoever appends must hand it the same values.
package struct CaseFact: Hashable, Sendable {
    package let at: Instant
    package let by: Actor
    package let what: CaseEvent

    package init(at: Instant, by: Actor, _ what: CaseEvent) {
        self.at = at
        self.by = by
        self.what = what
    }
}

/// What can happen to a case.
package enum CaseEvent: Hashable, Sendable {
    case submitted(Submission)
    /// An official took it out of the unit's inbox.
    case taken
    case assigned(to: Actor)
    case returnedToUnit
    case acted(Act)
    /// The citizen is asked for more; every promise pauses.
    case asked(Asking)
    /// The citizen sent what was missing; what was left of the promises goes on.
    case completed(Completion)
    /// A unit is asked for its opinion; the step stays.
    case consulted(unit: Code, question: Sealed)
    case advised(unit: Code, answer: Sealed)
    case noted(Note)
    case withdrawn(end: EndEntry, reason: Sealed?)
    case reopened(Reopening)
    case becameLate(Lateness)
    case reminded(due: Instant)
    /// The citizen did not complete it in time.
    case expired(due: Instant, end: EndEntry, notify: Code?)
    case legalLimitNear(due: Instant)
    case letterNumbered(NumberedLetter)
    case letterSigned(SignedLetter)
    case letterVoided(letter: OpaqueID, reason: Sealed)
    case objected(reason: Sealed)
    /// The office stands by its decision, and says why.
    case objectionAnswered(answer: Sealed)
    case objectionPeriodEnded(due: Instant)
    /// The receipt's link is known to others: the earlier ones open nothing any more.
    case linkChanged
    /// An official looked at a masked answer.
    case sensitiveOpened(field: Code)
    /// The calendar changed, and something is due later than was told.
    case recounted(Recount)
    /// Somebody says that the citizen was told, by hand.
    case told(notice: Code, channel: Code)
    /// Set aside until a day; the clock keeps running.
    case snoozed(until: Instant, reason: Sealed)
    /// It has to do with another case of the same person.
    case linked(to: CaseID)
    /// The link with that case was a mistake.
    case unlinked(from: CaseID, reason: Sealed)
    case feePaid(FeePayment)
    /// It was recorded as paid by mistake: the fee is owed again.
    case feePaymentUndone(reason: Sealed)
    case migrated(Migration)
    /// It goes back to the version before, since nothing but notes followed.
    case migrationUndone(Migration)
    case answersErased(ErasedAnswers)
    case corrected(Correction)
    case restricted(Restriction)
    case restrictionLifted(Lifting)
    /// Ended without a decision, because nothing is left to decide on.
    case closed(end: EndEntry)
    /// A restore had lost it; the receipt that the citizen kept brought it back.
    case recovered(Recovery)
}

/// A complete application, received.
package struct Submission: Hashable, Sendable {
    package var caseID: CaseID
    package var tracking: TrackingNumber

    /// Publisher and name: `16.03/umkm`.
    package var blueprint: Code
    package var service: Code

    /// The digest of the service's reachable part: the version on which the case stays.
    package var digest: Code

    /// The unit that answers for it.
    package var owner: Code
    package var village: Code?
    package var channel: Channel

    /// When it reached us; `at` of the fact is when it was recorded.
    package var received: Instant

    /// Why it was recorded so much later, where it was.
    package var delay: Sealed?
    package var answers: Sealed
    package var files: [OpaqueID] = []
    package var isAnonymous = false
    package var isSecret = false
    package var promise: PromisedTime

    /// The moment that the citizen was told as the target.
    package var told: Instant

    /// Whole rupiah.
    package var fee: Int64
    package var reopen: PromisedTime?
    package var first: StepEntry

    /// Who filled it in for the applicant, where somebody did.
    package var helped: Assistance?

    /// The paper on which it came, as a file; what kind and how large is sealed.
    package var scan: Sealed?

    /// The way by which an application came.
    package enum Channel: String, FactWord {
        case online = "daring"
        /// Filled without a signal and sent later.
        case offline = "luring"
        case counter = "loket"
        case paper = "kertas"
    }
}

/// A declared action of a step.
package struct Act: Hashable, Sendable {
    package let action: Code
    package let lead: Lead
    package let added: Added

    /// The letter that comes out; the lead waits for its signature.
    package let letter: Code?

    /// The register that is written.
    package let register: Code?
    package let notify: Code?

    package init(
        action: Code,
        lead: Lead,
        added: Added = Added(),
        letter: Code? = nil,
        register: Code? = nil,
        notify: Code? = nil
    ) {
        self.action = action
        self.lead = lead
        self.added = added
        self.letter = letter
        self.register = register
        self.notify = notify
    }
}

/// What an official adds to an action, sealed.
package struct Added: Hashable, Sendable {
    package let publicNote: Sealed?
    package let internalNote: Sealed?
    package let reason: Sealed?
    package let files: [OpaqueID]

    package init(
        publicNote: Sealed? = nil,
        internalNote: Sealed? = nil,
        reason: Sealed? = nil,
        files: [OpaqueID] = []
    ) {
        self.publicNote = publicNote
        self.internalNote = internalNote
        self.reason = reason
        self.files = files
    }
}

/// The citizen is asked to complete the application.
package struct Asking: Hashable, Sendable {
    package let action: Code
    package let added: Added
    package let waiting: PromisedTime

    /// The moment that was told as the last for completing it.
    package let told: Instant

    /// What happens when nothing comes.
    package let then: EndEntry
    package let thenNotify: Code?

    /// What was left of the promises, in their own units; nil: missed before.
    package let leftOfCase: Int?
    package let leftOfStep: Int?
    package let notify: Code?

    package init(
        action: Code,
        added: Added,
        waiting: PromisedTime,
        told: Instant,
        then: EndEntry,
        thenNotify: Code? = nil,
        leftOfCase: Int?,
        leftOfStep: Int?,
        notify: Code? = nil
    ) {
        self.action = action
        self.added = added
        self.waiting = waiting
        self.told = told
        self.then = then
        self.thenNotify = thenNotify
        self.leftOfCase = leftOfCase
        self.leftOfStep = leftOfStep
        self.notify = notify
    }
}

/// What the citizen sent when asked for more.
package struct Completion: Hashable, Sendable {
    package let answers: Sealed
    package let files: [OpaqueID]

    /// The targets as of the resumption; a promise that was missed before the pause keeps its own.
    package let toldOfCase: Instant?
    package let toldOfStep: Instant?

    package init(
        answers: Sealed,
        files: [OpaqueID] = [],
        toldOfCase: Instant?,
        toldOfStep: Instant?
    ) {
        self.answers = answers
        self.files = files
        self.toldOfCase = toldOfCase
        self.toldOfStep = toldOfStep
    }
}

/// A note beside the case, for officials only or for the citizen too.
package struct Note: Hashable, Sendable {
    package let words: Sealed
    package let reader: Reader

    /// Chosen each time: there is no default.
    package enum Reader: String, FactWord {
        case officials = "petugas"
        case citizen = "warga"
    }

    package init(_ words: Sealed, for reader: Reader) {
        self.words = words
        self.reader = reader
    }
}

/// A case that had ended goes on: a new leg from its first step, with the history kept.
package struct Reopening: Hashable, Sendable {
    package let leg: Int
    package let reason: Sealed
    package let first: StepEntry

    /// The moment that is told as the new target of the whole.
    package let told: Instant

    package init(leg: Int, reason: Sealed, first: StepEntry, told: Instant) {
        self.leg = leg
        self.reason = reason
        self.first = first
        self.told = told
    }
}

/// A promise is broken, and the duty that was named for it is told.
package struct Lateness: Hashable, Sendable {
    package let scope: Scope
    package let due: Instant
    package let tells: Code?

    /// The whole case, or the step in which it rests.
    package enum Scope: String, FactWord {
        case whole = "perkara"
        case step = "langkah"
    }

    package init(_ scope: Scope, due: Instant, tells: Code?) {
        self.scope = scope
        self.due = due
        self.tells = tells
    }
}

/// New targets after a change of the calendar; never earlier than the old ones.
package struct Recount: Hashable, Sendable {
    package let ofCase: Instant?
    package let ofStep: Instant?

    /// The fact of the calendar that made it necessary.
    package let cause: Code

    package init(ofCase: Instant?, ofStep: Instant?, cause: Code) {
        self.ofCase = ofCase
        self.ofStep = ofStep
        self.cause = cause
    }
}

/// A running case goes to another version of its service.
package struct Migration: Hashable, Sendable {
    package let from: Code
    package let to: Code
    package let plan: Code

    /// The id that the step in which it rests has there, where it is another one.
    package let step: Code?

    package init(from: Code, to: Code, plan: Code, step: Code? = nil) {
        self.from = from
        self.to = to
        self.plan = plan
        self.step = step
    }
}
