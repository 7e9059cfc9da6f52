package import Ledger

/// One state of a record's pages, wherever it comes from.
package struct PageSource {
    let head: LogHead
    let schema: Int
    let pageSize: Int
    let pageCount: Int
    let page: (Int) throws -> [UInt8]
    let rows: (SQL) throws -> [RecordRow]

    package init(
        head: LogHead,
        schema: Int,
        pageSize: Int,
        pageCount: Int,
        page: @escaping (Int) throws -> [UInt8],
        rows: @escaping (SQL) throws -> [RecordRow]
    ) {
        self.head = head
        self.schema = schema
        self.pageSize = pageSize
        self.pageCount = pageCount
        self.page = page
        self.rows = rows
    }
}
