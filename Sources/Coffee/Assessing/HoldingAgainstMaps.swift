package import Plots
package import Stories

/// Plots held against the maps of the forest estate and of permits, and against each other.
///
/// Pure: plots and maps in, what is found about each plot out, in the order of the plots.
package struct HoldingAgainstMaps {
    /// Up to this share of a plot, and up to so many square metres, two drawings of one border
    /// differ without anybody having moved.
    private static let (shareOfABorder, metresOfABorder) = (0.01, 100.0)

    /// What a map says about where a plot lies.
    package struct Standing: Hashable {
        package let outcome: AssessedOutcome

        /// How much of it lies in the forest estate without a permit, or with one.
        package let squareMetres: Int64?
    }

    private let estate: MapOfAreas
    private let permits: MapOfAreas

    package init(estate: [Outline], permits: [Outline]) {
        (self.estate, self.permits) = (MapOfAreas(estate), MapOfAreas(permits))
    }

    /// Outside the estate, inside with a permit, inside without.
    ///
    /// Unclear where the plot has no sound boundary. A permit that the register names counts where
    /// the map of permits does not reach.
    package func standing(of plot: RegisteredPlot) -> Standing {
        guard let boundary = plot.boundary, let inside = estate.covers(boundary) else {
            return Standing(outcome: .unclear, squareMetres: nil)
        }
        let whole = (boundary.hectares ?? 0) * 10_000
        let metres = inside.share * whole
        guard Self.counts(inside.share, metres) else {
            return Standing(outcome: .clear, squareMetres: nil)
        }
        let permitted = permits.covers(boundary)?.share ?? 0
        let bare = max(0, inside.share - permitted)
        if !Self.counts(bare, bare * whole) || plot.papers.permit != nil {
            return Standing(outcome: .permitted, squareMetres: Int64(metres.rounded()))
        }
        return Standing(outcome: .risk, squareMetres: Int64((bare * whole).rounded()))
    }

    /// A point has no border that could be drawn twice.
    private static func counts(_ share: Double, _ metres: Double) -> Bool {
        share > shareOfABorder || metres > metresOfABorder
    }

    /// The largest overlap of each plot with another; plots without an area have none.
    package static func overlaps(among plots: [RegisteredPlot]) -> [OpaqueID: (
        other: OpaqueID, Int64
    )] {
        var outlines: [(plot: Int, outline: Outline)] = []
        for (index, plot) in plots.enumerated() {
            for outline in plot.boundary?.outlines ?? [] { outlines.append((index, outline)) }
        }
        var largest: [OpaqueID: (other: OpaqueID, Int64)] = [:]
        func note(_ one: OpaqueID, _ other: OpaqueID, _ metres: Int64) {
            if metres > largest[one]?.1 ?? 0 { largest[one] = (other, metres) }
        }
        for overlap in Overlap.among(outlines.map(\.outline), most: 100_000) {
            let one = plots[outlines[overlap.first].plot].id
            let other = plots[outlines[overlap.second].plot].id
            guard one != other else { continue }
            let metres = Int64(overlap.squareMetres.rounded())
            note(one, other, metres)
            note(other, one, metres)
        }
        return largest
    }
}

extension ForestMap {
    /// What stands in a map of the forest estate and is none of it: land for other uses, and water.
    private static let notForest: Set<String> = [
        "apl", "areal penggunaan lain", "tubuh air", "badan air",
    ]

    /// The areas of a file that count for a kind of map.
    package static func areas(of rows: [PlotRow], as kind: Kind) -> [Outline] {
        rows.filter { row in
            kind == .permit
                || !row.attributes.contains { notForest.contains($0.text.lowercased()) }
        }
        .flatMap { $0.boundary?.outlines ?? [] }
    }
}
