import Stories

/// What facts only name: published content, and the keys of dossiers.
extension ReadingThrough {
    private static let keysAtOnce = 2_000

    /// Compares what was published with the names that facts know it by: as it is looked up, and
    /// as it lies there, since an index is a copy that may be whole where the row is not.
    mutating func compareContent() throws(StoreError) {
        for digest in try contentNames() {
            // One by one: all of it together may be larger than the memory.
            let kept = try reader.row("SELECT bytes FROM content WHERE digest = \(digest)")
            compare(try kept?.blob("bytes") ?? [], with: digest)
        }
    }

    /// The names of what was published: those of the index, then those that only rows say.
    private func contentNames() throws(StoreError) -> [[UInt8]] {
        var names: [[UInt8]] = []
        for row in try reader.rows("SELECT digest FROM content ORDER BY digest") {
            names.append(try row.blob("digest"))
        }
        let looked = Set(names)
        // How long the bytes are no index knows: so it is the rows that are gone through.
        for row in try reader.rows("SELECT digest, length(bytes) AS size FROM content") {
            let name = try row.blob("digest")
            if !looked.contains(name) { names.append(name) }
        }
        return names
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
                    _ = try reader.vault.unwrap(wrapped, for: dossier, on: reader.connection)
                } catch {
                    found.flaws.append(Flaw(.keyChanged(dossier.id), at: 0))
                }
            }
            last = try end.blob("dossier")
        }
    }
}
