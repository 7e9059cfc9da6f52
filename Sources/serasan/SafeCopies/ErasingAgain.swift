import Backups
import Ledger
import Stories

extension OpenRecord {
    /// Destroys what a restored record has and its newest keyring names as erased.
    /// - Returns: how many dossiers that were, and the payloads that went with them.
    func eraseAgain(_ rows: [KeyringRead.Row]) async throws -> (count: Int, payloads: [PayloadID]) {
        var explained: [PayloadID] = []
        var count = 0
        for row in rows where row.erased != nil {
            let (isLiving, payloads) = try await store.read { reader in
                let living = try reader.row(
                    """
                    SELECT 1 AS n FROM keyring
                    WHERE dossier = \(row.dossier) AND erased IS NULL
                    """
                )
                return (living != nil, try reader.payloads(of: row.dossier))
            }
            guard isLiving, let at = row.erased else { continue }
            explained += payloads
            try await files.remove(store.erase(row.dossier, at: at))
            count += 1
        }
        return (count, explained)
    }
}
