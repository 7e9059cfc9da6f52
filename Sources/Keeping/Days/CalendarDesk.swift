import Ledger
import Office
import Site
import Stories

extension KeepingFeature {
    func recordedCalendar() async throws -> RecordedCalendar {
        try await store.read { reader in try reader.recordedCalendar() }
    }

    /// Records a change of the calendar; the open cases are told of it in the background.
    func change(_ command: CalendarFact, content: [UInt8], by actor: Actor) async throws {
        let stream = CalendarStory.stream
        let (state, version) = try await store.state(of: stream, as: CalendarStory.self)
        var append = try Append(
            try CalendarStory.decide(state, command, ()),
            to: stream,
            at: now(),
            by: actor,
            expecting: [stream: version]
        )
        append.content = [content]
        guard case .recorded = try await store.append(append) else { throw CalendarRefusal.movedOn }
    }

    /// What a change would do to the open cases.
    func effect(of fact: CalendarFact, content: [UInt8]) async throws -> CalendarEffect {
        let zone = try await regency().installation.zone
        var changed = try await recordedCalendar()
        let words = String(decoding: content, as: UTF8.self)
        let unit: Code?
        let from: Instant
        switch fact {
        case .decreed(let year, _):
            changed.years[year] = DecreeReading.holidays(in: content)
            unit = nil
            from = zone.instant(Day(year: year, month: 1, day: 1) ?? zone.day(now()), minute: 0)
        case .closed(let closure):
            changed.closures.append((closure.unit, closure.first, closure.last, words))
            unit = closure.unit
            from = zone.instant(closure.first, minute: 0)
        case .failed(let outage):
            changed.outages.append(Outage(from: outage.from, to: outage.to, reason: words))
            unit = nil
            from = outage.from
        }
        return try await calendarEffects.effect(CalendarChange(changed, unit: unit, from: from))
    }
}
