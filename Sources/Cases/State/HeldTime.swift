package import Stories

// The clock of a case whose data are only kept stands still, as it does for the citizen.

extension CaseState {
    /// Whether no promise counts now, because the person had the use of the data restricted.
    package var clockStands: Bool { restriction?.held != nil }

    /// Since when the clock stands still.
    package var clockStandsSince: Instant? {
        clockStands ? history.last { $0.what == .restricted }?.at : nil
    }

    /// What is left of all that has its time now.
    func heldClock(at now: Instant, _ calendars: UnitCalendars) -> HeldClock {
        HeldClock(
            running.compactMap { promised, promise, unit in
                calendars[unit].left(of: promise, at: now).map { HeldClock.Left($0, of: promised) }
            }
        )
    }

    /// Every promise that counts, and by whose calendar.
    private var running: [(HeldClock.Promised, Promise, Code)] {
        guard let subject, let place else { return [] }
        let all: [(HeldClock.Promised, Promise?, Code)] =
            switch phase {
            case .unborn: []
            case .open, .signing:
                [
                    (.whole, casePromise, subject.owner), (.step, stepPromise, place.unit),
                    (.legal, legalPromise, place.unit),
                ]
            case .waiting: [(.waiting, pause?.waiting, subject.owner)]
            case .ended:
                [
                    (.objection, objectedAt == nil ? timeToObject : nil, subject.owner),
                    (.answer, awaitsAnswer ? timeToAnswerObjection : nil, subject.owner),
                    (.reopening, timeToReopen, subject.owner),
                ]
            }
        return all.compactMap { promised, promise, unit in promise.map { (promised, $0, unit) } }
    }

    /// What follows from a person's rights, from a receipt, and from another version; no other
    /// fact is taken in here.
    mutating func takeInRest(_ fact: CaseFact) {
        if case .migrated(let migration) = fact.what {
            migrate(migration, by: fact.by, at: fact.at)
        }
        if case .migrationUndone(let migration) = fact.what { goBack(migration) }
        if case .recovered(let standing) = fact.what {
            recovery = standing
            remember(.recovered, at: fact.at)
        }
        if case .corrected(let correction) = fact.what {
            answers.append(correction.answers)
            remember(.corrected, at: fact.at)
        }
        if case .restricted(let standing) = fact.what {
            restriction = standing
            remember(.restricted, note: standing.reason, at: fact.at)
        }
        if case .restrictionLifted(let lifting) = fact.what {
            goOn(lifting, at: fact.at)
            restriction = nil
            remember(.unrestricted, note: lifting.reason, at: fact.at)
        }
    }

    private mutating func goOn(_ lifting: Lifting, at: Instant) {
        guard let held = restriction?.held else { return }
        func resumed(_ promise: Promise?, _ promised: HeldClock.Promised) -> Promise? {
            guard let promise, let left = held[promised] else { return promise }
            return promise.resumed(with: left, at: at)
        }
        switch phase {
        case .unborn: return
        case .open, .signing:
            casePromise = resumed(casePromise, .whole)
            stepPromise = resumed(stepPromise, .step)
            legalPromise = resumed(legalPromise, .legal)
            if let told = lifting.toldOfCase { casePromise?.floor = told }
            if let told = lifting.toldOfStep { stepPromise?.floor = told }
        case .waiting:
            pause = pause.map { pause in
                var pause = pause
                pause.waiting = resumed(pause.waiting, .waiting) ?? pause.waiting
                return pause
            }
        case .ended:
            if held[.objection] != nil { objectionPromise = resumed(timeToObject, .objection) }
            if held[.answer] != nil { answerPromise = resumed(timeToAnswerObjection, .answer) }
            if held[.reopening] != nil { reopenPromise = resumed(timeToReopen, .reopening) }
        }
    }

    /// A case that ends while its clock stands has used no more of its time than before.
    mutating func letClockRun(at: Instant) {
        guard let left = restriction?.held?[.whole], phase == .open || phase == .signing,
            let promise = casePromise
        else { return }
        casePromise = Promise(left, promise.unit, from: at)
    }
}

// Times that count from an end or an objection, unless they went on after a restriction.
extension CaseState {
    var timeToObject: Promise? {
        objectionPromise ?? endedAt.flatMap { ended in end?.appeal?.promise(from: ended) }
    }

    var timeToAnswerObjection: Promise? {
        answerPromise ?? objectedAt.map { Self.timeToAnswer.promise(from: $0) }
    }

    var timeToReopen: Promise? {
        reopenPromise ?? endedAt.flatMap { ended in subject?.reopen?.promise(from: ended) }
    }
}
