package import Stories

/// Where an event stands: its stream, its version in it, when and by whom.
package struct EventPlace: Hashable, Sendable {
    package let stream: Stream
    package let version: Version
    package let at: Instant
    package let by: Actor

    package init(stream: Stream, version: Version, at: Instant, by: Actor) {
        self.stream = stream
        self.version = version
        self.at = at
        self.by = by
    }
}

/// An event whose bytes are written but not yet recorded.
///
/// The bytes are made once, here, and stored as they are.
package struct NewEvent: Sendable {
    package let place: EventPlace

    /// The kind in the record: `case.submitted`.
    package let kind: Code
    package let bytes: [UInt8]

    /// The leaf of the tree over these bytes.
    package let leaf: TreeHash

    /// What the bytes say, for the views of the same transaction.
    private let fact: any FactShape
    private let fields: FactFields

    package var stream: Stream { place.stream }

    /// The same event as views see it, without reading its bytes back.
    var unread: RecordedEvent {
        RecordedEvent(seq: 0, place: place, kind: kind, bytes: bytes, fields: fields, known: fact)
    }

    /// Writes a fact down.
    ///
    /// `at`, `by`, `kind`, `stream` and `version` are the record's own fields; a fact that writes
    /// one of them must mean the same value, or it is not written.
    package init(_ fact: some FactShape, at place: EventPlace) throws(StoreError) {
        let kind = "\(place.stream.kind.word).\(fact.kind)"
        guard let code = Code(kind) else { throw StoreError(.damaged, "no kind: \(kind)") }
        var writer = FactWriter()
        fact.write(to: &writer)
        var fields = writer.fields
        let own: FactFields = [
            "at": place.at.json, "by": place.by.json, "kind": code.json,
            "stream": place.stream.json, "version": place.version.json,
        ]
        for field in own {
            guard fields[field.name].map({ $0 == field.value }) ?? true else {
                throw StoreError(
                    .damaged,
                    "\(kind) has a field \(field.name) of its own, which the record needs"
                )
            }
            fields[field.name] = field.value
        }
        do throws(FactUnreadable) {
            bytes = try CanonicalJSON.write(.object(fields))
        } catch {
            throw StoreError(.damaged, "\(kind) cannot be written", underlying: error)
        }
        self.place = place
        self.kind = code
        self.fact = fact
        self.fields = fields
        leaf = TreeHash.leaf(bytes)
    }
}

/// An event as it stands in the record.
package struct RecordedEvent: Sendable {
    /// Its place in the record: dense, from 1, in the order of commits.
    package let seq: Int64
    package let place: EventPlace
    package let kind: Code
    package let bytes: [UInt8]
    package let fields: FactFields

    /// The fact itself, where the event was written a moment ago.
    private let known: (any FactShape)?

    package var stream: Stream { place.stream }
    package var version: Version { place.version }
    package var at: Instant { place.at }
    package var by: Actor { place.by }

    /// Reads an event's bytes back.
    package init(seq: Int64, bytes: [UInt8]) throws(StoreError) {
        do throws(FactUnreadable) {
            guard case .object(let fields) = try CanonicalJSON.read(bytes) else {
                throw FactUnreadable("an event is an object")
            }
            let reader = FactReader(fields)
            self.init(
                seq: seq,
                place: EventPlace(
                    stream: try reader.get("stream"),
                    version: try reader.get("version"),
                    at: try reader.get("at"),
                    by: try reader.get("by")
                ),
                kind: try reader.get("kind"),
                bytes: bytes,
                fields: fields
            )
        } catch {
            throw StoreError(.damaged, "the event \(seq) cannot be read", underlying: error)
        }
    }

    init(
        seq: Int64,
        place: EventPlace,
        kind: Code,
        bytes: [UInt8],
        fields: FactFields,
        known: (any FactShape)? = nil
    ) {
        self.seq = seq
        self.place = place
        self.kind = kind
        self.bytes = bytes
        self.fields = fields
        self.known = known
    }

    /// The fact that this event records.
    ///
    /// Its reader also gives the record's own fields: `at`, `by`, `stream`, `version`.
    package func fact<F: FactShape>(_ shape: F.Type = F.self) throws(StoreError) -> F {
        if let known = known as? F { return known }
        let word = kind.text.utf8.dropFirst(stream.kind.word.text.utf8.count + 1)
        do throws(FactUnreadable) {
            guard let kind = Code(String(Substring(word))) else { throw FactUnreadable("no kind") }
            return try F(kind: kind, from: FactReader(fields))
        } catch {
            throw StoreError(.damaged, "\(kind) (\(seq)) is no \(F.self)", underlying: error)
        }
    }

    /// The commitments to personal content in this event.
    package var sealed: [Sealed] {
        fields.flatMap { field in
            if let one = Sealed(json: field.value) { return [one] }
            guard case .list(let items) = field.value else { return [Sealed]() }
            return items.compactMap { Sealed(json: $0) }
        }
    }
}
