package import Stories

/// Files of dossiers on disk: sealed, and addressed by random ids that say nothing.
///
/// A file is whole on disk before the append that mentions it (`Append.files`), so a crash
/// between leaves an orphan, never a gap. Orphans are swept.
package struct FileVault: Sendable {
    private let store: RecordStore
    private let folder: String

    package init(_ store: RecordStore, folder: String) throws(StoreError) {
        try KeyFile.makeFolder(folder)
        self.store = store
        self.folder = folder
    }

    /// Seals and writes a file; returns after the disk has it.
    package func write(
        _ bytes: [UInt8],
        in dossier: DossierID,
        at: Instant,
        draw: Draw = .random
    ) async throws(StoreError) -> KeptFile {
        let key = try await store.keptKey(of: dossier, at: at)
        let id = draw.id()
        let sealed = try Sealing.seal(bytes, under: key.key, bound: Self.bound(id, dossier))
        try KeyFile.write(sealed, to: path(id))
        return KeptFile(id: id, dossier: dossier, size: Int64(bytes.count))
    }

    /// The bytes of a file; nil where its dossier was erased.
    package func read(_ id: OpaqueID, in dossier: DossierID) async throws(StoreError) -> [UInt8]? {
        let vault = store.vault
        let key = try await store.reading { reader throws(StoreError) in
            try vault.key(of: dossier, making: false, on: reader.connection)
        }
        guard let key else { return nil }
        return try Self.open(Self.sealed(id, in: folder), id, dossier, under: key)
    }

    static func holds(_ id: OpaqueID, in folder: String) -> Bool {
        KeyFile.exists("\(folder)/\(id)")
    }

    /// A file as it stands on the disk.
    static func sealed(_ id: OpaqueID, in folder: String) throws(StoreError) -> [UInt8] {
        try KeyFile.read("\(folder)/\(id)")
    }

    static func open(
        _ sealed: [UInt8],
        _ id: OpaqueID,
        _ dossier: DossierID,
        under key: Vault.DataKey
    ) throws(StoreError) -> [UInt8] {
        try Sealing.open(sealed, under: key.key, bound: bound(id, dossier))
    }

    package func remove(_ ids: [OpaqueID]) throws(StoreError) {
        for id in ids { try KeyFile.remove(path(id)) }
    }

    /// Removes files that no append mentioned and that were written before `instant`.
    ///
    /// `keeping` names those that drafts still hold.
    package func sweep(
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

    private func path(_ id: OpaqueID) -> String { "\(folder)/\(id)" }

    private static func bound(_ id: OpaqueID, _ dossier: DossierID) -> [UInt8] {
        id.bytes + dossier.id.bytes
    }
}

extension RecordStore {
    /// The key of a dossier, standing in the keyring: what is sealed under it outside an append
    /// must not be lost with this process.
    func keptKey(of dossier: DossierID, at: Instant) async throws(StoreError) -> Vault.DataKey {
        let vault = vault
        let key = try await reading { reader throws(StoreError) in
            try vault.key(of: dossier, making: true, on: reader.connection)
        }
        guard let key else { throw StoreError(.erased, "the dossier \(dossier.id) is erased") }
        if key.kept { return key }
        let plan = AppendPlan(
            append: Append(at: at, by: .system, expecting: [:]),
            keys: [
                AppendPlan.KeyRow(
                    dossier: dossier,
                    keyID: key.id,
                    wrapped: try vault.keys.wrap(key.key, for: dossier),
                    at: at
                )
            ],
            payloads: [],
            claims: [],
            command: nil,
            views: []
        )
        _ = try await engine.commit(plan)
        vault.remember(plan)
        return key
    }
}
