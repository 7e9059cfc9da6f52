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

/// Deliveries to a lot, or one of its steps, over the days that they took.
package struct StageOfJourney: Hashable, Sendable {
    package let lot: OpaqueID

    /// Nil for what growers brought.
    package let step: Code?
    package let first: Instant
    package let last: Instant
    package let growers: Int
    package let grams: Int64
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

    /// What happened to a lot's coffee before it was here, the earliest first: who brought how much,
    /// which steps it went through.
    package func journey(to lot: OpaqueID) throws -> [StageOfJourney] {
        try rows(
            """
            \(Self.upstream(of: lot)), behind (lot, since, before) AS ( \
            SELECT lot, MIN(since), MAX(before) FROM up GROUP BY lot) \
            SELECT behind.lot AS lot, e.way AS way, \
            CASE e.way WHEN 'filling' THEN e.place END AS step, MIN(e.at) AS first, \
            MAX(e.at) AS last, COUNT(DISTINCT e.other) AS growers, SUM(e.grams) AS grams \
            FROM behind JOIN coffee_entries e ON e.lot = behind.lot AND e.seq < behind.before \
            AND e.seq > behind.since AND e.grams > 0 AND e.way IN ('delivery', 'filling') \
            GROUP BY behind.lot, e.way, CASE e.way WHEN 'filling' THEN e.place END \
            ORDER BY first, last, lot, CASE e.way WHEN 'filling' THEN 1 ELSE 0 END, step
            """
        ).map { row in
            StageOfJourney(
                lot: try row.id("lot"),
                step: try row.find("step"),
                first: try row.get("first"),
                last: try row.get("last"),
                growers: try row.get("growers"),
                grams: try row.int("grams")
            )
        }
    }

    /// Everybody who brought coffee that may be in a lot.
    package func growers(behind lot: OpaqueID) throws -> [OpaqueID] {
        try rows(
            """
            \(Self.upstream(of: lot)) SELECT DISTINCT e.other AS grower FROM up \
            JOIN coffee_entries e ON e.lot = up.lot AND e.seq < up.before AND e.seq > up.since \
            AND e.way = 'delivery' AND e.grams > 0 ORDER BY e.other
            """
        ).map { try $0.id("grower") }
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
