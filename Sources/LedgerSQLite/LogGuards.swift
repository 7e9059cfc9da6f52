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
