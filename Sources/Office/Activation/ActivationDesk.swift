package import Ledger
package import Stories

/// Gives officials a way in on paper, because they do not read e-mail.
///
/// The record keeps a keyed mark of each code. The code itself is worked out again from the key,
/// for an hour and for its issuer alone, so that a jammed printer costs no second slip.
package struct ActivationDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let officials: OfficialsDesk
    let hasher: PasswordHasher
    let throttles: Throttles
    let draw: Draw

    package init(
        store: RecordStore,
        keys: Keys,
        officials: OfficialsDesk,
        hasher: PasswordHasher = PasswordHasher(),
        draw: Draw = .random
    ) {
        self.store = store
        self.keys = keys
        self.officials = officials
        self.hasher = hasher
        self.draw = draw
        throttles = Throttles(store)
    }

    /// The tables of the class *operations* that this desk needs.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS activations (official BLOB PRIMARY KEY, \
        mark BLOB NOT NULL UNIQUE, seed BLOB NOT NULL, issuer BLOB NOT NULL, \
        issued BIGINT NOT NULL, expires BIGINT NOT NULL)
        """
    ]

    package static let lastingDays: Int64 = 14

    /// How long its issuer can print a slip again.
    package static let printableSeconds: Int64 = 3600

    /// Voids the password, the sessions and any earlier slip, and issues a new one.
    package func issue(
        to id: OpaqueID,
        seen: Version? = nil,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        let until = circumstances.now.adding(seconds: Self.lastingDays * 86_400)
        try await officials.handle(
            [.invite(until: until)],
            on: id,
            seen: seen,
            circumstances,
            operations: issuing(to: id, until: until, circumstances)
        )
    }

    /// The statements that go with the fact of a slip.
    package func issuing(
        to id: OpaqueID,
        until: Instant,
        _ circumstances: OfficialsDesk.Circumstances
    ) -> [SQL] {
        let seed = draw.id().bytes
        let mark = mark(code(of: id, seed: seed))
        return [
            "DELETE FROM activations WHERE official = \(id)",
            """
            INSERT INTO activations (official, mark, seed, issuer, issued, expires) VALUES \
            (\(id), \(mark), \(seed), \(circumstances.by.id), \(circumstances.now), \(until))
            """,
        ] + Self.closing(id)
    }

    /// What ends every way in that an official has.
    package static func closing(_ id: OpaqueID) -> [SQL] {
        [
            "DELETE FROM credentials WHERE official = \(id)",
            "DELETE FROM sessions WHERE official = \(id)",
            "DELETE FROM half_sessions WHERE official = \(id)",
        ]
    }

    /// The slips that somebody issued within the hour, of those officials.
    package func printable(
        _ ids: [OpaqueID],
        for issuer: OpaqueID,
        at now: Instant,
        _ reader: Reader
    ) throws -> [IssuedSlip] {
        let since = now.adding(seconds: -Self.printableSeconds)
        var slips: [IssuedSlip] = []
        for id in ids {
            let row = try reader.row(
                """
                SELECT seed, expires FROM activations WHERE official = \(id) \
                AND issuer = \(issuer) AND issued > \(since)
                """
            )
            guard let row else { continue }
            slips.append(
                IssuedSlip(
                    official: id,
                    code: code(of: id, seed: try row.blob("seed")),
                    until: try row.get("expires")
                )
            )
        }
        return slips
    }

    /// Sets the password that an official chose with the code of the slip; the code is used up.
    ///
    /// `sender` is whose tries are counted.
    package func redeem(
        _ typed: String,
        password: String,
        sender: String,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        let now = circumstances.now
        if let until = try await throttles.attempt("activation", Array(sender.utf8), at: now) {
            throw OfficeRefusal.waitAfterFailures(seconds: until.seconds(since: now))
        }
        guard let code = ActivationCode(typed: typed) else {
            throw OfficeRefusal.activationUnknown
        }
        let mark = mark(code)
        let found = try await store.read { reader -> (OpaqueID, [String])? in
            let row = try reader.row(
                """
                SELECT a.official AS official FROM activations a \
                JOIN officials o ON o.id = a.official \
                WHERE a.mark = \(mark) AND a.expires > \(now) AND o.active = \(1)
                """
            )
            guard let id = try row?.id("official"),
                let line = try officials.dossier(of: id, reader)?.line.official
            else { return nil }
            return (id, [line.logIn, line.name, line.nip?.digits ?? ""])
        }
        guard let (id, own) = found else { throw OfficeRefusal.activationUnknown }
        try PasswordRules.check(password, own: own + [code.text])
        let hash = try await hasher.hash(password, salt: draw.id().bytes)
        try await officials.handle(
            [.activate],
            on: id,
            seen: nil,
            OfficialsDesk.Circumstances(now: now, by: Actor(id), map: circumstances.map),
            operations: [
                "DELETE FROM activations WHERE official = \(id)",
                """
                INSERT INTO credentials (official, hash, failures, next_try) \
                VALUES (\(id), \(hash.encoded), \(0), \(0)) \
                ON CONFLICT (official) DO UPDATE SET hash = excluded.hash
                """,
                """
                DELETE FROM log_in_tries \
                WHERE mark IN (SELECT mark FROM officials WHERE id = \(id))
                """,
            ]
        )
        try await throttles.clear("activation", Array(sender.utf8))
    }

    private func code(of id: OpaqueID, seed: [UInt8]) -> ActivationCode {
        ActivationCode(mark: keys.mark("activation-code", id.bytes + seed))
    }

    private func mark(_ code: ActivationCode) -> [UInt8] {
        Array(keys.mark("activation", Array(code.text.utf8)).prefix(16))
    }
}
