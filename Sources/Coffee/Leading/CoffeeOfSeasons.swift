package import Stories

/// What came in over the harvests, counted for those who lead: no plot, no name, no finding.
///
/// Pure. What would speak of fewer than five people is left out already here, so that no page and
/// no file can tell it.
package struct CoffeeOfSeasons: Hashable, Sendable {
    /// The latest first.
    package let seasons: [Season]

    /// One harvest.
    package struct Season: Hashable, Sendable {
        package let season: Int

        /// Nil where all growers of the harvest are too few.
        package let whole: Part?

        /// In the order of their codes.
        package let districts: [Part]

        /// What was paid for each kind, the most first.
        package let prices: [Paid]

        /// Grams that were sold, and of those under the region's own name, certified by the body
        /// that holds the name.
        package let sold: Int64
        package let soldUnderOwnName: Int64

        /// In per cent; nil where nothing was sold.
        package var ownNamePercent: Int? {
            sold > 0 ? Int((soldUnderOwnName * 100 + sold / 2) / sold) : nil
        }
    }

    /// The whole or a district: how much, and from how many.
    package struct Part: Hashable, Sendable {
        /// Nil for the whole, and for deliveries from where nobody knows.
        package let district: Code?

        /// Grams as green coffee; nil where it would speak of too few.
        package let green: Int64?
        package let growers: Int?
        package let women: Int?
    }

    /// The average of what was paid for a kind; nil where it would speak of too few.
    package struct Paid: Hashable, Sendable {
        package let what: KindOfCoffee
        package let grams: Int64?

        /// Rupiah a kilogram, weighed by the kilograms, half a rupiah rounded up.
        package let price: Int64?
    }

    /// - Parameters:
    ///   - isWoman: nil where the register does not say.
    ///   - green: grams of green coffee that so much of a kind comes to.
    package init(
        _ brought: [BroughtInSeason],
        sold: [SoldInSeason],
        isWoman: (OpaqueID) -> Bool?,
        green: (KindOfCoffee, Int64) -> Int64
    ) {
        let bySeason = Dictionary(grouping: brought, by: \.season)
        let sales = Dictionary(grouping: sold, by: \.season)
        let women = Set(brought.map(\.grower)).filter { isWoman($0) == true }
        let all = Set(bySeason.keys).union(sales.keys)
        seasons = all.sorted(by: >).map { season in
            let lines = bySeason[season] ?? []
            let whole = Sum(lines, women, green)
            let isTold = whole.growers >= FewPeople.least
            let sold = sales[season] ?? []
            return Season(
                season: season,
                whole: isTold ? whole.part(nil) : nil,
                districts: isTold ? Self.districts(lines, women, green) : [],
                prices: isTold ? Self.prices(lines) : [],
                sold: sold.reduce(0) { $0 + $1.grams },
                soldUnderOwnName: sold.reduce(0) { $0 + $1.underOwnName }
            )
        }
    }

    /// What some deliveries come to, before anything is hidden.
    private struct Sum {
        let green: Int64
        let growers: Int
        let women: Int

        init(
            _ lines: [BroughtInSeason],
            _ women: Set<OpaqueID>,
            _ green: (KindOfCoffee, Int64) -> Int64
        ) {
            let growers = Set(lines.map(\.grower))
            self.growers = growers.count
            self.women = growers.intersection(women).count
            self.green = Dictionary(grouping: lines, by: \.what).reduce(0) { sum, kind in
                sum + green(kind.key, kind.value.reduce(0) { $0 + $1.grams })
            }
        }

        func part(_ district: Code?) -> Part {
            Part(
                district: district,
                green: green,
                growers: growers,
                women: FewPeople.part(women, of: growers)
            )
        }
    }

    private static func districts(
        _ lines: [BroughtInSeason],
        _ women: Set<OpaqueID>,
        _ green: (KindOfCoffee, Int64) -> Int64
    ) -> [Part] {
        let parts = Dictionary(grouping: lines, by: \.district).sorted {
            ($0.key?.text ?? "~") < ($1.key?.text ?? "~")
        }
        let sums = parts.map { Sum($0.value, women, green) }
        let hidden = FewPeople.hidden(sums.map(\.growers))
        // The women of one district must not follow from the whole and all others either.
        let withoutWomen = FewPeople.hidden(
            sums.map { min($0.women, $0.growers - $0.women) }
        )
        return sums.indices.map { index in
            let (district, sum) = (parts[index].key, sums[index])
            guard !hidden.contains(index) else {
                return Part(district: district, green: nil, growers: nil, women: nil)
            }
            let told = sum.part(district)
            return Part(
                district: district,
                green: told.green,
                growers: told.growers,
                women: withoutWomen.contains(index) ? nil : told.women
            )
        }
    }

    private static func prices(_ lines: [BroughtInSeason]) -> [Paid] {
        let kinds = Dictionary(grouping: lines, by: \.what)
            .map { ($0.key, $0.value, $0.value.reduce(0) { $0 + $1.grams }) }
            .sorted { ($1.2, $0.0.kind, $0.0.species) < ($0.2, $1.0.kind, $1.0.species) }
        let hidden = FewPeople.hidden(kinds.map { Set($0.1.map(\.grower)).count })
        return kinds.indices.map { index in
            let (what, lines, grams) = kinds[index]
            guard !hidden.contains(index), grams > 0 else {
                return Paid(what: what, grams: nil, price: nil)
            }
            let worth = lines.reduce(0) { $0 + $1.worth }
            return Paid(
                what: what,
                grams: grams,
                price: Int64((Int128(worth) * 1000 + Int128(grams) / 2) / Int128(grams))
            )
        }
    }
}

/// What one grower brought of one kind in a harvest, from a district.
package struct BroughtInSeason: Hashable, Sendable {
    package let season: Int
    package let what: KindOfCoffee
    package let district: Code?
    package let grower: OpaqueID
    package let grams: Int64

    /// Rupiah.
    package let worth: Int64

    package init(
        _ season: Int,
        _ what: KindOfCoffee,
        by grower: OpaqueID,
        from district: Code?,
        _ amount: (grams: Int64, worth: Int64)
    ) {
        (self.season, self.what, self.grower) = (season, what, grower)
        (self.district, grams, worth) = (district, amount.grams, amount.worth)
    }
}

/// What was sold of a harvest.
package struct SoldInSeason: Hashable, Sendable {
    package let season: Int
    package let grams: Int64

    /// Of those: under the region's own name with a certificate of the body that holds it.
    package let underOwnName: Int64

    package init(_ season: Int, grams: Int64, underOwnName: Int64) {
        (self.season, self.grams, self.underOwnName) = (season, grams, underOwnName)
    }
}
