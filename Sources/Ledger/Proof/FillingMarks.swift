import Stories

/// Writes marks beside events that were recorded before there were any, a piece at a time.
///
/// From the first event to the last, so that those without a mark are always the end of the log.
/// Answers with no row once all are there.
struct FillingMarks: GroupWork {
    private static let pages: Int64 = 32

    /// Up to here, an end of a page, all have theirs.
    let done: Int64

    /// How far the next piece comes.
    var end: Int64 { done + Self.pages << Int64(Subtrees.pageHeight) }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        guard done < head.size else { return .rows([]) }
        for place in (done >> 8)..<min(end >> 8, (head.size + 255) >> 8) {
            try fill(place, on: connection)
        }
        return .rows([[]])
    }

    /// Marks of one page.
    ///
    /// A page that filled long ago has its root and its marks; where its bytes are other ones by
    /// now, those marks say so. In the last page the bytes are all there is.
    private func fill(_ place: Int64, on connection: any Connection) throws(StoreError) {
        let rows = try connection.rows(
            """
            SELECT seq, bytes FROM events WHERE seq > \(place << 8)
            AND seq <= \((place + 1) << 8) ORDER BY seq
            """
        )
        var leaves: [TreeHash] = []
        for row in rows { leaves.append(.leaf(try row.blob("bytes"))) }
        let stored = try Subtrees.page(place, on: connection)
        let fits = stored.map { $0.hash == Subtrees.root(of: leaves) } ?? true
        for (index, row) in rows.enumerated() {
            let kept = fits ? nil : stored?.leafMark(index)
            let mark = kept ?? leaves[index].mark
            try connection.run(
                """
                UPDATE events SET mark = \(mark) WHERE seq = \(try row.int("seq"))
                AND mark IS NULL
                """
            )
        }
    }
}

extension RecordStore {
    /// Gives every event its mark: a record that is older than they are, or was left in the
    /// middle of this.
    func fillMarks() async throws(StoreError) {
        var filling = FillingMarks(
            done: try await reading { reader throws(StoreError) in
                try reader.markedPages()
            }
        )
        while true {
            guard case .rows(let more) = try await engine.commit(filling), !more.isEmpty else {
                return
            }
            filling = FillingMarks(done: filling.end)
        }
    }
}

extension Reader {
    /// The end of the last page before which all events have a mark; the size of the log where
    /// none is without.
    fileprivate func markedPages() throws(StoreError) -> Int64 {
        let size = try head().size
        var (marked, unmarked): (Int64, Int64) = (0, size)
        guard size > 0, try !hasMark(size) else { return size }
        while unmarked - marked > 1 {
            let middle = (marked + unmarked) / 2
            if try hasMark(middle) { marked = middle } else { unmarked = middle }
        }
        return (marked >> 8) << 8
    }

    private func hasMark(_ seq: Int64) throws(StoreError) -> Bool {
        let mark: Int64? = try row("SELECT mark FROM events WHERE seq = \(seq)")?.find("mark")
        return mark != nil
    }
}
