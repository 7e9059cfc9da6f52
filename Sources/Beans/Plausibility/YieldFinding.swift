import Stories

/// Whether a plot can have borne what was delivered of it in a season.
///
/// It judges by the least green coffee that the deliveries can be, so that no farmer is asked about
/// a ratio; overruling it is the caller's business.
package struct YieldFinding: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case fits
        case asked
        case held
        /// No area, or no rule for the species on that day.
        case cannotSay
    }

    /// What is known of the plot.
    package struct Plot: Hashable, Sendable {
        package let species: Species
        package let hectares: Ratio
        package let plantedIn: Int?

        /// At most a million hectares, to a hundredth of a square metre; nil for others.
        package init?(_ species: Species, hectares: Ratio, plantedIn: Int? = nil) {
            guard hectares.isPlain(upTo: 1_000_000, decimals: 6) else { return nil }
            (self.species, self.hectares, self.plantedIn) = (species, hectares, plantedIn)
        }
    }

    package let plot: Plot
    package let season: Int
    package let delivered: GreenEquivalent
    package let rule: YieldRule?
    package let age: AgeShare?

    /// Kilograms of green coffee a hectare, at least; nil without an area.
    package let perHectare: Ratio?

    /// From which on it is asked about and held, in grams of the whole plot.
    package let asksAbove: Ratio?
    package let holdsAbove: Ratio?
    package let verdict: Verdict

    package init(
        _ plot: Plot,
        season: Int,
        delivered: GreenEquivalent,
        by table: YieldTable
    ) {
        (self.plot, self.season, self.delivered) = (plot, season, delivered)
        let day = Day(year: season, month: 12, day: 31) ?? Day(number: 0)
        let rule = table.rule(for: plot.species, on: day)
        let age = plot.plantedIn.flatMap {
            table.share(of: plot.species, age: season - $0, on: day)
        }
        (self.rule, self.age) = (rule, age)
        let hasArea = plot.hectares > 0
        perHectare =
            hasArea ? (delivered.least * Ratio(1, over: 1000)).divided(by: plot.hectares) : nil
        guard let rule, hasArea else {
            (asksAbove, holdsAbove, verdict) = (nil, nil, .cannotSay)
            return
        }
        let bearing = plot.hectares * 1000 * (age?.share ?? 1)
        let (asks, holds) = (rule.asksAbove * bearing, rule.holdsAbove * bearing)
        (asksAbove, holdsAbove) = (asks, holds)
        verdict = delivered.least > holds ? .held : delivered.least > asks ? .asked : .fits
    }

    package var sentence: Saying {
        let (least, most) = (kilogramsText(delivered.least), kilogramsText(delivered.most))
        let area = plot.hectares
        let said = Saying(
            "Panen \(season): setara biji \(least.indonesian) sampai \(most.indonesian) dari "
                + "\(area.text()) ha",
            "Harvest of \(season): \(least.english) to \(most.english) of green coffee from "
                + "\(area.englishText()) ha"
        )
        guard let perHectare, let rule, let asksAbove, let holdsAbove else {
            return Saying(
                said.indonesian + ". Luas kebun atau batas hasil wajar belum ada.",
                said.english + ". The area or the bounds of a likely yield are missing."
            )
        }
        let (asks, holds) = (kilogramsText(asksAbove), kilogramsText(holdsAbove))
        return Saying(
            said.indonesian + ", paling sedikit \(perHectare.text(decimals: 1)) kg per ha. "
                + "Ditanyakan di atas \(asks.indonesian), ditahan di atas \(holds.indonesian) "
                + "(\(rule.sourced.source)).",
            said.english + ", at least \(perHectare.englishText(decimals: 1)) kg a hectare. "
                + "Asked about above \(asks.english), held above \(holds.english) "
                + "(\(rule.sourced.source))."
        )
    }
}
