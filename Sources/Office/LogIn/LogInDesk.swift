package import Ledger
package import Stories

/// Lets officials in and out: passwords, delays after failures, sessions.
///
/// Credentials and sessions are operations, not history: they are gone when they end.
package struct LogInDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let hasher: PasswordHasher
    let draw: Draw

    package init(
        store: RecordStore,
        keys: Keys,
        hasher: PasswordHasher = PasswordHasher(),
        draw: Draw = .random
    ) {
        self.store = store
        self.keys = keys
        self.hasher = hasher
        self.draw = draw
    }

    /// The tables of the class *operations* that this desk needs.
    package static let tables =
        [
            // Failures are counted in `log_in_tries`; older records have the columns, so they stay.
            """
            CREATE TABLE IF NOT EXISTS credentials (official BLOB PRIMARY KEY, hash TEXT NOT NULL, \
            failures BIGINT NOT NULL, next_try BIGINT NOT NULL)
            """,
            """
            CREATE TABLE IF NOT EXISTS sessions (mark BLOB PRIMARY KEY, official BLOB NOT NULL, \
            started BIGINT NOT NULL, seen BIGINT NOT NULL)
            """,
            "CREATE INDEX IF NOT EXISTS sessions_by_official ON sessions (official)",
            """
            CREATE TABLE IF NOT EXISTS log_in_tries (mark BLOB PRIMARY KEY, \
            failures BIGINT NOT NULL, next_try BIGINT NOT NULL)
            """,
            "CREATE INDEX IF NOT EXISTS log_in_tries_by_time ON log_in_tries (next_try)",
        ] + tablesOfDesks

    /// A session ends after 30 quiet minutes, or 12 hours after it began.
    static let quietMilliseconds: Int64 = 30 * 60_000
    static let longestMilliseconds: Int64 = 12 * 3_600_000

    /// Failures are forgotten a day after the last wait was over.
    static let forgottenMilliseconds: Int64 = 24 * 3_600_000

    /// The first failures cost nothing; from the fourth on each doubles the wait, up to an hour.
    package static func wait(afterFailures failures: Int64) -> Int64 {
        failures < 4 ? 0 : min(3600, 15 << min(failures - 4, 10))
    }

    /// Sets a password; every session of the official ends.
    package func setPassword(_ password: String, of official: OpaqueID) async throws {
        guard password.count >= 10 else { throw OfficeRefusal.passwordTooShort }
        let hash = try await hasher.hash(password, salt: draw.id().bytes)
        try await store.operate([
            """
            INSERT INTO credentials (official, hash, failures, next_try) \
            VALUES (\(official), \(hash.encoded), \(0), \(0)) \
            ON CONFLICT (official) DO UPDATE SET hash = excluded.hash
            """,
            """
            DELETE FROM log_in_tries \
            WHERE mark IN (SELECT mark FROM officials WHERE id = \(official))
            """,
            "DELETE FROM sessions WHERE official = \(official)",
            "DELETE FROM desk_pins WHERE official = \(official)",
        ])
    }

    /// Compares name and password, and opens a session.
    ///
    /// An unknown name takes as long, is answered as a wrong password and waits after failures
    /// like one that there is: nothing shows whose names exist.
    /// - Returns: the session's secret, for the cookie; only its mark is kept.
    package func logIn(
        _ name: String,
        _ password: String,
        at now: Instant
    ) async throws -> SessionSecret {
        let typed = tryMark(name)
        try await requireNoWait(typed, at: now)
        guard try await countTry(typed, at: now) else {
            // Tries side by side used up the free ones since it was read.
            try await requireNoWait(typed, at: now)
            throw OfficeRefusal.wrongPassword
        }
        let account = try await account(name)
        guard try await hasher.compare(password, with: account?.hash), let account
        else { throw OfficeRefusal.wrongPassword }
        let secret = SessionSecret(high: draw.id(), low: draw.id())
        let clock = now.milliseconds
        try await store.operate([
            "DELETE FROM log_in_tries WHERE mark = \(typed)",
            "DELETE FROM sessions WHERE started < \(clock - Self.longestMilliseconds)",
            """
            INSERT INTO sessions (mark, official, started, seen) \
            VALUES (\(mark(secret)), \(account.id), \(clock), \(clock))
            """,
        ])
        return secret
    }

    /// Ends a session on the server; the cookie is worth nothing from then on.
    package func logOut(_ secret: SessionSecret) async throws {
        try await store.operate(["DELETE FROM sessions WHERE mark = \(mark(secret))"])
    }

    /// Who a session belongs to, read in the request's own query.
    package func official(
        of secret: SessionSecret,
        at now: Instant,
        _ reader: Reader
    ) throws(StoreError) -> OpenSession? {
        let clock = now.milliseconds
        let row = try reader.row(
            """
            SELECT s.official AS official, s.seen AS seen FROM sessions s \
            JOIN officials o ON o.id = s.official \
            WHERE s.mark = \(mark(secret)) AND o.active = \(1) \
            AND s.seen > \(clock - Self.quietMilliseconds) \
            AND s.started > \(clock - Self.longestMilliseconds)
            """
        )
        guard let row else { return nil }
        return OpenSession(
            official: try row.id("official"),
            isDueForTouch: clock - (try row.int("seen")) > 60_000
        )
    }

    /// Keeps a session alive; called at most once a minute.
    package func touch(_ secret: SessionSecret, at now: Instant) async throws {
        try await store.operate([
            "UPDATE sessions SET seen = \(now.milliseconds) WHERE mark = \(mark(secret))"
        ])
    }

    private struct Account: Sendable {
        let id: OpaqueID
        let hash: PasswordHash
    }

    /// What tries on a typed name are counted under: the mark of a log-in name, whether or not it
    /// is anybody's, and one like it for what could be none.
    private func tryMark(_ name: String) -> [UInt8] {
        if let name = LogInName(name) { return OfficialsView.mark(name, keys) }
        return Array(keys.mark("login-typed", Array(name.lowercased().utf8)).prefix(16))
    }

    private func requireNoWait(_ mark: [UInt8], at now: Instant) async throws {
        let next = try await store.read { reader in
            try reader.row("SELECT next_try FROM log_in_tries WHERE mark = \(mark)")?.int(
                "next_try"
            )
        }
        guard let next, next > now.milliseconds else { return }
        let end = Instant(milliseconds: next)
        throw OfficeRefusal.waitAfterFailures(seconds: end.seconds(since: now) + 1)
    }

    private func account(_ name: String) async throws -> Account? {
        guard let name = LogInName(name) else { return nil }
        let mark = OfficialsView.mark(name, keys)
        return try await store.read { reader -> Account? in
            let row = try reader.row(
                """
                SELECT o.id AS id, c.hash AS hash FROM officials o \
                JOIN credentials c ON c.official = o.id \
                WHERE o.mark = \(mark) AND o.active = \(1)
                """
            )
            guard let row else { return nil }
            return Account(
                id: try row.id("id"),
                hash: PasswordHash(encoded: try row.text("hash"))
            )
        }
    }

    /// Counts a try before the password is compared: a right one is forgiven afterwards.
    ///
    /// Counted, and its wait set, in one statement, so that of many tries side by side none gets
    /// around the wait.
    /// - Returns: whether it may go on; not where tries beside it used up the free ones.
    private func countTry(_ mark: [UInt8], at now: Instant) async throws -> Bool {
        let clock = now.milliseconds
        let answers = try await store.operate([
            "DELETE FROM log_in_tries WHERE next_try < \(clock - Self.forgottenMilliseconds)",
            SQL(
                text: """
                    INSERT INTO log_in_tries (next_try, failures, mark) VALUES ($1, 1, $2) \
                    ON CONFLICT (mark) DO UPDATE SET failures = log_in_tries.failures + 1, \
                    next_try = $1 + \(Self.waits) \
                    WHERE log_in_tries.next_try <= $1 RETURNING failures
                    """,
                [.int(clock), mark.sqlValue]
            ),
        ])
        return answers.last?.isEmpty == false
    }

    /// The wait after one more failure, in milliseconds, as the database works it out.
    private static let waits: String = {
        let steps = (Int64(4)...12).map { "WHEN \($0) THEN \(wait(afterFailures: $0) * 1000)" }
        return "CASE log_in_tries.failures + 1 WHEN 1 THEN 0 WHEN 2 THEN 0 WHEN 3 THEN 0 "
            + steps.joined(separator: " ") + " ELSE \(wait(afterFailures: 13) * 1000) END"
    }()

    func mark(_ secret: SessionSecret) -> [UInt8] {
        Array(keys.mark("session", secret.bytes).prefix(16))
    }
}

/// The 256 random bits of a session, as its cookie holds them.
package struct SessionSecret: Hashable, Sendable {
    let bytes: [UInt8]

    init(high: OpaqueID, low: OpaqueID) { bytes = high.bytes + low.bytes }

    /// Reads the cookie's 64 hexadecimal digits.
    package init?(cookie: String) {
        guard cookie.utf8.count == 64, let bytes = Stories.bytes(hexadecimal: cookie)
        else { return nil }
        self.bytes = bytes
    }

    package var cookie: String { hexadecimal(bytes) }
}

/// A session that is open now.
package struct OpenSession: Hashable, Sendable {
    package let official: OpaqueID

    /// Whether more than a minute has passed since it was last noted as alive.
    package let isDueForTouch: Bool
}
