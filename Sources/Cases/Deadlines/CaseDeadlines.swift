package import Stories

extension CaseState {
    /// When the whole is due, by the calendar of the service's owner.
    ///
    /// Nil while the clock stands still (it waits for the citizen, or its data are only kept), and
    /// before it begins. An ended case is held to what was told, whatever the calendar says since.
    package func due(_ calendars: UnitCalendars) -> Due? {
        guard phase != .waiting, let subject, let casePromise else { return nil }
        guard phase == .ended || !clockStands else { return nil }
        if phase == .ended, let told = casePromise.floor {
            return calendars[subject.owner].due(told: told, casePromise.unit)
        }
        return calendars[subject.owner].due(casePromise)
    }

    /// When the step is due, by the calendar of its unit; nil while nothing is to be done.
    package func stepDue(_ calendars: UnitCalendars) -> Due? {
        guard phase == .open || phase == .signing, !clockStands, let place, let stepPromise else {
            return nil
        }
        return calendars[place.unit].due(stepPromise)
    }

    /// Until when the citizen may complete it.
    package func waitingDue(_ calendars: UnitCalendars) -> Due? {
        guard let pause, let subject, !clockStands else { return nil }
        return calendars[subject.owner].due(pause.waiting)
    }

    /// Until when the citizen may object to how it ended.
    package func objectionDue(_ calendars: UnitCalendars) -> Due? {
        guard let timeToObject, let subject, !clockStands else { return nil }
        return calendars[subject.owner].due(timeToObject)
    }

    /// Until when the office has to answer an objection; nil where none waits.
    package func objectionAnswerDue(_ calendars: UnitCalendars) -> Due? {
        guard let timeToAnswerObjection, awaitsAnswer, let subject, !clockStands else {
            return nil
        }
        return calendars[subject.owner].due(timeToAnswerObjection)
    }

    /// What the law on government administration gives an office to settle an objection.
    package static let timeToAnswer = PromisedTime(10, .workingDays)

    /// Until when it may be reopened.
    package func reopenDue(_ calendars: UnitCalendars) -> Due? {
        guard let timeToReopen, let subject, !clockStands else { return nil }
        return calendars[subject.owner].due(timeToReopen)
    }

    /// Until when the law gives time for the step.
    package func legalDue(_ calendars: UnitCalendars) -> Due? {
        guard phase == .open || phase == .signing, !clockStands, let place, let legalPromise
        else { return nil }
        return calendars[place.unit].due(legalPromise)
    }

    /// What time will do to the case if nobody does anything, the earliest first.
    package func alarms(_ calendars: UnitCalendars) -> [CaseAlarm] {
        guard !isErased else { return [] }
        var alarms: [CaseAlarm] = []
        if phase == .open || phase == .signing {
            if let due = due(calendars) { alarms.append(CaseAlarm(.caseLate, due: due.end)) }
            alarms += stepAlarms(calendars)
        }
        if let due = waitingDue(calendars) {
            alarms.append(CaseAlarm(.waitingEnds, due: due.end))
        }
        if objectedAt == nil, let due = objectionDue(calendars) {
            alarms.append(CaseAlarm(.objectionEnds, due: due.end))
        }
        return alarms.filter { !ran.contains($0) }.sorted { $0.due < $1.due }
    }

    private func stepAlarms(_ calendars: UnitCalendars) -> [CaseAlarm] {
        guard let place, let enteredAt, let due = stepDue(calendars) else { return [] }
        let calendar = calendars[place.unit]
        var alarms = [CaseAlarm(.stepLate, due: due.end)]
        if let remind = place.remind {
            let moment = calendar.reminder(remind.amount, remind.unit, before: due)
            if moment > enteredAt { alarms.append(CaseAlarm(.stepReminder, due: moment)) }
        }
        if let legal = legalDue(calendars) {
            // The head has to hear of it while there is still a working day left.
            let moment = calendar.reminder(1, .workingDays, before: legal)
            alarms.append(CaseAlarm(.legalLimit, due: moment))
        }
        return alarms
    }
}

/// The commands that the clock has to give to a case now, the earliest due first.
package func dueTimers(
    _ state: CaseState,
    _ calendars: UnitCalendars,
    now: Instant
) -> [CaseCommand] {
    state.alarms(calendars).prefix { $0.due <= now }.map(CaseCommand.run)
}
