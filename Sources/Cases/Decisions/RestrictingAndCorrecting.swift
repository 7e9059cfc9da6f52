internal import Blueprints
package import Stories

/// A correction as it was granted: all answers anew, and where they differ.
package struct CorrectionOrder: Hashable, Sendable {
    package let answers: [UInt8]
    package let questions: [Code]
    package let asker: String
    package let decider: Actor
    package let request: OpaqueID

    package init(
        answers: [UInt8],
        questions: [Code],
        asker: String,
        decider: Actor,
        request: OpaqueID
    ) {
        self.answers = answers
        self.questions = questions
        self.asker = asker
        self.decider = decider
        self.request = request
    }
}

// What follows from a person's rights: whether it is granted was decided before.
extension Judgement {
    mutating func correct(_ order: CorrectionOrder) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        guard !order.answers.isEmpty, !order.questions.isEmpty else { throw .answersMissing }
        let subject = try subject()
        let isOpen = !subject.isSecret && !subject.isAnonymous
        return [
            .corrected(
                Correction(
                    answers: seal(order.answers, of: subject.caseID),
                    questions: order.questions,
                    asker: try seal(order.asker, orThrow: .reasonMissing),
                    decider: order.decider,
                    request: order.request,
                    units: isOpen ? state.units.sorted() : [],
                    before: state.answers.last?.id
                )
            )
        ]
    }

    /// Asked again for the same cause, it changes nothing.
    ///
    /// Without consent a case that still ran has no ground left, and ends.
    mutating func restrict(
        _ cause: Restriction.Cause,
        _ reason: String,
        _ request: OpaqueID?
    ) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        let standing = state.restriction?.cause
        guard standing != cause, standing != .consentWithdrawn else { return [] }
        let sealed = try seal(reason, orThrow: .reasonMissing)
        let restricted = CaseEvent.restricted(
            Restriction(cause, reason: sealed, request: request, held: clock(under: cause))
        )
        guard cause == .consentWithdrawn, state.phase != .ended else { return [restricted] }
        let end = EndEntry(ending: "ditarik", shows: .cancelled)
        return [.withdrawn(end: end, reason: nil), restricted]
    }

    mutating func liftRestriction(_ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        guard let standing = state.restriction else { throw .notRestricted }
        guard standing.cause != .consentWithdrawn else { throw .consentIsGone }
        let sealed = try seal(reason, orThrow: .reasonMissing)
        guard let held = standing.held else { return [.restrictionLifted(Lifting(reason: sealed))] }
        let (subject, place) = (try subject(), try place())
        let isRunning = state.phase == .open || state.phase == .signing
        let waiting = state.phase == .waiting ? state.pause?.waiting : nil
        return [
            .restrictionLifted(
                Lifting(
                    reason: sealed,
                    toldOfCase: isRunning
                        ? told(state.casePromise, left: held[.whole], by: subject.owner) : nil,
                    toldOfStep: isRunning
                        ? told(state.stepPromise, left: held[.step], by: place.unit) : nil,
                    waitsUntil: told(waiting, left: held[.waiting], by: subject.owner),
                    phase: state.phase
                )
            )
        ]
    }

    /// What is left of every promise: what the person asked for is not held against the office,
    /// nor against the person.
    ///
    /// Under a second restriction the clock stands where it stood. Without consent the case is
    /// over, and no clock goes on.
    private func clock(under cause: Restriction.Cause) -> HeldClock? {
        if let standing = state.restriction { return standing.held }
        switch cause {
        case .asked, .objection: return state.heldClock(at: known.now, known.calendars)
        case .consentWithdrawn: return nil
        }
    }
}

extension CaseCommand {
    /// Whether it is no more than keeping, or the person's own doing: all that a restriction leaves.
    var fitsWhileRestricted: Bool {
        switch self {
        case .erase, .close, .correct, .restrict, .liftRestriction, .changeLink, .withdraw: true
        case .submit, .take, .assign, .returnToUnit, .act, .complete, .consult, .advise, .note,
            .reopen, .sign, .void, .object, .answerObjection, .open, .tell, .run, .recount,
            .snooze, .link, .pay, .unlink, .undoPayment, .migrate, .undoMigration:
            false
        }
    }
}
