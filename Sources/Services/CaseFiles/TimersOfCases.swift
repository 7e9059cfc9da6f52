import Cases
package import Ledger
package import Stories

extension ServicesFeature {
    /// Gives every case what time has brought: reminders, lateness, expiry.
    ///
    /// The row of a case says only when to look; what really happens is decided by its story.
    /// - Returns: how many commands were carried out.
    @discardableResult
    package func runTimers() async throws -> Int { try await cases.runTimers(at: now()) }

    /// The cases that the clock looks at: who did not complete in time, what is late, what soon is.
    ///
    /// The words stand in the text, because an index over a part of the table is used only where
    /// the statement says that it stays within that part: however many cases there are, only those
    /// are touched that are looked at. What is late needs no reminder any more, and would stand in
    /// the way of what does. `reminded < 1` says what `reminded = 0` would; but then the index would
    /// no longer be read in its order, and thousands of cases may be due at the same minute.
    package static func lookedAt(by now: Instant, reminding soon: Instant) -> SQL {
        """
        SELECT id FROM (SELECT id FROM cases WHERE phase = 'menunggu_warga' \
        AND waits_until < \(now) ORDER BY waits_until, id LIMIT 500) AS waiting \
        UNION SELECT id FROM (SELECT id FROM cases WHERE ended IS NULL \
        AND phase <> 'menunggu_warga' AND late = 0 AND step_due < \(now) \
        ORDER BY step_due, reminded, id LIMIT 500) AS late \
        UNION SELECT id FROM (SELECT id FROM cases WHERE ended IS NULL \
        AND phase <> 'menunggu_warga' AND late = 0 AND reminded < 1 AND step_due < \(soon) \
        ORDER BY step_due, reminded, id LIMIT 500) AS soon ORDER BY id
        """
    }
}

extension CaseDesk {
    /// Gives every case what time has brought by `now`.
    /// - Returns: how many commands were carried out.
    @discardableResult
    package func runTimers(at now: Instant) async throws -> Int {
        let keeper = keeper
        // Reminders come at most three days before a step's date.
        let soon = now.adding(seconds: 3 * 86_400)
        let (candidates, force) = try await store.read { reader in
            let rows = try reader.rows(ServicesFeature.lookedAt(by: now, reminding: soon))
            return (
                try rows.map { CaseID(try $0.id("id")) }, try keeper.current(reader)
            )
        }
        var done = 0
        for id in candidates {
            let loaded = try await store.read { reader in try reader.load(id, force) }
            guard let loaded else { continue }
            let calendars = force.calendars
            for command in dueTimers(loaded.state, calendars, now: now) {
                do {
                    _ = try await handle(
                        Asked(command, on: id, seen: nil, who: .clock, now: now)
                    )
                    done += 1
                } catch is CaseRefusal {
                    // Somebody acted in between: there is nothing left for the clock to do.
                    continue
                }
            }
        }
        return done
    }
}
