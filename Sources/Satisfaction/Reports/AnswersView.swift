import Cases
import Ledger
import Stories

/// Every questionnaire as a row: grades, what somebody says of themselves, what it counts for.
///
/// No row says of which case it is; the remark stays sealed with the case and goes with it.
enum AnswersView {
    static let view = ViewOfRecord(
        "survey_answers",
        .now,
        of: [SurveyStory.kind],
        tables: ["survey_answers"],
        schema: [
            """
            CREATE TABLE survey_answers (id BLOB PRIMARY KEY, service TEXT NOT NULL, \
            unit TEXT NOT NULL, year BIGINT NOT NULL, quarter BIGINT NOT NULL, \
            persyaratan BIGINT NOT NULL, prosedur BIGINT NOT NULL, waktu BIGINT NOT NULL, \
            biaya BIGINT NOT NULL, produk BIGINT NOT NULL, kompetensi BIGINT NOT NULL, \
            perilaku BIGINT NOT NULL, pengaduan BIGINT NOT NULL, sarana BIGINT NOT NULL, \
            sex TEXT, age TEXT, education TEXT, work TEXT, remark BLOB)
            """,
            "CREATE INDEX survey_answers_of_unit ON survey_answers (unit, year, quarter)",
        ],
        project: { projection in
            switch try projection.event.fact(SurveyFact.self) {
            case .answered(let answer): [row(projection.event.stream.id, answer)]
            }
        }
    )

    private static func row(_ id: OpaqueID, _ answer: SurveyAnswer) -> SQL {
        let respondent = answer.respondent
        return """
            INSERT INTO survey_answers (id, service, unit, year, quarter, persyaratan, prosedur, \
            waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana, sex, age, education, \
            work, remark) VALUES (\(id), \(answer.service), \(answer.unit), \
            \(answer.quarter.year), \(answer.quarter.quarter ?? 0), \
            \(each: answer.grades.inOrder.map(\.rawValue)), \(respondent.sex?.rawValue), \
            \(respondent.age?.rawValue), \(respondent.education?.rawValue), \
            \(respondent.work?.rawValue), \(answer.remark?.id))
            """
    }
}

/// The cases that were asked about or still can be: how many could have answered.
enum FinishedCasesView {
    static let view = ViewOfRecord(
        "survey_cases",
        .soon,
        of: [CaseStory.kind],
        tables: ["survey_cases"],
        schema: [
            """
            CREATE TABLE survey_cases (id BLOB PRIMARY KEY, service TEXT NOT NULL, \
            unit TEXT NOT NULL, ended BIGINT)
            """,
            "CREATE INDEX survey_cases_of_unit ON survey_cases (unit, ended)",
        ],
        project: { projection in
            let (id, fact) = (
                projection.event.stream.id, try projection.event.fact(CaseFact.self)
            )
            switch fact.what {
            case .submitted(let submission):
                return [
                    """
                    INSERT INTO survey_cases (id, service, unit) \
                    VALUES (\(id), \(submission.service), \(submission.owner))
                    """
                ]
            case .acted(let act): return act.letter == nil ? led(id, act.lead, fact.at) : []
            case .letterSigned(let letter): return led(id, letter.lead, fact.at)
            case .withdrawn(let end, _): return ended(id, end, fact.at)
            case .expired(_, let end, _): return ended(id, end, fact.at)
            case .closed(let end): return ended(id, end, fact.at)
            case .reopened: return ["UPDATE survey_cases SET ended = NULL WHERE id = \(id)"]
            case .taken, .assigned, .returnedToUnit, .asked, .completed, .consulted, .advised,
                .noted, .becameLate, .reminded, .legalLimitNear, .letterNumbered, .letterVoided,
                .objected, .objectionAnswered, .objectionPeriodEnded, .sensitiveOpened,
                .recounted, .told, .migrated, .answersErased, .linkChanged,
                .snoozed, .linked, .unlinked, .feePaid, .feePaymentUndone:
                return []
            }
        }
    )

    private static func led(_ id: OpaqueID, _ lead: Lead, _ at: Instant) -> [SQL] {
        switch lead {
        case .stays, .step: []
        case .end(let end): ended(id, end, at)
        }
    }

    private static func ended(_ id: OpaqueID, _ end: EndEntry, _ at: Instant) -> [SQL] {
        guard end.survey == SurveyDesk.name else { return [] }
        return ["UPDATE survey_cases SET ended = \(at) WHERE id = \(id)"]
    }
}
