import Cases
import Ledger
import Stories

/// What one fact changes in the counts.
///
/// A case is on time by the target that was told last, as `CaseState.tag` judges an ended case;
/// while it waits for its citizen it is not overdue.
struct CaseCounting {
    let id: OpaqueID
    let fact: CaseFact
    let zone: Zone
    private let seq: SQLValue

    init(of projection: Projection, in zone: Zone) throws {
        id = projection.event.stream.id
        fact = try projection.event.fact(CaseFact.self)
        self.zone = zone
        seq = projection.seq
    }

    func statements() -> [SQL] { changes() + [fresh] }

    /// The newest moment that is counted.
    private var fresh: SQL {
        "INSERT INTO portfolio_fresh_new (seq, at) VALUES (\(seq), \(fact.at))"
    }

    private func changes() -> [SQL] {
        switch fact.what {
        case .submitted(let submission): begun(submission)
        case .acted(let act): act.letter == nil ? led(act.lead) : []
        case .letterNumbered(let letter): signing(letter.signer)
        case .letterSigned(let letter): [signed] + led(letter.lead)
        case .letterVoided: [signed]
        case .asked:
            standing("waiting = 1, overdue_since = NULL")
        case .completed(let completion):
            standing("waiting = 0\(told(completion.toldOfCase))") + [overdue]
        case .withdrawn(let end, _): ended(end)
        case .expired(_, let end, _): ended(end)
        case .closed(let end): ended(end)
        case .reopened(let reopening): reopened(reopening)
        case .becameLate(let lateness):
            lateness.scope == .whole ? standing("late = 1") + [overdue] : []
        case .recounted(let recount):
            recount.ofCase == nil
                ? [] : standing("late = 0, overdue_since = NULL\(told(recount.ofCase))")
        case .taken, .assigned, .returnedToUnit, .consulted, .advised, .noted, .reminded,
            .legalLimitNear, .objected, .objectionAnswered, .objectionPeriodEnded,
            .sensitiveOpened, .told, .migrated, .migrationUndone, .answersErased, .linkChanged,
            .recovered, .snoozed,
            .linked, .unlinked, .feePaid, .feePaymentUndone, .corrected:
            []
        case .restricted(let restriction):
            restriction.held.map { held($0) } ?? []
        case .restrictionLifted(let lifting): lifting.phase.map { lifted(lifting, $0) } ?? []
        }
    }

    /// While its clock stands still a case waits, and can become late no more than it was.
    private func held(_ held: HeldClock) -> [SQL] {
        standing("waiting = 1, overdue_since = NULL, held = \(held[.whole] == nil ? 0 : 1)")
    }

    private func lifted(_ lifting: Lifting, _ phase: CasePhase) -> [SQL] {
        let waiting = phase == .waiting ? 1 : 0
        return standing("waiting = \(waiting), held = 0\(told(lifting.toldOfCase))") + [overdue]
    }

    private func begun(_ submission: Submission) -> [SQL] {
        let day = zone.day(submission.received)
        let target = submission.told
        let due =
            submission.promise.unit == .officeMinutes
            ? target : Self.endOfDay(target, in: zone)
        // Regency, district, village: the first three parts of a code are a district's.
        let parts = submission.village?.text.split(separator: ".") ?? []
        let district = parts.count >= 3 ? parts.prefix(3).joined(separator: ".") : "-"
        return [
            """
            INSERT INTO portfolio_cases (id, number, service, unit, district, place, day_in, \
            month_in, week_in, counts, due_end, waiting, late, on_time, days, held) VALUES (\(id), \
            \(submission.tracking.digits), \(submission.service), \(submission.owner), \
            \(district), \(submission.first.unit), \(day.number), \(Month(of: day).text), \
            \(Week(of: day).text), \(submission.promise.unit.rawValue), \(due), 0, 0, 0, 0, 0)
            """,
            Counting.received(id),
            Counting.now(.add, id),
        ]
    }

    private func led(_ lead: Lead) -> [SQL] {
        switch lead {
        case .stays: []
        case .step(let entry):
            ["UPDATE portfolio_cases SET place = \(entry.unit) WHERE id = \(id)"]
        case .end(let end): ended(end)
        }
    }

    /// Takes how it stood out of the counts, changes its row, and counts it again.
    private func standing(_ change: SQL) -> [SQL] {
        [
            Counting.now(.remove, id),
            "UPDATE portfolio_cases SET \(change) WHERE id = \(id)",
            Counting.now(.add, id),
        ]
    }

    private var overdue: SQL {
        """
        UPDATE portfolio_cases SET overdue_since = due_end \
        WHERE id = \(id) AND late = 1 AND waiting = 0 AND ended IS NULL
        """
    }

    private func told(_ target: Instant?) -> SQL {
        guard let target else { return "" }
        return """
            , due_end = CASE WHEN counts = \(Promise.Unit.officeMinutes.rawValue) \
            THEN \(target) ELSE \(Self.endOfDay(target, in: zone)) END
            """
    }

    private func ended(_ end: EndEntry) -> [SQL] {
        let day = zone.day(fact.at)
        return [Counting.now(.remove, id)] + Counting.ended(.remove, id) + [
            """
            UPDATE portfolio_cases SET ended = \(fact.at), shows = \(Self.word(end.shows)), \
            waiting = 0, overdue_since = NULL, \
            on_time = CASE WHEN \(fact.at) < due_end OR held = 1 THEN 1 ELSE 0 END, \
            days = CASE WHEN \(day.number) - day_in > \(Spans.longest) THEN \(Spans.longest) \
            WHEN \(day.number) < day_in THEN 0 ELSE \(day.number) - day_in END, \
            month_out = \(Month(of: day).text), week_out = \(Week(of: day).text) \
            WHERE id = \(id)
            """,
            signed,
        ] + Counting.ended(.add, id)
    }

    /// A word as it stands in facts, whoever declares it.
    private static func word(_ word: some FactWord) -> String { word.rawValue }

    private func reopened(_ reopening: Reopening) -> [SQL] {
        Counting.ended(.remove, id) + [
            """
            UPDATE portfolio_cases SET ended = NULL, shows = NULL, on_time = 0, days = 0, \
            month_out = NULL, week_out = NULL, waiting = 0, late = 0, \
            place = \(reopening.first.unit)\(told(reopening.told)) WHERE id = \(id)
            """,
            Counting.now(.add, id),
        ]
    }

    private func signing(_ duty: Code) -> [SQL] {
        [
            signed,
            """
            INSERT INTO portfolio_signing (case_id, unit, duty) \
            SELECT id, place, \(duty) FROM portfolio_cases WHERE id = \(id)
            """,
        ]
    }

    private var signed: SQL { "DELETE FROM portfolio_signing WHERE case_id = \(id)" }

    /// The first moment after the date that a target names.
    ///
    /// A date that closes at midnight is told as the first moment of the next.
    static func endOfDay(_ target: Instant, in zone: Zone) -> Instant {
        let day = zone.day(Instant(milliseconds: target.milliseconds - 1))
        return zone.instant(day.adding(days: 1), minute: 0)
    }
}
