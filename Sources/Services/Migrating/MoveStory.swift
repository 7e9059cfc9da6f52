package import Stories

/// The story of one plan to let running cases go on under another version of their service.
///
/// Which case went is said by the case itself; here stands who asked for it and who agreed.
package enum MoveStory: Story {
    package static let kind: StreamKind = "case-move"
    package static let beginning = MoveAsked()

    package static func evolve(_ state: inout MoveAsked, _ fact: MoveFact) {
        switch fact {
        case .asked(let order, let asker):
            state.order = order
            state.asker = asker
            state.phase = order.isMapped ? .waiting : .running
        case .approved: state.phase = .running
        case .declined: state.phase = .declined
        case .undoing: state.phase = .undoing
        }
    }

    package static func decide(
        _ state: MoveAsked,
        _ command: MoveCommand,
        _ known: Void
    ) throws(MoveRefusal) -> Decision<MoveFact> {
        switch command {
        case .ask(let order, let asker):
            // The same form sent twice asks once.
            guard state.phase == .unborn else { return Decision() }
            guard order.from != order.to else { throw .nothingToMove }
            return Decision([.asked(order, by: asker)])
        case .approve(let approver):
            guard state.phase == .waiting else { throw .settledBefore }
            guard approver != state.asker else { throw .sameHand }
            return Decision([.approved])
        case .decline:
            guard state.phase == .waiting else { throw .settledBefore }
            return Decision([.declined])
        case .undo:
            switch state.phase {
            case .undoing: return Decision()
            case .running: return Decision([.undoing])
            case .unborn, .waiting, .declined: throw .notMoved
            }
        }
    }
}

/// How a plan stands.
package struct MoveAsked: Hashable, Sendable {
    package var order: MoveOrder?
    package var asker: Actor?
    package var phase: Phase = .unborn

    package enum Phase: String, FactWord {
        case unborn = "belum_ada"
        case waiting = "menunggu"
        case running = "berjalan"
        case declined = "ditolak"
        case undoing = "dikembalikan"
    }
}

/// Which cases are to go where.
package struct MoveOrder: Hashable, Sendable {
    package let service: Code
    package let from: Code
    package let to: Code

    /// Whether rules change for them, so that a second person has to agree.
    package let isMapped: Bool

    package init(service: Code, from: Code, to: Code, isMapped: Bool) {
        self.service = service
        self.from = from
        self.to = to
        self.isMapped = isMapped
    }
}

/// What can be asked of a plan.
package enum MoveCommand: Hashable, Sendable {
    case ask(MoveOrder, by: Actor)
    case approve(by: Actor)
    case decline
    case undo
}

/// What happened to a plan.
package enum MoveFact: Hashable, Sendable {
    case asked(MoveOrder, by: Actor)
    case approved
    case declined
    case undoing
}

extension MoveFact: FactShape {
    package var kind: Code {
        switch self {
        case .asked: "asked"
        case .approved: "approved"
        case .declined: "declined"
        case .undoing: "undoing"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .asked(let order, let asker):
            fields.put("service", order.service)
            fields.put("from", order.from)
            fields.put("to", order.to)
            fields.put("mapped", order.isMapped)
            fields.put("asker", asker)
        case .approved, .declined, .undoing: break
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "asked":
            let order = MoveOrder(
                service: try fields.get("service"),
                from: try fields.get("from"),
                to: try fields.get("to"),
                isMapped: try fields.get("mapped")
            )
            self = .asked(order, by: try fields.get("asker"))
        case "approved": self = .approved
        case "declined": self = .declined
        case "undoing": self = .undoing
        default: throw FactUnreadable("no fact of a move of cases: \(kind)")
        }
    }
}
