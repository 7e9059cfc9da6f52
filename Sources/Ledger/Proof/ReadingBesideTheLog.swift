import Stories

/// What facts only name: published content, and the keys of dossiers.
extension ReadingThrough {
    private static let keysAtOnce = 2_000

    /// Compares what was published with the names that facts know it by.
    mutating func compareContent() throws(StoreError) {
        for row in try reader.rows("SELECT digest FROM content ORDER BY digest") {
            let digest = try row.blob("digest")
            let kept = try reader.row("SELECT bytes FROM content WHERE digest = \(digest)")
            let bytes = try kept?.blob("bytes") ?? []
            guard digest.count != 32 || Public(of: bytes).digest != digest else { continue }
            found.flaws.append(Flaw(.contentChanged(digest: digest), at: 0))
        }
    }

    /// Opens every living key, those too of dossiers that hold nothing but files and drafts.
    mutating func openKeys() throws(StoreError) {
        var last: [UInt8] = []
        while true {
            let rows = try reader.rows(
                """
                SELECT dossier, wrapped FROM keyring WHERE wrapped IS NOT NULL
                AND dossier > \(last) ORDER BY dossier LIMIT \(Self.keysAtOnce)
                """
            )
            guard let end = rows.last else { return }
            for row in rows {
                let dossier: DossierID = try row.get("dossier")
                let wrapped = try row.blob("wrapped")
                do throws(StoreError) {
                    _ = try reader.vault.keys.unwrap(wrapped, for: dossier)
                } catch {
                    found.flaws.append(Flaw(.keyChanged(dossier.id), at: 0))
                }
            }
            last = try end.blob("dossier")
        }
    }
}
