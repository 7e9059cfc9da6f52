package import Stories

/// The story of a link by which a grower reads what they brought to one unit, without a log-in.
///
/// The unit that weighed gives it, so it opens no deliveries to others. Whoever opens it stays
/// unknown: only that it was opened is written down.
package enum GrowerLinkStory: Story {
    package static let kind: StreamKind = "coffee-link"
    package static let beginning = GrowerLink()

    package static func evolve(_ state: inout GrowerLink, _ fact: GrowerLinkFact) {
        switch fact {
        case .given(let terms): state.terms = terms
        case .opened: state.openings += 1
        case .withdrawn: state.isWithdrawn = true
        }
    }

    package static func decide(
        _ state: GrowerLink,
        _ command: GrowerLinkCommand,
        _ known: KnownOfGrowerLink
    ) throws(CoffeeRefusal) -> Decision<GrowerLinkFact> {
        switch command {
        case .give(let terms):
            guard state.terms == nil else { throw .writtenAlready }
            try known.admit(to: terms)
            return Decision([.given(terms)])
        case .open:
            _ = try state.open(at: known.now)
            return Decision([.opened])
        case .withdraw:
            guard let terms = state.terms else { throw .linkEnded }
            if !known.isForGrower { try known.admit(to: terms) }
            guard !state.isWithdrawn else { throw .linkEnded }
            return Decision([.withdrawn])
        }
    }
}

/// Whose coffee a link shows, of which unit, and until when.
package struct GrowerLink: Hashable, Sendable {
    package var terms: Terms?
    package var openings = 0
    package var isWithdrawn = false

    package init() {}

    /// What is settled when the link is given.
    package struct Terms: Hashable, Sendable {
        /// The grower's record in the register.
        package let grower: OpaqueID

        /// The unit that gives it, and whose lots it tells of.
        package let holder: Code
        package let until: Instant

        package init(of grower: OpaqueID, by holder: Code, until: Instant) {
            (self.grower, self.holder, self.until) = (grower, holder, until)
        }
    }

    /// What it opens at a moment; refused where it has ended.
    package func open(at now: Instant) throws(CoffeeRefusal) -> Terms {
        guard let terms, !isWithdrawn, now < terms.until else { throw .linkEnded }
        return terms
    }
}

/// What can be asked of a link.
package enum GrowerLinkCommand: Hashable, Sendable {
    case give(GrowerLink.Terms)
    case open
    case withdraw
}

/// What a decision about a link may know.
package struct KnownOfGrowerLink: Hashable, Sendable {
    package let now: Instant

    /// Nil for whoever comes with the link itself.
    package let rights: LotRights?

    /// The grower has asked for it, as those who protect people's data have made sure.
    package let isForGrower: Bool

    package init(at now: Instant, rights: LotRights? = nil, isForGrower: Bool = false) {
        (self.now, self.rights, self.isForGrower) = (now, rights, isForGrower)
    }

    /// Links are given and withdrawn by those who weigh for that unit.
    func admit(to terms: GrowerLink.Terms) throws(CoffeeRefusal) {
        guard rights?.mayWeigh(for: terms.holder) == true else { throw .notYourLot }
    }
}

/// What happened to a link.
package enum GrowerLinkFact: Hashable, Sendable {
    case given(GrowerLink.Terms)
    case opened
    case withdrawn
}

extension GrowerLinkFact: FactShape {
    package var kind: Code {
        switch self {
        case .given: "given"
        case .opened: "opened"
        case .withdrawn: "withdrawn"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .given(let terms):
            fields.put("grower", terms.grower)
            fields.put("holder", terms.holder)
            fields.put("until", terms.until)
        case .opened, .withdrawn: break
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "given":
            self = .given(
                GrowerLink.Terms(
                    of: try fields.get("grower"),
                    by: try fields.get("holder"),
                    until: try fields.get("until")
                )
            )
        case "opened": self = .opened
        case "withdrawn": self = .withdrawn
        case _: throw FactUnreadable("no fact of a grower's link: \(kind)")
        }
    }
}
