package import Stories

/// To which buyers a grower lets the data of their plots be sent.
///
/// One history for each grower. UU 27/2022 art. 56 asks for it: what leaves the country leaves with
/// the person's consent, given for that receiver and taken back at any time.
package enum ConsentStory: Story {
    package static let kind: StreamKind = "coffee_consent"
    package static let beginning = Consents()

    package static func evolve(_ state: inout Consents, _ fact: ConsentFact) {
        switch fact {
        case .given(let consent): state.buyers.insert(consent.buyer)
        case .withdrawn(let buyer): state.buyers.remove(buyer)
        }
    }

    package static func decide(
        _ state: Consents,
        _ command: ConsentCommand,
        _ known: Void
    ) throws(CoffeeRefusal) -> Decision<ConsentFact> {
        switch command {
        case .give(let consent):
            guard !state.buyers.contains(consent.buyer) else { return Decision() }
            return Decision([.given(consent)])
        case .withdraw(let buyer):
            guard state.buyers.contains(buyer) else { return Decision() }
            return Decision([.withdrawn(buyer)])
        }
    }
}

/// The buyers to whom a grower's data may be sent now.
package struct Consents: Hashable, Sendable {
    package var buyers: Set<OpaqueID> = []

    package init() {}
}

/// What can be asked of a grower's consents; asked twice, nothing happens the second time.
package enum ConsentCommand: Hashable, Sendable {
    case give(TransferConsent)
    case withdraw(OpaqueID)
}

/// What happened to a grower's consents.
package enum ConsentFact: Hashable, Sendable {
    case given(TransferConsent)
    case withdrawn(OpaqueID)
}

/// That a grower lets the data of their plots be sent to a buyer, and how they said so.
package struct TransferConsent: Hashable, Sendable {
    package let buyer: OpaqueID
    package let way: ConsentWay

    package init(to buyer: OpaqueID, _ way: ConsentWay) { (self.buyer, self.way) = (buyer, way) }
}

/// How somebody consented.
package enum ConsentWay: String, FactWord {
    /// On paper that the cooperative keeps.
    case signedPaper = "signed_paper"

    /// Said before a witness, where somebody cannot sign.
    case beforeWitness = "before_witness"
}

extension ConsentFact: FactShape {
    package var kind: Code {
        switch self {
        case .given: "given"
        case .withdrawn: "withdrawn"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .given(let consent):
            fields.put("buyer", consent.buyer)
            fields.put("way", consent.way)
        case .withdrawn(let buyer): fields.put("buyer", buyer)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "given":
            self = .given(TransferConsent(to: try fields.get("buyer"), try fields.get("way")))
        case "withdrawn": self = .withdrawn(try fields.get("buyer"))
        case _: throw FactUnreadable("no fact of a consent: \(kind)")
        }
    }
}
