package import Ledger
package import Stories

/// The code from the phone that is asked for after the password.
///
/// The secret is sealed in the official's dossier; of recovery codes only keyed marks are kept.
package struct SecondFactorDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let logIn: LogInDesk
    let officials: OfficialsDesk
    let throttles: Throttles
    let draw: Draw

    package init(
        store: RecordStore,
        keys: Keys,
        logIn: LogInDesk,
        officials: OfficialsDesk,
        draw: Draw = .random
    ) {
        self.store = store
        self.keys = keys
        self.logIn = logIn
        self.officials = officials
        self.draw = draw
        throttles = Throttles(store)
    }

    /// The tables of the class *operations* that this desk needs.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS second_factors (official BLOB PRIMARY KEY, \
        secret BLOB NOT NULL, seed BLOB NOT NULL, confirmed BIGINT NOT NULL, \
        since BIGINT NOT NULL, last_step BIGINT)
        """,
        """
        CREATE TABLE IF NOT EXISTS recovery_codes (mark BLOB PRIMARY KEY, \
        official BLOB NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS half_sessions (mark BLOB PRIMARY KEY, \
        official BLOB NOT NULL, started BIGINT NOT NULL)
        """,
    ]

    /// How long the second step may take.
    static let halfMilliseconds: Int64 = 15 * 60_000

    /// How long after the set-up its owner can look at the recovery codes.
    package static let shownSeconds: Int64 = 900

    package static let recoveryCount = 10

    // MARK: - Setting up

    /// The secret that an official is about to set up; the same until it is confirmed.
    package func prepare(_ id: OpaqueID, at now: Instant) async throws -> OneTimeSecret {
        let place = try await place(of: id)
        let kept = try await store.read { reader in
            try self.kept(id, at: place, reader)
        }
        if let kept, !kept.isConfirmed { return kept.secret }
        guard kept == nil else { throw OfficeRefusal.alreadyKnown }
        let secret = OneTimeSecret(draw)
        let sealed = try await store.sealedRow(secret.bytes, at: place, on: now)
        try await store.operate([
            """
            INSERT INTO second_factors (official, secret, seed, confirmed, since) \
            SELECT \(id), \(sealed), \(draw.id().bytes), \(0), \(now) WHERE \(place.isLiving) \
            ON CONFLICT (official) DO NOTHING
            """
        ])
        let after = try await store.read { reader in try self.kept(id, at: place, reader) }
        // Erased meanwhile, there is nobody to set it up for.
        guard let after else { throw OfficeRefusal.unknownOfficial }
        return after.secret
    }

    /// Switches the second step on, once the phone has shown that it has the secret.
    package func confirm(
        _ id: OpaqueID,
        _ typed: String,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        let now = circumstances.now
        try await requireTries(id, at: now)
        let place = try await place(of: id)
        let kept = try await store.read { reader in try self.kept(id, at: place, reader) }
        guard let kept, !kept.isConfirmed,
            let step = kept.secret.step(of: typed, at: now, after: nil)
        else { throw OfficeRefusal.codeNotRight }
        var operations: [SQL] = [
            """
            UPDATE second_factors SET confirmed = \(1), since = \(now), last_step = \(step) \
            WHERE official = \(id)
            """,
            "DELETE FROM recovery_codes WHERE official = \(id)",
        ]
        operations += codes(of: id, seed: kept.seed).map { code in
            "INSERT INTO recovery_codes (mark, official) VALUES (\(mark(code, of: id)), \(id))"
        }
        try await officials.handle(
            [.setSecondFactor],
            on: id,
            seen: nil,
            circumstances,
            operations: operations
        )
        try await throttles.clear("second-factor", id.bytes)
    }

    /// The recovery codes, for a quarter of an hour after the set-up.
    package func recoveryCodes(
        of id: OpaqueID,
        at now: Instant,
        _ reader: Reader
    ) throws -> [String]? {
        let since = now.adding(seconds: -Self.shownSeconds)
        let row = try reader.row(
            """
            SELECT seed FROM second_factors WHERE official = \(id) AND confirmed = \(1) \
            AND since > \(since)
            """
        )
        return try row.map { codes(of: id, seed: try $0.blob("seed")) }
    }

    /// Takes the second step away from somebody whose phone is lost: a fact with who did it.
    package func clear(
        _ id: OpaqueID,
        seen: Version?,
        _ circumstances: OfficialsDesk.Circumstances
    ) async throws {
        guard circumstances.by.id != id else { throw OfficeRefusal.notYourOwn }
        try await officials.handle(
            [.clearSecondFactor],
            on: id,
            seen: seen,
            circumstances,
            operations: [
                "DELETE FROM second_factors WHERE official = \(id)",
                "DELETE FROM recovery_codes WHERE official = \(id)",
                "DELETE FROM sessions WHERE official = \(id)",
                "DELETE FROM half_sessions WHERE official = \(id)",
            ]
        )
    }

    // MARK: - What is kept

    struct Kept: Sendable {
        let secret: OneTimeSecret
        let seed: [UInt8]
        let isConfirmed: Bool
        let lastStep: Int64?
    }

    func kept(_ id: OpaqueID, at place: SealedPlace, _ reader: Reader) throws -> Kept? {
        let row = try reader.row(
            "SELECT secret, seed, confirmed, last_step FROM second_factors WHERE official = \(id)"
        )
        guard let row, let bytes = try reader.openRow(try row.blob("secret"), at: place)
        else { return nil }
        return Kept(
            secret: OneTimeSecret(bytes: bytes),
            seed: try row.blob("seed"),
            isConfirmed: try row.int("confirmed") == 1,
            lastStep: try row.find("last_step")
        )
    }

    func place(of id: OpaqueID) async throws -> SealedPlace {
        let dossier = try await store.read { reader in
            try reader.row("SELECT dossier FROM officials WHERE id = \(id)")?.id("dossier")
        }
        guard let dossier else { throw OfficeRefusal.unknownOfficial }
        return SealedPlace(DossierID(dossier), "second_factors.secret", row: id)
    }

    func requireTries(_ id: OpaqueID, at now: Instant) async throws {
        if let until = try await throttles.attempt("second-factor", id.bytes, at: now) {
            throw OfficeRefusal.waitAfterFailures(seconds: until.seconds(since: now))
        }
    }

    /// Ten codes of ten letters and digits, worked out from the seed.
    private func codes(of id: OpaqueID, seed: [UInt8]) -> [String] {
        (0..<Self.recoveryCount).map { number in
            let mark = keys.mark("recovery-code", id.bytes + seed + [UInt8(number)])
            return ActivationCode(mark: mark).text
        }
    }

    func mark(_ code: String, of id: OpaqueID) -> [UInt8] {
        Array(keys.mark("recovery", id.bytes + Array(code.utf8)).prefix(16))
    }
}
