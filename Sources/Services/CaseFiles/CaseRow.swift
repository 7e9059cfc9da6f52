import Blueprints
import Cases
import Ledger
import Stories

/// What one fact changes in the row of its case.
struct CaseRow {
    let projection: Projection
    let fact: CaseFact

    init(of projection: Projection) throws {
        self.projection = projection
        fact = try projection.event.fact(CaseFact.self)
    }

    var id: OpaqueID { projection.event.stream.id }

    func statements() throws -> [SQL] {
        if case .submitted(let submission) = fact.what { return try inserted(submission) }
        let changes = try changes() + renamed() + woken()
        return changes + [
            "UPDATE cases SET version = \(projection.event.version) WHERE id = \(id)"
        ]
    }

    private func inserted(_ submission: Submission) throws -> [SQL] {
        let isOpen = submission.openness == .open
        let name = isOpen ? try projection.answer("nama", in: submission.answers)?.text() : nil
        let sealed = try name.flatMap { name in
            try projection.seal(
                Array(name.utf8),
                at: CasesView.place(ofName: submission.caseID)
            )
        }
        let first = submission.first
        return [
            """
            INSERT INTO cases (id, number, service, digest, owner, village, name, openness, \
            received, recorded, due, phase, stage, step, unit, duty, step_due, reminded, late, version) \
            VALUES (\(id), \(submission.tracking.digits), \(submission.service), \
            \(submission.digest), \(submission.owner), \(submission.village), \(sealed), \
            \(submission.openness.rawValue), \(submission.received), \(fact.at), \(submission.told), \(CasePhase.open.rawValue), \
            \(first.stage.rawValue), \(first.step), \(first.unit), \(first.by), \(first.told), \
            \(0), \(0), \(projection.event.version))
            """
        ]
    }

    private func changes() -> [SQL] {
        switch fact.what {
        case .submitted, .noted, .legalLimitNear, .objectionPeriodEnded, .sensitiveOpened, .told,
            .linkChanged, .recovered:
            []
        case .objected: ["UPDATE cases SET objected = \(fact.at) WHERE id = \(id)"]
        case .objectionAnswered: ["UPDATE cases SET objected = NULL WHERE id = \(id)"]
        case .taken: ["UPDATE cases SET taken = \(fact.by) WHERE id = \(id)"]
        case .assigned(let official): ["UPDATE cases SET taken = \(official) WHERE id = \(id)"]
        case .returnedToUnit: ["UPDATE cases SET taken = NULL WHERE id = \(id)"]
        case .acted(let act): act.letter == nil ? led(to: act.lead) : []
        case .asked(let asking):
            [
                """
                UPDATE cases SET phase = \(CasePhase.waiting.rawValue), \
                waits_until = \(asking.told) WHERE id = \(id)
                """
            ]
        case .completed(let completion): resumed(completion)
        case .consulted(let asked, _): [unit(asked)]
        case .advised(let asked, _):
            ["DELETE FROM case_units WHERE unit = \(asked) AND case_id = \(id)"]
        case .withdrawn(let end, _): ended(end)
        case .expired(_, let end, _): ended(end)
        case .closed(let end): ended(end)
        case .reopened(let reopening):
            entered(reopening.first) + [
                """
                UPDATE cases SET ended = NULL, shows = NULL, objected = NULL, \
                due = \(reopening.told) WHERE id = \(id)
                """
            ]
        case .becameLate(let lateness):
            lateness.scope == .step ? ["UPDATE cases SET late = \(1) WHERE id = \(id)"] : []
        case .reminded: ["UPDATE cases SET reminded = \(1) WHERE id = \(id)"]
        case .letterNumbered(let letter): numbered(letter)
        case .letterSigned(let letter): signed(letter)
        case .letterVoided(let letter, _): voided(letter)
        case .recounted(let recount): recounted(recount)
        case .migrated(let migration): moved(migration)
        case .migrationUndone(let migration): movedBack(migration)
        case .answersErased: ["UPDATE cases SET name = NULL, erased = \(fact.at) WHERE id = \(id)"]
        case .snoozed(let until, _): ["UPDATE cases SET snoozed = \(until) WHERE id = \(id)"]
        case .linked(let other): [link(id, other.id), link(other.id, id)]
        case .unlinked(let other, _):
            [(id, other.id), (other.id, id)].map { one, other in
                """
                DELETE FROM case_links WHERE case_id = \(one) AND other = \(other) \
                AND holder = \(id)
                """
            }
        case .feePaid, .feePaymentUndone, .corrected: []
        case .restricted(let restriction): restricted(restriction)
        case .restrictionLifted(let lifting): lifted(lifting)
        }
    }

    /// While its clock stands a case waits, for the lists and for all that looks for what is due.
    private func restricted(_ restriction: Restriction) -> [SQL] {
        let row: SQL = "UPDATE cases SET restricted = \(fact.at) WHERE id = \(id)"
        guard restriction.held != nil else { return [row] }
        return [
            row,
            """
            UPDATE cases SET phase = \(CasePhase.waiting.rawValue), waits_until = NULL \
            WHERE id = \(id) AND ended IS NULL
            """,
        ]
    }

