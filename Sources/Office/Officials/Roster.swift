package import Ledger
package import Stories

/// One official of the whole list, those who left among them.
package struct RosterLine: Sendable {
    package let official: ListedOfficial
    package let isServing: Bool

    /// Whether there is a password to get in with.
    package let canSignIn: Bool
    package let hasSecondFactor: Bool
}

/// What was done to an official: when, by whom, and how it reads.
package struct OfficialMoment: Sendable {
    package let at: Instant
    package let by: Actor
    package let fact: OfficialFact
}

extension OfficialsDesk {
    /// Everybody who was ever added, by their names.
    package func roster(_ reader: Reader) throws -> [RosterLine] {
        try reader.rows(
            """
            SELECT o.id AS id, o.dossier AS dossier, o.name AS name, o.login AS login, \
            o.nip AS nip, o.active AS active, c.official AS known, s.official AS second \
            FROM officials o LEFT JOIN credentials c ON c.official = o.id \
            LEFT JOIN second_factors s ON s.official = o.id AND s.confirmed = \(1)
            """
        )
        .map { row in try line(row, reader) }
        .sorted { ($0.official.name, $0.official.id) < ($1.official.name, $1.official.id) }
    }

    /// One official with what happened, oldest first; nil where there is none.
    package func dossier(
        of id: OpaqueID,
        _ reader: Reader
    ) throws -> (line: RosterLine, history: [OfficialMoment], version: Version)? {
        let row = try reader.row(
            """
            SELECT o.id AS id, o.dossier AS dossier, o.name AS name, o.login AS login, \
            o.nip AS nip, o.active AS active, c.official AS known, s.official AS second \
            FROM officials o LEFT JOIN credentials c ON c.official = o.id \
            LEFT JOIN second_factors s ON s.official = o.id AND s.confirmed = \(1) \
            WHERE o.id = \(id)
            """
        )
        guard let row else { return nil }
        let events = try reader.history(of: Stream(OfficialStory.kind, id))
        let moments = try events.map { event in
            OfficialMoment(at: event.at, by: event.by, fact: try event.fact())
        }
        return (try line(row, reader), moments, events.last?.version ?? 0)
    }

    private func line(_ row: RecordRow, _ reader: Reader) throws -> RosterLine {
        let (known, second): ([UInt8]?, [UInt8]?) = (
            try row.find("known"), try row.find("second")
        )
        return RosterLine(
            official: try listed(row, reader),
            isServing: try row.int("active") == 1,
            canSignIn: known != nil,
            hasSecondFactor: second != nil
        )
    }
}

extension OfficialsDesk {
    /// Carries out what a page asked for: refused where the story went on since it was shown.
    ///
    /// `operations` change in the same transaction: passwords, sessions.
    package func handle(
        _ commands: [OfficialCommand],
        on id: OpaqueID,
        seen: Version?,
        _ circumstances: Circumstances,
        operations: [SQL] = []
    ) async throws {
        let stream = Stream(OfficialStory.kind, id)
        var (state, version) = try await store.state(of: stream, as: OfficialStory.self)
        if let seen, seen != version { throw OfficeRefusal.movedOn }
        var whole = Decision<OfficialFact>()
        for command in commands {
            let decision = try OfficialStory.decide(state, command, known(circumstances))
            decision.facts.forEach { OfficialStory.evolve(&state, $0) }
            whole.facts += decision.facts
            whole.sealed += decision.sealed
            whole.claims += decision.claims
        }
        guard !whole.facts.isEmpty else { return }
        var append = try Append(
            whole,
            to: stream,
            at: circumstances.now,
            by: circumstances.by,
            expecting: [stream: version]
        )
        append.operations = operations
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .taken: throw OfficeRefusal.logInTaken
        case .conflict, .otherContent: throw OfficeRefusal.movedOn
        }
    }
}
