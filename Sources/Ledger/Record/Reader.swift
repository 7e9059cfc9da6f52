package import Stories

/// Reads of one request: one held connection, one state of the record.
///
/// Valid only inside the closure that it is handed to.
package struct Reader {
    let connection: any Connection
    let vault: Vault

    /// The rows that a SELECT gives.
    package func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] { try connection.rows(sql) }

    /// The first row that a SELECT gives, if any.
    package func row(_ sql: SQL) throws(StoreError) -> RecordRow? { try rows(sql).first }

    /// The events of a stream after a version, in order and without a gap.
    ///
    /// - Throws: `StoreError` of kind `damaged` where one is not what was appended, or is gone.
    package func history(
        of stream: Stream,
        after version: Version = 0
    ) throws(StoreError) -> [RecordedEvent] {
        let found = try events(
            SQL(
                text: """
                    SELECT seq, bytes, mark FROM events WHERE stream_id = $1 AND stream_kind = $2 \
                    AND version > $3 ORDER BY version
                    """,
                [stream.id.sqlValue, stream.kind.word.sqlValue, version.sqlValue]
            )
        )
        var last = version
        for event in found {
            guard event.stream == stream, event.version == last + 1 else {
                throw StoreError(
                    .damaged,
                    "the event \(event.seq) is not the one after \(last) of \(stream)"
                )
            }
            last = event.version
        }
        return found
    }

    /// The version of a stream's last event; 0 where it has none.
    package func version(of stream: Stream) throws(StoreError) -> Version {
        try row(AppendPlan.version(of: stream))?.find("version") ?? 0
    }

    /// Events of all streams after a `seq`, in order.
    ///
    /// - Throws: `StoreError` of kind `damaged` where one is not what was appended.
    package func events(after seq: Int64, limit: Int) throws(StoreError) -> [RecordedEvent] {
        try events(
            SQL(
                text: "SELECT seq, bytes, mark FROM events WHERE seq > $1 ORDER BY seq LIMIT $2",
                [.int(seq), .int(Int64(limit))]
            )
        )
    }

    /// The state that a stream's facts lead to, and the version to expect when appending.
    package func state<S: Story>(
        of stream: Stream,
        as story: S.Type
    ) throws(StoreError) -> (state: S.State, version: Version) {
        precondition(stream.kind == S.kind, "\(stream) is no \(S.self)")
        var state = S.beginning
        var version: Version = 0
        for event in try history(of: stream) {
            S.evolve(&state, try event.fact(S.Fact.self))
            version = event.version
        }
        return (state, version)
    }

    /// The bytes that a fact committed to; nil where their dossier was erased.
    package func open(_ payload: PayloadID) throws(StoreError) -> [UInt8]? {
        try vault.open(payload, on: connection)?.bytes
    }

    /// The payload with its blinding, as the citizen's receipt needs it.
    package func payload(_ id: PayloadID) throws(StoreError) -> Payload? {
        try vault.open(id, on: connection)
    }

    /// The content of a sealed row; nil where its dossier was erased.
    package func openRow(
        _ sealed: [UInt8],
        at place: SealedPlace
    ) throws(StoreError) -> [UInt8]? {
        try vault.openRow(sealed, at: place, on: connection)
    }

    /// Public bytes by their digest.
    ///
    /// - Throws: `StoreError` of kind `damaged` where they have another digest by now.
    package func content(_ digest: Public) throws(StoreError) -> [UInt8]? {
        let row = try row(
            SQL(text: "SELECT bytes FROM content WHERE digest = $1", [.blob(digest.digest)])
        )
        guard let bytes = try row?.blob("bytes") else { return nil }
        guard Public(of: bytes) == digest else {
            throw StoreError(.damaged, "the content \(hexadecimal(digest.digest)) was changed")
        }
        return bytes
    }

    /// Where a counter stands; 0 before its first use.
    package func counter(_ name: Code) throws(StoreError) -> Int64 {
        try row(SQL(text: "SELECT value FROM counters WHERE name = $1", [name.sqlValue]))?
            .int("value") ?? 0
    }

    /// Size and root of the tree over all events.
    package func head() throws(StoreError) -> LogHead {
        try LogHead.read(on: connection)
    }

    private func events(_ sql: SQL) throws(StoreError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        for row in try rows(sql) { events.append(try connection.event(in: row)) }
        return events
    }
}
