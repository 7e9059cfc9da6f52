package import Stories

/// Where the sealed files of dossiers lie.
package enum FilePlace: Hashable, Sendable {
    /// One file each in a folder of this machine.
    case folder(String)

    /// In the database that all nodes share.
    case database
}

/// Files in chunks of a table: a row of any size would have to be in memory as a whole, several
/// times over.
enum FileChunks {
    private static let chunk = 256 * 1024

    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS file_chunks (id BLOB NOT NULL, number BIGINT NOT NULL, \
        bytes BLOB NOT NULL, written BIGINT NOT NULL, PRIMARY KEY (id, number))
        """
    ]

    /// Writes a sealed file, each chunk in a commit of its own: nobody waits for a large one.
    ///
    /// The file is whole before the append that mentions it; what breaks off is swept.
    static func write(
        _ sealed: [UInt8],
        as id: OpaqueID,
        at: Instant,
        into store: RecordStore
    ) async throws(StoreError) {
        for (number, start) in stride(from: 0, to: sealed.count, by: chunk).enumerated() {
            let part = Array(sealed[start..<min(start + chunk, sealed.count)])
            try await store.operate([
                """
                INSERT INTO file_chunks (id, number, bytes, written) \
                VALUES (\(id), \(number), \(part), \(at))
                """
            ])
        }
    }

    static func remove(_ ids: [OpaqueID], from store: RecordStore) async throws(StoreError) {
        if ids.isEmpty { return }
        try await store.operate(["DELETE FROM file_chunks WHERE id IN (\(each: ids))"])
    }

    /// Removes files that no append mentioned and that were written before `instant`.
    static func sweep(
        before instant: Instant,
        keeping: Set<OpaqueID>,
        in store: RecordStore
    ) async throws(StoreError) -> Int {
        let orphans = try await store.reading { reader throws(StoreError) in
            try reader.rows(
                """
                SELECT id FROM file_chunks WHERE number = 0 AND written < \(instant) \
                AND NOT EXISTS (SELECT 1 FROM files WHERE files.id = file_chunks.id)
                """
            ).map { row throws(StoreError) in try row.id("id") }
        }
        let swept = orphans.filter { !keeping.contains($0) }
        try await remove(swept, from: store)
        return swept.count
    }
}

extension Reader {
    /// The ids of all files that lie in a place, those of drafts too.
    package func sealedFiles(in place: FilePlace) throws(StoreError) -> [OpaqueID] {
        switch place {
        case .folder(let folder): try KeyFile.list(folder).compactMap { OpaqueID($0.name) }
        case .database:
            try rows("SELECT id FROM file_chunks WHERE number = 0 ORDER BY id").map {
                row throws(StoreError) in try row.id("id")
            }
        }
    }

    /// A file as it lies in its place, still sealed; nil where it is not there.
    package func sealedFile(_ id: OpaqueID, in place: FilePlace) throws(StoreError) -> [UInt8]? {
        switch place {
        case .folder(let folder):
            let path = "\(folder)/\(id)"
            return KeyFile.exists(path) ? try KeyFile.read(path) : nil
        case .database:
            let rows = try rows("SELECT bytes FROM file_chunks WHERE id = \(id) ORDER BY number")
            if rows.isEmpty { return nil }
            var sealed: [UInt8] = []
            for row in rows { sealed += try row.blob("bytes") }
            return sealed
        }
    }
}
