import Cases
import Ledger
package import Office
package import Stories

// What a changed calendar does to open cases: later, never earlier.

extension ServicesFeature {
    /// More cases than these are not looked at before a change; all are recounted after it.
    package static let mostLookedAt = 20_000

    /// How many open cases would be due later under a changed calendar.
    package func effect(of changed: RecordedCalendar) async throws -> Int {
        let keeper = keeper
        return try await store.read { reader in
            let force = try keeper.current(reader)
            let next = try keeper.calendars(with: changed, reader)
            let rows = try reader.rows(
                "SELECT id FROM cases WHERE ended IS NULL LIMIT \(Self.mostLookedAt)"
            )
            var later = 0
            for row in rows {
                guard let state = try reader.load(CaseID(try row.id("id")), force)?.state,
                    let now = state.due(force.calendars), let then = state.due(next)
                else { continue }
                if then.target > now.target { later += 1 }
            }
            return later
        }
    }

    /// Tells every open case its new targets where they are later than what was told.
    /// - Returns: how many were.
    @discardableResult
    package func recount(because cause: Code) async throws -> Int {
        let open = try await store.read { reader in
            try reader.rows("SELECT id FROM cases WHERE ended IS NULL").map {
                CaseID(try $0.id("id"))
            }
        }
        var told = 0
        for id in open {
            do {
                _ = try await cases.handle(
                    CaseDesk.Asked(
                        .recount(cause: cause),
                        on: id,
                        seen: nil,
                        who: .clock,
                        now: now()
                    )
                )
                told += 1
            } catch is CaseRefusal {
                // Nothing became later, or the case ended meanwhile.
                continue
            }
        }
        return told
    }
}
