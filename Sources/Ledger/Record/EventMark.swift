import Stories

extension TreeHash {
    /// The first eight bytes as a number: kept beside an event when it is appended, so that a
    /// byte which the disk turned is noticed by whoever reads the event.
    ///
    /// It guards against accidents. Whoever changes an event on purpose can change its mark too;
    /// against that there is the tree.
    var mark: Int64 { Int64(bitPattern: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }) }
}

extension Connection {
    /// The event in a row of `seq`, `bytes` and `mark`.
    ///
    /// - Throws: `StoreError` of kind `damaged` where the bytes are not those that were appended.
    func event(in row: RecordRow) throws(StoreError) -> RecordedEvent {
        let (seq, bytes) = (try row.int("seq"), try row.blob("bytes"))
        let mark: Int64? = try row.find("mark")
        guard TreeHash.leaf(bytes).mark == mark else { throw try changed(seq) }
        return try RecordedEvent(seq: seq, bytes: bytes)
    }

    /// Says which event it is by what stands beside its bytes, which cannot be trusted now.
    private func changed(_ seq: Int64) throws(StoreError) -> StoreError {
        let row = try rows("SELECT stream_kind, stream_id FROM events WHERE seq = \(seq)").first
        let kind: String = try row?.find("stream_kind") ?? "?"
        let id: OpaqueID? = try row?.find("stream_id")
        return StoreError(
            .damaged,
            "the bytes of event \(seq) (\(kind)/\(id.map { "\($0)" } ?? "?")) were changed"
        )
    }
}
