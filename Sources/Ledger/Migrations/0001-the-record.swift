extension Migrations {
    /// 0001: log, vault, views' places, operations.
    static let theRecord: [SQL] = [
        // The log.
        """
        CREATE TABLE log_head (
            one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
            size BIGINT NOT NULL,
            frontier BLOB NOT NULL,
            CHECK (size >= 0)
        )
        """,
        SQL(
            text: "INSERT INTO log_head (one, size, frontier) VALUES (1, 0, $1)",
            [.blob([])]
        ),
        """
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY,
            stream_id BLOB NOT NULL,
            stream_kind TEXT NOT NULL,
            version BIGINT NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (stream_id, stream_kind, version)
        )
        """,
        // The vault.
        """
        CREATE TABLE keyring (
            dossier BLOB NOT NULL PRIMARY KEY,
            key_id BLOB NOT NULL,
            wrapped BLOB,
            made BIGINT NOT NULL,
            erased BIGINT
        ) /* keyed */
        """,
        """
        CREATE TABLE payloads (
            id BLOB NOT NULL PRIMARY KEY,
            dossier BLOB NOT NULL,
            commitment BLOB NOT NULL,
            sealed BLOB NOT NULL,
            checksum BLOB NOT NULL
        )
        """,
        "CREATE INDEX payloads_of_dossier ON payloads (dossier)",
        """
        CREATE TABLE files (
            id BLOB NOT NULL PRIMARY KEY,
            dossier BLOB NOT NULL,
            size BIGINT NOT NULL
        ) /* keyed */
        """,
        "CREATE INDEX files_of_dossier ON files (dossier)",
        "CREATE TABLE content (digest BLOB NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)",
        // Where views stand.
        """
        CREATE TABLE view_cursors (
            name TEXT NOT NULL PRIMARY KEY,
            shape BLOB NOT NULL,
            seq BIGINT NOT NULL,
            erasures BIGINT NOT NULL,
            failed_at BIGINT
        )
        """,
        // Operations.
        """
        CREATE TABLE claims (
            key BLOB NOT NULL PRIMARY KEY,
            space TEXT NOT NULL,
            seq BIGINT NOT NULL
        ) /* keyed */
        """,
        """
        CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL) /* keyed */
        """,
        """
        CREATE TABLE commands (
            key BLOB NOT NULL PRIMARY KEY,
            content BLOB NOT NULL,
            first BIGINT NOT NULL,
            count BIGINT NOT NULL,
            stream TEXT,
            expires BIGINT,
            holder BLOB
        ) /* keyed */
        """,
        """
        CREATE TABLE outbox (
            key BLOB NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            seq BIGINT NOT NULL,
            tries BIGINT NOT NULL,
            leased_until BIGINT,
            done BIGINT
        ) /* keyed */
        """,
        "CREATE INDEX outbox_open ON outbox (seq) WHERE done IS NULL",
        """
        CREATE TABLE drafts (
            id BLOB NOT NULL PRIMARY KEY,
            dossier BLOB NOT NULL,
            sealed BLOB NOT NULL,
            resume BLOB,
            resume_sealed BLOB,
            expires BIGINT NOT NULL
        )
        """,
        "CREATE UNIQUE INDEX drafts_resume ON drafts (resume)",
        "CREATE INDEX drafts_expires ON drafts (expires)",
        """
        CREATE TABLE throttles (
            key BLOB NOT NULL PRIMARY KEY,
            tries BIGINT NOT NULL,
            since BIGINT NOT NULL,
            blocked_until BIGINT
        ) /* keyed */
        """,
    ]
}
