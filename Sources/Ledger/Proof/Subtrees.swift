import Stories

/// The stored roots of full subtrees: of 256 events, of 256 of those, and so on.
///
/// A row for each 256 events, written by the append that fills them. A proof then reads some
/// hundred rows at most, however long the log is; what is smaller is hashed anew from the events.
enum Subtrees {
    /// A page has `2^8` leaves, and the next kept height `2^16`.
    static let pageHeight = 8
    private static let highest = 24

    /// Keeps a page that is full, and what fills by it.
    ///
    /// The marks are those that stand beside the events, whatever became of their bytes meanwhile:
    /// nobody is kept from writing.
    static func keep(
        _ page: TreeHash,
        endingAt size: Int64,
        on connection: any Connection
    ) throws(StoreError) {
        var place = size >> Int64(pageHeight) - 1
        var (height, hash) = (pageHeight, page)
        var marks = try marks((place << 8)..<size, on: connection)
        while true {
            try connection.run(
                SQL(
                    text: """
                        INSERT INTO subtrees (height, place, hash, marks) \
                        VALUES ($1, $2, $3, $4)
                        """,
                    [.int(Int64(height)), .int(place), .blob(hash.bytes), .blob(marks)]
                )
            )
            marks = []
            guard (place + 1) % 256 == 0, height < highest else { return }
            place >>= 8
            hash = try root(of: kept(height, (place << 8)..<((place + 1) << 8), on: connection))
            height += pageHeight
        }
    }

    /// A page as it was when it filled: its root, and eight bytes of each of its leaves.
    struct Page {
        let hash: TreeHash
        let marks: [UInt8]

        /// What is kept of a leaf; empty where the page is damaged.
        func leaf(_ index: Int) -> ArraySlice<UInt8> { marks.dropFirst(index * 8).prefix(8) }

        /// The same as it stands beside the event; nil where the page is damaged.
        func leafMark(_ index: Int) -> Int64? {
            let bytes = leaf(index)
            guard bytes.count == 8 else { return nil }
            return Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    /// Enough of a leaf to say which event of a page was changed; the root says that one was.
    static func mark(of leaf: TreeHash) -> ArraySlice<UInt8> { leaf.bytes.prefix(8) }

    /// Nil where it is not there or no hash.
    static func page(
        _ place: Int64,
        on connection: any Connection
    ) throws(StoreError) -> Page? {
        let row = try connection.rows(
            SQL(
                text: "SELECT hash, marks FROM subtrees WHERE height = $1 AND place = $2",
                [.int(Int64(pageHeight)), .int(place)]
            )
        ).first
        guard let row, let hash = TreeHash(bytes: try row.blob("hash")) else { return nil }
        return Page(hash: hash, marks: try row.blob("marks"))
    }

    /// Whether the larger subtrees that end here are made of the smaller ones.
    static func higherFit(
        endingAt size: Int64,
        on connection: any Connection
    ) throws(StoreError) -> Bool {
        var height = pageHeight * 2
        while height <= highest, size % (1 << Int64(height)) == 0 {
            let place = size >> Int64(height) - 1
            let below = try kept(
                height - pageHeight,
                (place << 8)..<((place + 1) << 8),
                on: connection
            )
            guard try kept(height, place..<(place + 1), on: connection) == [root(of: below)] else {
                return false
            }
            height += pageHeight
        }
        return true
    }

    /// Stored roots of one height, in their order.
    static func kept(
        _ height: Int,
        _ places: Range<Int64>,
        on connection: any Connection
    ) throws(StoreError) -> [TreeHash] {
        let rows = try connection.rows(
            SQL(
                text: """
                    SELECT hash FROM subtrees WHERE height = $1 AND place >= $2 AND place < $3 \
                    ORDER BY place
                    """,
                [.int(Int64(height)), .int(places.lowerBound), .int(places.upperBound)]
            )
        )
        var hashes: [TreeHash] = []
        for row in rows {
            guard let hash = TreeHash(bytes: try row.blob("hash")) else {
                throw StoreError(.damaged, "a stored subtree is no hash")
            }
            hashes.append(hash)
        }
        guard hashes.count == places.count else {
            throw StoreError(.damaged, "stored subtrees of height \(height) are missing")
        }
        return hashes
    }

    /// The root over hashes of one height.
    static func root(of hashes: [TreeHash]) -> TreeHash {
        var head = LogHead()
        for hash in hashes { head.add(hash) }
        return head.root
    }

    /// The marks beside the events of a range, eight bytes each.
    private static func marks(
        _ range: Range<Int64>,
        on connection: any Connection
    ) throws(StoreError) -> [UInt8] {
        let rows = try connection.rows(
            SQL(
                text: "SELECT mark FROM events WHERE seq > $1 AND seq <= $2 ORDER BY seq",
                [.int(range.lowerBound), .int(range.upperBound)]
            )
        )
        var marks: [UInt8] = []
        for row in rows {
            let mark = UInt64(bitPattern: try row.int("mark"))
            marks += stride(from: 56, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: mark >> $0)
            }
        }
        return marks
    }

