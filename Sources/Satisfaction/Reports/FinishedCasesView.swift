import Cases
import Ledger
import Stories

/// The cases that were asked about or still can be: how many could have answered.
///
/// They are counted as they end, by the quarters of the regency's own clock, so that whoever asks
/// how many there were does not read every case of the quarter.
enum FinishedCasesView {
    static func view(in zone: Zone) -> ViewOfRecord {
        ViewOfRecord(
            "survey_cases",
            .soon,
            of: [CaseStory.kind],
            tables: ["survey_cases", "survey_populations"],
            schema: [
                """
                CREATE TABLE survey_cases (id BLOB PRIMARY KEY, service TEXT NOT NULL, \
                unit TEXT NOT NULL, ended BIGINT, year BIGINT, quarter BIGINT)
                """,
                "CREATE INDEX survey_cases_of_unit ON survey_cases (unit, ended)",
                """
                CREATE TABLE survey_populations (unit TEXT NOT NULL, service TEXT NOT NULL, \
                year BIGINT NOT NULL, quarter BIGINT NOT NULL, n BIGINT NOT NULL, \
                PRIMARY KEY (year, quarter, unit, service)) /* by the clock of \(zone.rawValue) */
                """,
            ],
            project: { try statements($0, zone) }
        )
    }

    private static func statements(_ projection: Projection, _ zone: Zone) throws -> [SQL] {
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
        case .acted(let act): return act.letter == nil ? led(id, act.lead, fact.at, zone) : []
        case .letterSigned(let letter): return led(id, letter.lead, fact.at, zone)
        case .withdrawn(let end, _): return ended(id, end, fact.at, zone)
        case .expired(_, let end, _): return ended(id, end, fact.at, zone)
        case .closed(let end): return ended(id, end, fact.at, zone)
        case .reopened:
            return [
                uncounted(id),
                """
                UPDATE survey_cases SET ended = NULL, year = NULL, quarter = NULL \
                WHERE id = \(id)
                """,
            ]
        case .taken, .assigned, .returnedToUnit, .asked, .completed, .consulted, .advised,
            .noted, .becameLate, .reminded, .legalLimitNear, .letterNumbered, .letterVoided,
            .objected, .objectionAnswered, .objectionPeriodEnded, .sensitiveOpened,
            .recounted, .told, .migrated, .migrationUndone, .answersErased, .linkChanged,
            .recovered,
            .snoozed, .linked, .unlinked, .feePaid, .feePaymentUndone, .corrected, .restricted,
            .restrictionLifted:
            return []
        }
    }

    private static func led(_ id: OpaqueID, _ lead: Lead, _ at: Instant, _ zone: Zone) -> [SQL] {
        switch lead {
        case .stays, .step: []
        case .end(let end): ended(id, end, at, zone)
        }
    }

    private static func ended(
        _ id: OpaqueID,
        _ end: EndEntry,
        _ at: Instant,
        _ zone: Zone
    ) -> [SQL] {
        guard end.survey == SurveyDesk.name else { return [] }
        let period = Period(quarterOf: zone.day(at))
        let (year, quarter) = (period.year, period.quarter ?? 0)
        return [
            uncounted(id),
            """
            UPDATE survey_cases SET ended = \(at), year = \(year), quarter = \(quarter) \
            WHERE id = \(id)
            """,
            """
            INSERT INTO survey_populations (unit, service, year, quarter, n) \
            SELECT unit, service, year, quarter, 1 FROM survey_cases WHERE id = \(id) \
            ON CONFLICT (year, quarter, unit, service) DO UPDATE SET n = survey_populations.n + 1
            """,
        ]
    }

    /// Takes a case out of the quarter in which it had ended, if it had.
    private static func uncounted(_ id: OpaqueID) -> SQL {
        """
        UPDATE survey_populations SET n = n - 1 WHERE (year, quarter, unit, service) IN \
        (SELECT year, quarter, unit, service FROM survey_cases \
        WHERE id = \(id) AND ended IS NOT NULL)
        """
    }
}
