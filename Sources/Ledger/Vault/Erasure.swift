package import Stories

/// Destroys a dossier's key and deletes what was sealed under it.
struct Erasure: GroupWork {
    let dossier: DossierID
    let at: Instant
    let views: [ViewOfRecord]

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        try connection.run(
            """
            UPDATE keyring SET wrapped = NULL, erased = \(at)
            WHERE dossier = \(dossier) AND erased IS NULL
            """
        )
        try connection.run("DELETE FROM payloads WHERE dossier = \(dossier)")
        let files = try connection.rows(
            "DELETE FROM files WHERE dossier = \(dossier) RETURNING id"
        )
        for view in views {
            for statement in view.forget(dossier) { try connection.run(statement) }
        }
        // A batch that was read before this must not be written after it.
        try connection.run("UPDATE view_cursors SET erasures = erasures + 1")
        return .rows([files])
    }
}

extension RecordStore {
    /// Erases a dossier: from here on nothing sealed in it can be opened or added.
    ///
    /// Whether that may happen, and the fact that names basis and approver, are decided by who
    /// calls. Answers with the files that are to be removed from the disk (`FileVault.remove`).
    @discardableResult
    package func erase(
        _ dossier: DossierID,
        at: Instant
    ) async throws(StoreError) -> [OpaqueID] {
        let result = try await engine.commit(Erasure(dossier: dossier, at: at, views: views))
        vault.drop(dossier)
        guard case .rows(let answers) = result else { return [] }
        var files: [OpaqueID] = []
        for row in answers.joined() { files.append(try row.id("id")) }
        return files
    }

    /// Makes a new key-encryption key, wraps the living data keys in it and destroys the old.
    ///
    /// Due every seven days: what was erased before can then not be opened from an older copy
    /// of the database either.
    package func renewWrapping() async throws(StoreError) {
        try vault.keys.addWrapping()
        _ = try await engine.commit(Rewrapping(keys: vault.keys))
        try vault.keys.dropOlderWrappings()
    }
}

/// Wraps every living data key anew, in one transaction.
private struct Rewrapping: GroupWork {
    let keys: Keys

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let living = try connection.rows(
            "SELECT dossier, wrapped FROM keyring WHERE wrapped IS NOT NULL"
        )
        for row in living {
            let dossier: DossierID = try row.get("dossier")
            let key = try keys.unwrap(row.blob("wrapped"), for: dossier)
            let wrapped = try keys.wrap(key, for: dossier)
            try connection.run(
                "UPDATE keyring SET wrapped = \(wrapped) WHERE dossier = \(dossier)"
            )
        }
        return .rows([])
    }
}
