package import Stories

/// The few words that say how urgent a case is: `Sisa 3 hari`, `Lewat 1 hari`.
package enum DeadlineTag: Hashable, Sendable {
    case left(days: Int)
    case today
    case over(days: Int)
    /// No clock runs.
    case waiting
    /// No clock runs, because the data are only kept.
    case standing
    case endedOnTime
    case endedLate(days: Int)

    package var words: String {
        switch self {
        case .left(let days): "Sisa \(days) hari"
        case .today: "Hari ini"
        case .over(let days): "Lewat \(days) hari"
        case .waiting: "Menunggu warga"
        case .standing: "Waktu berhenti"
        case .endedOnTime: "Selesai tepat waktu"
        case .endedLate(let days): "Selesai terlambat \(days) hari"
        }
    }

    package var wordsInEnglish: String {
        switch self {
        case .left(let days): days == 1 ? "1 day left" : "\(days) days left"
        case .today: "Today"
        case .over(let days): days == 1 ? "1 day over" : "\(days) days over"
        case .waiting: "Waiting for the citizen"
        case .standing: "Clock stopped"
        case .endedOnTime: "Finished on time"
        case .endedLate(let days): days == 1 ? "Finished 1 day late" : "Finished \(days) days late"
        }
    }

    package var tone: Tone {
        switch self {
        case .left(let days): days > 1 ? .information : .reminder
        case .today: .reminder
        case .over, .endedLate: .danger
        case .waiting, .standing, .endedOnTime: .plain
        }
    }

    package enum Tone: Hashable, Sendable {
        case plain, information, reminder, danger
    }
}

extension CaseState {
    /// How urgent the whole is; days are working days where the promise counts those.
    package func tag(_ calendars: UnitCalendars, now: Instant) -> DeadlineTag? {
        if clockStands, phase != .ended { return .standing }
        if phase == .waiting { return .waiting }
        guard let due = due(calendars), let subject, let unit = casePromise?.unit else {
            return nil
        }
        let calendar = calendars[subject.owner]
        if let endedAt {
            let days = calendar.daysOver(due, at: endedAt, in: unit)
            return due.isOnTime(endedAt) ? .endedOnTime : .endedLate(days: days)
        }
        return calendar.tag(due, now: now, in: unit)
    }

    /// How urgent the step is.
    package func stepTag(_ calendars: UnitCalendars, now: Instant) -> DeadlineTag? {
        if clockStands, phase != .ended { return .standing }
        if phase == .waiting { return .waiting }
        guard let due = stepDue(calendars), let place, let unit = stepPromise?.unit else {
            return nil
        }
        return calendars[place.unit].tag(due, now: now, in: unit)
    }
}

extension WorkCalendar {
    fileprivate func tag(_ due: Due, now: Instant, in unit: Promise.Unit) -> DeadlineTag {
        guard due.isOnTime(now) else { return .over(days: daysOver(due, at: now, in: unit)) }
        let today = zone.day(now)
        if today == due.day { return .today }
        let days =
            unit == .days
            ? due.day.number - today.number : workingDays(after: today, through: due.day)
        return .left(days: max(1, days))
    }

    fileprivate func daysOver(_ due: Due, at moment: Instant, in unit: Promise.Unit) -> Int {
        let today = zone.day(moment)
        let days =
            unit == .days
            ? today.number - due.day.number : workingDays(after: due.day, through: today)
        return max(1, days)
    }
}
