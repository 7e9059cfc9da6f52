import Stories

/// How a node learns which dossiers were erased on another: it looks once a second, for their keys
/// may still be in its memory.
extension RecordStore {
    /// Clocks of nodes may differ by so much.
    private static let overlapMilliseconds: Int64 = 60_000

    /// Forgets the keys of dossiers that were erased since the last look; the first time all keys.
    package func forgetErased() async throws(StoreError) {
        let since = vault.lastErasure.map { $0 - Self.overlapMilliseconds }
        let most = Vault.mostHeld
        let erased = try await reading { reader throws(StoreError) in
            try reader.rows(
                """
                SELECT dossier, erased FROM keyring WHERE erased > \(since ?? .min)
                ORDER BY erased DESC LIMIT \(since == nil ? 1 : most)
                """
            ).map { row throws(StoreError) in
                (dossier: try row.get("dossier") as DossierID, at: try row.int("erased"))
            }
        }
        if since == nil || erased.count == most {
            vault.dropAll()
        } else {
            for row in erased { vault.drop(row.dossier) }
        }
        vault.noteErasure(at: erased.first?.at ?? 0)
    }
}
