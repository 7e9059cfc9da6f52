package import Blueprints
package import Stories

/// What somebody, or the clock, wants to happen to a case.
///
/// Words come in the clear and leave a decision sealed.
package enum CaseCommand: Hashable, Sendable {
    case submit(NewCase)
    case take
    case assign(to: Duties)
    case returnToUnit
    case act(ActRequest)
    /// The citizen sends what was missing: all answers anew.
    case complete(answers: [UInt8], files: [OpaqueID])
    case consult(unit: ID, question: String)
    case advise(unit: Code, answer: String)
    case note(String, for: Note.Reader)
    case withdraw(reason: String)
    case reopen(reason: String)
    case sign(letter: OpaqueID, way: SignedLetter.Way, file: OpaqueID)
    case void(letter: OpaqueID, reason: String)
    case object(reason: String)
    /// The office stands by its decision; where it does not, it reopens the case.
    case answerObjection(String)
    /// The applicant's receipt gets another link, and the earlier one ends.
    case changeLink
    case open(field: Code)
    case tell(notice: Code, channel: Code)
    case erase(ErasedAnswers)
    case correct(CorrectionOrder)

    /// Nothing but keeping is done with its data from now on.
    case restrict(Restriction.Cause, reason: String, OpaqueID?)
    case liftRestriction(reason: String)
    case close
    case run(CaseAlarm)
    case recount(cause: Code)
    /// Out of the lists until that moment, the beginning of a day.
    case snooze(until: Instant, reason: String)
    case link(to: CaseID)
    case pay(receipt: String, day: Day)
    case unlink(from: CaseID, reason: String)
    /// Takes back that the fee was paid.
    case undoPayment(reason: String)
    case migrate(Migration)
    /// Takes back the move that a plan made.
    case undoMigration(plan: Code)
}

/// An application as it comes from a form or from paper.
package struct NewCase: Hashable, Sendable {
    package var caseID: CaseID

    /// The draft from which it comes: its key for ever.
    package var draft: OpaqueID
    package var owner: Code
    package var village: Code?
    package var channel: Submission.Channel
    package var received: Instant

    /// Why it is recorded later than it was received; empty where it is not.
    package var delay = ""

    /// The answers in their canonical bytes.
    package var answers: [UInt8]
    package var files: [OpaqueID] = []
    package var isAnonymous = false
    package var isSecret = false
    package var helped: Assistance?

    /// The paper on which it came, in the words that name a file; empty where there is none.
    package var scan = ""

    /// The number that was printed on the paper before; drawn where there is none.
    package var tracking: TrackingNumber?

    /// What a receipt proves of it, where a restore had lost it.
    package var lost: LostCase?

    package init(
        caseID: CaseID,
        draft: OpaqueID,
        owner: Code,
        channel: Submission.Channel,
        received: Instant,
        answers: [UInt8]
    ) {
        self.caseID = caseID
        self.draft = draft
        self.owner = owner
        self.channel = channel
        self.received = received
        self.answers = answers
    }
}

/// A submission that a receipt proves and the record has lost.
package struct LostCase: Hashable, Sendable {
    /// As it was recorded then.
    package let was: Submission
    package let by: Recovery

    /// Whether its number was printed on a blank form before, and the record knows of that.
    package let isPrinted: Bool

    package init(_ was: Submission, by recovery: Recovery, isPrinted: Bool) {
        self.was = was
        by = recovery
        self.isPrinted = isPrinted
    }
}

/// A declared action, wanted by an official on the page of a step.
package struct ActRequest: Hashable, Sendable {
    /// The step that the page showed.
    package var step: ID
    package var action: ID
    package var publicNote = ""
    package var internalNote = ""
    package var reason = ""
    package var files: [OpaqueID] = []

    package init(_ action: ID, in step: ID) {
        self.action = action
        self.step = step
    }
}
