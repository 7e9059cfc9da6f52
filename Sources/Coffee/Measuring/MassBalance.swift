package import Stories

/// What is declared about weights: how much a step gives at most, how much a plot bears.
///
/// Everything here is handed in from the published tables, each row with its source. Ratios are in
/// thousandths, so that nothing is rounded before the end.
package struct DeclaredMeasures: Sendable {
    /// Thousandths of the weight that one kind gives of another at most; nil where none is declared.
    package let ratio: @Sendable (_ from: KindOfCoffee, _ to: Code) -> Int64?

    /// Kilograms of green coffee a hectare and year: from where on it is noted, and believed no more.
    package let bounds: @Sendable (_ species: Code, _ age: Int?) -> YieldBounds?

    /// Which kind is green coffee; its name in the tables.
    package let green: Code

    package init(
        green: Code,
        ratio: @escaping @Sendable (KindOfCoffee, Code) -> Int64?,
        bounds: @escaping @Sendable (Code, Int?) -> YieldBounds?
    ) {
        (self.green, self.ratio, self.bounds) = (green, ratio, bounds)
    }

    /// The measures that follow from what is declared.
    package var measures: CoffeeMeasures {
        CoffeeMeasures(
            step: { findings(of: $0) },
            green: { what, grams in
                guard what.kind != green, let ratio = ratio(what, green) else { return grams }
                return Grams.share(grams, ratio, of: 1000)
            },
            plot: { findings(of: $0) }
        )
    }
}

/// From where on a yield is noted, and from where on it is believed no more.
package struct YieldBounds: Hashable, Sendable {
    package let warn: Int64
    package let block: Int64

    package init(warn: Int64, block: Int64) { (self.warn, self.block) = (warn, block) }
}

extension DeclaredMeasures {
    /// Scales differ: three percent more than the ratio gives is believed.
    private static let tolerance: Int64 = 103

    /// A scale that shows pounds makes 2,2046 of one; what comes near is taken for one.
    private static let pounds: ClosedRange<Int64> = 205...235

    /// No step gives out more than it took in within the declared ratio.
    ///
    /// Weights whose moisture is known count as what they would weigh at 12 percent.
    private func findings(of step: MeasuredStep) -> [LotFinding] {
        let said = Grams.atTwelvePercent(step.output.grams, moisture: step.output.moisture)
        var most: Int64 = 0
        var changesKind = false
        for input in step.inputs {
            let isSame = input.what.kind == step.output.what.kind
            changesKind = changesKind || !isSame
            guard let ratio = isSame ? 1000 : ratio(input.what, step.output.what.kind) else {
                return [LotFinding(.noRatioDeclared, said: step.output.grams, most: 0)]
            }
            let weight = Grams.atTwelvePercent(input.grams, moisture: input.moisture)
            most += Grams.share(weight, ratio * Self.tolerance, of: 100_000)
        }
        if said > most {
            let inPounds = most > 0 && Self.pounds.contains(Grams.share(said, 100, of: most))
            return [
                LotFinding(inPounds ? .scaleInPounds : .moreThanItsInputs, said: said, most: most)
            ]
        }
        // Where only the place changes, everything lies near the bound: nothing is to be noted.
        guard changesKind, said > Grams.share(most, 90, of: 100) else { return [] }
        return [LotFinding(.moreThanItsInputs, said: said, most: most, isWarning: true)]
    }

    /// No plot brings more than its area bears.
    private func findings(of plot: MeasuredPlot) -> [LotFinding] {
        let age = plot.planted.map { plot.season - $0 }
        guard let bounds = bounds(plot.species, age) else { return [] }
        // Kilograms a hectare are tenths of a gram a square metre.
        let (warn, block) = (bounds.warn * plot.area / 10, bounds.block * plot.area / 10)
        if plot.green > block {
            return [
                LotFinding(.moreThanThePlotBears, said: plot.green, most: block, plot: plot.plot)
            ]
        }
        guard plot.green > warn else { return [] }
        return [
            LotFinding(
                .moreThanThePlotBears,
                said: plot.green,
                most: warn,
                plot: plot.plot,
                isWarning: true
            )
        ]
    }
}

/// Weights in grams, worked on without rounding in between.
package enum Grams {
    /// `grams × part ÷ whole`, rounded to the nearest gram.
    package static func share(_ grams: Int64, _ part: Int64, of whole: Int64) -> Int64 {
        guard whole > 0 else { return 0 }
        let doubled = Int128(grams) * Int128(part) * 2 + Int128(whole)
        return Int64(clamping: doubled / (Int128(whole) * 2))
    }

    /// What it would weigh at 12 percent of moisture: `m × (100 - w) ÷ 88`.
    ///
    /// `moisture` is in tenths of a percent; what was not measured weighs what it weighs.
    package static func atTwelvePercent(_ grams: Int64, moisture: Int?) -> Int64 {
        guard let moisture, (0..<1000).contains(moisture) else { return grams }
        return share(grams, Int64(1000 - moisture), of: 880)
    }
}
