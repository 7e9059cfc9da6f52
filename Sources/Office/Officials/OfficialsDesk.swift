package import Ledger
package import Stories

/// Adds officials, places them in posts, and reads who they are.
package struct OfficialsDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let sealer: Sealer
    let draw: Draw

    package init(store: RecordStore, keys: Keys, sealer: Sealer, draw: Draw = .random) {
        self.store = store
        self.keys = keys
        self.sealer = sealer
        self.draw = draw
    }

    /// Adds an official and places them at once.
    /// - Returns: the official's id.
    package func add(
        _ name: String,
        logIn: LogInName,
        nip: NIP? = nil,
        holdings: [Holding],
        _ circumstances: Circumstances
    ) async throws -> OpaqueID {
        let id = draw.id()
        let stream = Stream(OfficialStory.kind, id)
        var state = OfficialStory.beginning
        var whole = Decision<OfficialFact>()
        let commands =
            [.add(name: name, logIn: logIn, nip: nip)] + holdings.map(OfficialCommand.place)
        for command in commands {
            let decision = try OfficialStory.decide(state, command, known(circumstances))
            decision.facts.forEach { OfficialStory.evolve(&state, $0) }
            whole.facts += decision.facts
            whole.sealed += decision.sealed
            whole.claims += decision.claims
        }
        try await append(whole, to: stream, seen: 0, circumstances)
        return id
    }

    /// Carries out a command about an official that there is.
    package func handle(
        _ command: OfficialCommand,
        on id: OpaqueID,
        _ circumstances: Circumstances
    ) async throws {
        let stream = Stream(OfficialStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: OfficialStory.self)
        let decision = try OfficialStory.decide(state, command, known(circumstances))
        try await append(decision, to: stream, seen: version, circumstances)
    }

    /// Records that an official takes a list with personal data out, and why.
    /// - Returns: the version under which it stands, for the download that follows.
    package func download(
        rows: Int,
        reason: String,
        by id: OpaqueID,
        _ circumstances: Circumstances
    ) async throws -> Version {
        let stream = Stream(OfficialStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: OfficialStory.self)
        let command = OfficialCommand.download(rows: Int64(rows), reason: reason)
        let decision = try OfficialStory.decide(state, command, known(circumstances))
        try await append(decision, to: stream, seen: version, circumstances)
        return version + decision.facts.count
    }

    /// Everybody who serves, with names and posts.
    package func list() async throws -> [ListedOfficial] {
        try await store.read { reader in
            try reader.rows(
                "SELECT id, dossier, name, login, nip FROM officials WHERE active = \(1)"
            )
            .map { row in try listed(row, reader) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }

    /// The id behind a log-in name.
    package func find(_ logIn: LogInName) async throws -> OpaqueID? {
        let mark = OfficialsView.mark(logIn, keys)
        return try await store.read { reader in
            try reader.row("SELECT id FROM officials WHERE mark = \(mark)")?.id("id")
        }
    }

    func listed(_ row: RecordRow, _ reader: Reader) throws -> ListedOfficial {
        let id = try row.id("id")
        let dossier = DossierID(try row.id("dossier"))
        func open(_ column: String, _ code: Code) throws -> String {
            guard let sealed: [UInt8] = try row.find(column),
                let bytes = try reader.openRow(
                    sealed,
                    at: OfficialsView.place(of: code, id, in: dossier)
                )
            else { return "" }
            return String(decoding: bytes, as: UTF8.self)
        }
        return ListedOfficial(
            id: id,
            name: try open("name", "officials.name"),
            logIn: try open("login", "officials.login"),
            nip: NIP(try open("nip", "officials.nip")),
            holdings: try reader.holdings(of: id)
        )
    }

    func known(_ circumstances: Circumstances) -> KnownOfOfficial {
        KnownOfOfficial(
            draw: draw,
            sealer: sealer,
            posts: Set(circumstances.map.posts.map(\.id))
        )
    }

    private func append(
        _ decision: Decision<OfficialFact>,
        to stream: Stream,
        seen: Version,
        _ circumstances: Circumstances
    ) async throws {
        let append = try Append(
            decision,
            to: stream,
            at: circumstances.now,
            by: circumstances.by,
            expecting: [stream: seen]
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .taken: throw OfficeRefusal.logInTaken
        case .conflict, .otherContent: throw OfficeRefusal.alreadyKnown
        }
    }

    /// When, by whom and in which office something is asked.
    package struct Circumstances: Sendable {
        package let now: Instant
        package let by: Actor
        package let map: OfficeMap

        package init(now: Instant, by: Actor, map: OfficeMap) {
            self.now = now
            self.by = by
            self.map = map
        }
    }
}

/// An official as a list shows them.
package struct ListedOfficial: Hashable, Sendable {
    package let id: OpaqueID
    package let name: String
    package let logIn: String
    package let nip: NIP?
    package let holdings: [Holding]
}

extension Reader {
    /// The name of an official; nil where there is none, or it was erased.
    package func name(of official: OpaqueID) throws(StoreError) -> String? {
        try names(of: [official])[official]
    }

    /// The names of these officials; who was erased has none.
    package func names(of officials: [OpaqueID]) throws(StoreError) -> [OpaqueID: String] {
        guard !officials.isEmpty else { return [:] }
        let found = try rows(
            "SELECT id, dossier, name FROM officials WHERE id IN (\(each: officials))"
        )
        var names: [OpaqueID: String] = [:]
        for row in found {
            guard let sealed: [UInt8] = try row.find("name") else { continue }
            let id = try row.id("id")
            let place = OfficialsView.place(
                of: "officials.name",
                id,
                in: DossierID(try row.id("dossier"))
            )
            names[id] = try openRow(sealed, at: place).map { String(decoding: $0, as: UTF8.self) }
        }
        return names
    }

    /// The names of everybody who works here or did.
    package func namesOfOfficials() throws(StoreError) -> [String] {
        var ids: [OpaqueID] = []
        for row in try rows("SELECT id FROM officials ORDER BY id") { ids.append(try row.id("id")) }
        return try names(of: ids).values.sorted()
    }

    /// The posts that an official holds, held or will hold.
    package func holdings(of official: OpaqueID) throws(StoreError) -> [Holding] {
        var holdings: [Holding] = []
        let rows = try rows(
            """
            SELECT post, capacity, first_day, last_day FROM holdings \
            WHERE official = \(official) ORDER BY post, capacity
            """
        )
        for row in rows {
            let last: String? = try row.find("last_day")
            guard let capacity = Capacity(rawValue: try row.text("capacity")),
                let first = Day(try row.text("first_day")),
                (last == nil) == (last.flatMap { Day($0) } == nil)
            else { throw StoreError(.damaged, "a holding cannot be read") }
            holdings.append(
                Holding(
                    post: try row.get("post"),
                    capacity: capacity,
                    first: first,
                    last: last.flatMap { Day($0) }
                )
            )
        }
        return holdings
    }

    /// What an official may do now.
    package func standing(
        of official: OpaqueID,
        in map: OfficeMap,
        on day: Day
    ) throws(StoreError) -> Standing {
        var state = Official()
        state.isKnown = true
        state.holdings = try holdings(of: official)
        return Standing(of: Actor(official), state, in: map, on: day)
    }
}
