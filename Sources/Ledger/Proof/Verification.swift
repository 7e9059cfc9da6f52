package import Crypto
package import Stories

/// What reading the whole record through has shown.
///
/// Without a head that somebody else holds it says at best "consistent in itself, not compared
/// with a witness".
package struct Verification: Hashable, Sendable {
    /// The head computed from the events themselves.
    package var computed = LogHead()

    /// The head as the database has it.
    package var kept = LogHead()

    /// Everything that is not as it was written, by its place in the log.
    package var flaws: [Flaw] = []

    /// Payloads that were opened and fit.
    package var opened = 0

    /// Payloads that nobody opened for want of keys, and whose sealed bytes are as they were.
    package var unopened = 0

    /// Payloads that are gone as a fact says.
    package var erased = 0

    /// Uploaded files that were opened and are whole.
    package var files = 0

    /// Checkpoints that fit the tree and our key.
    package var checkpoints = 0

    /// The roots that the log had at the sizes asked for.
    package var roots: [Int64: TreeHash] = [:]

    /// Events that cannot be read, or stand in another place than they say.
    package var damaged: [Int64] { flaws.filter { $0.what == .unreadable }.map(\.first) }

    /// Payloads that do not open to what a fact committed to.
    package var broken: [PayloadID] {
        flaws.compactMap { if case .payloadChanged(let id) = $0.what { id } else { nil } }
    }

    /// Payloads that are gone although no fact says that they were erased.
    package var lost: [PayloadID] {
        flaws.compactMap { if case .payloadLost(let id) = $0.what { id } else { nil } }
    }

    package var isConsistent: Bool { computed == kept && flaws.isEmpty }
}

/// One thing in the record that is not as it was written.
package struct Flaw: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// The event cannot be read, or its bytes name another place.
        case unreadable

        /// The bytes are not those that were recorded.
        case eventChanged

        /// One of the events from `first` to `last` is not the one that was recorded.
        case someEventChanged

        /// The event is as it was, and what stands beside it to check it by is not.
        case markChanged
        case payloadChanged(PayloadID)
        case payloadLost(PayloadID)

        /// The key of this dossier cannot be used any more: what is sealed under it is lost.
        case keyChanged(OpaqueID)

        /// The uploaded file does not open to what was sealed.
        case fileChanged(OpaqueID)

        /// The uploaded file is gone although its dossier was not erased.
        case fileLost(OpaqueID)

        /// What was published has another digest than the facts name.
        case contentChanged(digest: [UInt8])

        /// The stored subtree that ends here is not that of the events.
        case subtreeChanged

        /// The checkpoint of this size does not fit the events before it.
        case checkpointChanged

        /// The checkpoint of this size cannot be read, or another key has signed it.
        case checkpointUnreadable

        /// The log ends elsewhere than its head says.
        case headChanged
    }

    package let first: Int64
    package let last: Int64

    /// The stream of the event, where it is known.
    package let stream: String?
    package let what: What

    /// Whether it is the bytes of events that were changed.
    package var isOfEvents: Bool {
        switch what {
        case .unreadable, .eventChanged, .someEventChanged: true
        case .markChanged, .payloadChanged, .payloadLost, .keyChanged, .fileChanged,
            .fileLost, .contentChanged, .subtreeChanged, .checkpointChanged, .checkpointUnreadable,
            .headChanged:
            false
        }
    }

    package init(
        _ what: What,
        at first: Int64,
        through last: Int64? = nil,
        in stream: String? = nil
    ) {
        self.first = first
        self.last = last ?? first
        self.stream = stream
        self.what = what
    }
}

/// What a reading through takes for granted, asks for and tells.
package struct ReadingThroughOrder: Sendable {
    /// Gives the payloads that an event declares erased.
    package var excuses: @Sendable (RecordedEvent) throws(StoreError) -> [PayloadID]

    /// The only kinds of events that excuse anything; nil asks for every event, which is slow.
    package var excusing: Set<Code>?

    /// The key that signs heads, where nothing else of the installation is at hand: payloads then
    /// stay sealed, and only their sealed bytes are looked at.
    package var publicKey: Curve25519.Signing.PublicKey?

    /// Where the uploaded files lie; nil asks nothing about them.
    package var files: FilePlace?

    /// Sizes whose roots are wanted, to be compared with a witness.
    package var sizes: Set<Int64> = []

    /// Hears how many events were read, of how many.
    package var progress: @Sendable (Int64, Int64) -> Void = { _, _ in }

    package init(
        excusing: Set<Code>? = nil,
        excuses: @Sendable @escaping (RecordedEvent) throws(StoreError) -> [PayloadID]
    ) {
        self.excusing = excusing
        self.excuses = excuses
    }
}

extension RecordStore {
    /// Reads the whole record through: events, tree, payloads, checkpoints.
    ///
    /// `excuses` gives the payloads that an event declares erased.
    package func verify(
        excuses: @Sendable @escaping (RecordedEvent) throws(StoreError) -> [PayloadID]
    ) async throws(StoreError) -> Verification {
        try await reading { reader throws(StoreError) in
            try reader.readThrough(ReadingThroughOrder(excuses: excuses))
        }
    }
}

extension Reader {
    /// A reader of a database that nobody has opened as a record: for reading it through while
    /// a server writes, or before one may.
    package init(_ connection: any Connection, keys: Keys) {
        self.init(connection: connection, vault: Vault(keys: keys))
    }

    /// The payloads sealed in a dossier, for the fact that declares them erased.
    package func payloads(of dossier: DossierID) throws(StoreError) -> [PayloadID] {
        var payloads: [PayloadID] = []
        for row in try rows("SELECT id FROM payloads WHERE dossier = \(dossier) ORDER BY id") {
            payloads.append(try row.get("id"))
        }
        return payloads
    }

    /// Reads the whole record through, as one state of it.
    package func readThrough(
        _ order: ReadingThroughOrder
    ) throws(StoreError) -> Verification {
        var reading = ReadingThrough(self, order)
        return try reading.run()
    }
}
