import Stories

/// Makes an append ready outside the transaction, where it costs nobody else time.
struct Planning: Sendable {
    let append: Append
    let vault: Vault
    let views: [ViewOfRecord]

    /// Thrown where memory does not suffice and the database has to be asked.
    private struct NeedsConnection: Error {}

    /// The plan made from memory alone, or nil where it needs a connection.
    func fromMemory() throws(StoreError) -> AppendPlan? {
        do {
            return try plan { dossier in
                guard let key = vault.heldKey(of: dossier) else { throw NeedsConnection() }
                return key
            } opening: { _ in
                throw NeedsConnection()
            }
        } catch is NeedsConnection {
            return nil
        } catch {
            throw asStoreError(error)
        }
    }

    func on(_ connection: any Connection) throws(StoreError) -> AppendPlan {
        do {
            return try plan { dossier in
                try vault.key(of: dossier, making: true, on: connection)
            } opening: { id in
                try vault.open(id, on: connection)?.bytes
            }
        } catch {
            throw asStoreError(error)
        }
    }

    /// The plan of an append whose dossiers are all new: their keys are made here.
    func intoNewDossiers() throws(StoreError) -> AppendPlan {
        do {
            return try plan { _ in
                vault.newKey()
            } opening: { _ in
                nil
            }
        } catch {
            throw asStoreError(error)
        }
    }

    /// What the views want of each event, read from the append alone; nothing of them is sealed.
    func statements() throws(StoreError) -> [[SQL]] {
        do {
            return try project(
                KeysUsed { _ in nil },
                { _ in nil }
            )
        } catch {
            throw asStoreError(error)
        }
    }

    private func asStoreError(_ error: any Error) -> StoreError {
        (error as? StoreError) ?? StoreError(.damaged, "a view failed", underlying: error)
    }

    private func plan(
        key: (DossierID) throws -> Vault.DataKey?,
        opening: (PayloadID) throws -> [UInt8]?
    ) throws -> AppendPlan {
        try withoutActuallyEscaping(key) { key in
            try withoutActuallyEscaping(opening) { opening in
                let used = KeysUsed(key)
                var payloads: [AppendPlan.PayloadRow] = []
                for payload in append.payloads {
                    let key = try used.needed(payload.dossier)
                    payloads.append(try vault.seal(payload, under: key))
                }
                for file in append.files { _ = try used.needed(file.dossier) }
                let statements = try project(used, opening)
                return AppendPlan(
                    append: append,
                    keys: try used.rows(vault, at: append.at),
                    payloads: payloads,
                    claims: append.claims.map {
                        AppendPlan.ClaimRow(claim: $0, key: vault.mark($0))
                    },
                    command: append.command.map { vault.mark($0, at: append.at) },
                    views: statements
                )
            }
        }
    }

    private func project(
        _ used: KeysUsed,
        _ opening: @escaping (PayloadID) throws -> [UInt8]?
    ) throws -> [[SQL]] {
        let payloads = append.payloads
        return try append.events.map { event in
            let wanting = views.filter { $0.kinds.contains(event.stream.kind) }
            guard !wanting.isEmpty else { return [] }
            let projection = Projection(
                event: event.unread,
                opening: { id in
                    try payloads.first { $0.id == id }?.bytes ?? opening(id)
                },
                // What was recorded before is not at hand here, and no such view asks for it.
                reading: { _ in
                    throw StoreError(.damaged, "a view written at once reads no content")
                },
                sealing: { place, bytes in
                    guard let key = try used.find(place.dossier) else { return nil }
                    return try vault.sealRow(bytes, at: place, under: key)
                },
                hiding: vault.tokens(of:),
                keying: vault.token(ofKey:)
            )
            return try wanting.flatMap { try $0.project(projection) }
        }
    }
}

/// The keys that one plan seals under.
private final class KeysUsed {
    private let key: (DossierID) throws -> Vault.DataKey?
    private var used: [DossierID: Vault.DataKey] = [:]

    init(_ key: @escaping (DossierID) throws -> Vault.DataKey?) { self.key = key }

    /// Nil where the dossier was erased.
    func find(_ dossier: DossierID) throws -> Vault.DataKey? {
        if let found = used[dossier] { return found }
        let found = try key(dossier)
        used[dossier] = found
        return found
    }

    func needed(_ dossier: DossierID) throws -> Vault.DataKey {
        guard let found = try find(dossier) else {
            throw StoreError(.erased, "the dossier \(dossier.id) is erased")
        }
        return found
    }

    func rows(_ vault: Vault, at: Instant) throws -> [AppendPlan.KeyRow] {
        try used.map { dossier, key in try vault.row(of: key, for: dossier, at: at) }
    }
}
