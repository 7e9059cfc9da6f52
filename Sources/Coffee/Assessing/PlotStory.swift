package import Stories

/// What was found about a plot since it was registered: its legality, its tree cover, where it lies.
///
/// The plot itself stands in its register; this is the history of what others found, each with its
/// source and date. Nobody is told that a plot is "free of deforestation": only what which source
/// shows of which day.
package enum PlotStory: Story {
    package static let kind: StreamKind = "coffee_plot"
    package static let beginning = AssessedPlot()

    package static func evolve(_ state: inout AssessedPlot, _ fact: PlotFact) {
        switch fact {
        case .assessed(let assessment): state.found[assessment.about] = assessment
        case .keptOut: state.isKeptOut = true
        case .letIn: state.isKeptOut = false
        }
    }

    package static func decide(
        _ state: AssessedPlot,
        _ command: PlotCommand,
        _ known: KnownOfPlot
    ) throws(CoffeeRefusal) -> Decision<PlotFact> {
        guard known.rights.approves else { throw .notYourPlots }
        switch command {
        case .assess(let assessment):
            let isSame = state.found[assessment.about]?.says(the: assessment) == true
            return isSame ? Decision() : Decision([.assessed(assessment)])
        case .keepOut(let reason):
            guard !state.isKeptOut else { return Decision() }
            return try decision(reason, known, PlotFact.keptOut)
        case .letIn(let reason):
            guard state.isKeptOut else { return Decision() }
            return try decision(reason, known, PlotFact.letIn)
        }
    }

    private static func decision(
        _ reason: [UInt8],
        _ known: KnownOfPlot,
        _ fact: (Sealed) -> PlotFact
    ) throws(CoffeeRefusal) -> Decision<PlotFact> {
        guard !reason.isEmpty else { throw .reasonMissing }
        let sealed = known.sealer.seal(reason, in: known.dossier, known.draw)
        return Decision([fact(sealed.sealed)], sealed: [sealed.payload])
    }
}

/// A plot as its findings leave it.
package struct AssessedPlot: Hashable, Sendable {
    /// What was found last about each subject.
    package var found: [AssessedSubject: Assessment] = [:]
    package var isKeptOut = false

    package init() {}
}

/// What can be asked about a plot.
package enum PlotCommand: Hashable, Sendable {
    case assess(Assessment)
    case keepOut(reason: [UInt8])
    case letIn(reason: [UInt8])
}

/// What a decision about a plot may know.
package struct KnownOfPlot: Sendable {
    package let rights: LotRights
    package let draw: Draw
    package let sealer: Sealer
    package let dossier: DossierID

    package init(_ rights: LotRights, _ dossier: DossierID, _ draw: Draw, _ sealer: Sealer) {
        (self.rights, self.dossier, self.draw, self.sealer) = (rights, dossier, draw, sealer)
    }
}

/// What happened to what is known of a plot.
package enum PlotFact: Hashable, Sendable {
    case assessed(Assessment)

    /// It stays out of buyers' files, with the reason.
    case keptOut(Sealed)
    case letIn(Sealed)
}

/// What is looked at; legality and the cut-off of 2020 are two findings, never one.
package enum AssessedSubject: String, FactWord {
    /// Whether the land may be farmed: rights, permits, taxes.
    case legality

    /// Whether trees were lost after 31 December 2020.
    case treeCover = "tree_cover"

    /// Where it lies on the map of the forest estate.
    case forest
    case overlap
}

/// What was found.
package enum AssessedOutcome: String, FactWord {
    /// Nothing was found that stands against it.
    case clear

    /// Inside the forest estate, with a social-forestry permit.
    case permitted

    /// The source does not say enough.
    case unclear

    /// Something stands against it.
    case risk
}

/// A finding about a plot: what, by whose word, of which day.
package struct Assessment: Hashable, Sendable {
    package let id: OpaqueID
    package let about: AssessedSubject
    package let outcome: AssessedOutcome

    /// Source, tool and version in words, which everybody may read.
    package let source: Public

    /// The day that the source speaks of.
    package let asOf: Day

    /// How much of the plot it is about, in square metres; nil where that is not known.
    package let squareMetres: Int64?

    /// The other plot of an overlap.
    package let other: OpaqueID?

    package init(
        _ id: OpaqueID,
        _ about: AssessedSubject,
        _ outcome: AssessedOutcome,
        by source: Source,
        squareMetres: Int64? = nil,
        other: OpaqueID? = nil
    ) {
        (self.id, self.about, self.outcome) = (id, about, outcome)
        (self.source, asOf) = (source.words, source.asOf)
        (self.squareMetres, self.other) = (squareMetres, other)
    }

    /// Who says so, and of which day it speaks.
    package struct Source: Hashable, Sendable {
        package let words: Public
        package let asOf: Day

        package init(_ words: Public, asOf: Day) { (self.words, self.asOf) = (words, asOf) }
    }

    /// Whether another says nothing new.
    func says(the other: Assessment) -> Bool {
        outcome == other.outcome && source == other.source && asOf == other.asOf
            && squareMetres == other.squareMetres && self.other == other.other
    }
}

extension PlotFact: FactShape {
    package var kind: Code {
        switch self {
        case .assessed: "assessed"
        case .keptOut: "kept_out"
        case .letIn: "let_in"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .assessed(let assessment):
            fields.put("id", assessment.id)
            fields.put("about", assessment.about)
            fields.put("outcome", assessment.outcome)
            fields.put("source", assessment.source)
            fields.put("as_of", assessment.asOf)
            fields.put("square_metres", assessment.squareMetres)
            fields.put("other", assessment.other)
        case .keptOut(let reason), .letIn(let reason): fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "assessed":
            self = .assessed(
                Assessment(
                    try fields.get("id"),
                    try fields.get("about"),
                    try fields.get("outcome"),
                    by: Assessment.Source(
                        try fields.get("source"),
                        asOf: try fields.get("as_of")
                    ),
                    squareMetres: try fields.find("square_metres"),
                    other: try fields.find("other")
                )
            )
        case "kept_out": self = .keptOut(try fields.get("reason"))
        case "let_in": self = .letIn(try fields.get("reason"))
        case _: throw FactUnreadable("no fact of a plot: \(kind)")
        }
    }
}
