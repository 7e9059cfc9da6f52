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