    /// The leaves of a range, hashed from the bytes of their events.
    ///
    /// - Throws: `StoreError` of kind `damaged` where one is not what was appended: nothing is
    ///   proven by it.
    static func leaves(
        _ range: Range<Int64>,
        on connection: any Connection
    ) throws(StoreError) -> [TreeHash] {
        let rows = try connection.rows(
            SQL(
                text: """
                    SELECT seq, bytes, mark FROM events WHERE seq > $1 AND seq <= $2 ORDER BY seq
                    """,
                [.int(range.lowerBound), .int(range.upperBound)]
            )
        )
        var leaves: [TreeHash] = []
        for row in rows {
            let leaf = TreeHash.leaf(try row.blob("bytes"))
            guard try leaf.mark == row.int("mark") else {
                throw StoreError(.damaged, "the bytes of event \(try row.int("seq")) were changed")
            }
            leaves.append(leaf)
        }
        guard leaves.count == range.count else {
            throw StoreError(.damaged, "events of \(range) are missing")
        }
        return leaves
    }

    /// The root over any range that a proof asks for: it begins where a subtree may begin.
    static func root(
        of range: Range<Int64>,
        on connection: any Connection
    ) throws(StoreError) -> TreeHash {
        var roots: [TreeHash] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let rest = range.upperBound - start
            let height = Int64.bitWidth - 1 - rest.leadingZeroBitCount
            let end = start + 1 << Int64(height)
            roots.append(try full(height, start..<end, on: connection))
            start = end
        }
        guard var root = roots.popLast() else { return .empty }
        for left in roots.reversed() { root = .node(left, root) }
        return root
    }

    private static func full(
        _ height: Int,
        _ range: Range<Int64>,
        on connection: any Connection
    ) throws(StoreError) -> TreeHash {
        guard height >= pageHeight else { return root(of: try leaves(range, on: connection)) }
        let stored = min(height / pageHeight * pageHeight, highest)
        let places = (range.lowerBound >> Int64(stored))..<(range.upperBound >> Int64(stored))
        return root(of: try kept(stored, places, on: connection))
    }
}

/// Fills in the subtrees of events that were recorded before they were kept, a piece at a time.
///
/// Answers with no row once all are there.
struct FillingSubtrees: GroupWork {
    private static let pages: Int64 = 256

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        let row = try connection.rows(
            SQL(
                text: "SELECT max(place) AS last FROM subtrees WHERE height = $1",
                [.int(Int64(Subtrees.pageHeight))]
            )
        ).first
        let last: Int64? = try row?.find("last")
        let next = last.map { $0 + 1 } ?? 0
        let all = head.size >> Int64(Subtrees.pageHeight)
        guard next < all else { return .rows([]) }
        for place in next..<min(all, next + Self.pages) {
            let range = (place << 8)..<((place + 1) << 8)
            let page = Subtrees.root(of: try Subtrees.leaves(range, on: connection))
            try Subtrees.keep(page, endingAt: range.upperBound, on: connection)
        }
        return .rows([[]])
    }
}
