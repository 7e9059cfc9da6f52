import Backups
import Foundation
import Ledger
import Server
import Stories

/// A database on a server that was restored with the server's own tools, before it is served: the
/// newest keyring is put over it, and what was erased since is erased again.
struct RestoredServer {
    struct Outcome {
        /// Dossiers that were erased again.
        let erased: Int

        /// Dossiers whose key is in neither of the two.
        let lost: Int
    }

    let folder: RegencyFolder

    func hang(from target: FolderTarget) async throws -> Outcome {
        let lock = try ServingLock.alone(folder)
        defer { lock.release() }
        let database = try DatabaseOfFolder(data: folder.data)
        guard database.isServer else {
            throw CommandFailure("Catatan ini di SQLite: pulihkan dengan serasan restore.")
        }
        let keys = try Keys.open(
            in: folder.data.appending(path: "kunci").path,
            fromOthers: true
        )
        let (ring, cited) = try target.readKeyring(keys)
        guard !ring.files.isEmpty else { throw BackupRefusal.noKeyring }
        try keys.take(ring.files)
        let lost = try await hang(ring, on: database)
        let record = try await OpenRecord.open(data: folder.data, keys: keys)
        let again = try await record.eraseAgain(ring.rows)
        let now = record.clock.now()
        // The first that the restored log records: from which head it does not go on.
        try await record.store.beginOrigin(.restored, citing: cited, at: now)
        try await record.store.noteErasedAgain(again.payloads, at: now)
        try await record.store.close()
        return Outcome(erased: again.count, lost: lost)
    }

    private func hang(_ ring: KeyringRead, on database: DatabaseOfFolder) async throws -> Int {
        let engine = try await database.engine()
        let lost = try await engine.hang(
            ring.files.compactMap { OpaqueID(bytes: $0.bytes.prefix(16)) },
            rows: ring.rows.filter { $0.erased == nil }.map { ($0.dossier, $0.wrapped) },
            at: .now
        )
        try await engine.close()
        return lost
    }
}
