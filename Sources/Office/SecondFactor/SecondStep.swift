package import Ledger
package import Stories

/// What a right password leads to.
package enum LogInOutcome: Sendable {
    case inside(SessionSecret)

    /// The code from the phone is still to come.
    case needsCode(SessionSecret)

    /// It is required, and not set up yet.
    case mustSetUp(SessionSecret)
}

/// A log-in between its two steps.
package struct HalfSession: Hashable, Sendable {
    package let official: OpaqueID

    /// Whether there is a phone whose code can be asked for.
    package let hasSecondFactor: Bool

    package init(official: OpaqueID, hasSecondFactor: Bool) {
        self.official = official
        self.hasSecondFactor = hasSecondFactor
    }
}

extension SecondFactorDesk {
    /// Compares name and password, and opens a session or the second step.
    ///
    /// `isRequired` says whether somebody with these posts has to have one.
    package func begin(
        _ name: String,
        _ password: String,
        at now: Instant,
        isRequired: @Sendable @escaping (OpaqueID, Reader) throws -> Bool
    ) async throws -> LogInOutcome {
        // The session is not handed out before it is known that no second step is due.
        let secret = try await logIn.logIn(name, password, at: now)
        let (logIn, keys) = (logIn, keys)
        let found = try await store.read { reader -> (OpaqueID, Bool, Bool)? in
            guard let id = try logIn.official(of: secret, at: now, reader)?.official
            else { return nil }
            let row = try reader.row(
                """
                SELECT official FROM second_factors \
                WHERE official = \(id) AND confirmed = \(1)
                """
            )
            return (id, row != nil, try isRequired(id, reader))
        }
        guard let (id, isSet, isRequired) = found else { throw OfficeRefusal.wrongPassword }
        guard isSet || isRequired else { return .inside(secret) }
        let half = SessionSecret(high: draw.id(), low: draw.id())
        try await logIn.logOut(secret)
        try await store.operate([
            "DELETE FROM half_sessions WHERE started < \(now.milliseconds - Self.halfMilliseconds)",
            """
            INSERT INTO half_sessions (mark, official, started) \
            VALUES (\(Self.mark(half, keys)), \(id), \(now.milliseconds))
            """,
        ])
        return isSet ? .needsCode(half) : .mustSetUp(half)
    }

    /// Who stands between the two steps; nil where the time for it is over.
    package func half(
        _ secret: SessionSecret,
        at now: Instant,
        _ reader: Reader
    ) throws -> HalfSession? {
        let row = try reader.row(
            """
            SELECT h.official AS official, s.official AS second FROM half_sessions h \
            JOIN officials o ON o.id = h.official AND o.active = \(1) \
            LEFT JOIN second_factors s ON s.official = h.official AND s.confirmed = \(1) \
            WHERE h.mark = \(Self.mark(secret, keys)) \
            AND h.started > \(now.milliseconds - Self.halfMilliseconds)
            """
        )
        guard let row else { return nil }
        let second: [UInt8]? = try row.find("second")
        return HalfSession(official: try row.id("official"), hasSecondFactor: second != nil)
    }

    /// Compares the code from the phone, or uses up a recovery code; opens the session.
    package func finish(
        _ half: SessionSecret,
        _ typed: String,
        at now: Instant
    ) async throws -> SessionSecret {
        let found = try await store.read { reader in try self.half(half, at: now, reader) }
        guard let id = found?.official else { throw OfficeRefusal.wrongPassword }
        try await requireTries(id, at: now)
        let place = try await place(of: id)
        let kept = try await store.read { reader in try self.kept(id, at: place, reader) }
        guard let kept, kept.isConfirmed else { throw OfficeRefusal.codeNotRight }
        if let step = kept.secret.step(of: typed, at: now, after: kept.lastStep) {
            // Of two that come with one code at once, one is refused here.
            let used = try await store.operate([
                """
                UPDATE second_factors SET last_step = \(step) WHERE official = \(id) \
                AND (last_step IS NULL OR last_step < \(step)) RETURNING official
                """
            ])
            guard !used.joined().isEmpty else { throw OfficeRefusal.codeNotRight }
        } else {
            guard let code = ActivationCode(typed: typed) else {
                throw OfficeRefusal.codeNotRight
            }
            let used = try await store.operate([
                """
                DELETE FROM recovery_codes WHERE mark = \(mark(code.text, of: id)) \
                AND official = \(id) RETURNING official
                """
            ])
            guard !used.joined().isEmpty else { throw OfficeRefusal.codeNotRight }
        }
        try await throttles.clear("second-factor", id.bytes)
        return try await enter(half, id, at: now)
    }

    /// Opens the session of somebody who has just set it up.
    package func enter(
        _ half: SessionSecret,
        _ id: OpaqueID,
        at now: Instant
    ) async throws -> SessionSecret {
        let ended = try await store.operate([
            """
            DELETE FROM half_sessions WHERE mark = \(Self.mark(half, keys)) \
            AND official = \(id) RETURNING official
            """
        ])
        guard !ended.joined().isEmpty else { throw OfficeRefusal.wrongPassword }
        return try await logIn.open(id, at: now)
    }

    /// Password and code together are a full log-in: at a shared desk the official may change back
    /// by PIN that day, to sessions that sign and publish nothing.
    package func noteFullLogIn(
        _ secret: SessionSecret,
        on device: String,
        _ day: Day
    ) async throws {
        try await logIn.noteFullLogIn(secret, on: device, day)
    }

    private static func mark(_ secret: SessionSecret, _ keys: Keys) -> [UInt8] {
        Array(keys.mark("half-session", secret.bytes).prefix(16))
    }
}

extension LogInDesk {
    /// Opens a session for somebody who has shown who they are.
    func open(_ official: OpaqueID, at now: Instant) async throws -> SessionSecret {
        let secret = SessionSecret(high: draw.id(), low: draw.id())
        let clock = now.milliseconds
        try await store.operate([
            """
            INSERT INTO sessions (mark, official, started, seen) \
            VALUES (\(mark(secret)), \(official), \(clock), \(clock))
            """
        ])
        return secret
    }
}
