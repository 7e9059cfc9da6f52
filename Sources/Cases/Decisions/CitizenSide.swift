internal import Blueprints
package import Stories

// What the citizen does, or an official for them at the counter.
extension Judgement {
    mutating func complete(
        _ answers: [UInt8],
        _ files: [OpaqueID]
    ) throws(CaseRefusal) -> [CaseEvent] {
        try applicantOrCounter()
        guard state.phase == .waiting, let pause = state.pause else { throw .notWaiting }
        guard !answers.isEmpty else { throw .answersMissing }
        let (subject, place) = (try subject(), try place())
        return [
            .completed(
                Completion(
                    answers: seal(answers, of: subject.caseID),
                    files: files,
                    toldOfCase: told(state.casePromise, left: pause.leftOfCase, by: subject.owner),
                    toldOfStep: told(state.stepPromise, left: pause.leftOfStep, by: place.unit)
                )
            )
        ]
    }

    /// The target of what is left of a promise that resumes now, or of one that was missed before.
    func told(_ promise: Promise?, left: Int?, by unit: Code) -> Instant? {
        guard let promise else { return nil }
        let resumed = left.map { promise.resumed(with: $0, at: known.now) }
        return known.calendars[unit].due(resumed ?? promise).target
    }

    mutating func withdraw(_ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try applicantOrCounter()
        guard try place().mayWithdraw, state.phase == .open || state.phase == .waiting else {
            throw .tooLateToWithdraw
        }
        let end = EndEntry(ending: "ditarik", shows: .cancelled)
        return [.withdrawn(end: end, reason: try sealIfAny(reason))]
    }

    mutating func reopen(_ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try applicantOrCounter()
        guard state.phase == .ended else { throw .notEnded }
        if !isGivingWay {
            guard let due = state.reopenDue(known.calendars) else { throw .notReopenable }
            guard due.isOnTime(known.now) else { throw .tooLateToReopen }
        }
        let subject = try subject()
        let promise = subject.promise.promise(from: known.now)
        return [
            .reopened(
                Reopening(
                    leg: state.leg + 1,
                    reason: try seal(reason, orThrow: .reasonMissing),
                    first: retold(subject.first),
                    told: known.calendars[subject.owner].due(promise).target
                )
            )
        ]
    }

    mutating func object(_ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        try applicantOrCounter()
        try state.admitObjection(at: known.now, known.calendars)
        let sealed = try seal(reason, orThrow: .reasonMissing)
        try cause("objection", try subject().owner)
        return [.objected(reason: sealed)]
    }

    mutating func answerObjection(_ answer: String) throws(CaseRefusal) -> [CaseEvent] {
        try holderOrSupervisor()
        guard state.awaitsAnswer else { throw .noObjection }
        return [.objectionAnswered(answer: try seal(answer, orThrow: .reasonMissing))]
    }

    func changeLink() throws(CaseRefusal) -> [CaseEvent] {
        try applicantOrCounter()
        return [.linkChanged]
    }

    /// An office that gives way to an objection reopens the case, whatever period has passed.
    private var isGivingWay: Bool {
        guard case .official(let duties) = known.who, state.awaitsAnswer else { return false }
        return state.mayBeDirected(by: duties)
    }
}

extension CaseState {
    /// Refuses where nothing can be objected to now: asked by the page as by the decision.
    package func admitObjection(
        at now: Instant,
        _ calendars: UnitCalendars
    ) throws(CaseRefusal) {
        guard phase == .ended else { throw .notEnded }
        guard let due = objectionDue(calendars) else { throw .notObjectable }
        if objectedAt != nil { throw .alreadyObjected }
        guard due.isOnTime(now) else { throw .tooLateToObject }
    }
}
