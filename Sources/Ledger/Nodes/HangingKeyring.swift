import Crypto
package import Stories

extension Keys {
    /// Takes in key-encryption keys as a keyring has them: sealed by the root key.
    package func take(_ files: [(name: String, bytes: [UInt8])]) throws(StoreError) {
        for file in files {
            guard let id = OpaqueID(bytes: file.bytes.prefix(16)) else {
                throw StoreError(.damaged, "\(file.name) is too short")
            }
            let bytes = try Sealing.open(
                Array(file.bytes.dropFirst(16)),
                under: SymmetricKey(data: rootBytes),
                bound: id.bytes
            )
            try keep(id, bytes, number: Int(file.name.dropFirst(9).dropLast(4)) ?? 1)
        }
    }
}

extension Engine {
    /// Puts the newest keyring over a database of several nodes that was restored from an earlier
    /// state; nobody may be at work on it, and it is opened only afterwards.
    ///
    /// - Parameters:
    ///   - wrappings: the key-encryption keys of the keyring, the one that wraps last.
    ///   - rows: the data keys of the living, as the keyring has them.
    /// - Returns: how many dossiers that the database has are under none of these keys, and lost.
    package func hang(
        _ wrappings: [OpaqueID],
        rows: [(dossier: DossierID, wrapped: [UInt8])],
        at now: Instant
    ) async throws(StoreError) -> Int {
        let hanging = HangingKeyring(wrappings: wrappings, rows: rows, at: now)
        guard case .rows(let answers) = try await commit(hanging) else { return 0 }
        return try answers.joined().first?.get("n") ?? 0
    }
}

/// Says anew which keys wrap, and puts the data keys of a keyring in the place of earlier ones.
private struct HangingKeyring: GroupWork {
    let wrappings: [OpaqueID]
    let rows: [(dossier: DossierID, wrapped: [UInt8])]
    let at: Instant

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        try connection.run("DELETE FROM key_letters")
        try connection.run(
            """
            UPDATE wrappings SET phase = \(KeyStanding.Phase.retired), retired = \(at)
            WHERE id NOT IN (\(each: wrappings)) AND phase <> \(KeyStanding.Phase.retired)
            """
        )
        let last = try connection.rows("SELECT max(number) AS last FROM wrappings").first
        var number: Int = try last?.find("last") ?? 0
        for id in wrappings {
            number += 1
            let phase: KeyStanding.Phase = id == wrappings.last ? .current : .leaving
            try connection.run(
                """
                INSERT INTO wrappings (id, number, phase, made)
                VALUES (\(id), \(number), \(phase), \(at))
                ON CONFLICT (id) DO UPDATE SET number = excluded.number, phase = excluded.phase,
                retired = NULL, worker = NULL, leased_until = NULL
                """
            )
        }
        for row in rows {
            try connection.send(
                """
                UPDATE keyring SET wrapped = \(row.wrapped)
                WHERE dossier = \(row.dossier) AND erased IS NULL
                """
            )
        }
        let lost = try connection.rows(
            """
            SELECT count(*) AS n FROM keyring WHERE wrapped IS NOT NULL
            AND substr(wrapped, 1, 16) NOT IN (\(each: wrappings))
            """
        )
        return .rows([lost])
    }
}
