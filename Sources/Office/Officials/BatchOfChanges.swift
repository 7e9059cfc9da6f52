package import Ledger
package import Stories

/// What is done to one official among many, in one transaction with the others.
package struct OfficialChange: Sendable {
    package let id: OpaqueID

    /// The version that somebody looked at; nil: whatever it is now.
    package let seen: Version?
    package let commands: [OfficialCommand]
    package let operations: [SQL]

    package init(
        _ id: OpaqueID,
        seen: Version? = nil,
        _ commands: [OfficialCommand],
        operations: [SQL] = []
    ) {
        self.id = id
        self.seen = seen
        self.commands = commands
        self.operations = operations
    }
}

/// Where the story of an official stood before and after a change.
package struct ChangedOfficial: Hashable, Sendable {
    package let id: OpaqueID
    package let from: Version
    package let to: Version

    package init(id: OpaqueID, from: Version, to: Version) {
        self.id = id
        self.from = from
        self.to = to
    }
}

extension OfficialsDesk {
    /// Carries out changes of many officials: all of them, or none.
    ///
    /// `also` adds what is recorded with them, told where each story stands afterwards.
    package func handle(
        all changes: [OfficialChange],
        _ circumstances: Circumstances,
        also: @Sendable (inout Append, [ChangedOfficial]) throws -> Void
    ) async throws {
        let streams = changes.map { Stream(OfficialStory.kind, $0.id) }
        let states = try await store.read { reader in
            try streams.map { try reader.state(of: $0, as: OfficialStory.self) }
        }
        let known = known(circumstances)
        var expecting: [Stream: Version] = [:]
        for (stream, state) in zip(streams, states) { expecting[stream] = state.version }
        var append = Append(at: circumstances.now, by: circumstances.by, expecting: expecting)
        var done: [ChangedOfficial] = []
        for (change, found) in zip(changes, states) {
            if let seen = change.seen, seen != found.version { throw OfficeRefusal.movedOn }
            var state = found.state
            var version = found.version
            let stream = Stream(OfficialStory.kind, change.id)
            for command in change.commands {
                let decision = try OfficialStory.decide(state, command, known)
                for fact in decision.facts {
                    OfficialStory.evolve(&state, fact)
                    version = version + 1
                    let place = EventPlace(
                        stream: stream,
                        version: version,
                        at: circumstances.now,
                        by: circumstances.by
                    )
                    append.events.append(try NewEvent(fact, at: place))
                }
                append.payloads += decision.sealed
                append.claims += decision.claims
            }
            append.operations += change.operations
            done.append(ChangedOfficial(id: change.id, from: found.version, to: version))
        }
        try also(&append, done)
        guard !append.events.isEmpty else { return }
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .taken: throw OfficeRefusal.logInTaken
        case .conflict, .otherContent: throw OfficeRefusal.movedOn
        }
    }

    /// What would turn an official back to what they were at a version, as far as posts, name and
    /// number go.
    package func reversal(
        of changed: ChangedOfficial,
        _ reader: Reader
    ) throws -> [OfficialCommand] {
        let stream = Stream(OfficialStory.kind, changed.id)
        var (before, after) = (OfficialStory.beginning, OfficialStory.beginning)
        for event in try reader.history(of: stream) where event.version <= changed.to {
            let fact: OfficialFact = try event.fact()
            if event.version <= changed.from { OfficialStory.evolve(&before, fact) }
            OfficialStory.evolve(&after, fact)
        }
        guard before.isKnown, !before.hasLeft else { return [.leave] }
        var commands: [OfficialCommand] = []
        for holding in after.holdings where !before.holdings.contains(holding) {
            let earlier = before.holdings.first {
                $0.post == holding.post && $0.capacity == holding.capacity
            }
            commands.append(
                earlier.map { .place($0) } ?? .unplace(post: holding.post, holding.capacity)
            )
        }
        func text(_ sealed: Sealed?) throws -> String? {
            try sealed.flatMap { try reader.open($0.id) }.map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let name = before.name == after.name ? nil : try text(before.name)
        let nip = before.nip == after.nip ? nil : try text(before.nip).flatMap { NIP($0) }
        if name != nil || nip != nil { commands.append(.correct(name: name, nip: nip)) }
        return commands
    }
}
