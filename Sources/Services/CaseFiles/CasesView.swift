import Blueprints
import Cases
import Feel
package import Ledger
import Stories

/// The cases as tables: one row a case, with what the inbox and tracking need.
///
/// Written in the transaction of each fact. The applicant's name is sealed in its row.
package enum CasesView {
    package static let view = ViewOfRecord(
        "cases",
        .now,
        of: [CaseStory.kind],
        tables: ["cases", "case_units", "case_links", "case_moves", "letters"],
        schema: [
            """
            CREATE TABLE cases (id BLOB PRIMARY KEY, number TEXT NOT NULL UNIQUE, \
            service TEXT NOT NULL, digest TEXT NOT NULL, owner TEXT NOT NULL, village TEXT, \
            name BLOB, openness TEXT, received BIGINT NOT NULL, recorded BIGINT NOT NULL, due BIGINT, \
            phase TEXT NOT NULL, stage TEXT NOT NULL, step TEXT NOT NULL, unit TEXT NOT NULL, \
            duty TEXT NOT NULL, step_due BIGINT, taken BLOB, waits_until BIGINT, \
            snoozed BIGINT, restricted BIGINT, erased BIGINT, ended BIGINT, shows TEXT, objected BIGINT, reminded BIGINT NOT NULL, late BIGINT NOT NULL, \
            version BIGINT NOT NULL)
            """,
            // One index a list, in the order of the list and with all that it is filtered by:
            // a page of an inbox reads its own rows of the index and no others.
            """
            CREATE INDEX cases_turn ON cases (unit, step_due, id, received, snoozed, taken, \
            service, village, step, phase, duty) \
            WHERE ended IS NULL AND phase <> 'menunggu_warga'
            """,
            """
            CREATE INDEX cases_waiting ON cases (unit, waits_until, id, received, taken, \
            service, village, step) WHERE phase = 'menunggu_warga'
            """,
            """
            CREATE INDEX cases_taken ON cases (taken, step_due, id, unit, received, snoozed, \
            service, village, step, phase) WHERE taken IS NOT NULL
            """,
            "CREATE INDEX cases_snoozed ON cases (unit, snoozed, id) WHERE snoozed IS NOT NULL",
            "CREATE INDEX cases_objected ON cases (unit, objected, id) WHERE objected IS NOT NULL",
            "CREATE INDEX cases_done ON cases (unit, ended, id) WHERE ended IS NOT NULL",
            // Only those that do not rest at their owner: all others are in the index above.
            """
            CREATE INDEX cases_owner ON cases (owner, ended, id, unit) \
            WHERE ended IS NOT NULL AND unit <> owner
            """,
            // What is past its time, by service.
            """
            CREATE INDEX cases_past ON cases (service, ended, id) \
            WHERE ended IS NOT NULL AND erased IS NULL
            """,
            "CREATE INDEX cases_of_service ON cases (service, received, id)",
            // Under which version the running cases of a service are.
            """
            CREATE INDEX cases_running ON cases (service, digest, id, step, phase, restricted, \
            erased) WHERE ended IS NULL
            """,
            // What the clock looks for: cases that are not late yet, and who is asked too long.
            """
            CREATE INDEX cases_not_late ON cases (step_due, reminded, id) \
            WHERE ended IS NULL AND phase <> 'menunggu_warga' AND late = 0
            """,
            "CREATE INDEX cases_to_expire ON cases (waits_until) WHERE phase = 'menunggu_warga'",
            """
            CREATE TABLE case_units (case_id BLOB NOT NULL, unit TEXT NOT NULL, \
            asked BIGINT NOT NULL, PRIMARY KEY (unit, case_id)) /* keyed */
            """,
            "CREATE INDEX case_units_asked ON case_units (unit, asked, case_id)",
            "CREATE INDEX case_units_of_case ON case_units (case_id)",
            """
            CREATE TABLE case_links (case_id BLOB NOT NULL, other BLOB NOT NULL, \
            holder BLOB NOT NULL, PRIMARY KEY (case_id, other, holder)) /* keyed */
            """,
            """
            CREATE TABLE case_moves (plan TEXT NOT NULL, case_id BLOB NOT NULL, \
            version BIGINT NOT NULL, PRIMARY KEY (plan, case_id)) /* keyed */
            """,
            """
            CREATE TABLE letters (code BLOB PRIMARY KEY, letter BLOB NOT NULL UNIQUE, \
            case_id BLOB NOT NULL, template TEXT NOT NULL, number TEXT NOT NULL, \
            register TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL, signed BIGINT)
            """,
            "CREATE INDEX letters_of_case ON letters (case_id)",
            "CREATE INDEX letters_of_register ON letters (register, day)",
        ],
        project: { try CaseRow(of: $0).statements() },
        forget: { dossier in ["UPDATE cases SET name = NULL WHERE id = \(dossier)"] }
    )

    /// Finds a case by the name, the NIK, the phone or the number.
    ///
    /// Each unit that works on a case finds it by rows of its own, so that a search among the
    /// cases of a unit costs what the unit has, and not what the regency has.
    package static let search = ViewOfRecord.search(
        "case_search",
        of: [CaseStory.kind],
        spreads: { projection in
            let fact = try projection.event.fact(CaseFact.self)
            let dossier = CaseID(projection.event.stream.id).dossier
            return fact.what.arrival.map { Spread(dossier, to: $0) }
        }
    ) { projection in
        let what = try projection.event.fact(CaseFact.self).what
        if case .corrected(let correction) = what {
            return try correction.findable(projection)
        }
        guard case .submitted(let submission) = what,
            let answers = try projection.open(submission.answers.id)
        else { return [] }
        // Who asked for secrecy is found by the number alone.
        let words = submission.openness == .open ? personal(answers) : ""
        return [
            Findable(
                submission.caseID.id,
                in: submission.caseID.dossier,
                text: "\(submission.tracking.digits)\n\(words)",
                scopes: Set([submission.owner, submission.first.unit]).sorted()
            )
        ]
    }

    /// What a person is looked for by.
    static func personal(_ answers: [UInt8]) -> String {
        ["nama", "nik", "hp"].compactMap {
            TypedAnswers.answer(ID($0), inCanonical: answers)?.text()
        }.joined(separator: "\n")
    }

    /// Where the applicant's name stands, sealed.
    static func place(ofName id: CaseID) -> SealedPlace {
        SealedPlace(id.dossier, "cases.name", row: id.id)
    }
}

