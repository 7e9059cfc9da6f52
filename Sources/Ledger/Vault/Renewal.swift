package import Stories

/// How the key-encryption key is changed while the record is written.
///
/// First a new one is made and the living data keys go under it, some thousand at a time, so that
/// nobody waits for long; both can be read. Only in a later round, when nothing that was planned
/// under the old one can still be on its way, what came late is wrapped anew and the old one is
/// destroyed. A crash at any point leaves both.
extension RecordStore {
    private static let rowsAtOnce = 2_000

    /// Due after this long, or as soon as something was erased.
    package static let renewalAfter: Int64 = 7 * 86_400_000

    /// Ends a renewal that was begun in an earlier round, or begins one that is due.
    package func keepWrappingYoung(at now: Instant) async throws(StoreError) {
        if let node = vault.node { return try await keepShared(node, at: now) }
        if vault.keys.hasOlderWrappings { return try await endRenewal() }
        let erasure = try vault.keys.erasure()
        let age = try now.milliseconds - vault.keys.renewed().milliseconds
        guard erasure != nil || age >= Self.renewalAfter else { return }
        try vault.keys.addWrapping()
        try await rewrap()
        if let erasure { try vault.keys.forgetErasure(erasure) }
    }

    /// Makes a new key-encryption key, wraps the living data keys in it and destroys the old at
    /// once: for a record that nobody else writes meanwhile.
    package func renewWrapping() async throws(StoreError) {
        guard vault.node == nil else {
            throw StoreError(.unusable, "other nodes may write: a renewal goes by rounds")
        }
        let erasure = try vault.keys.erasure()
        try vault.keys.addWrapping()
        try await endRenewal()
        if let erasure { try vault.keys.forgetErasure(erasure) }
    }

    private func endRenewal() async throws(StoreError) {
        try await rewrap()
        try vault.keys.dropOlderWrappings()
    }

    /// `lease`: the right to do it, where there are other nodes.
    func rewrap(under lease: KeyLease? = nil) async throws(StoreError) {
        var last: [UInt8] = []
        while true {
            let work = Rewrapping(
                keys: vault.keys,
                lease: lease,
                after: last,
                most: Self.rowsAtOnce
            )
            guard case .rows(let answers) = try await engine.commit(work),
                let end = answers.joined().last
            else { return }
            last = try end.blob("dossier")
        }
    }
}

/// Wraps the living data keys that come after a dossier anew; answers with their rows.
private struct Rewrapping: GroupWork {
    let keys: Keys
    let lease: KeyLease?
    let after: [UInt8]
    let most: Int

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let taken = try lease.map { lease throws(StoreError) in try lease.current(on: connection) }
        guard let current = taken ?? keys.currentWrapping else { return .rows([]) }
        let living = try connection.rows(
            """
            SELECT dossier, wrapped FROM keyring WHERE wrapped IS NOT NULL AND dossier > \(after)
            ORDER BY dossier LIMIT \(Int64(most))
            """
        )
        for row in living {
            let old = try row.blob("wrapped")
            if old.starts(with: current.bytes) { continue }
            let dossier: DossierID = try row.get("dossier")
            let key = try keys.unwrap(old, for: dossier)
            let wrapped = try keys.wrap(key, for: dossier, under: current)
            try connection.send(
                "UPDATE keyring SET wrapped = \(wrapped) WHERE dossier = \(dossier)"
            )
        }
        return .rows([living])
    }
}
