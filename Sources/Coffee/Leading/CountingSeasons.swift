package import Ledger
import Stories

extension Reader {
    /// What each grower brought of each kind from each district, from a harvest on.
    package func brought(since season: Int) throws -> [BroughtInSeason] {
        // The first three parts of a village's code are its district's.
        try rows(
            """
            SELECT l.season AS season, l.kind AS kind, l.species AS species, \
            SUBSTR(e.place, 1, 8) AS district, e.other AS grower, SUM(e.grams) AS grams, \
            SUM((COALESCE(e.price, 0) * e.grams + 500) / 1000) AS worth \
            FROM coffee_entries e JOIN coffee_lots l ON l.id = e.lot \
            WHERE e.way = 'delivery' AND e.grams > 0 AND l.season >= \(season) \
            GROUP BY l.season, l.kind, l.species, SUBSTR(e.place, 1, 8), e.other \
            ORDER BY l.season, l.kind, l.species, e.other
            """
        ).map { row in
            BroughtInSeason(
                try row.get("season"),
                KindOfCoffee(try row.get("kind"), of: try row.get("species")),
                by: try row.id("grower"),
                from: try row.find("district"),
                (try row.int("grams"), try row.int("worth"))
            )
        }
    }

    /// What was sold of each harvest, from one on.
    package func sold(since season: Int) throws -> [SoldInSeason] {
        let own = CertificateScheme.geographicalIndication.rawValue
        return try rows(
            """
            SELECT l.season AS season, SUM(e.grams) AS grams, \
            SUM(CASE WHEN e.place = 'nama_sendiri' AND e.scheme = \(own) THEN e.grams ELSE 0 END) \
            AS own FROM coffee_entries e JOIN coffee_lots l ON l.id = e.lot \
            WHERE e.way = 'sale' AND e.grams > 0 AND l.season >= \(season) \
            GROUP BY l.season ORDER BY l.season
            """
        ).map { row in
            SoldInSeason(
                try row.get("season"),
                grams: try row.int("grams"),
                underOwnName: try row.int("own")
            )
        }
    }
}

extension Reader {
    /// Whether anybody has ever brought coffee: else leaders are told nothing of it.
    package func hasDeliveries() throws -> Bool {
        try row("SELECT id FROM coffee_entries WHERE way = 'delivery' LIMIT 1") != nil
    }
}
