import Ledger
import Office
import Site
import Stories

/// One rotation with everything that its page tells.
struct LoadedRotation: Sendable {
    let id: OpaqueID
    let rotation: Rotation
    let version: Version
    let holes: [Hole]
    let roster: [RosterLine]
    let regency: RegencyNow

    func name(of official: OpaqueID) -> String {
        roster.first { $0.official.id == official }?.official.name ?? "?"
    }

    /// The holes that this rotation makes: those that were there before need no answer.
    var newHoles: [Hole] { holes.filter { !$0.isOld } }
}

extension PeopleFeature {
    func rotation(_ id: OpaqueID) async throws -> LoadedRotation {
        let (officials, work, surroundings) = (officials, work, surroundings)
        return try await store.read { reader in
            let stream = Stream(RotationStory.kind, id)
            let (rotation, version) = try reader.state(of: stream, as: RotationStory.self)
            guard version > 0, let day = rotation.day else { throw PeopleRefusal.noSuchRotation }
            let regency = try surroundings.regency(reader)
            let roster = try officials.roster(reader)
            let serving = roster.filter(\.isServing).map { ($0.official.id, $0.official.holdings) }
            let isOpen = rotation.phase == .draft || rotation.phase == .accepted
            return LoadedRotation(
                id: id,
                rotation: rotation,
                version: version,
                holes: !isOpen
                    ? []
                    : Holes.after(
                        rotation.moves,
                        on: day,
                        Dictionary(serving) { first, _ in first },
                        needs: try work.needs(reader),
                        map: regency.office
                    ),
                roster: roster,
                regency: regency
            )
        }
    }

    /// Begins a rotation for a day; the id of its page.
    func planRotation(_ day: Day, _ keeper: SignedIn) async throws -> OpaqueID {
        let id = Draw.random.id()
        try await decide(.plan(day: day, moves: []), on: id, seen: 0, by: keeper.standing.official)
        return id
    }

    /// Carries out a command against the version that the page showed.
    func decide(
        _ command: RotationCommand,
        on id: OpaqueID,
        seen: Version,
        holes: [Vacancy] = [],
        by actor: Actor
    ) async throws {
        let stream = Stream(RotationStory.kind, id)
        let (state, version) = try await store.state(of: stream, as: RotationStory.self)
        guard version == seen else { throw PeopleRefusal.movedOn }
        let decision = try RotationStory.decide(
            state,
            command,
            KnownOfRotation(today: today(try await regency()), holes: holes)
        )
        let append = try Append(
            decision,
            to: stream,
            at: now(),
            by: actor,
            expecting: [stream: version]
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw PeopleRefusal.movedOn
        }
    }

    /// Lets every rotation take effect whose day has come.
    /// - Returns: how many did.
    @discardableResult
    package func runRotations() async throws -> Int {
        let today = today(try await regency())
        let due = try await store.read { reader in
            try reader.rows(
                """
                SELECT id FROM rotations WHERE phase = \(Rotation.Phase.accepted.rawValue) \
                AND day <= \(today.description) ORDER BY day, id
                """
            )
            .map { try $0.id("id") }
        }
        for id in due { try await takeEffect(id, today) }
        return due.count
    }

    private func takeEffect(_ id: OpaqueID, _ today: Day) async throws {
        let loaded = try await rotation(id)
        guard let day = loaded.rotation.day else { return }
        let serving = Dictionary(
            loaded.roster.filter(\.isServing).map { ($0.official.id, $0.official) }
        ) { first, _ in first }
        var commands: [OpaqueID: [OfficialCommand]] = [:]
        var skipped = 0
        for move in loaded.rotation.moves {
            guard let official = serving[move.official],
                Self.isPossible(move, for: official, loaded.regency.office, day)
            else {
                skipped += 1
                continue
            }
            commands[move.official, default: []].append(move.command(on: day))
        }
        let (work, people) = (work, Set(loaded.rotation.moves.map(\.official)))
        let handed = try await store.read { reader in
            try people.sorted().flatMap { official in
                try work.taken(official, reader).map {
                    HandedCase(official: official, caseID: $0.id, due: $0.due)
                }
            }
        }
        let decision = try RotationStory.decide(
            loaded.rotation,
            .takeEffect(handed: handed, skipped: skipped),
            KnownOfRotation(today: today)
        )
        let stream = Stream(RotationStory.kind, id)
        let circumstances = OfficialsDesk.Circumstances(
            now: now(),
            by: .system,
            map: loaded.regency.office
        )
        let changes = commands.sorted { $0.key < $1.key }.map { OfficialChange($0.key, $0.value) }
        try await officials.handle(all: changes, circumstances) { append, _ in
            append.expecting[stream] = loaded.version
            try append.add(decision, to: stream)
        }
        for official in people { try await work.release(official) }
    }

    /// Whether the desk would take it now: the post is there, and held where it is left.
    private static func isPossible(
        _ move: Move,
        for official: ListedOfficial,
        _ map: OfficeMap,
        _ day: Day
    ) -> Bool {
        switch move {
        case .relieve(_, let post):
            official.holdings.contains { $0.post == post && $0.first < day }
        case .place(_, let post, _, let last):
            map.post(post) != nil && (last.map { $0 >= day } ?? true)
        }
    }
}
