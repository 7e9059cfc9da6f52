package import Ledger
package import Stories

/// What leaves the house once in a period to each of a few receivers.
///
/// Through the outbox as everything that does: asked for once however often somebody asks, claimed
/// before a try, marked once, under a key that stays the same at every start and on every node.
package struct RegularPost: Sendable {
    let store: RecordStore
    let keys: Keys
    let kind: Code

    /// What the keys of this post are made from; no other post has the same.
    let purpose: Code

    /// How long a try can last.
    let sendingSeconds: Int64
    let now: @Sendable () -> Instant

    /// What becomes of one delivery after a try.
    package enum Fate: Sendable {
        /// Taken, refused for good, or not wanted any more.
        case done
        case later(Instant)

        /// Tried again then, and the others of this round too: it is the way that is shut.
        case laterForAll(Instant)
    }

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        kind: Code,
        purpose: Code,
        sendingSeconds: Int64 = 45,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.keys = keys
        self.kind = kind
        self.purpose = purpose
        self.sendingSeconds = sendingSeconds
        self.now = now
    }

    /// Asks for one delivery to each receiver in a period.
    ///
    /// - Parameters:
    ///   - subject: what is delivered, as one word; read back as the first of `about`.
    ///   - seq: how far the log was then.
    package func ask(
        in period: String,
        for receivers: [String],
        subject: String? = nil,
        seq: Int64
    ) async throws {
        try await store.operate(
            receivers.map { receiver -> SQL in
                let words = [subject, "\(mark(receiver))"].compactMap { $0 }
                return """
                    INSERT INTO outbox (key, kind, about, seq, tries) VALUES (\
                    \(mark("\(period) \(receiver)")), \(kind), \
                    \(words.joined(separator: " ")), \(seq), \(0)) ON CONFLICT (key) DO NOTHING
                    """
            }
        )
    }

    /// Tries what is due, one after the other.
    package func round(
        most: Int,
        _ deliver: (Outbox.Leased) async throws -> Fate
    ) async throws {
        let outbox = Outbox(store)
        for _ in 0..<most {
            let start = now()
            let lease = Lease(
                at: start,
                seconds: sendingSeconds + Self.spareSeconds,
                sendingSeconds: sendingSeconds
            )
            let due = try await outbox.lease(
                [kind],
                at: start,
                until: lease.until,
                limit: 1
            )
            guard !Task.isCancelled, let leased = due.first else { return }
            guard lease.lets(beginAt: now()) else { continue }
            switch try await deliver(leased) {
            case .done: _ = try await outbox.done(leased, at: now())
            case .later(let next): try await outbox.postpone(leased, until: next)
            case .laterForAll(let next):
                try await outbox.postpone(leased, until: next)
                return
            }
        }
    }

    /// What a claim lasts longer than a try.
    private static let spareSeconds: Int64 = 15

    /// Whether a delivery is for this receiver.
    package func isFor(_ receiver: String, _ leased: Outbox.Leased) -> Bool {
        leased.effect.about.last?.text == "\(mark(receiver))"
    }

    /// Stands for a receiver in tables, where no address is written.
    package func mark(_ receiver: String) -> OpaqueID { Self.mark(receiver, purpose, keys) }

    package static func mark(_ words: String, _ purpose: Code, _ keys: Keys) -> OpaqueID {
        guard let id = OpaqueID(bytes: keys.mark(purpose, Array(words.utf8)).prefix(16)) else {
            preconditionFailure("an id has 16 bytes")
        }
        return id
    }
}
