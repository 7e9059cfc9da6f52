package import Stories

extension Reader {
    /// The root that the log had when it held so many events.
    package func root(at size: Int64) throws(StoreError) -> TreeHash {
        try Subtrees.root(of: 0..<size, on: connection)
    }

    /// What shows that the event `seq` stands in the log of this size; nil where it does not.
    package func inclusion(of seq: Int64, in size: Int64) throws(StoreError) -> [TreeHash]? {
        guard try head().size >= size else { return nil }
        return try roots(TreeProof.inclusion(of: seq - 1, in: size))
    }

    /// What shows that the log of one size is the beginning of that of another; nil where the
    /// sizes are none of this log.
    package func consistency(from: Int64, to: Int64) throws(StoreError) -> [TreeHash]? {
        guard try head().size >= to else { return nil }
        return try roots(TreeProof.consistency(from: from, to: to))
    }

    /// The head as it is now, to be signed; nil where the log has no origin yet.
    package func unsignedCheckpoint() throws(StoreError) -> Checkpoint? {
        guard let origin = try origin() else { return nil }
        let head = try head()
        return Checkpoint(origin: origin.id, size: head.size, root: head.root)
    }

    /// The stored checkpoint of a size, or the newest; nil where there is none.
    package func checkpoint(at size: Int64? = nil) throws(StoreError) -> KeptCheckpoint? {
        let newest: SQL = "SELECT size, made, note FROM checkpoints ORDER BY size DESC LIMIT 1"
        let one: SQL? = size.map { "SELECT size, made, note FROM checkpoints WHERE size = \($0)" }
        return try row(one ?? newest).map(KeptCheckpoint.init(_:))
    }

    /// All stored checkpoints, oldest first.
    package func checkpoints() throws(StoreError) -> [KeptCheckpoint] {
        var kept: [KeptCheckpoint] = []
        for row in try rows("SELECT size, made, note FROM checkpoints ORDER BY size") {
            kept.append(try KeptCheckpoint(row))
        }
        return kept
    }

    private func roots(_ path: [Range<Int64>]?) throws(StoreError) -> [TreeHash]? {
        guard let path else { return nil }
        var hashes: [TreeHash] = []
        for range in path { hashes.append(try Subtrees.root(of: range, on: connection)) }
        return hashes
    }
}

/// A checkpoint as the record keeps it.
package struct KeptCheckpoint: Hashable, Sendable {
    package let size: Int64
    package let made: Instant

    /// The signed note, as it was handed out.
    package let note: String

    fileprivate init(_ row: RecordRow) throws(StoreError) {
        size = try row.int("size")
        made = try row.get("made")
        note = try row.text("note")
    }
}

extension RecordStore {
    /// Signs the head as it stands and keeps it, where events came since the last time.
    ///
    /// A log whose beginning is not that of its last checkpoint is not signed for.
    @discardableResult
    package func keepCheckpoint(
        by keys: Keys,
        at now: Instant
    ) async throws(StoreError) -> KeptCheckpoint? {
        let (head, last, before) = try await reading {
            reader throws(StoreError) -> (Checkpoint?, KeptCheckpoint?, TreeHash?) in
            let last = try reader.checkpoint()
            let head = try reader.unsignedCheckpoint()
            guard let last, let head, head.size >= last.size else { return (head, last, nil) }
            return (head, last, try reader.root(at: last.size))
        }
        guard let head else { return nil }
        if let last {
            if last.size == head.size { return last }
            guard let before, let note = SignedNote(last.note),
                let signed = Checkpoint(text: note.text), signed.size == last.size,
                signed.root == before
            else {
                throw StoreError(
                    .damaged,
                    "the log does not begin as its checkpoint at \(last.size) says"
                )
            }
        }
        let note = try keys.sign(head).written
        try await operate([
            """
            INSERT INTO checkpoints (size, made, note) VALUES (\(head.size), \(now), \(note))
            ON CONFLICT DO NOTHING
            """
        ])
        return try await reading { reader throws(StoreError) in
            try reader.checkpoint(at: head.size)
        }
    }
}