    private func lifted(_ lifting: Lifting) -> [SQL] {
        let row: SQL = "UPDATE cases SET restricted = NULL WHERE id = \(id)"
        guard let phase = lifting.phase else { return [row] }
        return [
            row,
            """
            UPDATE cases SET phase = \(phase.rawValue), waits_until = \(lifting.waitsUntil), \
            due = coalesce(\(lifting.toldOfCase), due), \
            step_due = coalesce(\(lifting.toldOfStep), step_due) WHERE id = \(id)
            """,
        ]
    }

    /// A name that was put right; whose name is secret has none in the row, before or after.
    private func renamed() throws -> [SQL] {
        guard case .corrected(let correction) = fact.what, !correction.units.isEmpty,
            correction.questions.contains("nama"),
            let name = try projection.answer("nama", in: correction.answers)?.text(),
            let sealed = try projection.seal(
                Array(name.utf8),
                at: CasesView.place(ofName: CaseID(id))
            )
        else { return [] }
        return ["UPDATE cases SET name = \(sealed) WHERE id = \(id)"]
    }

    /// What happens to a case brings it back to the lists.
    private func woken() -> [SQL] {
        guard fact.what.wakes else { return [] }
        return ["UPDATE cases SET snoozed = NULL WHERE id = \(id) AND snoozed IS NOT NULL"]
    }

    /// A link is seen from both sides; whose story holds it is kept, for there it is undone.
    private func link(_ one: OpaqueID, _ other: OpaqueID) -> SQL {
        """
        INSERT INTO case_links (case_id, other, holder) VALUES (\(one), \(other), \(id)) \
        ON CONFLICT (case_id, other, holder) DO NOTHING
        """
    }

    private func led(to lead: Lead) -> [SQL] {
        switch lead {
        case .stays: ["UPDATE cases SET phase = \(CasePhase.open.rawValue) WHERE id = \(id)"]
        case .step(let entry): entered(entry)
        case .end(let end): ended(end)
        }
    }

    private func entered(_ entry: StepEntry) -> [SQL] {
        [
            """
            UPDATE cases SET phase = \(CasePhase.open.rawValue), stage = \(entry.stage.rawValue), \
            step = \(entry.step), unit = \(entry.unit), duty = \(entry.by), \
            step_due = \(entry.told), taken = NULL, waits_until = NULL, reminded = \(0), \
            late = \(0) WHERE id = \(id)
            """
        ]
    }

    private func ended(_ end: EndEntry) -> [SQL] {
        [
            """
            UPDATE cases SET phase = \(CasePhase.ended.rawValue), ended = \(fact.at), \
            shows = \(end.shows.rawValue), waits_until = NULL, taken = NULL WHERE id = \(id)
            """,
            "DELETE FROM case_units WHERE case_id = \(id)",
        ]
    }

    private func resumed(_ completion: Completion) -> [SQL] {
        [
            """
            UPDATE cases SET phase = \(CasePhase.open.rawValue), waits_until = NULL, \
            due = coalesce(\(completion.toldOfCase), due), \
            step_due = coalesce(\(completion.toldOfStep), step_due) WHERE id = \(id)
            """
        ]
    }

    private func recounted(_ recount: Recount) -> [SQL] {
        [
            """
            UPDATE cases SET due = coalesce(\(recount.ofCase), due), \
            step_due = coalesce(\(recount.ofStep), step_due), late = \(0), reminded = \(0) \
            WHERE id = \(id)
            """
        ]
    }

    private func numbered(_ letter: NumberedLetter) -> [SQL] {
        [
            "UPDATE cases SET phase = \(CasePhase.signing.rawValue) WHERE id = \(id)",
            """
            INSERT INTO letters (code, letter, case_id, template, number, register, day, state) \
            VALUES (\(letter.code), \(letter.letter), \(id), \(letter.template), \
            \(letter.number), \(letter.register), \(letter.day.description), \
            \(CaseLetter.Fate.numbered.rawValue))
            """,
        ]
    }

    private func signed(_ letter: SignedLetter) -> [SQL] {
        led(to: letter.lead) + [
            """
            UPDATE letters SET state = \(CaseLetter.Fate.signed.rawValue), signed = \(fact.at) \
            WHERE letter = \(letter.letter)
            """
        ]
    }

    private func voided(_ letter: OpaqueID) -> [SQL] {
        [
            "UPDATE cases SET phase = \(CasePhase.open.rawValue) WHERE id = \(id)",
            """
            UPDATE letters SET state = \(CaseLetter.Fate.voided.rawValue) \
            WHERE letter = \(letter)
            """,
        ]
    }

    /// A unit that is asked for its opinion sees the case until it has answered.
    private func unit(_ unit: Code) -> SQL {
        """
        INSERT INTO case_units (case_id, unit, asked) VALUES (\(id), \(unit), \(fact.at)) \
        ON CONFLICT (unit, case_id) DO NOTHING
        """
    }
}
