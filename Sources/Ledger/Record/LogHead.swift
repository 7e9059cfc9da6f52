import Crypto
import Stories

/// A node of the Merkle tree over the log: SHA-256 as RFC 9162 builds it.
package struct TreeHash: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    private init(digest: SHA256.Digest) { bytes = Array(digest) }

    /// The root of a tree without leaves.
    package static let empty = TreeHash(digest: SHA256.hash(data: [UInt8]()))

    /// `SHA-256(0x00 ‖ bytes)`.
    package static func leaf(_ bytes: [UInt8]) -> TreeHash {
        var hash = SHA256()
        hash.update(data: [0x00] as [UInt8])
        hash.update(data: bytes)
        return TreeHash(digest: hash.finalize())
    }

    /// `SHA-256(0x01 ‖ left ‖ right)`.
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hash = SHA256()
        hash.update(data: [0x01] as [UInt8])
        hash.update(data: left.bytes)
        hash.update(data: right.bytes)
        return TreeHash(digest: hash.finalize())
    }

    package var description: String { hexadecimal(bytes) }
}

/// How many events there are, and the roots of the full subtrees over them, largest first.
///
/// One row of the database holds both; the root of the whole tree follows from them.
package struct LogHead: Hashable, Sendable {
    package private(set) var size: Int64 = 0
    package private(set) var frontier: [TreeHash] = []

    package init() {}

    package init?(size: Int64, frontier: [TreeHash]) {
        guard size >= 0, size.nonzeroBitCount == frontier.count else { return nil }
        self.size = size
        self.frontier = frontier
    }

    /// The root over all leaves, in logarithmic time.
    package var root: TreeHash {
        guard var root = frontier.last else { return .empty }
        for left in frontier.dropLast().reversed() { root = .node(left, root) }
        return root
    }

    /// Adds a leaf; gives the root of a page of 256 leaves where this one fills it.
    @discardableResult
    package mutating func add(_ leaf: TreeHash) -> TreeHash? {
        var node = leaf
        var page: TreeHash?
        for height in 1..<((~size).trailingZeroBitCount + 1) {
            node = .node(frontier.removeLast(), node)
            if height == Subtrees.pageHeight { page = node }
        }
        frontier.append(node)
        size += 1
        return page
    }

    /// The statement that answers with the one row of it.
    package static let row = SQL(text: "SELECT size, frontier FROM log_head WHERE one = 1")

    package static func read(on connection: any Connection) throws(StoreError) -> LogHead {
        try LogHead(in: try connection.rows(row))
    }

    /// The head in the answer to `row`.
    init(in rows: [RecordRow]) throws(StoreError) {
        guard let row = rows.first else { throw StoreError(.damaged, "there is no log head") }
        let bytes = try row.blob("frontier")
        let frontier = stride(from: 0, to: bytes.count, by: 32)
            .compactMap { TreeHash(bytes: Array(bytes[$0..<min($0 + 32, bytes.count)])) }
        guard let head = LogHead(size: try row.int("size"), frontier: frontier) else {
            throw StoreError(.damaged, "the frontier does not fit the size of the log")
        }
        self = head
    }

    /// Puts size and frontier in the place of those that the group began with.
    ///
    /// A head of another size would become one of none, which the table refuses.
    package func write(
        over before: LogHead,
        on connection: any Connection
    ) throws(StoreError) {
        try connection.send(
            SQL(
                text: """
                    UPDATE log_head SET size = CASE size WHEN $1 THEN $2 END, frontier = $3 \
                    WHERE one = 1
                    """,
                [.int(before.size), .int(size), .blob(frontier.flatMap(\.bytes))]
            )
        )
    }

    /// Compares the head with the last events: their count, and the smallest full subtree.
    package func verifyTail(on connection: any Connection) throws(StoreError) {
        let last = try connection.rows(SQL(text: "SELECT max(seq) AS last FROM events")).first
        let found: Int64 = try last?.find("last") ?? 0
        guard found == size else {
            throw StoreError(.damaged, "the log has \(found) events and its head says \(size)")
        }
        let subtree: Int64 = size == 0 ? 0 : 1 << Int64(size.trailingZeroBitCount)
        guard subtree > 0, subtree <= 4096 else { return }
        var tail = LogHead()
        let rows = try connection.rows(
            SQL(
                text: "SELECT bytes FROM events WHERE seq > $1 ORDER BY seq",
                [.int(size - subtree)]
            )
        )
        for row in rows { tail.add(.leaf(try row.blob("bytes"))) }
        guard tail.size == subtree, tail.root == frontier.last else {
            throw StoreError(.damaged, "the last events are not those of the log head")
        }
    }
}
