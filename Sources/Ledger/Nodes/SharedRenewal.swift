import Crypto
import Stories

/// How the key-encryption key is changed where several nodes work on one database.
///
/// Each step is one transaction under the lock of the log, which every append takes too, and may be
/// done by any node; the next one follows from the tables. So a node may end in the middle of any
/// of them. A new data key is taken in only if it is wrapped under the current key: what a node
/// planned before it slept is refused, and planned anew.
extension RecordStore {
    /// One round of this node: hears, tells, and moves a renewal on by one step.
    func keepShared(_ node: NodeOfKeys, at now: Instant) async throws(StoreError) {
        let (standing, held) = try await meet(node, serves: true, at: now)
        guard let step = standing.step(holding: held, at: now) else { return }
        switch step {
        case .offer: try await offer(holding: held, at: now)
        case .withdraw, .promote:
            _ = try await engine.commit(Turning(step, vault.keys, holding: held, at: now))
        case .rewrap: try await rewrap(KeyLease(node: node.id, at: now))
        }
        try await meet(node, serves: true, at: now)
    }

    /// First the row, then the file: a file of which the database knows nothing would never be
    /// destroyed.
    private func offer(holding held: Set<OpaqueID>, at now: Instant) async throws(StoreError) {
        let turning = Turning(.offer, vault.keys, holding: held, at: now)
        guard case .rows(let rows) = try await engine.commit(turning),
            let row = rows.joined().first
        else { return }
        let bytes = SymmetricKey(size: .bits256).bytes
        try vault.keys.keep(turning.offered, bytes, number: row.get("number"))
    }

    private func rewrap(_ lease: KeyLease) async throws(StoreError) {
        try await rewrap(under: lease)
        _ = try await engine.commit(Retiring(lease: lease))
    }

    /// Says which keys the folder brings that the database came from, where nobody has yet.
    func foundKeys() async throws(StoreError) {
        let keys = vault.keys
        let known = try await reading { reader throws(StoreError) in
            try KeyStanding(on: reader.connection, keys)
        }
        guard known.wrappings.isEmpty else { return }
        let brought = try keys.numbered()
        guard !brought.isEmpty else { throw KeyRefusal.noWrapping(keys.folder).failure }
        let erasure = try keys.erasure()
        let founding = Founding(
            brought: brought,
            made: try keys.renewed(),
            owes: erasure != nil
        )
        _ = try await engine.commit(founding)
        if let erasure { try keys.forgetErasure(erasure) }
    }

    /// Makes sure, before anything is read, that this node has the key that wraps.
    ///
    /// - Throws: `KeyRefusal.awaitsNode` where no other node hands it over in time.
    func joinNodes(patience: Duration) async throws(StoreError) {
        guard let node = vault.node else { return }
        try await foundKeys()
        let begun = try await serverTime() ?? .ofMachine
        var (standing, held) = try await meet(node, serves: false, at: begun)
        let end = ContinuousClock.now.advanced(by: patience)
        while let current = standing.current, !held.contains(current.id) {
            guard ContinuousClock.now < end else {
                throw KeyRefusal.awaitsNode(vault.keys.folder).failure
            }
            do {
                try await Task.sleep(for: .milliseconds(100))
            } catch {
                throw StoreError(.closed, "nobody waits for the keys any more")
            }
            (standing, held) = try await learn(node)
        }
        try await meet(node, serves: false, at: begun)
    }
}

/// The right to wrap anew, for a while.
///
/// Two nodes at it would do the same work twice and no harm, so it needs no term.
struct KeyLease: Sendable {
    private static let seconds: Int64 = 900

    let node: OpaqueID
    let at: Instant

    /// The key under which all is to be wrapped; nil where another node is at it.
    func current(on connection: any Connection) throws(StoreError) -> OpaqueID? {
        try connection.rows(
            """
            UPDATE wrappings SET worker = \(node), leased_until = \(at.adding(seconds: Self.seconds))
            WHERE phase = \(KeyStanding.Phase.current)
            AND (worker IS NULL OR worker = \(node) OR leased_until < \(at)) RETURNING id
            """
        ).first?.id("id")
    }
}

/// The first rows of the table of key-encryption keys.
private struct Founding: GroupWork {
    let brought: [(number: Int, id: OpaqueID)]
    let made: Instant
    let owes: Bool

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        guard try connection.rows("SELECT 1 AS there FROM wrappings LIMIT 1").isEmpty else {
            return .rows([])
        }
        for (number, id) in brought {
            let isNewest = number == brought.last?.number
            let phase: KeyStanding.Phase = isNewest ? .current : .leaving
            let owed = isNewest && owes ? made : nil
            try connection.run(
                """
                INSERT INTO wrappings (id, number, phase, made, owed)
                VALUES (\(id), \(number), \(phase), \(made), \(owed))
                """
            )
        }
        return .rows([])
    }
}

/// One step of a renewal, done if it is still the next one.
private struct Turning: GroupWork {
    let step: KeyStep
    let keys: Keys
    let held: Set<OpaqueID>
    let at: Instant
    let offered = Draw.random.id()

    init(_ step: KeyStep, _ keys: Keys, holding held: Set<OpaqueID>, at: Instant) {
        (self.step, self.keys, self.held, self.at) = (step, keys, held, at)
    }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let standing = try KeyStanding(on: connection, keys)
        guard standing.step(holding: held, at: at) == step else { return .rows([]) }
        switch step {
        case .offer:
            let number = (standing.wrappings.map(\.number).max() ?? 0) + 1
            let rows = try connection.rows(
                """
                INSERT INTO wrappings (id, number, phase, made)
                VALUES (\(offered), \(number), \(KeyStanding.Phase.offered), \(at))
                RETURNING number
                """
            )
            return .rows([rows])
        case .withdraw(let id): try Retiring.retire("id = \(id)", at: at, on: connection)
        case .promote(let id):
            try connection.run(
                """
                UPDATE wrappings SET phase = \(KeyStanding.Phase.leaving)
                WHERE phase = \(KeyStanding.Phase.current)
                """
            )
            try connection.run(
                "UPDATE wrappings SET phase = \(KeyStanding.Phase.current) WHERE id = \(id)"
            )
        case .rewrap: break
        }
        return .rows([])
    }
}

/// Ends what earlier keys were for, if nothing is wrapped under them any more.
private struct Retiring: GroupWork {
    let lease: KeyLease

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        guard let current = try lease.current(on: connection) else { return .rows([]) }
        let late = try connection.rows(
            """
            SELECT dossier FROM keyring WHERE wrapped IS NOT NULL
            AND substr(wrapped, 1, 16) <> \(current) LIMIT 1
            """
        )
        // The next round wraps it anew.
        guard late.isEmpty else { return .rows([]) }
        try Self.retire(
            "phase = \(KeyStanding.Phase.leaving)",
            at: lease.at,
            on: connection
        )
        return .rows([])
    }

    static func retire(
        _ which: SQL,
        at: Instant,
        on connection: any Connection
    ) throws(StoreError) {
        try connection.run(
            "DELETE FROM key_letters WHERE wrapping IN (SELECT id FROM wrappings WHERE \(which))"
        )
        try connection.run(
            """
            UPDATE wrappings SET phase = \(KeyStanding.Phase.retired), retired = \(at) WHERE \(which)
            """
        )
    }
}
