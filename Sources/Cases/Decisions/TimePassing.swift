internal import Stories

// What the clock and a changed calendar do.
extension Judgement {
    mutating func run(_ alarm: CaseAlarm) throws(CaseRefusal) -> [CaseEvent] {
        try onlyTheClock()
        if state.ran.contains(alarm) { throw .timerAlreadyRan }
        guard alarm.due <= known.now, state.alarms(known.calendars).contains(alarm) else {
            throw .timerNotDue
        }
        let (subject, place) = (try subject(), try place())
        claims.append(.unique(space: "timer", key: alarm.key(of: subject.caseID)))
        let due = alarm.due
        switch alarm.timer {
        case .caseLate:
            try cause("late", subject.owner, place.late)
            return [.becameLate(Lateness(.whole, due: due, tells: place.late))]
        case .stepLate:
            try cause("late", place.unit, place.late)
            return [.becameLate(Lateness(.step, due: due, tells: place.late))]
        case .stepReminder:
            try cause("reminder", place.unit, place.by)
            return [.reminded(due: due)]
        case .legalLimit:
            try cause("legal_limit", place.unit, place.late)
            return [.legalLimitNear(due: due)]
        case .objectionEnds: return [.objectionPeriodEnded(due: due)]
        case .waitingEnds:
            guard let pause = state.pause else { throw .notWaiting }
            try notify(pause.thenNotify)
            return [.expired(due: due, end: pause.then, notify: pause.thenNotify)]
        }
    }

    /// Tells new targets where the calendar in force makes something due later than was told.
    func recount(_ cause: Code) throws(CaseRefusal) -> [CaseEvent] {
        try onlyTheClock()
        let (ofCase, ofStep) = state.laterThanTold(known.calendars)
        guard ofCase != nil || ofStep != nil else { throw .nothingToRecount }
        return [.recounted(Recount(ofCase: ofCase, ofStep: ofStep, cause: cause))]
    }
}

extension CaseState {
    /// Whether something is due later under these calendars than was told.
    package func becomesLater(_ calendars: UnitCalendars) -> Bool {
        let (ofCase, ofStep) = laterThanTold(calendars)
        return phase != .ended && (ofCase != nil || ofStep != nil)
    }

    /// What is due later under these calendars than was told: of the case, and of its step.
    fileprivate func laterThanTold(
        _ calendars: UnitCalendars
    ) -> (ofCase: Instant?, ofStep: Instant?) {
        func later(_ due: Due?, than told: Instant?) -> Instant? {
            guard let due else { return nil }
            guard let told else { return due.target }
            return due.target > told ? due.target : nil
        }
        return (
            later(due(calendars), than: casePromise?.floor),
            later(stepDue(calendars), than: stepPromise?.floor)
        )
    }
}

extension CaseAlarm {
    /// What is unique about it in the whole record.
    func key(of caseID: CaseID) -> [UInt8] {
        let due = UInt64(bitPattern: due.milliseconds)
        return caseID.id.bytes + Array(timer.rawValue.utf8)
            + (0..<8).map { UInt8(truncatingIfNeeded: due >> (56 - 8 * UInt64($0))) }
    }
}
