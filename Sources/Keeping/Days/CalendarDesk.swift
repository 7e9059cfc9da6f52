import Ledger
package import Office
package import Stories

/// What a change of the calendar does to open cases, as the feature that works on them says.
package struct CalendarEffects: Sendable {
    /// How many would be due later.
    package let effect: @Sendable (RecordedCalendar) async throws -> Int

    /// Tells them so.
    package let recount: @Sendable (Code) async throws -> Void

    package init(
        effect: @escaping @Sendable (RecordedCalendar) async throws -> Int,
        recount: @escaping @Sendable (Code) async throws -> Void
    ) {
        self.effect = effect
        self.recount = recount
    }

    /// A site without cases.
    package static let none = CalendarEffects(effect: { _ in 0 }, recount: { _ in })
}

extension KeepingFeature {
    func recordedCalendar() async throws -> RecordedCalendar {
        try await store.read { reader in try reader.recordedCalendar() }
    }

    /// Records a change of the calendar, then tells the open cases what it does to them.
    func change(
        _ command: CalendarFact,
        content: [UInt8],
        by actor: Actor
    ) async throws {
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
        guard case .recorded = try await store.append(append) else {
            throw CalendarRefusal.movedOn
        }
        guard let cause = Code("calendar.\(command.kind).\(version.count + 1)") else { return }
        try await calendarEffects.recount(cause)
    }
}
