package import Stories

/// Destroys a dossier's key and deletes what was sealed under it.
struct Erasure: GroupWork {
    let dossier: DossierID
    let at: Instant
    let views: [ViewOfRecord]

    /// Whether the files lie in the database, and go with their rows.
    let takesFiles: Bool

    /// Whether the key-encryption key owes a renewal for it by a row, for all nodes.
    let isOwedByAll: Bool

    var leavesNoTrace: Bool { true }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        try connection.run(
            """
            UPDATE keyring SET wrapped = NULL, erased = \(at)
            WHERE dossier = \(dossier) AND erased IS NULL
            """
        )
        if isOwedByAll {
            try connection.run(
                """
                UPDATE wrappings SET owed = \(at)
                WHERE phase = \(KeyStanding.Phase.current) AND owed IS NULL
                """
            )
        }
        try connection.run("DELETE FROM payloads WHERE dossier = \(dossier)")
        if takesFiles {
            try connection.run(
                """
                DELETE FROM file_chunks
                WHERE id IN (SELECT id FROM files WHERE dossier = \(dossier))
                """
            )
        }
        let files = try connection.rows(
            "DELETE FROM files WHERE dossier = \(dossier) RETURNING id"
        )
        for view in views {
            for statement in view.forget(dossier) { try connection.send(statement) }
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
        let isShared = vault.node != nil
        if !isShared { try vault.keys.noteErasure() }
        let result = try await engine.commit(
            Erasure(
                dossier: dossier,
                at: at,
                views: views,
                takesFiles: engine.keepsFiles,
                isOwedByAll: isShared
            )
        )
        vault.drop(dossier)
        guard case .rows(let answers) = result else { return [] }
        var files: [OpaqueID] = []
        for row in answers.joined() { files.append(try row.id("id")) }
        return files
    }
}
