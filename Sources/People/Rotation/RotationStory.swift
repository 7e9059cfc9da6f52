package import Office
package import Stories

/// The story of one rotation (mutasi): planned, accepted with its holes known, in effect.
package enum RotationStory: Story {
    package static let kind: StreamKind = "rotation"
    package static let beginning = Rotation()

    package static func evolve(_ state: inout Rotation, _ fact: RotationFact) {
        switch fact {
        case .planned(let day, let moves):
            state.day = day
            state.moves = moves
            // Whoever changes it has to look at the holes again.
            state.phase = .draft
            state.vacant = []
        case .accepted(let vacant):
            state.phase = .accepted
            state.vacant = vacant
        case .cancelled: state.phase = .cancelled
        case .tookEffect(let handed, _):
            state.phase = .over
            state.handed = handed
        }
    }

    package static func decide(
        _ state: Rotation,
        _ command: RotationCommand,
        _ known: KnownOfRotation
    ) throws(PeopleRefusal) -> Decision<RotationFact> {
        switch state.phase {
        case .draft, .accepted: break
        case .over, .cancelled: throw .rotationOver
        }
        switch command {
        case .plan(let day, let moves):
            guard day > known.today else { throw .rotationInPast }
            return Decision([.planned(day: day, moves: moves)])
        case .accept(let vacant):
            guard let day = state.day else { throw .noSuchRotation }
            guard day > known.today else { throw .rotationInPast }
            guard !state.moves.isEmpty else { throw .rotationEmpty }
            guard Set(known.holes).subtracting(vacant).isEmpty else { throw .holesUnanswered }
            return Decision([.accepted(vacant: known.holes)])
        case .cancel:
            guard state.day != nil else { throw .noSuchRotation }
            return Decision([.cancelled])
        case .takeEffect(let handed, let skipped):
            guard state.phase == .accepted, let day = state.day, day <= known.today else {
                throw .movedOn
            }
            return Decision([.tookEffect(handed: handed, skipped: skipped)])
        }
    }
}

/// A rotation as the facts leave it.
package struct Rotation: Hashable, Sendable {
    package var day: Day?
    package var moves: [Move] = []
    package var phase = Phase.draft

    /// What will have nobody, and somebody has said that they know.
    package var vacant: [Vacancy] = []

    /// What lay with whom when it took effect.
    package var handed: [HandedCase] = []

    /// How far it has come.
    package enum Phase: String, FactWord {
        case draft = "disusun"
        case accepted = "disetujui"
        case over = "berlaku"
        case cancelled = "dibatalkan"
    }
}

/// One step of a rotation.
package enum Move: Hashable, Sendable {
    case relieve(OpaqueID, post: Code)
    case place(OpaqueID, post: Code, Capacity, last: Day?)

    package var official: OpaqueID {
        switch self {
        case .relieve(let official, _), .place(let official, _, _, _): official
        }
    }

    /// What it does to its official on the day.
    func command(on day: Day) -> OfficialCommand {
        switch self {
        case .relieve(_, let post): .relieve(post: post, last: day.adding(days: -1))
        case .place(_, let post, let capacity, let last):
            .place(Holding(post: post, capacity: capacity, first: day, last: last))
        }
    }
}

/// A duty of a unit that nobody will have.
package struct Vacancy: Hashable, Sendable {
    package let unit: Code
    package let duty: Code

    package init(unit: Code, duty: Code) {
        self.unit = unit
        self.duty = duty
    }

    /// As forms name it.
    var word: String { "\(unit) \(duty)" }
}

/// A case that lay with somebody on the day, and what its citizen had been told.
package struct HandedCase: Hashable, Sendable {
    package let official: OpaqueID
    package let caseID: OpaqueID
    package let due: Instant?

    package init(official: OpaqueID, caseID: OpaqueID, due: Instant?) {
        self.official = official
        self.caseID = caseID
        self.due = due
    }
}

/// What can be asked of a rotation.
package enum RotationCommand: Hashable, Sendable {
    case plan(day: Day, moves: [Move])
    case accept(vacant: [Vacancy])
    case cancel
    case takeEffect(handed: [HandedCase], skipped: Int)
}

/// What a decision about a rotation needs to know.
package struct KnownOfRotation: Hashable, Sendable {
    package let today: Day

    /// What would have nobody.
    package let holes: [Vacancy]

    package init(today: Day, holes: [Vacancy] = []) {
        self.today = today
        self.holes = holes
    }
}
