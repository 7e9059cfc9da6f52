internal import Stories

// How officials keep order among their cases: set one aside, link two, see a fee paid.
extension Judgement {
    /// Longer than this nothing is set aside: the promise to the citizen keeps running.
    private static let longestSnooze = 30

    mutating func snooze(_ until: Instant, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        _ = try holderOfStep()
        switch state.phase {
        case .open, .signing: break
        case .waiting: throw .waitingForCitizen
        case .ended: throw .closed
        case .unborn: throw .notSubmitted
        }
        guard until > known.now else { throw .snoozeNotLater }
        let days = Self.longestSnooze
        guard until <= known.now.adding(seconds: Int64(days) * 86_400) else {
            throw .snoozeTooLong(days: days)
        }
        return [.snoozed(until: until, reason: try seal(reason, orThrow: .reasonMissing))]
    }

    /// That the other case may be seen by this official is for the desk to know.
    func link(_ other: CaseID) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        guard other != (try subject().caseID) else { throw .linkedToItself }
        return state.links.contains(other) ? [] : [.linked(to: other)]
    }

    mutating func pay(_ receipt: String, _ day: Day) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        let subject = try subject()
        guard subject.fee > 0 else { throw .nothingToPay }
        guard state.payment == nil else { throw .alreadyPaid }
        let zone = known.calendars[try place().unit].zone
        guard day >= zone.day(subject.received), day <= zone.day(known.now) else {
            throw .payDayImpossible
        }
        return [
            .feePaid(
                FeePayment(amount: subject.fee, day: day, receipt: try sealIfAny(receipt))
            )
        ]
    }

    /// The link stays in the history, with why it was a mistake.
    mutating func unlink(_ other: CaseID, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        guard state.links.contains(other) else { throw .notLinked }
        return [.unlinked(from: other, reason: try seal(reason, orThrow: .reasonMissing))]
    }

    mutating func undoPayment(_ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        guard state.payment != nil else { throw .nothingRecordedPaid }
        return [.feePaymentUndone(reason: try seal(reason, orThrow: .reasonMissing))]
    }
}
