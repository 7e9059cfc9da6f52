import Stories

/// The uploaded files: each that a fact names is known, and each that is known is whole.
extension ReadingThrough {
    private static let filesAtOnce = 500

    /// A file that a fact names is among the known ones, or its dossier was erased.
    mutating func checkNamed(
        _ file: OpaqueID,
        _ seq: Int64,
        _ row: RecordRow,
        _ scan: EventScan
    ) throws(StoreError) {
        if try reader.row("SELECT size FROM files WHERE id = \(file)") != nil { return }
        let dossier = try row.blob("stream_id")
        let gone = try reader.row(
            "SELECT erased FROM keyring WHERE dossier = \(dossier) AND erased IS NOT NULL"
        )
        guard gone == nil else { return }
        let stream = String(decoding: scan.stream, as: UTF8.self)
        found.flaws.append(Flaw(.fileLost(file), at: seq, in: stream))
    }

    /// Reads every known file; where no key is at hand, only whether it is there in its length.
    mutating func readFiles(in place: FilePlace, opening: Bool) throws(StoreError) {
        var last: [UInt8] = []
        while true {
            let rows = try reader.rows(
                """
                SELECT id, dossier, size FROM files WHERE id > \(last) \
                ORDER BY id LIMIT \(Self.filesAtOnce)
                """
            )
            guard let end = rows.last else { return }
            for row in rows { try readFile(row, in: place, opening: opening) }
            last = try end.blob("id")
        }
    }

    private mutating func readFile(
        _ row: RecordRow,
        in place: FilePlace,
        opening: Bool
    ) throws(StoreError) {
        let id = try row.id("id")
        let dossier: DossierID = try row.get("dossier")
        guard let bytes = try reader.sealedFile(id, in: place) else {
            found.flaws.append(Flaw(.fileLost(id), at: 0))
            return
        }
        do throws(StoreError) {
            var length = Int64(bytes.count - Sealing.overhead)
            if opening {
                // A key that does not open is told of by itself.
                guard
                    let key = try reader.vault.key(
                        of: dossier,
                        making: false,
                        on: reader.connection
                    )
                else { return }
                length = Int64(try FileVault.open(bytes, id, dossier, under: key).count)
            }
            if try length == row.int("size") {
                found.files += 1
                return
            }
        } catch  where error.kind == .damaged {
            // Told below, as another length is.
        }
        found.flaws.append(Flaw(.fileChanged(id), at: 0))
    }
}

extension Reader {
    /// Reads the whole record through as one state of it, however long that takes, on a connection
    /// of its own.
    ///
    /// What is erased meanwhile is still known to that state, and its file is gone: that is no loss.
    package func readThroughBesideAServer(
        _ order: ReadingThroughOrder
    ) throws(StoreError) -> Verification {
        try connection.run("BEGIN")
        var found = try readThrough(order)
        try connection.run("COMMIT")
        var flaws: [Flaw] = []
        for flaw in found.flaws {
            if case .fileLost(let id) = flaw.what, flaw.first == 0,
                try row("SELECT size FROM files WHERE id = \(id)") == nil
            {
                continue
            }
            flaws.append(flaw)
        }
        found.flaws = flaws
        return found
    }
}
