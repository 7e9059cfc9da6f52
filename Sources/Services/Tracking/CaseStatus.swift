import Blueprints
import Cases
import Ledger
import Notices
import Office
import Site
import Stories

/// How a case stands, as pages show it.
struct CaseStatus {
    let loaded: LoadedCase
    let force: InForce
    let now: Instant

    private var calendars: UnitCalendars { force.calendars }

    /// The five stages, the side state, the date and whether the promise holds.
    var component: StatusOfRequest {
        let state = loaded.state
        let stage = state.publicStage ?? .received
        var status = StatusOfRequest(
            stage: stage.number,
            stageName: .stage(stage),
            isFinished: stage == .finished
        )
        switch state.publicState {
        case .needsYou: status.side = StatusTag(.needsYou, .attention)
        case .refused: status.side = StatusTag(.refused, .danger)
        case .cancelled: status.side = StatusTag(.cancelled)
        case .stage, nil: break
        }
        if let since = state.clockStandsSince, state.phase != .ended {
            status.side = StatusTag(.clockStands, .attention)
            status.standing = Self.standing(since, force.zone)
        } else if let due = state.due(calendars) {
            status.due = dueWords(due)
            status.deadline = deadline(due)
        } else if state.phase == .waiting {
            status.deadline = StatusTag(.waitingForCitizen)
        }
        return status
    }

    /// That no promise counts now, since when, and what lets it go on.
    static func standing(_ since: Instant, _ zone: Zone) -> Words {
        let date = DateWords.longDate(zone.day(since))
        return Words(
            "Waktu berhenti sejak \(date.indonesian), karena pemakaian data dibatasi. Waktu berjalan lagi setelah pembatasan dicabut.",
            "The clock stands still since \(date.text(in: .english)), because the use of the data is restricted. It goes on once that is lifted."
        )
    }

    /// "Rabu, 25 November 2026", with "perkiraan" beyond the known calendar.
    func dueWords(_ due: Due) -> Words {
        let date = DateWords.longDate(due.day)
        return due.isEstimate
            ? Words("\(date.indonesian) (perkiraan)", "\(date.text(in: .english)) (estimate)")
            : date
    }

    /// The tag of the whole promise.
    func deadline(_ due: Due) -> StatusTag {
        if let ended = loaded.state.endedAt {
            if due.isOnTime(ended) { return StatusTag(.finishedOnTime) }
            let late = force.zone.day(ended).number - due.day.number
            return StatusTag(.finishedLate(max(1, late)), .danger)
        }
        return Self.tag(of: due.day, today: force.zone.day(now), force.calendar)
    }

    /// The tag of the step in which it rests.
    var stepDeadline: StatusTag? {
        if loaded.state.clockStands { return StatusTag(.clockStands, .attention) }
        if loaded.state.phase == .waiting { return StatusTag(.waitingForCitizen) }
        return loaded.state.stepDue(calendars).map {
            Self.tag(of: $0.day, today: force.zone.day(now), force.calendar)
        }
    }

    /// Days that are left count as working days, days past as dates.
    static func tag(of due: Day, today: Day, _ calendar: WorkCalendar) -> StatusTag {
        if due < today { return .deadline(daysLeft: due.number - today.number) }
        return .deadline(
            daysLeft: due == today ? 0 : max(1, calendar.workingDays(after: today, through: due))
        )
    }

    /// Until when the citizen may complete it.
    var waitingUntil: Words? {
        loaded.state.waitingDue(calendars).map { due in
            let date = dueWords(due)
            return Words(
                "Kirim sebelum \(date.indonesian) berakhir.",
                "Send it before the end of \(date.text(in: .english))."
            )
        }
    }

    /// The public history; notes only where `words` opens them.
    func moments(
        _ language: Language,
        told steps: [NoticeStep] = [],
        corrected: (Instant) -> [Words] = { _ in [] },
        words: (Sealed) -> String?
    ) -> [Timeline.Moment] {
        let happened = loaded.state.publicTimeline.map { moment in
            let note: [Inline] = moment.note.flatMap(words).map { [.text($0)] } ?? []
            let changes = moment.what == .corrected ? corrected(moment.at) : []
            let shown = Timeline.Moment(
                DateWords.moment(moment.at, zone: force.zone, in: language),
                .words(Words(moment.sentence, moment.sentenceInEnglish)),
                detail: note + changes.map { .words($0) }
            )
            return (moment.at, shown)
        }
        let told = steps.reversed().map { step in
            let time = DateWords.moment(step.at, zone: force.zone, in: language)
            return (step.at, Timeline.Moment(time, .words(step.words)))
        }
        return Timeline.Moment.newestFirst(told, happened)
    }

    var office: Words {
        let unit = loaded.state.place?.unit ?? loaded.subject.owner
        return Words(force.office.unit(unit)?.name ?? force.regency.name)
    }
}
