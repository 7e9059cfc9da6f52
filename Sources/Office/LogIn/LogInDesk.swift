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
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS credentials (official BLOB PRIMARY KEY, hash TEXT NOT NULL, \
        failures BIGINT NOT NULL, next_try BIGINT NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS sessions (mark BLOB PRIMARY KEY, official BLOB NOT NULL, \
        started BIGINT NOT NULL, seen BIGINT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS sessions_by_official ON sessions (official)",
    ]

    /// A session ends after 30 quiet minutes, or 12 hours after it began.
    static let quietMilliseconds: Int64 = 30 * 60_000
    static let longestMilliseconds: Int64 = 12 * 3_600_000

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
            ON CONFLICT (official) DO UPDATE SET hash = excluded.hash, failures = 0, next_try = 0
            """,
            "DELETE FROM sessions WHERE official = \(official)",
        ])
    }

    /// Compares name and password, and opens a session.
    ///
    /// An unknown name takes as long and is answered as a wrong password.
    /// - Returns: the session's secret, for the cookie; only its mark is kept.
    package func logIn(
        _ name: String,
        _ password: String,
        at now: Instant
    ) async throws -> SessionSecret {
        let account = try await account(name)
        try Self.requireNoWait(of: account, at: now)
        if try await !countTry(on: account, at: now), account != nil {
            // Tries side by side used up the free ones since it was read.
            try Self.requireNoWait(of: try await self.account(name), at: now)
            throw OfficeRefusal.wrongPassword
        }
        guard try await hasher.compare(password, with: account?.hash), let account
        else { throw OfficeRefusal.wrongPassword }
        let secret = SessionSecret(high: draw.id(), low: draw.id())
        let clock = now.milliseconds
        try await store.operate([
            "UPDATE credentials SET failures = 0, next_try = 0 WHERE official = \(account.id)",
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
        let failures: Int64
        let nextTry: Instant
    }

    private static func requireNoWait(of account: Account?, at now: Instant) throws(OfficeRefusal) {
        guard let account, account.nextTry > now else { return }
        throw .waitAfterFailures(seconds: account.nextTry.seconds(since: now) + 1)
    }

    private func account(_ name: String) async throws -> Account? {
        guard let name = LogInName(name) else { return nil }
        let mark = OfficialsView.mark(name, keys)
        return try await store.read { reader -> Account? in
            let row = try reader.row(
                """
                SELECT o.id AS id, c.hash AS hash, c.failures AS failures, c.next_try AS next_try \
                FROM officials o JOIN credentials c ON c.official = o.id \
                WHERE o.mark = \(mark) AND o.active = \(1)
                """
            )
            guard let row else { return nil }
            return Account(
                id: try row.id("id"),
                hash: PasswordHash(encoded: try row.text("hash")),
                failures: try row.int("failures"),
                nextTry: Instant(milliseconds: try row.int("next_try"))
            )
        }
    }

    /// Counts a try before the password is compared: a right one is forgiven afterwards.
    ///
    /// Counted, and its wait set, in one statement, so that of many tries side by side none gets
    /// around the wait. An unknown name writes as well, to take as long.
    /// - Returns: whether it may go on; not where tries beside it used up the free ones.
    private func countTry(on account: Account?, at now: Instant) async throws -> Bool {
        let clock = now.milliseconds
        let answers = try await store.operate([
            SQL(
                text: """
                    UPDATE credentials SET failures = failures + 1, next_try = $1 + \(Self.waits) \
                    WHERE official = $2 AND next_try <= $1 RETURNING failures
                    """,
                [.int(clock), (account?.id ?? draw.id()).sqlValue]
            )
        ])
        return answers.first?.isEmpty == false
    }

    /// The wait after one more failure, in milliseconds, as the database works it out.
    private static let waits: String = {
        let steps = (Int64(4)...12).map { "WHEN \($0) THEN \(wait(afterFailures: $0) * 1000)" }
        return "CASE failures + 1 WHEN 1 THEN 0 WHEN 2 THEN 0 WHEN 3 THEN 0 "
            + steps.joined(separator: " ") + " ELSE \(wait(afterFailures: 13) * 1000) END"
    }()

    private func mark(_ secret: SessionSecret) -> [UInt8] {
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
