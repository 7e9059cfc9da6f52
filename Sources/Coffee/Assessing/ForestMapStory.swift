package import Stories

/// Maps of the forest estate and of permits in it, as the regency loads them.
///
/// Each load is a history of its own with one fact: the map that was loaded last is in force, and
/// findings say of which one they are.
package enum ForestMapStory: Story {
    package static let kind: StreamKind = "coffee_map"
    package static let beginning = LoadedMap()

    package static func evolve(_ state: inout LoadedMap, _ fact: ForestMapFact) {
        switch fact {
        case .loaded(let map): state.map = map
        }
    }

    package static func decide(
        _ state: LoadedMap,
        _ command: ForestMap,
        _ known: LotRights
    ) throws(CoffeeRefusal) -> Decision<ForestMapFact> {
        guard known.approves else { throw .notYourPlots }
        guard state.map == nil else { throw .writtenAlready }
        return Decision([.loaded(command)])
    }
}

/// Nothing, or the map that was loaded.
package struct LoadedMap: Hashable, Sendable {
    package var map: ForestMap?

    package init() {}
}

/// What happened to a map.
package enum ForestMapFact: Hashable, Sendable {
    case loaded(ForestMap)
}

/// A map that plots are held against.
package struct ForestMap: Hashable, Sendable {
    package let kind: Kind

    /// Who made it, which decree, in words that everybody may read.
    package let source: Public
    package let asOf: Day
    package let areas: Int

    /// Its areas as GeoJSON, in the dossier of the map.
    package let file: OpaqueID

    package init(_ kind: Kind, by source: Assessment.Source, areas: Int, file: OpaqueID) {
        (self.kind, self.source, asOf) = (kind, source.words, source.asOf)
        (self.areas, self.file) = (areas, file)
    }

    /// What its areas mean for what lies in them.
    package enum Kind: String, FactWord {
        /// The forest estate (*kawasan hutan*): inside it, land may not simply be farmed.
        case estate

        /// Social forestry (*perhutanan sosial*): inside it, there is a permit.
        case permit
    }
}

extension ForestMapFact: FactShape {
    package var kind: Code {
        switch self {
        case .loaded: "loaded"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .loaded(let map):
            fields.put("map", map.kind)
            fields.put("source", map.source)
            fields.put("as_of", map.asOf)
            fields.put("areas", map.areas)
            fields.put("file", map.file)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        guard kind.text == "loaded" else { throw FactUnreadable("no fact of a map: \(kind)") }
        self = .loaded(
            ForestMap(
                try fields.get("map"),
                by: Assessment.Source(
                    try fields.get("source"),
                    asOf: try fields.get("as_of")
                ),
                areas: try fields.get("areas"),
                file: try fields.get("file")
            )
        )
    }
}
