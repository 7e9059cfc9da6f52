package import Foundation
package import Ledger
import Stories

/// One state of a record's pages, wherever it comes from.
package struct PageSource {
    let head: LogHead
    /// From where the log counts; its own, and those of the logs that it follows.
    let origins: LogOrigins
    /// Whether a restored record was told that it takes the place of the one it came from.
    let takesOver: Bool
    /// The root that the log had at a size; nil where its schema keeps none.
    let rootAt: (Int64) throws -> TreeHash?
    let schema: Int
    let pageSize: Int
    let pageCount: Int
    let page: (Int) throws -> [UInt8]
    let rows: (SQL) throws -> [RecordRow]

    /// The last erasure for which the key-encryption key was not renewed yet, where it is not the
    /// folder of keys that says so.
    let erasure: String?

    package init(
        head: LogHead,
        origins: LogOrigins = LogOrigins(),
        takesOver: Bool = true,
        rootAt: @escaping (Int64) throws -> TreeHash? = { _ in nil },
        schema: Int,
        pageSize: Int,
        pageCount: Int,
        page: @escaping (Int) throws -> [UInt8],
        rows: @escaping (SQL) throws -> [RecordRow]
    ) {
        self.head = head
        self.origins = origins
        self.takesOver = takesOver
        self.rootAt = rootAt
        self.schema = schema
        self.pageSize = pageSize
        self.pageCount = pageCount
        self.page = page
        self.rows = rows
        erasure = nil
    }

    /// Nothing but the keyring of a record whose pages are a server's own matter.
    package init(
        keyringOf head: LogHead,
        schema: Int,
        erasure: String?,
        rows: @escaping (SQL) throws -> [RecordRow]
    ) {
        (self.head, self.schema, self.erasure, self.rows) = (head, schema, erasure, rows)
        origins = LogOrigins()
        takesOver = true
        rootAt = { _ in nil }
        (pageSize, pageCount) = (0, 0)
        page = { _ in throw BackupRefusal.noBackup }
    }
}

extension FolderTarget {
    /// Makes sure that this place has the newest keyring, by itself.
    /// - Returns: its number, which grows with each change.
    package func keepKeyring(of source: PageSource, keys: Keys, now: Date) throws -> Int64 {
        try KeyringExport.keep(of: source, keys: keys, in: self, made: now)
    }

    /// The newest keyring of this place, and the head that the log had when it was written.
    package func readKeyring(_ keys: Keys) throws -> (keyring: KeyringRead, head: CitedHead?) {
        guard let newest = try keyring() else { throw BackupRefusal.noKeyring }
        let header = try BackupReader(path(newest.name), keys: keys).header
        return (try KeyringRead(path(newest.name), keys: keys), header.cited)
    }
}

extension PageSource {
    /// Whether this log goes on from what a backup holds: the same log grown, or one that was
    /// restored after it.
    ///
    /// - Throws: `notTakenOver` where it would have to be told first that it takes over.
    package func follows(_ header: BackupHeader) throws -> Bool {
        let theirs = header.origin.flatMap { OpaqueID($0) }
        if let theirs, !origins.all.contains(where: { $0.id == theirs }) { return false }
        let isRestored = origins.current.map { $0.why != .first } ?? false
        if isRestored, theirs != origins.current?.id {
            guard takesOver else { throw BackupRefusal.notTakenOver }
            return true
        }
        guard header.size <= head.size else { return false }
        guard header.size > 0, let root = try rootAt(header.size) else { return true }
        return root.description == header.root
    }
}
