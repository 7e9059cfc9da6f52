package import Stories

/// What keeps a submission from being taken twice, as the record keeps it: marks alone.
///
/// A restore that lost a case has lost this with it. Its citizen holds it in the receipt, so that
/// a phone that still waits to send the same form comes to the case and makes no second one. The
/// draft's id is in none of it and cannot be found from it.
package struct SentMarks: Hashable, Sendable {
    package var key: [UInt8]
    package var content: [UInt8]

    /// Who may ask again what became of it; nil where nobody may.
    package var holder: [UInt8]?

    /// Ours over the others and the case: without it nobody else's draft is shut from a receipt.
    package var bond: [UInt8]

    package init(key: [UInt8], content: [UInt8], holder: [UInt8]?, bond: [UInt8]) {
        self.key = key
        self.content = content
        self.holder = holder
        self.bond = bond
    }

    /// Whether we made them for this stream.
    package func isBound(to stream: Stream, by keys: Keys) -> Bool {
        let ours = Self.bond(key, content, holder, stream, keys)
        guard ours.count == bond.count else { return false }
        return zip(ours, bond).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    fileprivate static func bond(
        _ key: [UInt8],
        _ content: [UInt8],
        _ holder: [UInt8]?,
        _ stream: Stream,
        _ keys: Keys
    ) -> [UInt8] {
        let about = Array("\(stream)".utf8) + [0] + key + content + (holder ?? [])
        return keys.mark("receipt-marks", about)
    }

    /// Finds the marks of an event without going through all commands.
    package static let tables = [
        """
        CREATE INDEX IF NOT EXISTS commands_for_ever ON commands (first) WHERE expires IS NULL
        """
    ]

    /// Puts them back beside the first event of a stream, in the transaction that records it.
    ///
    /// Where the key is there already the whole append fails: it was looked for before.
    package func putBack(for stream: Stream, events: Int) -> SQL {
        """
        INSERT INTO commands (key, content, first, count, stream, expires, holder) \
        VALUES (\(key), \(content), (SELECT seq FROM events WHERE stream_id = \(stream.id) \
        AND stream_kind = \(stream.kind.word) AND version = 1), \(Int64(events)), \(stream), NULL, \
        \(holder))
        """
    }
}

extension Reader {
    /// The marks of the submission that led to an event; nil where it had none.
    package func sentMarks(of event: RecordedEvent) throws(StoreError) -> SentMarks? {
        let row = try row(
            """
            SELECT key, content, holder FROM commands \
            WHERE first = \(event.seq) AND expires IS NULL
            """
        )
        guard let row else { return nil }
        let (key, content) = (try row.blob("key"), try row.blob("content"))
        let holder: [UInt8]? = try row.find("holder")
        return SentMarks(
            key: key,
            content: content,
            holder: holder,
            bond: SentMarks.bond(key, content, holder, event.stream, vault.keys)
        )
    }

    /// The stream that a submission with these marks led to; nil where none came.
    package func stream(sentAs marks: SentMarks) throws(StoreError) -> Stream? {
        try row("SELECT stream FROM commands WHERE key = \(marks.key)")?.find("stream")
    }
}
