import Blueprints
import Cases
import Ledger
import Office
package import Site
import Stories

// What a changed calendar would do to open cases: later, never earlier.

extension ServicesFeature {
    /// So many cases are looked at while somebody waits for the page; of more, every so many-th.
    private static let mostLookedAt = 2_000

    /// As many as help to see what is meant.
    private static let mostExamples = 5

    /// What other features may know of a change of the calendar.
    package var calendarEffects: CalendarEffects {
        CalendarEffects(
            effect: { try await effect(of: $0) },
            progress: { try await recountProgress() }
        )
    }

    /// How many open cases would be due later under a changed calendar.
    ///
    /// The identifiers are random, so every so many-th of them is a fair sample.
    package func effect(of change: CalendarChange, lookingAt most: Int = mostLookedAt) async throws
        -> CalendarEffect
    {
        let keeper = keeper
        return try await store.read { reader in
            let force = try keeper.current(reader)
            let next = try keeper.calendars(with: change.calendar, reader)
            let ids = try reader.casesThatNotice(change)
            let step = ids.count <= most ? 1 : (ids.count + most - 1) / most
            var (looked, moved) = (0, 0)
            var examples: [CalendarEffect.Example] = []
            for index in stride(from: 0, to: ids.count, by: step) {
                looked += 1
                let loaded = try reader.load(ids[index], force, openingAnswers: false)
                guard let loaded, let move = loaded.state.move(from: force.calendars, to: next)
                else { continue }
                moved += 1
                guard examples.count < Self.mostExamples else { continue }
                let subject = loaded.subject
                examples.append(
                    CalendarEffect.Example(
                        number: TrackingNumber.grouped(subject.tracking.digits),
                        service: Words(loaded.service.title),
                        unit: force.office.unit(subject.owner)?.name ?? subject.owner.text,
                        from: move.from,
                        to: move.to
                    )
                )
            }
            return CalendarEffect(looked: looked, of: ids.count, moved: moved, examples: examples)
        }
    }
}

extension Reader {
    /// The open cases that a change of the calendar can move: a promise that waits for the citizen
    /// stands still anyway.
    fileprivate func casesThatNotice(_ change: CalendarChange) throws -> [CaseID] {
        let unit: SQL = change.unit.map { " AND (owner = \($0) OR unit = \($0))" } ?? ""
        return try rows(
            """
            SELECT id FROM cases WHERE ended IS NULL AND phase <> 'menunggu_warga' \
            AND (due >= \(change.from) OR step_due >= \(change.from))\(unit) ORDER BY id
            """
        ).map { CaseID(try $0.id("id")) }
    }
}

extension CaseState {
    /// How the case's own date moves, or else that of its step; nil where neither becomes later.
    fileprivate func move(from calendars: UnitCalendars, to next: UnitCalendars) -> (
        from: Instant, to: Instant
    )? {
        for (now, then) in [(due(calendars), due(next)), (stepDue(calendars), stepDue(next))] {
            if let now, let then, then.target > now.target { return (now.target, then.target) }
        }
        return nil
    }
}
