package import Stories

/// Effects that are still to happen in the world: at least once, marked once.
package struct Outbox: Sendable {
    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// An effect that was claimed for sending.
    package struct Leased: Hashable, Sendable {
        package let effect: Effect

        /// The first event of the append that asked for it.
        package let seq: Int64

        /// Which attempt this is, from 1.
        package let attempt: Int64
    }

    /// Claims open effects before they are sent; nobody else gets them until `until`.
    package func lease(
        _ kinds: [Code],
        at now: Instant,
        until: Instant,
        limit: Int
    ) async throws(StoreError) -> [Leased] {
        let answers = try await store.operate([
            """
            UPDATE outbox SET leased_until = \(until), tries = tries + 1
            WHERE key IN (
                SELECT key FROM outbox
                WHERE done IS NULL AND kind IN (\(each: kinds))
                AND (leased_until IS NULL OR leased_until <= \(now))
                ORDER BY seq, key LIMIT \(limit)
            )
            RETURNING key, kind, about, seq, tries
            """
        ])
        var leased: [Leased] = []
        for row in answers.joined() {
            let about = try row.text("about").split(separator: " ").compactMap { Code(String($0)) }
            let effect = Effect(kind: try row.get("kind"), key: try row.id("key"), about: about)
            leased.append(
                Leased(
                    effect: effect,
                    seq: try row.int("seq"),
                    attempt: try row.int("tries")
                )
            )
        }
        return leased.sorted { ($0.seq, $0.effect.key) < ($1.seq, $1.effect.key) }
    }

    /// Marks an effect as done; false where it was marked before, or somebody else has claimed it
    /// since.
    package func done(_ leased: Leased, at now: Instant) async throws(StoreError) -> Bool {
        let answers = try await store.operate([
            "UPDATE outbox SET done = \(now) WHERE \(held(leased)) RETURNING key"
        ])
        return !answers.joined().isEmpty
    }

    /// Puts a failed effect off until later.
    package func postpone(_ leased: Leased, until: Instant) async throws(StoreError) {
        try await store.operate([
            "UPDATE outbox SET leased_until = \(until) WHERE \(held(leased))"
        ])
    }

    /// The row of an effect, as long as nobody has claimed it again: the number of tries is the
    /// claim's term.
    private func held(_ leased: Leased) -> SQL {
        "key = \(leased.effect.key) AND tries = \(leased.attempt) AND done IS NULL"
    }
}
