package import Beans
package import Stories

/// The measures of a regency, from its tables: ratios of weights, yields that are believed.
///
/// The arithmetic is that of `Beans`; here it is asked about lots, and answers in findings.
package struct DeclaredMeasures: Sendable {
    package let ratios: ConversionTable
    package let yields: YieldTable

    /// The day on which a ratio has to hold.
    package let day: Day

    /// Kinds that only say how coffee was picked, and what they count as.
    package let sameAs: [Code: CoffeeKind]

    package init(
        _ ratios: ConversionTable,
        _ yields: YieldTable,
        on day: Day,
        sameAs: [Code: CoffeeKind] = [:]
    ) {
        (self.ratios, self.yields, self.day, self.sameAs) = (ratios, yields, day, sameAs)
    }

    /// Scales differ, where coffee is put into bags as where it is hulled.
    private static let rule =
        BalanceRule(
            tolerance: Ratio(3, over: 100),
            withinKind: Ratio(3, over: 100),
            nearFrom: Ratio(9, over: 10)
        ) ?? .house

    package var measures: CoffeeMeasures {
        CoffeeMeasures(
            step: { findings(of: $0) },
            green: { what, grams in green(of: what, grams) },
            plot: { findings(of: $0) }
        )
    }

    private func kind(_ code: Code) -> CoffeeKind? {
        sameAs[code] ?? CoffeeKind(rawValue: code.text)
    }

    private func portion(_ weighed: WeighedCoffee) -> Beans.Portion? {
        kind(weighed.what.kind).flatMap { kind in
            Beans.Portion(
                kind,
                grams: weighed.grams,
                moisture: weighed.moisture.flatMap { Moisture(tenths: $0) }
            )
        }
    }

    /// No step gives out more than it took in within the declared ratio.
    private func findings(of step: MeasuredStep) -> [LotFinding] {
        let inputs = step.inputs.compactMap(portion)
        guard inputs.count == step.inputs.count, let output = portion(step.output) else {
            return [LotFinding(.noRatioDeclared, said: step.output.grams, most: 0)]
        }
        var asked = BalanceFinding.Question(inputs, gave: output, on: day)
        asked.scope = .init(species: Species(named: step.output.what.species.text))
        let found = BalanceFinding(asked, by: ratios, under: Self.rule)
        let said = Int64(clamping: found.countedOutput.roundedHalfUp)
        switch found.verdict {
        case .fits: return []
        case .cannotSay: return [LotFinding(.noRatioDeclared, said: said, most: 0)]
        case .near, .tooMuch:
            let most = found.mostGrams ?? 0
            let isNear = found.verdict == .near
            let isPounds = !isNear && ScaleSuspicion(most, said)?.inPounds == .second
            let rule: LotRule = isPounds ? .scaleInPounds : .moreThanItsInputs
            return [LotFinding(rule, said: said, most: most, isWarning: isNear)]
        }
    }

    /// The least green coffee that it can be, so that nobody is asked about a ratio; what has no
    /// ratio counts whole.
    private func green(of what: KindOfCoffee, _ grams: Int64) -> Int64 {
        guard let kind = kind(what.kind), let portion = Beans.Portion(kind, grams: grams) else {
            return grams
        }
        let scope = Conversion.Scope(species: Species(named: what.species.text))
        let found = GreenEquivalent([portion], of: scope, by: ratios, on: day)
        return found.unknown.isEmpty ? Int64(clamping: found.least.roundedHalfUp) : grams
    }

    /// No plot brings more than its area bears.
    private func findings(of asked: MeasuredPlot) -> [LotFinding] {
        let hectares = Ratio(Int128(asked.area), over: 10_000)
        guard let species = Species(named: asked.species.text),
            let plot = YieldFinding.Plot(species, hectares: hectares, plantedIn: asked.planted),
            let portion = Beans.Portion(.green, grams: asked.green)
        else { return [] }
        let scope = Conversion.Scope(species: species)
        let delivered = GreenEquivalent([portion], of: scope, by: ratios, on: day)
        let found = YieldFinding(plot, season: asked.season, delivered: delivered, by: yields)
        let (isWarning, bound): (Bool, Ratio?) =
            switch found.verdict {
            case .fits, .cannotSay: (false, nil)
            case .asked: (true, found.asksAbove)
            case .held: (false, found.holdsAbove)
            }
        guard let bound else { return [] }
        return [
            LotFinding(
                .moreThanThePlotBears,
                said: asked.green,
                most: Int64(clamping: bound.floor),
                plot: asked.plot,
                isWarning: isWarning
            )
        ]
    }
}
