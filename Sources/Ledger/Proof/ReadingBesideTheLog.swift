import Stories

/// What facts only name: published content, and the keys of dossiers.
extension ReadingThrough {
    private static let keysAtOnce = 2_000

    /// Compares what was published with the names that facts know it by: as it is looked up, and
    /// as it lies there, since an index is a copy that may be whole where the row is not.
    mutating func compareContent() throws(StoreError) {
        for row in try reader.rows("SELECT digest FROM content ORDER BY digest") {
            let digest = try row.blob("digest")
            let kept = try reader.row("SELECT bytes FROM content WHERE digest = \(digest)")
            compare(try kept?.blob("bytes") ?? [], with: digest)
        }
        // One by one: all of it together may be larger than the memory.
        var place: Int64 = 0
        while let row = try reader.row(
            "SELECT digest, bytes FROM content LIMIT 1 OFFSET \(place)"
        ) {
            compare(try row.blob("bytes"), with: try row.blob("digest"))
            place += 1
        }
    }

    private mutating func compare(_ bytes: [UInt8], with digest: [UInt8]) {
        guard digest.count != 32 || Public(of: bytes).digest != digest else { return }
        let flaw = Flaw(.contentChanged(digest: digest), at: 0)
        if !found.flaws.contains(flaw) { found.flaws.append(flaw) }
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
