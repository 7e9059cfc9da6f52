package import Stories

/// What operations leave behind, and nobody asks for again.
///
/// These tables have no index by time, for each submission would pay for it. So what is over is
/// found by a reader, off the writer's thread, and removed by its key, some hundred at a time:
/// nobody's commit waits for long.
package struct Leftovers: Sendable {
    /// An effect that was done stays this long, for whoever looks into what went wrong.
    package static let daysOfEffects: Int64 = 30

    private static let keysAtOnce: Int64 = 500

    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// Removes keys of commands whose days are over, effects done long ago and tries that are
    /// forgotten.
    package func sweep(at now: Instant) async throws(StoreError) {
        try await sweep("commands", where: "expires <= \(now)")
        let done = now.adding(seconds: -Self.daysOfEffects * 86_400)
        try await sweep("outbox", where: "done <= \(done)")
        let forgotten = now.adding(seconds: -Throttles.rememberedSeconds)
        try await sweep(
            "throttles",
            where: "since < \(forgotten) AND (blocked_until IS NULL OR blocked_until <= \(now))"
        )
    }

    private func sweep(_ table: StaticString, where isOver: SQL) async throws(StoreError) {
        var last: [UInt8] = []
        while true {
            let after = last
            let rows = try await store.reading { reader throws(StoreError) in
                try reader.rows(
                    """
                    SELECT key FROM \(name: table) WHERE key > \(after) AND \(isOver)
                    ORDER BY key LIMIT \(Self.keysAtOnce)
                    """
                )
            }
            var keys: [[UInt8]] = []
            for row in rows { keys.append(try row.blob("key")) }
            guard let end = keys.last else { return }
            // Asked once more: a key may have been taken anew since it was read.
            try await store.operate([
                "DELETE FROM \(name: table) WHERE key IN (\(each: keys)) AND \(isOver)"
            ])
            last = end
        }
    }
}