extension Correction {
    /// The case is found by what was put right, wherever it was found before.
    ///
    /// The first corrections did not say whose place they took: what they put right is found
    /// beside it, at the units that had to do with the case then.
    fileprivate func findable(_ projection: Projection) throws -> [Findable] {
        guard !units.isEmpty, let bytes = try projection.open(answers.id) else { return [] }
        let id = CaseID(projection.event.stream.id)
        if let before {
            guard let old = try projection.open(before) else { return [] }
            let (was, now) = (CasesView.personal(old), CasesView.personal(bytes))
            guard was != now else { return [] }
            var found = Findable(id.id, in: id.dossier, text: now, scopes: units)
            found.replaced = was
            return [found]
        }
        let words = questions.filter { ["nama", "nik", "hp"].contains($0.text) }.compactMap {
            TypedAnswers.answer(ID($0.text), inCanonical: bytes)?.text()
        }
        guard !words.isEmpty else { return [] }
        let text = words.joined(separator: "\n")
        return [Findable(id.id, in: id.dossier, text: text, scopes: units)]
    }
}

extension CaseEvent {
    /// The unit at which a case arrives by it, after its submission.
    var arrival: Code? {
        switch self {
        case .acted(let act): act.letter == nil ? act.lead.arrival : nil
        case .letterSigned(let letter): letter.lead.arrival
        case .reopened(let reopening): reopening.first.unit
        case .consulted(let unit, _): unit
        case .submitted, .taken, .assigned, .returnedToUnit, .asked, .completed, .advised,
            .noted, .withdrawn, .becameLate, .reminded, .expired, .legalLimitNear,
            .letterNumbered, .letterVoided, .objected, .objectionAnswered,
            .objectionPeriodEnded, .linkChanged, .recovered, .sensitiveOpened, .recounted, .told,
            .snoozed, .linked, .unlinked, .feePaid, .feePaymentUndone, .migrated, .migrationUndone,
            .answersErased,
            .closed, .corrected, .restricted, .restrictionLifted:
            nil
        }
    }
}

extension Lead {
    fileprivate var arrival: Code? {
        switch self {
        case .step(let entry): entry.unit
        case .stays, .end: nil
        }
    }
}

extension Projection {
    /// One of the answers that a fact committed to; nil where it is absent or they were erased.
    func answer(_ id: ID, in sealed: Sealed) throws -> FeelValue? {
        try open(sealed.id).flatMap { TypedAnswers.answer(id, inCanonical: $0) }
    }
}

extension Submission {
    /// How openly it was sent.
    var openness: Openness { isAnonymous ? .anonymous : isSecret ? .secret : .open }
}

extension CaseSubject {
    /// How openly it was sent.
    var openness: Openness { isAnonymous ? .anonymous : isSecret ? .secret : .open }
}
