package import Ledger
package import Stories

// From a bag back to its plots, and from a plot forward to every bag.
//
// A step that drew from a lot at some `seq` took of what had come into that lot before, never of
// what came later: so each lot is looked at up to (or from) a `seq`, which is what makes a silo
// right that is filled and emptied in turns.

/// A plot that a lot's coffee came from, and how much it delivered to the lots in between.
package struct PlotOfLot: Hashable, Sendable {
    package let plot: OpaqueID

    /// As green coffee, everything that the plot brought to any of those lots.
    package let green: Int64
}

/// One lot of a journey, and how many steps away it is.
package struct LotOnTheWay: Hashable, Sendable {
    package let lot: OpaqueID
    package let steps: Int
}

extension Reader {
    /// Every plot that may be in a lot: all that came into what it was made of, as with a silo
    /// that was not empty in between.
    package func plots(behind lot: OpaqueID) throws -> [PlotOfLot] {
        try rows(
            """
            \(Self.upstream(of: lot)) SELECT plot, SUM(green) AS green FROM ( \
            SELECT DISTINCT p.plot AS plot, p.entry AS entry, p.green AS green \
            FROM up JOIN coffee_plots p ON p.lot = up.lot AND p.seq < up.before \
            AND p.seq > up.since AND p.green > 0) \
            AS delivered GROUP BY plot ORDER BY plot
            """
        ).map { PlotOfLot(plot: try $0.id("plot"), green: try $0.int("green")) }
    }

    /// The lots that a lot was made of, itself left out, the nearest first.
    package func lots(behind lot: OpaqueID) throws -> [LotOnTheWay] {
        try rows(
            """
            \(Self.upstream(of: lot)) SELECT lot, MIN(steps) AS steps FROM up WHERE steps > 0 \
            GROUP BY lot ORDER BY steps, lot
            """
        ).map { LotOnTheWay(lot: try $0.id("lot"), steps: try $0.get("steps")) }
    }

    /// How many findings stand against what a lot was made of, warnings and itself left out.
    package func findings(behind lot: OpaqueID) throws -> Int {
        try row(
            """
            \(Self.upstream(of: lot)) SELECT COUNT(DISTINCT f.id) AS count FROM up \
            JOIN coffee_findings f ON f.lot = up.lot AND f.seq < up.before \
            AND f.seq > up.since WHERE up.steps > 0 AND f.warning = 0 AND f.overruled_by IS NULL
            """
        )?.get("count") ?? 0
    }

    /// The lots that a plot's coffee may be in, in the order of their ids.
    package func lots(
        holding plot: OpaqueID,
        after last: OpaqueID? = nil,
        most: Int
    ) throws -> [LotOnTheWay] {
        try rows(
            """
            WITH RECURSIVE down (lot, after, steps) AS ( \
            SELECT lot, seq, 0 FROM coffee_plots WHERE plot = \(plot) AND green > 0 UNION SELECT e.child, e.seq, down.steps + 1 FROM down \
            JOIN coffee_edges e ON e.parent = down.lot AND e.seq > down.after \
            AND e.since < down.after AND e.grams > 0) \
            SELECT lot, MIN(steps) AS steps FROM down \
            WHERE lot > \(last?.bytes ?? []) GROUP BY lot ORDER BY lot LIMIT \(most)
            """
        ).map { LotOnTheWay(lot: try $0.id("lot"), steps: try $0.get("steps")) }
    }

    /// The lots behind one, each with the `seq` up to which it counts.
    private static func upstream(of lot: OpaqueID) -> SQL {
        """
        WITH RECURSIVE up (lot, since, before, steps) AS ( \
        SELECT id, emptied, \(Int64.max), 0 FROM coffee_lots WHERE id = \(lot) UNION \
        SELECT e.parent, e.since, e.seq, up.steps + 1 FROM up \
        JOIN coffee_edges e ON e.child = up.lot AND e.seq < up.before AND e.seq > up.since \
        AND e.grams > 0)
        """
    }
}
