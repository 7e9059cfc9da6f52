package import Ledger
package import Stories

/// The story of one import of officials: carried out, and perhaps undone.
package enum ImportStory: Story {
    package static let kind: StreamKind = "official-import"
    package static let beginning = OfficialImport()

    package static func evolve(_ state: inout OfficialImport, _ fact: ImportFact) {
        switch fact {
        case .carriedOut(let people): state.people = people
        case .undone: state.isUndone = true
        }
    }

    package static func decide(
        _ state: OfficialImport,
        _ command: ImportFact,
        _ known: Void
    ) throws(PeopleRefusal) -> Decision<ImportFact> {
        switch command {
        case .carriedOut(let people):
            guard state.people.isEmpty else { throw .movedOn }
            guard !people.isEmpty else { throw .nothingToImport }
        case .undone:
            guard !state.people.isEmpty else { throw .noSuchImport }
            guard !state.isUndone else { throw .importUndone }
        }
        return Decision([command])
    }
}

/// An import as the facts leave it.
package struct OfficialImport: Hashable, Sendable {
    package var people: [ImportedOfficial] = []
    package var isUndone = false
}

/// What happened to an import; asked for in the same words.
package enum ImportFact: Hashable, Sendable {
    case carriedOut([ImportedOfficial])
    case undone
}

/// One official of an import, and where their story stood before and after.
package struct ImportedOfficial: Hashable, Sendable {
    package let official: OpaqueID
    package let from: Version
    package let to: Version

    package init(official: OpaqueID, from: Version, to: Version) {
        self.official = official
        self.from = from
        self.to = to
    }
}

extension ImportedOfficial: FactField {
    package var json: FactValue {
        .object(["official": official.json, "from": from.json, "to": to.json])
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let official = fields["official"].flatMap(OpaqueID.init(json:)),
            let from = fields["from"].flatMap(Version.init(json:)),
            let to = fields["to"].flatMap(Version.init(json:))
        else { return nil }
        self.init(official: official, from: from, to: to)
    }
}

extension ImportFact: FactShape {
    package var kind: Code {
        switch self {
        case .carriedOut: "carried-out"
        case .undone: "undone"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .carriedOut(let people): fields.put("people", each: people)
        case .undone: break
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "carried-out": self = .carriedOut(try fields.list("people"))
        case "undone": self = .undone
        default: throw FactUnreadable("no fact of an import: \(kind)")
        }
    }
}

/// The imports as a list.
package enum ImportsView {
    package static let view = ViewOfRecord(
        "official_imports",
        .now,
        of: [ImportStory.kind],
        tables: ["official_imports"],
        schema: [
            """
            CREATE TABLE official_imports (id BLOB PRIMARY KEY, at BIGINT NOT NULL, \
            actor BLOB NOT NULL, people BIGINT NOT NULL, undone BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(ImportFact.self) {
            case .carriedOut(let people):
                return [
                    """
                    INSERT INTO official_imports (id, at, actor, people, undone) VALUES \
                    (\(event.stream.id), \(event.at), \(event.by.id), \(people.count), \(0))
                    """
                ]
            case .undone:
                return [
                    "UPDATE official_imports SET undone = \(1) WHERE id = \(event.stream.id)"
                ]
            }
        }
    )
}
