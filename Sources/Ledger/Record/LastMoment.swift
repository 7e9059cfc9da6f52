package import Stories

extension Reader {
    /// The latest moment that the record tells of; nil for an empty one.
    package func lastMoment() throws(StoreError) -> Instant? { try connection.lastMoment() }
}

extension Connection {
    /// The latest moment that the record tells of; nil for an empty one.
    ///
    /// Requests are recorded in the order of their commits, so the last event may be some
    /// milliseconds older than one before it: the last few are asked. What stands before a
    /// correction of the clock does not count, and neither does an event whose bytes were changed:
    /// a turned bit must not set the clock.
    package func lastMoment() throws(StoreError) -> Instant? {
        var latest: Instant?
        for row in try rows("SELECT seq, bytes, mark FROM events ORDER BY seq DESC LIMIT 32") {
            let event: RecordedEvent
            do throws(StoreError) { event = try self.event(in: row) } catch {
                if error.kind == .damaged { continue }
                throw error
            }
            latest = latest.map { max($0, event.place.at) } ?? event.place.at
            if event.stream.kind == .clock { break }
        }
        return latest
    }
}

extension StreamKind {
    /// The stream in which corrections of the machine's clock stand.
    package static let clock: StreamKind = "clock"
}

/// Which migration a database stands at, and which this program knows.
package struct SchemaState: Hashable, Sendable {
    /// 0 for a database that was not made yet.
    package let stored: Int
    package let known: Int

    package var isNewer: Bool { stored > known }
    package var needsUpgrade: Bool { stored > 0 && stored < known }

    package init(stored: Int, known: Int) {
        self.stored = stored
        self.known = known
    }

    /// Asks a database that may be of any age.
    package init(
        on connection: any ReaderConnection,
        knowing steps: [Migrations.Step] = Migrations.all
    ) throws(StoreError) {
        let row =
            try connection.tables().contains("migrations")
            ? try connection.rows("SELECT max(number) AS last FROM migrations").first : nil
        self.init(stored: try row?.find("last") ?? 0, known: steps.count)
    }
}
