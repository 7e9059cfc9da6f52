package import Ledger
package import Stories

extension LotDesk {
    /// What is weighed when a grower brings coffee.
    package struct Brought: Sendable {
        /// Made on the phone: the same delivery may arrive several times.
        package let id: OpaqueID
        package let grower: OpaqueID

        /// The grower's plots that it comes from; shared out by their area.
        package let plots: [PlotAtScale]
        package let weighing: Weighing

        package init(
            _ id: OpaqueID,
            of grower: OpaqueID,
            from plots: [PlotAtScale],
            _ weighing: Weighing
        ) {
            (self.id, self.grower, self.plots, self.weighing) = (id, grower, plots, weighing)
        }
    }

    /// Writes a delivery into a lot. What does not add up is written beside it, and refuses nothing:
    /// the coffee lies on the scale.
    ///
    /// Clock of the weighing may be wrong, so the record's own time stands beside it.
    package func deliver(
        _ brought: Brought,
        to id: OpaqueID,
        _ measures: CoffeeMeasures,
        _ asked: Asked
    ) async throws {
        // Two deliveries to one lot at one moment are no conflict of anybody's.
        for _ in 0..<8 {
            let append = try await store.read { reader in
                try self.delivery(brought, reader.loadedLot(id), measures, asked, reader)
            }
            switch try await store.append(append) {
            case .recorded, .repeated: return
            case .conflict: continue
            case .taken: throw CoffeeRefusal.movedOn
            case .otherContent: throw CoffeeRefusal.writtenAlready
            }
        }
        throw CoffeeRefusal.movedOn
    }

    private func delivery(
        _ brought: Brought,
        _ loaded: Loaded,
        _ measures: CoffeeMeasures,
        _ asked: Asked,
        _ reader: Reader
    ) throws -> Append {
        var append = Append(at: now(), by: asked.by, expecting: [loaded.stream: loaded.version])
        append.command = CommandKey(
            brought.id.bytes,
            content: loaded.id.bytes + Array("\(brought.weighing.grams)".utf8),
            lasting: .forEver
        )
        // What came before is told to the writer, which answers that it was written.
        if loaded.lot.taken[brought.id] != nil { return append }
        guard let what = loaded.lot.beginning else { throw CoffeeRefusal.noSuchLot }
        let kind = KindOfCoffee(what.kind, of: what.species)
        let shares = brought.shares(of: measures.green(kind, brought.weighing.grams))
        let findings = try zip(brought.plots, shares).flatMap { plot, share in
            let season = try reader.green(of: plot.id, in: what.season) + share.green
            return measures.plot(
                MeasuredPlot(plot, of: what.species, season: what.season, green: season)
            )
        }
        let delivery = Delivery(
            brought.id,
            of: brought.grower,
            plots: shares,
            brought.weighing,
            findings: findings.map { NewFinding(draw.id(), $0) }
        )
        try append.add(
            LotStory.decide(loaded.lot, .deliver(delivery), known(asked, loaded.id)),
            to: loaded.stream
        )
        return append
    }

    /// A step over one or more lots.
    package struct Step: Sendable {
        package let id: OpaqueID
        package let step: Code
        package let inputs: [Portion]
        package let outcome: Filling.Outcome

        package init(
            _ id: OpaqueID,
            _ step: Code,
            of inputs: [Portion],
            _ outcome: Filling.Outcome
        ) {
            (self.id, self.step, self.inputs, self.outcome) = (id, step, inputs, outcome)
        }
    }

    /// Takes coffee out of lots and puts what became of it into another, all or nothing.
    package func process(
        _ step: Step,
        into id: OpaqueID,
        _ measures: CoffeeMeasures,
        _ asked: Asked
    ) async throws {
        guard !step.inputs.contains(where: { $0.lot == id }) else {
            throw CoffeeRefusal.nothingGoesIn
        }
        let (target, sources) = try await store.read { reader in
            (try reader.loadedLot(id), try step.inputs.map { try reader.loadedLot($0.lot) })
        }
        if let seen = asked.seen, seen != target.version { throw CoffeeRefusal.movedOn }
        var append = Append(at: now(), by: asked.by, expecting: [target.stream: target.version])
        append.command = CommandKey(step.id.bytes, content: id.bytes, lasting: .forEver)
        for (source, portion) in zip(sources, step.inputs) {
            append.expecting[source.stream] = source.version
            let draught = Draught(draw.id(), into: id, by: step.step, grams: portion.grams)
            try append.add(
                LotStory.decide(source.lot, .draw(draught), known(asked, source.id)),
                to: source.stream
            )
        }
        let filling = Filling(
            step.id,
            by: step.step,
            of: step.inputs,
            step.outcome,
            findings: measures.step(try step.measured(sources, target))
                .map { NewFinding(draw.id(), $0) }
        )
        try append.add(
            LotStory.decide(target.lot, .fill(filling), known(asked, id)),
            to: target.stream
        )
        try await record(append)
    }
}

extension LotDesk.Brought {
    /// Shares a delivery out over its plots by their area; what does not divide goes to the first.
    func shares(of green: Int64) -> [PlotShare] {
        let whole = plots.reduce(Int64(0)) { $0 + max(1, $1.area) }
        var shares = plots.map { PlotShare($0.id, green: green * max(1, $0.area) / whole) }
        guard let first = shares.first else { return [] }
        let left = green - shares.reduce(0) { $0 + $1.green }
        shares[0] = PlotShare(first.plot, green: first.green + left)
        return shares
    }
}

extension LotDesk.Step {
    fileprivate func measured(
        _ sources: [LotDesk.Loaded],
        _ target: LotDesk.Loaded
    ) throws(CoffeeRefusal) -> MeasuredStep {
        var weighed: [WeighedCoffee] = []
        for (source, portion) in zip(sources, inputs) {
            weighed.append(
                WeighedCoffee(
                    try source.kindOfCoffee(),
                    grams: portion.grams,
                    moisture: source.lot.moisture
                )
            )
        }
        let output = WeighedCoffee(
            try target.kindOfCoffee(),
            grams: outcome.grams,
            moisture: outcome.moisture
        )
        return MeasuredStep(step, of: weighed, to: output)
    }
}

extension LotDesk.Loaded {
    func kindOfCoffee() throws(CoffeeRefusal) -> KindOfCoffee {
        guard let beginning = lot.beginning else { throw .noSuchLot }
        return KindOfCoffee(beginning.kind, of: beginning.species)
    }
}

extension Reader {
    /// Grams of green coffee that a plot has brought in a season so far.
    package func green(of plot: OpaqueID, in season: Int) throws -> Int64 {
        try row(
            """
            SELECT COALESCE(SUM(green), 0) AS green FROM coffee_plots \
            WHERE plot = \(plot) AND season = \(season)
            """
        )?.int("green") ?? 0
    }
}
