import Cases
import Ledger
import Stories

extension ServicesFeature {
    /// Gives every case what time has brought: reminders, lateness, expiry.
    ///
    /// The row of a case says only when to look; what really happens is decided by its story.
    /// - Returns: how many commands were carried out.
    @discardableResult
    package func runTimers() async throws -> Int {
        let now = now()
        let keeper = keeper
        // Reminders come at most three days before a step's date.
        let soon = now.adding(seconds: 3 * 86_400)
        let waiting = CasePhase.waiting.rawValue
        let (candidates, force) = try await store.read { reader in
            let rows = try reader.rows(
                """
                SELECT id FROM cases WHERE ended IS NULL AND (\
                (phase = \(waiting) AND waits_until < \(now)) OR \
                (phase <> \(waiting) AND reminded = \(0) AND step_due < \(soon)) OR \
                (phase <> \(waiting) AND late = \(0) AND step_due < \(now))) LIMIT 500
                """
            )
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
                    _ = try await cases.handle(
                        CaseDesk.Asked(command, on: id, seen: nil, who: .clock, now: now)
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
