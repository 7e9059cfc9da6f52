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
        tables: ["cases", "case_units", "letters"],
        schema: [
            """
            CREATE TABLE cases (id BLOB PRIMARY KEY, number TEXT NOT NULL UNIQUE, \
            service TEXT NOT NULL, digest TEXT NOT NULL, owner TEXT NOT NULL, village TEXT, \
            name BLOB, openness TEXT, received BIGINT NOT NULL, recorded BIGINT NOT NULL, due BIGINT, \
            phase TEXT NOT NULL, stage TEXT NOT NULL, step TEXT NOT NULL, unit TEXT NOT NULL, \
            duty TEXT NOT NULL, step_due BIGINT, taken BLOB, waits_until BIGINT, \
            ended BIGINT, shows TEXT, objected BIGINT, reminded BIGINT NOT NULL, late BIGINT NOT NULL, \
            version BIGINT NOT NULL)
            """,
            "CREATE INDEX cases_inbox ON cases (unit, ended, step_due)",
            "CREATE INDEX cases_objected ON cases (objected)",
            "CREATE INDEX cases_owner ON cases (owner, ended)",
            "CREATE INDEX cases_of_service ON cases (service, received, id)",
            """
            CREATE TABLE case_units (case_id BLOB NOT NULL, unit TEXT NOT NULL, \
            PRIMARY KEY (unit, case_id)) /* keyed */
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
    package static let search = ViewOfRecord.search("case_search", of: [CaseStory.kind]) {
        projection in
        guard case .submitted(let submission) = try projection.event.fact(CaseFact.self).what,
            let answers = try projection.open(submission.answers.id)
        else { return [] }
        // Who asked for secrecy is found by the number alone.
        let asked: [ID] = submission.openness == .open ? ["nama", "nik", "hp"] : []
        let words = asked.compactMap {
            TypedAnswers.answer($0, inCanonical: answers)?.text()
        }
        return [
            Findable(
                submission.caseID.id,
                in: submission.caseID.dossier,
                text: ([submission.tracking.digits] + words).joined(separator: "\n")
            )
        ]
    }

    /// Where the applicant's name stands, sealed.
    static func place(ofName id: CaseID) -> SealedPlace {
        SealedPlace(id.dossier, "cases.name", row: id.id)
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
