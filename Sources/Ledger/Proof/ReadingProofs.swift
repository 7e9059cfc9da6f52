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
    /// A log whose beginning is not that of its last checkpoint is not signed for. Nor is anything
    /// kept in a log that is another one by then: nil is the answer of a node that slept through a
    /// failover.
    @discardableResult
    package func keepCheckpoint(
        by keys: Keys,
        at now: Instant
    ) async throws(StoreError) -> KeptCheckpoint? {
        let read = try await reading { reader throws(StoreError) in
            try HeadToSign(reader)
        }
        guard let read else { return nil }
        let head = read.head
        if let last = read.last {
            if last.size == head.size { return last }
            guard let before = read.rootAtLast, let note = SignedNote(last.note),
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
        let log = LogStory.stream
        try await operate([
            """
            INSERT INTO checkpoints (size, made, note) SELECT seq, \(now), \(note) FROM events
            WHERE seq = \(head.size) AND bytes = \(read.lastEvent) AND NOT EXISTS (
            SELECT 1 FROM events o WHERE o.stream_id = \(log.id) AND o.stream_kind = \(log.kind.word)
            AND o.version > \(read.version.count))
            ON CONFLICT DO NOTHING
            """
        ])
        return try await reading { reader throws(StoreError) in
            try reader.checkpoint(at: head.size)
        }
    }
}

/// What was read of the log to sign its head.
private struct HeadToSign: Sendable {
    let head: Checkpoint
    let lastEvent: [UInt8]

    /// Of the log's own story, which a new origin goes on.
    let version: Version
    let last: KeptCheckpoint?

    /// What the last checkpoint has to say; nil where the log is shorter than that.
    let rootAtLast: TreeHash?

    /// Nil where the log has no origin yet.
    init?(_ reader: Reader) throws(StoreError) {
        guard let head = try reader.unsignedCheckpoint() else { return nil }
        let row = try reader.row("SELECT bytes FROM events WHERE seq = \(head.size)")
        guard let row else { throw StoreError(.damaged, "the event \(head.size) is not there") }
        self.head = head
        lastEvent = try row.blob("bytes")
        version = try reader.state(of: LogStory.stream, as: LogStory.self).version
        last = try reader.checkpoint()
        guard let last, head.size >= last.size else {
            rootAtLast = nil
            return
        }
        rootAtLast = try reader.root(at: last.size)
    }
}
