package import Ledger
package import Stories

/// What offices are reminded of: put on their list once, read once, sent by e-mail at most once.
package struct RemindersDesk: Sendable {
    package let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// The tables of the class *operations* of this part.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS reminders (key BLOB PRIMARY KEY, about BLOB NOT NULL, \
        kind TEXT NOT NULL, unit TEXT NOT NULL, duty TEXT NOT NULL, step TEXT NOT NULL, \
        asked BIGINT NOT NULL, mail TEXT NOT NULL, tries BIGINT NOT NULL, \
        next BIGINT NOT NULL, leased_until BIGINT, seen BIGINT, seen_by BLOB, \
        UNIQUE (about, kind, unit, duty, step))
        """,
        """
        CREATE INDEX IF NOT EXISTS reminders_unseen ON reminders (unit, duty, asked, key) \
        WHERE seen IS NULL
        """,
        "CREATE INDEX IF NOT EXISTS reminders_mail ON reminders (next) WHERE mail = 'menunggu'",
    ]

    /// In the place of a duty where those are told who head the unit.
    package static let heads = ""

    private static let columns: SQL = "key, about, kind, unit, duty, step, asked, tries"

    /// Puts an effect on the list, and marks it as sorted: one commit.
    func put(
        _ effect: Outbox.Leased,
        _ kind: Reminder.Kind,
        about: OpaqueID,
        for addressee: Addressee,
        mail: Reminder.Mail,
        at now: Instant
    ) async throws {
        try await store.operate([
            """
            INSERT INTO reminders (key, about, kind, unit, duty, step, asked, mail, tries, next) \
            VALUES (\(effect.effect.key), \(about), \(kind.rawValue), \(addressee.unit), \
            \(addressee.duty?.text ?? Self.heads), \(addressee.step), \(addressee.asked), \
            \(mail.rawValue), \(0), \(now)) ON CONFLICT DO NOTHING
            """,
            "UPDATE outbox SET done = \(now) WHERE key = \(effect.effect.key) AND done IS NULL",
        ])
    }

    /// Claims the next e-mail that is due; nobody else gets it until `until`.
    func lease(at now: Instant, until: Instant) async throws -> Reminder? {
        let answers = try await store.operate([
            """
            UPDATE reminders SET leased_until = \(until), tries = tries + 1 WHERE key IN (\
            SELECT key FROM reminders WHERE mail = 'menunggu' AND next <= \(now) \
            AND (leased_until IS NULL OR leased_until <= \(now)) ORDER BY next, key LIMIT 1) \
            RETURNING \(Self.columns)
            """
        ])
        return try answers.joined().first.map(Reminder.init)
    }

    /// Marks what became of an e-mail, once, and by nobody whose claim somebody else has now.
    func mark(_ claimed: Reminder, _ mail: Reminder.Mail) async throws {
        try await store.operate([
            """
            UPDATE reminders SET mail = \(mail.rawValue), leased_until = NULL \
            WHERE \(held(claimed))
            """
        ])
    }

    func postpone(_ claimed: Reminder, until: Instant) async throws {
        try await store.operate([
            "UPDATE reminders SET next = \(until), leased_until = NULL WHERE \(held(claimed))"
        ])
    }

    /// The row of a reminder, as long as nobody has claimed it again: the number of tries is the
    /// claim's term.
    private func held(_ reminder: Reminder) -> SQL {
        "key = \(reminder.key) AND tries = \(reminder.tries) AND mail = 'menunggu'"
    }

    /// Takes a reminder off the list, once.
    /// - Returns: false where somebody else did so before.
    package func see(_ key: OpaqueID, by official: OpaqueID, at now: Instant) async throws -> Bool {
        let answers = try await store.operate([
            """
            UPDATE reminders SET seen = \(now), seen_by = \(official) \
            WHERE key = \(key) AND seen IS NULL RETURNING key
            """
        ])
        return !answers.joined().isEmpty
    }

    /// Forgets what is long over.
    func sweep(before moment: Instant) async throws {
        try await store.operate(["DELETE FROM reminders WHERE asked < \(moment)"])
    }
}

extension Reminder {
    /// From a row that has all its columns.
    package init(_ row: RecordRow) throws {
        key = try row.id("key")
        about = try row.id("about")
        kind = Kind(rawValue: try row.text("kind")) ?? .due
        unit = try row.get("unit")
        let named = try row.text("duty")
        duty = named == RemindersDesk.heads ? nil : Code(named)
        step = try row.get("step")
        asked = try row.get("asked")
        tries = try row.int("tries")
    }
}
