package import Ledger
package import Stories

/// Records restores that were tried.
package struct DrillDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// - Parameter place: the place as the settings name it; nil where it is another one.
    package func record(
        _ tried: TriedRestore,
        from place: String?,
        by actor: Actor,
        today: Day,
        at now: Instant
    ) async throws {
        var tried = tried
        let content = place.map { Array($0.utf8) }
        tried.place = content.map { Public(of: $0) }
        let stream = DrillStory.stream
        let (state, version) = try await store.state(of: stream, as: DrillStory.self)
        var append = try Append(
            DrillStory.decide(state, tried, today),
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = content.map { [$0] } ?? []
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw DrillRefusal.movedOn
        }
    }
}
