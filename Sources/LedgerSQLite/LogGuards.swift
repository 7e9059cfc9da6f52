import Ledger

/// What protects the log inside the database, by migration.
///
/// They abort the statement, never the transaction: other callers may share it.
enum LogGuards {
    static let all: [Migrations.Step] = [
        Migrations.Step(
            number: 1,
            statements: [
                never("UPDATE", "events"), never("DELETE", "events"),
                """
                CREATE TRIGGER events_dense BEFORE INSERT ON events
                WHEN NEW.seq <> coalesce((SELECT max(seq) FROM events), 0) + 1
                BEGIN SELECT RAISE(ABORT, 'the log has no gap and no second version'); END
                """,
                never("DELETE", "log_head"),
                """
                CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head
                WHEN NEW.size < OLD.size OR NEW.one <> OLD.one
                BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
                """,
                never("DELETE", "keyring"), never("UPDATE", "payloads"), never("UPDATE", "content"),
            ]
        ),
        Migrations.Step(
            number: 2,
            statements: [
                never("UPDATE", "subtrees"), never("DELETE", "subtrees"),
                never("UPDATE", "checkpoints"), never("DELETE", "checkpoints"),
            ]
        ),
        Migrations.Step(
            number: 3,
            statements: [
                // An event that has no mark yet gets one; that is all that ever changes.
                "DROP TRIGGER events_no_update",
                """
                CREATE TRIGGER events_no_update BEFORE UPDATE ON events
                WHEN OLD.mark IS NOT NULL OR NEW.mark IS NULL OR NEW.seq IS NOT OLD.seq
                OR NEW.stream_id IS NOT OLD.stream_id OR NEW.stream_kind IS NOT OLD.stream_kind
                OR NEW.version IS NOT OLD.version OR NEW.bytes IS NOT OLD.bytes
                BEGIN SELECT RAISE(ABORT, 'events is never changed by UPDATE'); END
                """,
                """
                CREATE TRIGGER events_marked BEFORE INSERT ON events WHEN NEW.mark IS NULL
                BEGIN SELECT RAISE(ABORT, 'an event stands beside its mark'); END
                """,
            ]
        ),
        Migrations.Step(
            number: 4,
            statements: [never("UPDATE", "installation"), never("DELETE", "installation")]
        ),
    ]

    /// A log that has moved stays as it was.
    static let shutting: [SQL] = [
        """
        CREATE TRIGGER IF NOT EXISTS log_head_moved BEFORE UPDATE ON log_head
        BEGIN SELECT RAISE(ABORT, 'the record has moved'); END
        """
    ]

    private static func never(_ verb: String, _ table: String) -> SQL {
        SQL(
            stringLiteral: """
                CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) is never changed by \(verb)'); END
                """
        )
    }
}
