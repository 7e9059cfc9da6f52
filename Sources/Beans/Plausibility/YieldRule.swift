package import Stories

/// From which yield on a plot's deliveries are asked about, and from which they are held.
///
/// Kilograms of green coffee a hectare and year; rows are the regency's own.
package struct YieldRule: Hashable, Sendable {
    package let species: Species
    package let asksAbove: Ratio
    package let holdsAbove: Ratio
    package let sourced: Sourced

    /// Nil where the bounds are none.
    package init?(
        _ species: Species,
        asksAbove: Ratio,
        holdsAbove: Ratio,
        sourced: Sourced
    ) {
        guard asksAbove > 0, asksAbove <= holdsAbove,
            asksAbove.isPlain(upTo: 1_000_000, decimals: 3),
            holdsAbove.isPlain(upTo: 1_000_000, decimals: 3)
        else { return nil }
        (self.species, self.sourced) = (species, sourced)
        (self.asksAbove, self.holdsAbove) = (asksAbove, holdsAbove)
    }
}

/// Which part of a full yield trees of an age bear.
package struct AgeShare: Hashable, Sendable {
    package let species: Species
    package let years: ClosedRange<Int>
    package let share: Ratio
    package let sourced: Sourced

    /// A share of one; nil for others.
    package init?(
        _ species: Species,
        _ years: ClosedRange<Int>,
        share: Ratio,
        sourced: Sourced
    ) {
        guard share.isPlain(upTo: 1, decimals: 4) else { return nil }
        (self.species, self.years) = (species, years)
        (self.share, self.sourced) = (share, sourced)
    }
}

/// What is known of yields; without rows nothing is asked about.
package struct YieldTable: Hashable, Sendable {
    package let rules: [YieldRule]
    package let ages: [AgeShare]

    package init(_ rules: [YieldRule], ages: [AgeShare] = []) {
        (self.rules, self.ages) = (rules, ages)
    }

    package func rule(for species: Species, on day: Day) -> YieldRule? {
        rules.first { $0.species == species && $0.sourced.holds(on: day) }
    }

    /// Nil where nobody has said how trees of that age bear.
    package func share(of species: Species, age: Int, on day: Day) -> AgeShare? {
        ages.first {
            $0.species == species && $0.years.contains(age) && $0.sourced.holds(on: day)
        }
    }
}
