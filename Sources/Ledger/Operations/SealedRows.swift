package import Stories

extension RecordStore {
    /// Seals content for a row of the class *operations* under its dossier's key.
    ///
    /// `Reader.openRow` opens it at the same place, and nowhere else. Whoever writes it does so only
    /// where the place `isLiving`: the dossier may be erased meanwhile.
    package func sealedRow(
        _ bytes: [UInt8],
        at place: SealedPlace,
        on moment: Instant
    ) async throws(StoreError) -> [UInt8] {
        let key = try await keptKey(of: place.dossier, at: moment)
        return try Sealing.seal(bytes, under: key.key, bound: place.bytes)
    }
}

extension SealedPlace {
    /// Whether its dossier has a key and was not erased, asked in the statement that writes there.
    package var isLiving: SQL {
        "EXISTS (SELECT 1 FROM keyring WHERE dossier = \(dossier) AND erased IS NULL)"
    }
}
