package import Stories

/// Files of dossiers: sealed, and addressed by random ids that say nothing.
///
/// A file is whole in its place before the append that mentions it (`Append.files`), so a crash
/// between leaves an orphan, never a gap. Orphans are swept.
package struct FileVault: Sendable {
    private let store: RecordStore

    /// Where they lie: the engine's matter, since all nodes have to find them.
    package let place: FilePlace

    /// - Parameter folder: for files of an engine that does not keep them itself.
    package init(_ store: RecordStore, folder: String) throws(StoreError) {
        self.store = store
        place = store.engine.keepsFiles ? .database : .folder(folder)
        if case .folder(let folder) = place { try KeyFile.makeFolder(folder) }
    }

    /// Seals and writes a file; returns once nothing can lose it.
    package func write(
        _ bytes: [UInt8],
        in dossier: DossierID,
        at: Instant,
        draw: Draw = .random
    ) async throws(StoreError) -> KeptFile {
        let key = try await store.keptKey(of: dossier, at: at)
        let id = draw.id()
        let sealed = try Sealing.seal(bytes, under: key.key, bound: Self.bound(id, dossier))
        try await keep(sealed, as: id, at: at)
        return KeptFile(id: id, dossier: dossier, size: Int64(bytes.count))
    }

    /// Keeps a file as it was sealed elsewhere.
    package func keep(
        _ sealed: [UInt8],
        as id: OpaqueID,
        at: Instant
    ) async throws(StoreError) {
        switch place {
        case .folder(let folder): try KeyFile.write(sealed, to: "\(folder)/\(id)")
        case .database: try await FileChunks.write(sealed, as: id, at: at, into: store)
        }
    }

    /// The bytes of a file; nil where its dossier was erased.
    package func read(_ id: OpaqueID, in dossier: DossierID) async throws(StoreError) -> [UInt8]? {
        let (vault, place) = (store.vault, place)
        let found = try await store.reading { reader throws(StoreError) in
            var key = try vault.key(of: dossier, making: false, on: reader.connection)
            let sealed = key == nil ? nil : try reader.sealedFile(id, in: place)
            if sealed == nil {
                // It may have gone with its dossier, on a node that did not tell us.
                vault.drop(dossier)
                key = try vault.key(of: dossier, making: false, on: reader.connection)
            }
            return (key, sealed)
        }
        guard let key = found.0 else { return nil }
        guard let sealed = found.1 else { throw StoreError(.unusable, "the file \(id) is lost") }
        return try Self.open(sealed, id, dossier, under: key)
    }

    static func open(
        _ sealed: [UInt8],
        _ id: OpaqueID,
        _ dossier: DossierID,
        under key: Vault.DataKey
    ) throws(StoreError) -> [UInt8] {
        try Sealing.open(sealed, under: key.key, bound: bound(id, dossier))
    }

    package func remove(_ ids: [OpaqueID]) async throws(StoreError) {
        switch place {
        case .folder(let folder): for id in ids { try KeyFile.remove("\(folder)/\(id)") }
        case .database: try await FileChunks.remove(ids, from: store)
        }
    }

    /// Removes files that no append mentioned and that were written before `instant`.
    ///
    /// `keeping` names those that drafts still hold.
    package func sweep(
        before instant: Instant,
        keeping: Set<OpaqueID>
    ) async throws(StoreError) -> Int {
        switch place {
        case .folder(let folder):
            try await sweep(folder, before: instant, keeping: keeping)
        case .database:
            try await FileChunks.sweep(before: instant, keeping: keeping, in: store)
        }
    }

    private func sweep(
        _ folder: String,
        before instant: Instant,
        keeping: Set<OpaqueID>
    ) async throws(StoreError) -> Int {
        let known = try await store.reading { reader throws(StoreError) in
            var known: Set<OpaqueID> = []
            for row in try reader.rows("SELECT id FROM files") { known.insert(try row.id("id")) }
            return known
        }
        var swept = 0
        for file in try KeyFile.list(folder) where file.seconds * 1000 < instant.milliseconds {
            let id = OpaqueID(file.name)
            if let id, known.contains(id) || keeping.contains(id) { continue }
            try KeyFile.remove("\(folder)/\(file.name)")
            swept += 1
        }
        return swept
    }

    private static func bound(_ id: OpaqueID, _ dossier: DossierID) -> [UInt8] {
        id.bytes + dossier.id.bytes
    }
}

extension RecordStore {
    /// The key of a dossier, standing in the keyring: what is sealed under it outside an append
    /// must not be lost with this process.
    func keptKey(of dossier: DossierID, at: Instant) async throws(StoreError) -> Vault.DataKey {
        do throws(StoreError) {
            return try await triedKey(of: dossier, at: at)
        } catch  where error.kind == .raced || error.kind == .erased {
            // The key in memory is not that of the keyring: look again, once.
            try await lookAgain(for: [dossier])
            return try await triedKey(of: dossier, at: at)
        }
    }

    private func triedKey(
        of dossier: DossierID,
        at: Instant
    ) async throws(StoreError) -> Vault.DataKey {
        let vault = vault
        let key = try await reading { reader throws(StoreError) in
            try vault.key(of: dossier, making: true, on: reader.connection)
        }
        guard let key else { throw StoreError(.erased, "the dossier \(dossier.id) is erased") }
        if key.kept { return key }
        let plan = AppendPlan(
            append: Append(at: at, by: .system, expecting: [:]),
            keys: [try vault.row(of: key, for: dossier, at: at)],
            payloads: [],
            claims: [],
            command: nil,
            views: []
        )
        _ = try await engine.commit(plan)
        vault.remember(plan)
        return key
    }

    /// Forgets the keys of dossiers, and learns which key-encryption key wraps by now.
    func lookAgain(for dossiers: [DossierID]) async throws(StoreError) {
        for dossier in dossiers { vault.drop(dossier) }
        if let node = vault.node { try await learn(node) }
    }
}
