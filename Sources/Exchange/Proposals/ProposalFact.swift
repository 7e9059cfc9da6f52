package import Stories

/// What happened here to a proposal of another regency.
package enum ProposalFact: Hashable, Sendable {
    case received(ReceivedProposal)
    case decided(DecidedProposal)
}

/// A proposal as it came.
package struct ReceivedProposal: Hashable, Sendable {
    /// SHA-256 of what is signed.
    package let document: Public

    /// SHA-256 of the whole envelope, whose bytes are public content of the record.
    package let content: Public
    package let proposer: Code
    package let blueprint: Code

    /// The version that it was made on.
    package let version: Code
    package let way: Way

    /// The number of the proposer's catalogue whose working key has signed; nil: by nobody known.
    package let catalogue: Int?
}

/// What somebody decided about its entries; each by its place in the proposal.
package struct DecidedProposal: Hashable, Sendable {
    package let taken: [Int]
    package let refused: [Int]

    /// The version that what was taken will be in; nil where nothing was.
    package let version: Code?

    /// Why, in the words of whoever decided: public content of the record.
    package let words: Public

    package init(taken: [Int], refused: [Int], version: Code?, words: Public) {
        self.taken = taken
        self.refused = refused
        self.version = version
        self.words = words
    }
}

extension ProposalFact: FactShape {
    package var kind: Code {
        switch self {
        case .received: "received"
        case .decided: "decided"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .received(let came):
            fields.put("document", came.document)
            fields.put("content", came.content)
            fields.put("proposer", came.proposer)
            fields.put("blueprint", came.blueprint)
            fields.put("edition", came.version)
            fields.put("way", came.way)
            fields.put("catalogue", came.catalogue)
        case .decided(let decided):
            fields.put("taken", each: decided.taken)
            fields.put("refused", each: decided.refused)
            fields.put("edition", decided.version)
            fields.put("words", decided.words)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "received":
            self = .received(
                ReceivedProposal(
                    document: try fields.get("document"),
                    content: try fields.get("content"),
                    proposer: try fields.get("proposer"),
                    blueprint: try fields.get("blueprint"),
                    version: try fields.get("edition"),
                    way: try fields.get("way"),
                    catalogue: try fields.find("catalogue")
                )
            )
        case "decided":
            self = .decided(
                DecidedProposal(
                    taken: try fields.list("taken"),
                    refused: try fields.list("refused"),
                    version: try fields.find("edition"),
                    words: try fields.get("words")
                )
            )
        default: throw FactUnreadable("no fact of a proposal: \(kind)")
        }
    }
}
