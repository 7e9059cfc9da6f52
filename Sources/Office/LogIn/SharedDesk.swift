package import Ledger
package import Stories

// A computer that several officials share: they change by a PIN, after a full log-in that day.

extension LogInDesk {
    /// Tries before a PIN wants a full log-in.
    package static let mostPINTries = 5

    /// The tables of the class *operations* that shared desks need.
    package static let tablesOfDesks = [
        """
        CREATE TABLE IF NOT EXISTS desks (device BLOB PRIMARY KEY, unit TEXT NOT NULL, \
        official BLOB NOT NULL, since BIGINT NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS desk_people (device BLOB NOT NULL, official BLOB NOT NULL, \
        day TEXT NOT NULL, PRIMARY KEY (device, official))
        """,
        """
        CREATE TABLE IF NOT EXISTS desk_pins (official BLOB PRIMARY KEY, hash TEXT NOT NULL, \
        failures BIGINT NOT NULL)
        """,
        "CREATE TABLE IF NOT EXISTS pin_sessions (mark BLOB PRIMARY KEY)",
    ]

    /// Marks a device as a shared desk of a unit; whoever does it counts as logged in here today.
    package func share(
        _ device: String,
        as unit: Code,
        by secret: SessionSecret,
        on day: Day,
        at now: Instant
    ) async throws {
        try await store.operate([
            """
            INSERT INTO desks (device, unit, official, since) \
            SELECT \(deskMark(device)), \(unit), official, \(now) FROM sessions \
            WHERE mark = \(mark(secret)) \
            ON CONFLICT (device) DO UPDATE SET unit = excluded.unit, \
            official = excluded.official, since = excluded.since
            """
        ])
        try await noteFullLogIn(secret, on: device, day)
    }

    /// The device is nobody's shared desk any more; everybody there logs in fully from now on.
    package func unshare(_ device: String) async throws {
        try await store.operate([
            "DELETE FROM desks WHERE device = \(deskMark(device))",
            "DELETE FROM desk_people WHERE device = \(deskMark(device))",
        ])
    }

    /// Remembers who logged in fully on a shared desk; their PIN may be tried again.
    package func noteFullLogIn(
        _ secret: SessionSecret,
        on device: String,
        _ day: Day
    ) async throws {
        try await store.operate([
            """
            INSERT INTO desk_people (device, official, day) \
            SELECT d.device, s.official, \(day.description) FROM desks d \
            JOIN sessions s ON s.mark = \(mark(secret)) WHERE d.device = \(deskMark(device)) \
            ON CONFLICT (device, official) DO UPDATE SET day = excluded.day
            """,
            """
            UPDATE desk_pins SET failures = 0 \
            WHERE official IN (SELECT official FROM sessions WHERE mark = \(mark(secret)))
            """,
        ])
    }

    /// The unit whose desk a device is; nil for a device of one's own.
    package func unit(ofDesk device: String, _ reader: Reader) throws(StoreError) -> Code? {
        try reader.row("SELECT unit FROM desks WHERE device = \(deskMark(device))")?.get("unit")
    }

    /// Who may change to this desk by PIN today.
    package func people(
        atDesk device: String,
        on day: Day,
        _ reader: Reader
    ) throws(StoreError) -> [OpaqueID] {
        var people: [OpaqueID] = []
        let rows = try reader.rows(
            """
            SELECT p.official AS official FROM desk_people p \
            JOIN desks d ON d.device = p.device JOIN desk_pins n ON n.official = p.official \
            JOIN officials o ON o.id = p.official \
            WHERE p.device = \(deskMark(device)) AND p.day = \(day.description) AND o.active = \(1)
            """
        )
        for row in rows { people.append(try row.id("official")) }
        return people
    }

    package func hasPIN(_ official: OpaqueID, _ reader: Reader) throws(StoreError) -> Bool {
        try reader.row("SELECT failures FROM desk_pins WHERE official = \(official)") != nil
    }

    /// Whether a session was opened by PIN: it signs and publishes nothing.
    package func isByPIN(_ secret: SessionSecret, _ reader: Reader) throws(StoreError) -> Bool {
        try reader.row("SELECT mark FROM pin_sessions WHERE mark = \(mark(secret))") != nil
    }

    /// Sets the six digits with which an official changes to a shared desk.
    package func setPIN(_ pin: String, of official: OpaqueID) async throws {
        guard pin.utf8.count == 6, pin.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw OfficeRefusal.pinHasSixDigits
        }
        guard !Self.isEasilyGuessed(pin) else { throw OfficeRefusal.pinTooEasy }
        let hash = try await hasher.hash(pin, salt: draw.id().bytes)
        try await store.operate([
            """
            INSERT INTO desk_pins (official, hash, failures) \
            VALUES (\(official), \(hash.encoded), \(0)) \
            ON CONFLICT (official) DO UPDATE SET hash = excluded.hash, failures = 0
            """
        ])
    }

    /// Somebody else sits down at the desk: the session of the one before ends, theirs begins.
    ///
    /// The try is counted before the PIN is compared, in one statement, so that of many tries side
    /// by side no more than five are compared.
    package func change(
        to official: OpaqueID,
        _ pin: String,
        from before: SessionSecret,
        at desk: DeskNow
    ) async throws -> SessionSecret {
        let counted = try await store.operate([
            """
            UPDATE desk_pins SET failures = failures + 1 WHERE official = \(official) \
            AND failures < \(Self.mostPINTries) AND EXISTS (SELECT 1 FROM desk_people p \
            JOIN desks d ON d.device = p.device JOIN officials o ON o.id = p.official \
            WHERE p.official = desk_pins.official AND p.device = \(deskMark(desk.device)) \
            AND p.day = \(desk.day.description) AND o.active = \(1)) RETURNING hash
            """
        ])
        guard let row = counted.first?.first else { throw OfficeRefusal.pinNotHere }
        let hash = PasswordHash(encoded: try row.text("hash"))
        guard try await hasher.compare(pin, with: hash) else { throw OfficeRefusal.wrongPIN }
        let secret = SessionSecret(high: draw.id(), low: draw.id())
        let clock = desk.now.milliseconds
        try await store.operate([
            "UPDATE desk_pins SET failures = 0 WHERE official = \(official)",
            "DELETE FROM sessions WHERE mark = \(mark(before))",
            """
            INSERT INTO sessions (mark, official, started, seen) \
            VALUES (\(mark(secret)), \(official), \(clock), \(clock))
            """,
            "INSERT INTO pin_sessions (mark) VALUES (\(mark(secret)))",
            "DELETE FROM pin_sessions WHERE mark NOT IN (SELECT mark FROM sessions)",
        ])
        return secret
    }

    /// One digit six times, or six in a row.
    private static func isEasilyGuessed(_ pin: String) -> Bool {
        let digits = pin.utf8.map { Int($0) }
        let steps = Set(zip(digits, digits.dropFirst()).map { $1 - $0 })
        return steps.count == 1 && steps.isSubset(of: [-1, 0, 1])
    }

    private func deskMark(_ device: String) -> [UInt8] {
        Array(keys.mark("desk", Array(device.utf8)).prefix(16))
    }
}

/// A shared desk at a moment.
package struct DeskNow: Sendable {
    package let device: String
    package let day: Day
    package let now: Instant

    package init(_ device: String, _ day: Day, _ now: Instant) {
        self.device = device
        self.day = day
        self.now = now
    }
}
