package import Ledger
package import Stories

// What a grower brought and what became of it, read for that grower.

/// Whose coffee is read: a grower's, all of it or what came to one unit.
package struct CoffeeOfGrower: Hashable, Sendable {
    package let grower: OpaqueID

    /// Nil for what came to all units.
    package let holder: Code?

    package init(_ grower: OpaqueID, to holder: Code? = nil) {
        (self.grower, self.holder) = (grower, holder)
    }
}

/// What a grower brought of one kind in one harvest.
package struct SumOfSeason: Hashable, Sendable {
    package let season: Int
    package let what: KindOfCoffee
    package let deliveries: Int
    package let grams: Int64
    package let worth: Int64
    package let paidOut: Int64
}

/// A lot that a grower's coffee may be in, with what can be told of it.
package struct LotOfGrower: Hashable, Sendable {
    package let lot: ShownLot

    /// The certificates that were given for it, also those that were sold with it.
    package let schemes: [Code]

    /// Sold after the grower's coffee had come into it, the earliest first.
    package let sales: [SaleToTell]
}

/// A sale as a grower may know it.
package struct SaleToTell: Hashable, Sendable {
    package let at: Instant
    package let grams: Int64

    /// Nil where the buyer did not agree to be named.
    package let buyer: OpaqueID?
    package let isUnderOwnName: Bool
}

extension Reader {
    /// What a grower brought, the newest first; what was undone is left out.
    package func brought(
        by whose: CoffeeOfGrower,
        in season: Int? = nil,
        most: Int,
        after skipped: Int = 0
    ) throws -> [DeliveryOfDay] {
        try deliveries(
            of: rows(
                """
                SELECT e.id AS id, e.lot AS lot FROM coffee_entries e \
                JOIN coffee_lots l ON l.id = e.lot WHERE \(whose.condition) \
                \(Self.harvest(season)) ORDER BY e.at DESC, e.id LIMIT \(most) OFFSET \(skipped)
                """
            )
        )
    }

    /// The same as sums, the latest harvest first.
    package func sums(of whose: CoffeeOfGrower) throws -> [SumOfSeason] {
        try rows(
            """
            SELECT season, kind, species, COUNT(*) AS deliveries, SUM(grams) AS grams, \
            SUM(worth) AS worth, SUM(CASE WHEN worth > advance THEN worth - advance ELSE 0 END) \
            AS paid FROM (SELECT l.season AS season, l.kind AS kind, l.species AS species, \
            e.grams AS grams, COALESCE(e.advance, 0) AS advance, \
            (COALESCE(e.price, 0) * e.grams + 500) / 1000 AS worth FROM coffee_entries e \
            JOIN coffee_lots l ON l.id = e.lot WHERE \(whose.condition)) AS delivered \
            GROUP BY season, kind, species ORDER BY season DESC, kind, species
            """
        ).map { row in
            SumOfSeason(
                season: try row.get("season"),
                what: KindOfCoffee(try row.get("kind"), of: try row.get("species")),
                deliveries: try row.get("deliveries"),
                grams: try row.int("grams"),
                worth: try row.int("worth"),
                paidOut: try row.int("paid")
            )
        }
    }

    /// Rupiah of advances that the latest delivery to each unit left.
    ///
    /// The next delivery says again what is still owed, so earlier ones are no part of it.
    package func advanceLeft(of whose: CoffeeOfGrower) throws -> Int64 {
        try row(
            """
            SELECT COALESCE(SUM(CASE WHEN advance > worth THEN advance - worth ELSE 0 END), 0) \
            AS owed FROM (SELECT COALESCE(e.advance, 0) AS advance, \
            (COALESCE(e.price, 0) * e.grams + 500) / 1000 AS worth FROM coffee_entries e \
            JOIN coffee_lots l ON l.id = e.lot WHERE \(whose.condition) AND NOT EXISTS \
            (SELECT 1 FROM coffee_entries n JOIN coffee_lots m ON m.id = n.lot \
            WHERE n.other = e.other AND n.way = 'delivery' AND n.grams > 0 \
            AND m.holder = l.holder AND n.seq > e.seq)) AS latest
            """
        )?.int("owed") ?? 0
    }

    /// The lots that a grower's coffee of a harvest may be in, the newest first.
    ///
    /// Only those that have an end to tell: bags, a grade, a certificate or a sale.
    package func became(
        of whose: CoffeeOfGrower,
        in season: Int,
        most: Int
    ) throws -> [LotOfGrower] {
        let found = try rows(
            """
            WITH RECURSIVE down (lot, after) AS (SELECT e.lot, e.seq FROM coffee_entries e \
            JOIN coffee_lots l ON l.id = e.lot WHERE \(whose.condition) \
            \(Self.harvest(season)) UNION SELECT e.child, e.seq FROM down \
            JOIN coffee_edges e ON e.parent = down.lot AND e.seq > down.after \
            AND e.since < down.after AND e.grams > 0) \
            SELECT down.lot AS lot, MIN(down.after) AS after FROM down \
            JOIN coffee_lots l ON l.id = down.lot WHERE l.bags > 0 OR l.grade IS NOT NULL \
            OR EXISTS (SELECT 1 FROM coffee_entries s WHERE s.lot = down.lot AND s.grams > 0 \
            AND s.seq > down.after AND s.way IN ('sale', 'certificate')) \
            GROUP BY down.lot, l.began ORDER BY l.began DESC, down.lot LIMIT \(most)
            """
        )
        return try found.compactMap { row in
            let id = try row.id("lot")
            guard let lot = try lot(id) else { return nil }
            let (schemes, sales) = try ends(of: id, after: row.int("after"))
            return LotOfGrower(lot: lot, schemes: schemes, sales: sales)
        }
    }

    /// What a lot was certified for and sold to, from a moment in the log on until it was emptied.
    private func ends(of lot: OpaqueID, after: Int64) throws -> ([Code], [SaleToTell]) {
        let found = try rows(
            """
            SELECT way, grams, at, place, scheme, told, other FROM coffee_entries e \
            WHERE lot = \(lot) AND seq > \(after) AND grams > 0 \
            AND way IN ('sale', 'certificate') AND NOT EXISTS (SELECT 1 FROM coffee_entries x \
            WHERE x.lot = e.lot AND x.way = 'emptying' AND x.seq > \(after) AND x.seq < e.seq) \
            ORDER BY at, seq
            """
        )
        let schemes: [Code] = try found.compactMap { try $0.find("scheme") }
        let sales = try found.filter { try $0.text("way") == WayOfCoffee.sale.rawValue }.map {
            row in
            let told: Int64? = try row.find("told")
            return SaleToTell(
                at: try row.get("at"),
                grams: try row.int("grams"),
                buyer: told == 1 ? try row.find("other") : nil,
                isUnderOwnName: try row.find("place") == "nama_sendiri"
            )
        }
        return (Set(schemes).sorted(), sales)
    }

    private static func harvest(_ season: Int?) -> SQL {
        season.map { "AND l.season = \($0)" } ?? ""
    }
}

extension CoffeeOfGrower {
    /// The deliveries `e` to lots `l` that are read.
    fileprivate var condition: SQL {
        let unit: SQL = holder.map { "AND l.holder = \($0)" } ?? ""
        return "e.other = \(grower) AND e.way = 'delivery' AND e.grams > 0 \(unit)"
    }
}
