import Ledger

/// What protects the log inside the database, by migration; the same as on SQLite.
///
/// They fail the statement: the savepoint of its caller takes it back, and others go on.
enum LogGuards {
    static let all: [Migrations.Step] = [
        Migrations.Step(
            number: 1,
            statements: [
                """
                CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '% is never changed by %', TG_TABLE_NAME, TG_OP; END $$
                """,
                never("UPDATE", "events"), never("DELETE", "events"), neverEmptied("events"),
                """
                CREATE FUNCTION events_are_dense() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.seq <> coalesce((SELECT max(seq) FROM events), 0) + 1 THEN
                        RAISE EXCEPTION 'the log has no gap and no second version';
                    END IF;
                    RETURN NEW;
                END $$
                """,
                """
                CREATE TRIGGER events_dense BEFORE INSERT ON events
                FOR EACH ROW EXECUTE FUNCTION events_are_dense()
                """,
                never("DELETE", "log_head"), neverEmptied("log_head"),
                """
                CREATE FUNCTION the_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the log only grows'; END $$
                """,
                """
                CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head FOR EACH ROW
                WHEN (NEW.size < OLD.size OR NEW.one <> OLD.one)
                EXECUTE FUNCTION the_log_grows()
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
                "DROP TRIGGER events_no_update ON events",
                """
                CREATE TRIGGER events_no_update BEFORE UPDATE ON events FOR EACH ROW
                WHEN (OLD.mark IS NOT NULL OR NEW.mark IS NULL OR NEW.seq <> OLD.seq
                OR NEW.stream_id <> OLD.stream_id OR NEW.stream_kind <> OLD.stream_kind
                OR NEW.version <> OLD.version OR NEW.bytes <> OLD.bytes)
                EXECUTE FUNCTION never_changed()
                """,
                """
                CREATE FUNCTION stands_beside_its_mark() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'an event stands beside its mark'; END $$
                """,
                """
                CREATE TRIGGER events_marked BEFORE INSERT ON events FOR EACH ROW
                WHEN (NEW.mark IS NULL) EXECUTE FUNCTION stands_beside_its_mark()
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
        CREATE OR REPLACE FUNCTION the_log_has_moved() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the record has moved'; END $$
        """,
        """
        CREATE OR REPLACE TRIGGER log_head_moved BEFORE UPDATE ON log_head
        FOR EACH ROW EXECUTE FUNCTION the_log_has_moved()
        """,
    ]

    private static func never(_ verb: String, _ table: String) -> SQL {
        SQL(
            stringLiteral: """
                CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                FOR EACH ROW EXECUTE FUNCTION never_changed()
                """
        )
    }

    private static func neverEmptied(_ table: String) -> SQL {
        SQL(
            stringLiteral: """
                CREATE TRIGGER \(table)_no_truncate BEFORE TRUNCATE ON \(table)
                FOR EACH STATEMENT EXECUTE FUNCTION never_changed()
                """
        )
    }
}
