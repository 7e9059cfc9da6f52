import Blueprints
import Cases
import Ledger
import Notices
import Office
import Site
import Stories

/// What one official is reminded of: by their duties, and as the head of a unit.
///
/// What was done in the meantime is left out by itself.
struct RemindersList {
    let official: WorkingOfficial

    /// How many are listed at once; who has more has another problem than a list.
    static let most = 50

    private static let stands: SQL = """
        r.seen IS NULL AND c.ended IS NULL AND (r.kind = 'late' \
        OR (c.step = r.step AND c.phase <> 'menunggu_warga'))
        """

    /// The duties of each unit, and an empty one where the unit is headed.
    private var rights: SQL {
        let headed = official.standing.headedUnits
        var rights: SQL = "0 = 1"
        for unit in official.standing.units.sorted() {
            let seats = official.standing.seats.filter { $0.unit.id == unit }
            var duties = seats.flatMap { $0.post.duties.sorted() }
            if headed.contains(unit) { duties.append(RemindersDesk.heads) }
            rights = "\(rights) OR (r.unit = \(unit) AND r.duty IN (\(each: duties)))"
        }
        return rights
    }

    func count(_ reader: Reader) throws -> Int {
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM (SELECT 1 AS one FROM reminders r \
            JOIN cases c ON c.id = r.about \
            WHERE \(Self.stands) AND (\(rights)) LIMIT \(Self.most + 1)) AS found
            """
        )
        return Int(try row?.int("n") ?? 0)
    }

    /// The newest first.
    func lines(_ reader: Reader) throws -> [RemindersPage.Line] {
        let rows = try reader.rows(
            """
            SELECT r.key AS key, r.about AS about, r.kind AS kind, r.unit AS unit, \
            r.duty AS duty, r.step AS step, r.asked AS asked, r.tries AS tries \
            FROM reminders r JOIN cases c ON c.id = r.about \
            WHERE \(Self.stands) AND (\(rights)) ORDER BY r.asked DESC, r.key \
            LIMIT \(Self.most)
            """
        )
        return try rows.compactMap { row in
            try Self.line(of: Reminder(row), official.force, reader)
        }
    }

    /// Whether the official is one of those who are told.
    func has(_ key: OpaqueID, _ reader: Reader) throws -> Bool {
        try reader.row(
            """
            SELECT 1 AS one FROM reminders r JOIN cases c ON c.id = r.about \
            WHERE r.key = \(key) AND \(Self.stands) AND (\(rights))
            """
        ) != nil
    }

    /// A reminder in words; nil where its case has ended.
    static func line(
        of reminder: Reminder,
        _ force: InForce,
        _ reader: Reader
    ) throws -> RemindersPage.Line? {
        let row = try reader.row(
            """
            SELECT number, digest, step_due FROM cases \
            WHERE id = \(reminder.about) AND ended IS NULL
            """
        )
        guard let row else { return nil }
        let number = try row.text("number")
        let service = force.version(try row.text("digest"))
        let due: Instant? = try row.find("step_due")
        return RemindersPage.Line(
            key: reminder.key.description,
            kind: reminder.kind,
            number: number,
            shownNumber: TrackingNumber.grouped(number),
            service: service.map { Site.Words($0.title) } ?? Site.Words(number),
            sentence: reminder.kind.sentence(
                DateWords.longDate(force.zone.day(reminder.asked)),
                due: due.map { DateWords.longDate(force.zone.day($0)) }
            )
        )
    }
}
