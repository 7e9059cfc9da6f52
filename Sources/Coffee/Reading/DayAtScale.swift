package import Ledger
package import Stories

/// One delivery of a day, as the books of the scale have it.
package struct DeliveryOfDay: Hashable, Sendable {
    package let entry: ShownEntry
    package let lot: ShownLot
}

extension Reader {
    /// What was brought to lots of some holders between two moments, in the order of the scale.
    package func deliveries(
        to holders: Set<Code>,
        from first: Instant,
        before last: Instant,
        most: Int
    ) throws -> [DeliveryOfDay] {
        try deliveries(
            of: rows(
                """
                SELECT e.id AS id, e.lot AS lot FROM coffee_entries e \
                JOIN coffee_lots l ON l.id = e.lot WHERE e.way = 'delivery' AND e.at >= \(first) \
                AND e.at < \(last) AND l.holder IN (\(each: holders.sorted())) \
                ORDER BY e.at, e.id LIMIT \(most)
                """
            )
        )
    }

    /// The deliveries whose entry and lot are named, each with its lot.
    func deliveries(of found: [RecordRow]) throws -> [DeliveryOfDay] {
        var lots: [OpaqueID: ShownLot] = [:]
        return try found.compactMap { row in
            let id = try row.id("lot")
            if lots[id] == nil { lots[id] = try lot(id) }
            guard let lot = lots[id], let entry = try entry(row.id("id"))?.entry else { return nil }
            return DeliveryOfDay(entry: entry, lot: lot)
        }
    }
}
