package import Stories

/// The story of holding one case: while a hold stands, nothing of the case may be erased.
///
/// The stream has the id of the case. A hold ends by itself on its last day, or is lifted.
package enum HoldStory: Story {
    package static let kind: StreamKind = "hold"
    package static let beginning = Hold()

    package static func evolve(_ state: inout Hold, _ fact: HoldFact) {
        switch fact {
        case .placed(let until, let reason):
            state.until = until
            state.reason = reason
        case .lifted:
            state.until = nil
            state.reason = nil
        }
    }

    package static func decide(
        _ state: Hold,
        _ command: HoldCommand,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<HoldFact> {
        switch command {
        case .place(let until, let words):
            guard until >= known.today else { throw .holdInPast }
            let (payload, reason) = try known.words.seal(words)
            return Decision([.placed(until: until, reason: reason)], sealed: [payload])
        case .lift(let words):
            guard state.stands(on: known.today) else { throw .noHold }
            let (payload, reason) = try known.words.seal(words)
            return Decision([.lifted(reason: reason)], sealed: [payload])
        }
    }
}

/// Whether a case is held.
package struct Hold: Hashable, Sendable {
    /// The last day on which it stands.
    package var until: Day?
    package var reason: Sealed?

    package func stands(on day: Day) -> Bool { until.map { $0 >= day } ?? false }
}

/// What can be asked of a hold.
package enum HoldCommand: Hashable, Sendable {
    case place(until: Day, words: String)
    case lift(words: String)
}

/// What happened to the holding of a case.
package enum HoldFact: Hashable, Sendable {
    case placed(until: Day, reason: Sealed)
    case lifted(reason: Sealed)
}

extension HoldFact: FactShape {
    package var kind: Code {
        switch self {
        case .placed: "placed"
        case .lifted: "lifted"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .placed(let until, let reason):
            fields.put("until", until)
            fields.put("reason", reason)
        case .lifted(let reason): fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "placed":
            self = .placed(until: try fields.get("until"), reason: try fields.get("reason"))
        case "lifted": self = .lifted(reason: try fields.get("reason"))
        default: throw FactUnreadable("no fact of a hold: \(kind)")
        }
    }
}
