package import Stories

/// The story of what one regency has stated of how its services went, ours or a partner's.
///
/// Each figure is stated once, for ever.
package enum EvidenceStory: Story {
    package static let kind: StreamKind = "service-evidence"
    package static let beginning = StatedEvidence()

    package static func evolve(_ state: inout StatedEvidence, _ fact: EvidenceFact) {
        switch fact {
        case .published(let stated), .taken(let stated, _): state.take(stated)
        case .contradicted(let seen): state.contradictions.append(seen)
        }
    }

    package static func decide(
        _ state: StatedEvidence,
        _ command: EvidenceCommand,
        _ known: Void
    ) throws(EvidenceRefusal) -> Decision<EvidenceFact> {
        switch command {
        case .publish(let stated):
            let before = state.statements[stated.quarter, default: []]
            guard !before.contains(where: { $0.document == stated.document }) else {
                return Decision([])
            }
            guard state.other(than: stated) == nil else { throw .otherFigures }
            return Decision([.published(stated)])
        case .take(let stated, let key):
            let before = state.statements[stated.quarter, default: []]
            guard !before.contains(where: { $0.document == stated.document }) else {
                return Decision([])
            }
            guard let other = state.other(than: stated) else {
                return Decision([.taken(stated, key)])
            }
            let seen = Contradiction(
                quarter: stated.quarter,
                kept: other.content,
                other: stated.content
            )
            return Decision(state.contradictions.contains(seen) ? [] : [.contradicted(seen)])
        }
    }
}

/// What was stated so far.
package struct StatedEvidence: Hashable, Sendable {
    /// By quarter, in the order in which they came.
    package var statements: [Quarter: [Stated]] = [:]

    /// Two values for one thing, both signed.
    package var contradictions: [Contradiction] = []

    /// Which figures are known of each quarter, and from which statement.
    private var figures: [Quarter: [Code: Known]] = [:]

    private struct Known: Hashable, Sendable {
        let figures: Public
        let from: Stated
    }

    package init() {}

    mutating func take(_ stated: Stated) {
        statements[stated.quarter, default: []].append(stated)
        for seen in stated.figures where figures[stated.quarter]?[seen.service] == nil {
            figures[stated.quarter, default: [:]][seen.service] =
                Known(figures: seen.figures, from: stated)
        }
    }

    /// The statement that says something else of what this one speaks about.
    func other(than stated: Stated) -> Stated? {
        let known = figures[stated.quarter] ?? [:]
        for seen in stated.figures {
            if let there = known[seen.service], there.figures != seen.figures { return there.from }
        }
        return nil
    }

    /// The newest statement of each quarter.
    package var newest: [Quarter: Stated] { statements.compactMapValues(\.last) }
}

/// What a person wants of evidence.
package enum EvidenceCommand: Hashable, Sendable {
    case publish(Stated)
    case take(Stated, StatementKey)
}

/// What happened.
package enum EvidenceFact: Hashable, Sendable {
    /// Our own figures; from now on they are what they are.
    case published(Stated)

    /// A partner's, signed by this key of its catalogue.
    case taken(Stated, StatementKey)
    case contradicted(Contradiction)
}

/// A statement, by who says what of which quarter.
package struct Stated: Hashable, Sendable {
    /// The Kemendagri code of a regency.
    package let publisher: Code
    package let quarter: Quarter

    /// SHA-256 of what is signed.
    package let document: Public

    /// SHA-256 of what is kept in the record: the payload of ours, the envelope of a partner's.
    package let content: Public
    package let figures: [SeenFigure]

    package init(
        _ publisher: Code,
        _ quarter: Quarter,
        document: Public,
        content: Public,
        figures: [SeenFigure]
    ) {
        self.publisher = publisher
        self.quarter = quarter
        self.document = document
        self.content = content
        self.figures = figures
    }

    package init(_ statement: EvidenceStatement, keptAs kept: [UInt8]) {
        guard let publisher = Code(statement.publisher) else {
            preconditionFailure("the publisher of a statement is a code")
        }
        self.init(
            publisher,
            statement.quarter,
            document: Public(digest: digestBytes(statement.bytes)),
            content: Public(digest: digestBytes(kept)),
            figures: statement.seen
        )
    }
}

/// The figures of one service, by their digest.
package struct SeenFigure: Hashable, Sendable {
    package let service: Code
    package let figures: Public

    package init(service: Code, figures: Public) {
        self.service = service
        self.figures = figures
    }
}

/// Two statements that say different things of one service and quarter; both are kept.
package struct Contradiction: Hashable, Sendable {
    package let quarter: Quarter
    package let kept: Public
    package let other: Public

    package init(quarter: Quarter, kept: Public, other: Public) {
        self.quarter = quarter
        self.kept = kept
        self.other = other
    }
}

extension EvidenceFact: FactShape {
    package var kind: Code {
        switch self {
        case .published: "published"
        case .taken: "taken"
        case .contradicted: "contradicted"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .published(let stated): stated.write(to: &fields)
        case .taken(let stated, let key):
            stated.write(to: &fields)
            fields.put("key", key)
        case .contradicted(let seen):
            fields.put("quarter", seen.quarter)
            fields.put("kept", seen.kept)
            fields.put("other", seen.other)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "published": self = .published(try Stated(from: fields))
        case "taken": self = .taken(try Stated(from: fields), try fields.get("key"))
        case "contradicted":
            self = .contradicted(
                Contradiction(
                    quarter: try fields.get("quarter"),
                    kept: try fields.get("kept"),
                    other: try fields.get("other")
                )
            )
        default: throw FactUnreadable("no fact of evidence: \(kind)")
        }
    }
}

extension Stated {
    fileprivate func write(to fields: inout FactWriter) {
        fields.put("publisher", publisher)
        fields.put("quarter", quarter)
        fields.put("document", document)
        fields.put("content", content)
        fields.put("figures", each: figures)
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("publisher"),
            try fields.get("quarter"),
            document: try fields.get("document"),
            content: try fields.get("content"),
            figures: try fields.list("figures")
        )
    }
}

extension SeenFigure: FactField {
    package var json: FactValue { .object(["figures": figures.json, "service": service.json]) }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let service = fields["service"].flatMap(Code.init(json:)),
            let figures = fields["figures"].flatMap(Public.init(json:))
        else { return nil }
        self.init(service: service, figures: figures)
    }
}
