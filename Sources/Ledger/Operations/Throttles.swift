package import Stories

/// Counts tries in the database, so that a restart or another node forgets none.
///
/// Five tries, then an hour's wait; five more, then a day's.
package struct Throttles: Sendable {
    package static let triesPerRound: Int64 = 5
    private static let shortWaitSeconds: Int64 = 3600
    private static let longWaitSeconds: Int64 = 86_400

    /// How long after the last one tries are counted together.
    static let rememberedSeconds = 2 * longWaitSeconds

    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// Counts one try on a key in a space; nil if it may go on, else when to come again.
    ///
    /// The key is kept as a keyed mark: an address or a phone may be one.
    package func attempt(
        _ space: Code,
        _ key: [UInt8],
        at now: Instant
    ) async throws(StoreError) -> Instant? {
        let mark = mark(space, key)
        let forgotten = now.adding(seconds: -Self.rememberedSeconds)
        let answers = try await store.operate([
            "DELETE FROM throttles WHERE key = \(mark) AND since < \(forgotten)",
            """
            INSERT INTO throttles (key, tries, since) VALUES (\(mark), 0, \(now))
            ON CONFLICT DO NOTHING
            """,
            """
            UPDATE throttles SET tries = tries + 1, since = \(now),
                blocked_until = CASE
                    WHEN (tries + 1) % \(Self.triesPerRound) <> 0 THEN NULL
                    WHEN tries + 1 = \(Self.triesPerRound)
                        THEN \(now.adding(seconds: Self.shortWaitSeconds))
                    ELSE \(now.adding(seconds: Self.longWaitSeconds)) END
            WHERE key = \(mark) AND (blocked_until IS NULL OR blocked_until <= \(now))
            RETURNING tries
            """,
            "SELECT blocked_until FROM throttles WHERE key = \(mark)",
        ])
        guard answers[2].isEmpty else { return nil }
        return try answers[3].first?.find("blocked_until")
    }

    /// Whether a key is blocked now, without counting a try; nil if it may go on.
    package func blocked(
        _ space: Code,
        _ key: [UInt8],
        at now: Instant,
        _ reader: Reader
    ) throws(StoreError) -> Instant? {
        try reader.row(
            SQL(
                text: "SELECT blocked_until FROM throttles WHERE key = $1 AND blocked_until > $2",
                [.blob(mark(space, key)), now.sqlValue]
            )
        )?.get("blocked_until")
    }

    /// Forgets the tries on a key, after the right answer.
    package func clear(_ space: Code, _ key: [UInt8]) async throws(StoreError) {
        try await store.operate(["DELETE FROM throttles WHERE key = \(mark(space, key))"])
    }

    private func mark(_ space: Code, _ key: [UInt8]) -> [UInt8] {
        store.vault.keys.mark("throttles", Array(space.text.utf8) + [0] + key)
    }
}
