package import Ledger
package import Stories

extension Reader {
    /// Which of these records of registers a lot names: growers who delivered, plots behind
    /// coffee, buyers.
    package func recordsInLots(among ids: [OpaqueID]) throws -> Set<OpaqueID> {
        var found: Set<OpaqueID> = []
        // A statement takes so many values and no more.
        for start in stride(from: 0, to: ids.count, by: 1000) {
            let some = Array(ids[start..<min(start + 1000, ids.count)])
            let named = try rows(
                """
                SELECT other AS id FROM coffee_entries WHERE other IN (\(each: some)) \
                UNION SELECT plot FROM coffee_plots WHERE plot IN (\(each: some))
                """
            )
            for row in named { found.insert(try row.id("id")) }
        }
        return found
    }
}
