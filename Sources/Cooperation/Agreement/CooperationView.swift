package import Ledger
import Stories

/// Agreements, visits and what is owed under them, as tables: lists and reminders read these.
package enum CooperationView {
    package static let view = ViewOfRecord(
        "cooperation",
        .now,
        of: [AgreementStory.kind, VisitStory.kind],
        tables: [
            "agreements", "agreement_partners", "agreement_roots", "agreement_transfers",
            "agreement_reports", "cooperation_duties", "partner_visits",
        ],
        schema: [
            """
            CREATE TABLE agreements (id BLOB PRIMARY KEY, kind TEXT NOT NULL, \
            rules BLOB NOT NULL, words BLOB NOT NULL, begun_seq BIGINT NOT NULL, stage TEXT, \
            signed TEXT, from_day TEXT, until_day TEXT, ended TEXT)
            """,
            """
            CREATE TABLE agreement_partners (agreement BLOB NOT NULL, code TEXT NOT NULL, \
            PRIMARY KEY (agreement, code))
            """,
            "CREATE INDEX agreement_partners_by_code ON agreement_partners (code)",
            """
            CREATE TABLE agreement_roots (agreement BLOB NOT NULL, partner TEXT NOT NULL, \
            root TEXT NOT NULL, PRIMARY KEY (agreement, partner))
            """,
            """
            CREATE TABLE agreement_transfers (agreement BLOB NOT NULL, direction TEXT NOT NULL, \
            blueprint TEXT NOT NULL, PRIMARY KEY (agreement, direction, blueprint))
            """,
            """
            CREATE TABLE agreement_reports (agreement BLOB NOT NULL, year BIGINT NOT NULL, \
            part BIGINT NOT NULL, sent TEXT NOT NULL, PRIMARY KEY (agreement, year, part))
            """,
            """
            CREATE TABLE cooperation_duties (item BLOB PRIMARY KEY, kind TEXT NOT NULL, \
            parent BLOB NOT NULL, due TEXT NOT NULL, unit TEXT, words BLOB NOT NULL, done TEXT)
            """,
            "CREATE INDEX cooperation_duties_by_due ON cooperation_duties (done, due)",
            """
            CREATE TABLE partner_visits (id BLOB PRIMARY KEY, from_day TEXT NOT NULL, \
            until_day TEXT NOT NULL, incoming BIGINT NOT NULL, partner TEXT, agreement BLOB, \
            service TEXT, words BLOB NOT NULL)
            """,
            "CREATE INDEX partner_visits_by_day ON partner_visits (from_day)",
        ],
        project: { projection in
            let event = projection.event
            if event.stream.kind == VisitStory.kind {
                return rows(event.stream.id, try event.fact(VisitFact.self))
            }
            let fact = try event.fact(AgreementFact.self)
            return rows(event.stream.id, fact, projection.seq)
        }
    )

    private static func rows(_ id: OpaqueID, _ fact: AgreementFact, _ seq: SQLValue) -> [SQL] {
        switch fact {
        case .begun(let begun): return self.begun(begun, id, seq)
        case .restated(let words):
            return ["UPDATE agreements SET words = \(words.id) WHERE id = \(id)"]
        case .reached(let reached):
            guard reached.effect == .inForce else {
                return ["UPDATE agreements SET stage = \(reached.stage) WHERE id = \(id)"]
            }
            return [
                """
                UPDATE agreements SET stage = \(reached.stage), signed = \(reached.on) \
                WHERE id = \(id)
                """
            ]
        case .termed(let term):
            return [
                """
                UPDATE agreements SET from_day = \(term.from), until_day = \(term.until) \
                WHERE id = \(id)
                """
            ]
        case .owed(let duty): return [owed(duty, "kewajiban", id)]
        case .fulfilled(let done): return [self.done(done.item, done.on)]
        case .planned(let activity): return planned(activity, id)
        case .realised(let realised): return [done(realised.item, realised.on)]
        case .permitted(let permission): return [permitted(permission, id)]
        case .rootPinned(let partner, let root):
            return [
                """
                INSERT INTO agreement_roots (agreement, partner, root) \
                VALUES (\(id), \(partner), \(root))
                """
            ]
        case .reported(let report):
            let period = report.period
            return [
                """
                INSERT INTO agreement_reports (agreement, year, part, sent) VALUES (\(id), \
                \(period.year), \(period.part), \(report.on)) \
                ON CONFLICT (agreement, year, part) DO UPDATE SET sent = excluded.sent
                """
            ]
        case .ended(let end): return ["UPDATE agreements SET ended = \(end.on) WHERE id = \(id)"]
        case .councilAsked, .checked, .rootTyped, .rootsDiffered: return []
        }
    }

    private static func begun(_ begun: BegunAgreement, _ id: OpaqueID, _ seq: SQLValue) -> [SQL] {
        let agreement: SQL = """
            INSERT INTO agreements (id, kind, rules, words, begun_seq) VALUES (\(id), \
            \(begun.kind.rawValue), \(begun.rules.digest), \(begun.words.id), \(seq))
            """
        return [agreement]
            + Set(begun.partners).sorted().map { code in
                "INSERT INTO agreement_partners (agreement, code) VALUES (\(id), \(code))"
            }
    }

    /// What is planned for a year is to be told of by its last day.
    private static func planned(_ activity: PlannedActivity, _ id: OpaqueID) -> [SQL] {
        guard let due = Day(year: activity.year, month: 12, day: 31) else { return [] }
        let duty = OwedDuty(
            item: activity.item,
            due: due,
            unit: activity.unit,
            words: activity.words
        )
        return [owed(duty, "rencana", id)]
    }

    private static func rows(_ id: OpaqueID, _ fact: VisitFact) -> [SQL] {
        switch fact {
        case .held(let visit):
            return [
                """
                INSERT INTO partner_visits (id, from_day, until_day, incoming, partner, \
                agreement, service, words) VALUES (\(id), \(visit.from), \(visit.until), \
                \(visit.isIncoming), \(visit.partner), \(visit.agreement), \(visit.service), \
                \(visit.words.id)) ON CONFLICT (id) DO UPDATE SET \
                from_day = excluded.from_day, until_day = excluded.until_day, \
                incoming = excluded.incoming, partner = excluded.partner, \
                agreement = excluded.agreement, service = excluded.service, \
                words = excluded.words
                """
            ]
        case .became: return []
        case .owed(let duty): return [owed(duty, "kunjungan", id)]
        case .fulfilled(let done): return [self.done(done.item, done.on)]
        }
    }

    private static func owed(_ duty: OwedDuty, _ kind: String, _ parent: OpaqueID) -> SQL {
        """
        INSERT INTO cooperation_duties (item, kind, parent, due, unit, words) VALUES \
        (\(duty.item), \(kind), \(parent), \(duty.due), \(duty.unit), \(duty.words.id)) \
        ON CONFLICT (item) DO UPDATE SET due = excluded.due, unit = excluded.unit, \
        words = excluded.words
        """
    }

    private static func done(_ item: OpaqueID, _ day: Day) -> SQL {
        "UPDATE cooperation_duties SET done = \(day) WHERE item = \(item)"
    }

    private static func permitted(_ permission: TransferPermission, _ id: OpaqueID) -> SQL {
        let blueprint = permission.blueprint?.text ?? "*"
        guard permission.isGiven else {
            return """
                DELETE FROM agreement_transfers WHERE agreement = \(id) \
                AND direction = \(permission.direction.rawValue) AND blueprint = \(blueprint)
                """
        }
        return """
            INSERT INTO agreement_transfers (agreement, direction, blueprint) \
            VALUES (\(id), \(permission.direction.rawValue), \(blueprint))
            """
    }
}
