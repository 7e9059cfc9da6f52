CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints is never changed by DELETE'); END;
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints is never changed by UPDATE'); END;
CREATE TRIGGER content_no_update BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content is never changed by UPDATE'); END;
CREATE TRIGGER events_dense BEFORE INSERT ON events
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM events), 0) + 1
BEGIN SELECT RAISE(ABORT, 'the log has no gap and no second version'); END;
CREATE TRIGGER events_marked BEFORE INSERT ON events WHEN NEW.mark IS NULL
BEGIN SELECT RAISE(ABORT, 'an event stands beside its mark'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events is never changed by DELETE'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events
WHEN OLD.mark IS NOT NULL OR NEW.mark IS NULL OR NEW.seq IS NOT OLD.seq
OR NEW.stream_id IS NOT OLD.stream_id OR NEW.stream_kind IS NOT OLD.stream_kind
OR NEW.version IS NOT OLD.version OR NEW.bytes IS NOT OLD.bytes
BEGIN SELECT RAISE(ABORT, 'events is never changed by UPDATE'); END;
CREATE TRIGGER installation_no_delete BEFORE DELETE ON installation
BEGIN SELECT RAISE(ABORT, 'installation is never changed by DELETE'); END;
CREATE TRIGGER installation_no_update BEFORE UPDATE ON installation
BEGIN SELECT RAISE(ABORT, 'installation is never changed by UPDATE'); END;
CREATE TRIGGER keyring_no_delete BEFORE DELETE ON keyring
BEGIN SELECT RAISE(ABORT, 'keyring is never changed by DELETE'); END;
CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head
WHEN NEW.size < OLD.size OR NEW.one <> OLD.one
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_head_no_delete BEFORE DELETE ON log_head
BEGIN SELECT RAISE(ABORT, 'log_head is never changed by DELETE'); END;
CREATE TRIGGER payloads_no_update BEFORE UPDATE ON payloads
BEGIN SELECT RAISE(ABORT, 'payloads is never changed by UPDATE'); END;
CREATE TRIGGER subtrees_no_delete BEFORE DELETE ON subtrees
BEGIN SELECT RAISE(ABORT, 'subtrees is never changed by DELETE'); END;
CREATE TRIGGER subtrees_no_update BEFORE UPDATE ON subtrees
BEGIN SELECT RAISE(ABORT, 'subtrees is never changed by UPDATE'); END;
CREATE TABLE checkpoints (
    size BIGINT NOT NULL PRIMARY KEY,
    made BIGINT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE claims (
    key BLOB NOT NULL PRIMARY KEY,
    space TEXT NOT NULL,
    seq BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE commands (
    key BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL,
    first BIGINT NOT NULL,
    count BIGINT NOT NULL,
    stream TEXT,
    expires BIGINT,
    holder BLOB
) WITHOUT ROWID;
CREATE TABLE content (digest BLOB NOT NULL PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL) WITHOUT ROWID;
CREATE TABLE drafts (
    id BLOB NOT NULL PRIMARY KEY,
    dossier BLOB NOT NULL,
    sealed BLOB NOT NULL,
    resume BLOB,
    resume_sealed BLOB,
    expires BIGINT NOT NULL
, turn BIGINT NOT NULL DEFAULT 0);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    stream_id BLOB NOT NULL,
    stream_kind TEXT NOT NULL,
    version BIGINT NOT NULL,
    bytes BLOB NOT NULL, mark BIGINT,
    UNIQUE (stream_id, stream_kind, version)
);
CREATE TABLE files (
    id BLOB NOT NULL PRIMARY KEY,
    dossier BLOB NOT NULL,
    size BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE installation (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    root_check BLOB NOT NULL
);
CREATE TABLE keyring (
    dossier BLOB NOT NULL PRIMARY KEY,
    key_id BLOB NOT NULL,
    wrapped BLOB,
    made BIGINT NOT NULL,
    erased BIGINT
) WITHOUT ROWID;
CREATE TABLE log_head (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    size BIGINT NOT NULL,
    frontier BLOB NOT NULL,
    CHECK (size >= 0)
);
CREATE TABLE migrations (number BIGINT NOT NULL PRIMARY KEY);
CREATE TABLE outbox (
    key BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    seq BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    leased_until BIGINT,
    done BIGINT
) WITHOUT ROWID;
CREATE TABLE payloads (
    id BLOB NOT NULL PRIMARY KEY,
    dossier BLOB NOT NULL,
    commitment BLOB NOT NULL,
    sealed BLOB NOT NULL,
    checksum BLOB NOT NULL
);
CREATE TABLE subtrees (
    height BIGINT NOT NULL,
    place BIGINT NOT NULL,
    hash BLOB NOT NULL,
    marks BLOB NOT NULL,
    PRIMARY KEY (height, place)
) WITHOUT ROWID;
CREATE TABLE throttles (
    key BLOB NOT NULL PRIMARY KEY,
    tries BIGINT NOT NULL,
    since BIGINT NOT NULL,
    blocked_until BIGINT
) WITHOUT ROWID;
CREATE TABLE view_cursors (
    name TEXT NOT NULL PRIMARY KEY,
    shape BLOB NOT NULL,
    seq BIGINT NOT NULL,
    erasures BIGINT NOT NULL,
    failed_at BIGINT
);
CREATE INDEX drafts_expires ON drafts (expires);
CREATE UNIQUE INDEX drafts_resume ON drafts (resume);
CREATE INDEX files_of_dossier ON files (dossier);
CREATE INDEX keyring_erased ON keyring (erased) WHERE erased IS NOT NULL;
CREATE INDEX outbox_by_kind ON outbox (kind, seq) WHERE done IS NULL;
CREATE INDEX outbox_open ON outbox (seq) WHERE done IS NULL;
CREATE INDEX payloads_of_dossier ON payloads (dossier);
