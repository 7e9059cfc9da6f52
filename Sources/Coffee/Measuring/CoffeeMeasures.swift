package import Stories

/// What a regency holds for possible: what a step may give, what a plot may bear.
///
/// Pure, and put together from the decision tables that are published with the blueprint; the
/// numbers and their sources stand there and nowhere in the program.
package struct CoffeeMeasures: Sendable {
    /// What is to be said against a step.
    package let step: @Sendable (MeasuredStep) -> [LotFinding]

    /// Grams of green coffee that so much of a kind comes to.
    package let green: @Sendable (KindOfCoffee, Int64) -> Int64

    /// What is to be said against what a plot brought in its season.
    package let plot: @Sendable (MeasuredPlot) -> [LotFinding]

    package init(
        step: @escaping @Sendable (MeasuredStep) -> [LotFinding],
        green: @escaping @Sendable (KindOfCoffee, Int64) -> Int64,
        plot: @escaping @Sendable (MeasuredPlot) -> [LotFinding]
    ) {
        (self.step, self.green, self.plot) = (step, green, plot)
    }
}

/// A kind of coffee of a species: `gabah` of `arabika`.
package struct KindOfCoffee: Hashable, Sendable {
    package let kind: Code
    package let species: Code

    package init(_ kind: Code, of species: Code) { (self.kind, self.species) = (kind, species) }
}

/// So much coffee of a kind, with its moisture where that was measured.
package struct WeighedCoffee: Hashable, Sendable {
    package let what: KindOfCoffee
    package let grams: Int64

    /// In tenths of a percent.
    package let moisture: Int?

    package init(_ what: KindOfCoffee, grams: Int64, moisture: Int?) {
        (self.what, self.grams, self.moisture) = (what, grams, moisture)
    }
}

/// What went into a step and what came out.
package struct MeasuredStep: Hashable, Sendable {
    package let step: Code
    package let inputs: [WeighedCoffee]
    package let output: WeighedCoffee

    package init(_ step: Code, of inputs: [WeighedCoffee], to output: WeighedCoffee) {
        (self.step, self.inputs, self.output) = (step, inputs, output)
    }
}

/// What a plot brought in a season, this delivery counted in, and how large it is.
package struct MeasuredPlot: Hashable, Sendable {
    package let plot: OpaqueID
    package let species: Code
    package let season: Int

    /// Grams of green coffee.
    package let green: Int64

    /// Square metres.
    package let area: Int64

    /// The year in which it was planted, where that is known.
    package let planted: Int?

    package init(_ plot: PlotAtScale, of species: Code, season: Int, green: Int64) {
        (self.plot, area, planted) = (plot.id, plot.area, plot.planted)
        (self.species, self.season, self.green) = (species, season, green)
    }
}

/// A plot as it is known beside the scale.
package struct PlotAtScale: Hashable, Sendable {
    package let id: OpaqueID

    /// Square metres.
    package let area: Int64
    package let planted: Int?
    package let village: Code?

    package init(_ id: OpaqueID, area: Int64, planted: Int? = nil, village: Code? = nil) {
        (self.id, self.area, self.planted, self.village) = (id, area, planted, village)
    }
}
