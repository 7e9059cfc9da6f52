package import Stories

/// What happened about a breach.
package enum BreachFact: Hashable, Sendable {
    case confirmed(ConfirmedBreach)
    case handled(Sealed)
    case told(ToldOfBreach)
    case closed(Sealed)
}

/// A breach as it was confirmed: since when, for how many, what and how.
package struct ConfirmedBreach: Hashable, Sendable {
    package let at: Instant
    package let due: Instant
    package let people: Int?

    /// Which data were disclosed, sealed in the breach's own dossier, as all its words are.
    package let data: Sealed
    package let how: Sealed
    package let handling: Sealed
}

/// Somebody was told of it in writing.
package struct ToldOfBreach: Hashable, Sendable {
    package let whom: Whom
    package let at: Instant
    package let how: Sealed

    package enum Whom: String, FactWord {
        case people = "warga"
        case agency = "lembaga"

        /// In certain cases everybody (article 46, paragraph 3).
        case everybody = "umum"
    }
}

extension BreachFact: FactShape {
    package var kind: Code {
        switch self {
        case .confirmed: "confirmed"
        case .handled: "handled"
        case .told: "told"
        case .closed: "closed"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .confirmed(let confirmed):
            fields.put("at", confirmed.at)
            fields.put("due", confirmed.due)
            fields.put("people", confirmed.people)
            fields.put("data", confirmed.data)
            fields.put("how", confirmed.how)
            fields.put("handling", confirmed.handling)
        case .handled(let words), .closed(let words): fields.put("words", words)
        case .told(let telling):
            fields.put("whom", telling.whom)
            fields.put("at", telling.at)
            fields.put("how", telling.how)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "confirmed":
            self = .confirmed(
                ConfirmedBreach(
                    at: try fields.get("at"),
                    due: try fields.get("due"),
                    people: try fields.find("people"),
                    data: try fields.get("data"),
                    how: try fields.get("how"),
                    handling: try fields.get("handling")
                )
            )
        case "handled": self = .handled(try fields.get("words"))
        case "told":
            self = .told(
                ToldOfBreach(
                    whom: try fields.get("whom"),
                    at: try fields.get("at"),
                    how: try fields.get("how")
                )
            )
        case "closed": self = .closed(try fields.get("words"))
        default: throw FactUnreadable("no fact of a breach: \(kind)")
        }
    }
}
