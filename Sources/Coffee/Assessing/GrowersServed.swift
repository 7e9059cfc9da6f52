package import Ledger
package import Stories

/// Of which growers somebody reads what was found about their plots.
package enum GrowersServed: Hashable, Sendable {
    /// A grower who reads about their own.
    case oneself(OpaqueID)

    /// Whoever keeps the register of plots with the growers, and the post that approves origins.
    case all

    /// Growers who brought something to units for which somebody weighs or manages lots.
    case bringing(to: Set<Code>)

    /// Nil for whoever serves nobody: to lead is no reason to look.
    package init?(_ rights: LotRights, keepsPlots: Bool) {
        if keepsPlots || rights.approves {
            self = .all
            return
        }
        let units = rights.weighs.union(rights.manages)
        guard !units.isEmpty else { return nil }
        self = .bringing(to: units)
    }
}

extension Reader {
    /// Those of some growers whom somebody serves.
    package func growers(
        _ served: GrowersServed,
        among growers: Set<OpaqueID>
    ) throws -> Set<OpaqueID> {
        switch served {
        case .oneself(let grower): return growers.intersection([grower])
        case .all: return growers
        case .bringing(let units):
            let (asked, most) = (growers.sorted(), 500)
            var found: Set<OpaqueID> = []
            for start in stride(from: 0, to: asked.count, by: most) {
                let some = asked[start..<min(start + most, asked.count)]
                let rows = try rows(
                    """
                    SELECT DISTINCT e.other AS grower FROM coffee_entries e \
                    JOIN coffee_lots l ON l.id = e.lot WHERE e.other IN (\(each: Array(some))) \
                    AND e.way = 'delivery' AND e.grams > 0 AND l.holder IN (\(each: units.sorted()))
                    """
                )
                for row in rows { found.insert(try row.id("grower")) }
            }
            return found
        }
    }
}
