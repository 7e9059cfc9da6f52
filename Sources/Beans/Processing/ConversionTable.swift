package import Stories

/// How much of one kind becomes of another, and whose word that is.
package struct Conversion: Hashable, Sendable {
    /// Of which coffee a row speaks; what is nil holds for all.
    package struct Scope: Hashable, Sendable {
        package let species: Species?
        package let treatment: Treatment?

        /// The grade that is to come of it, as the table names it.
        package let grade: String?

        package init(
            species: Species? = nil,
            treatment: Treatment? = nil,
            grade: String? = nil
        ) {
            (self.species, self.treatment, self.grade) = (species, treatment, grade)
        }

        /// Nil where the row is of another coffee; else how closely it fits.
        func closeness(to asked: Scope) -> Int? {
            let fits = [
                fit(species, asked.species), fit(treatment, asked.treatment),
                fit(grade, asked.grade),
            ]
            let known = fits.compactMap { $0 }
            return known.count == fits.count ? known.reduce(0, +) : nil
        }

        private func fit<T: Equatable>(_ mine: T?, _ asked: T?) -> Int? {
            guard let mine else { return 0 }
            return mine == asked ? 1 : nil
        }
    }

    package let from: CoffeeKind
    package let to: CoffeeKind
    package let scope: Scope

    /// What one gram of the first gives of the second, at least and at most.
    package let least: Ratio
    package let most: Ratio

    /// Both masses are meant at 12 % moisture.
    package let isAtTwelve: Bool
    package let sourced: Sourced

    /// Nil where the bounds are none, or not between 0 and 10.
    package init?(
        _ kinds: (from: CoffeeKind, to: CoffeeKind),
        _ scope: Scope = Scope(),
        from least: Ratio,
        to most: Ratio,
        isAtTwelve: Bool = false,
        sourced: Sourced
    ) {
        guard least > 0, least <= most, least.isPlain(upTo: 10, decimals: 6),
            most.isPlain(upTo: 10, decimals: 6)
        else { return nil }
        (from, to) = kinds
        (self.scope, self.least, self.most) = (scope, least, most)
        (self.isAtTwelve, self.sourced) = (isAtTwelve, sourced)
    }
}

/// The ratios that a regency has declared; there are none in the program.
package struct ConversionTable: Hashable, Sendable {
    package let rows: [Conversion]

    package init(_ rows: [Conversion]) { self.rows = rows }

    /// The row that speaks most closely of such coffee on that day; among equals the first.
    package func row(
        _ kinds: (from: CoffeeKind, to: CoffeeKind),
        _ asked: Conversion.Scope,
        on day: Day
    ) -> Conversion? {
        var best: (row: Conversion, closeness: Int)?
        for row in rows
        where row.from == kinds.from && row.to == kinds.to && row.sourced.holds(on: day) {
            guard let closeness = row.scope.closeness(to: asked) else { continue }
            if best.map({ $0.closeness < closeness }) ?? true { best = (row, closeness) }
        }
        return best?.row
    }
}
