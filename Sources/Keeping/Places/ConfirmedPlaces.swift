package import Ledger
package import Stories

/// Whether a restored record may write into the backup places of the one that it came from.
///
/// A record that was restored for a drill and served by mistake would shut the real one out of its
/// places. So each restore has to be told that it takes the place of what was lost: by the command,
/// or by a keeper. It is told for one origin, so a record restored from this one has to be told anew.
package enum ConfirmedPlaces {
    package static let table = "confirmed_places"

    /// The table of the class *operations* of this part.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS confirmed_places (origin BLOB PRIMARY KEY, \
        at BIGINT NOT NULL, who BLOB NOT NULL)
        """
    ]

    /// Says that the record of this origin takes the place of the one that it came from.
    package static func confirm(
        _ store: RecordStore,
        by actor: Actor,
        at now: Instant
    ) async throws {
        guard let origin = try await store.glance({ try $0.originOfPlaces() }) else { return }
        try await store.operate([
            """
            INSERT INTO confirmed_places (origin, at, who) \
            VALUES (\(origin.id), \(now), \(actor.id)) ON CONFLICT DO NOTHING
            """
        ])
    }
}

extension Reader {
    /// False while a restored record was not told that it takes the place of the lost one.
    package func mayUsePlaces() throws -> Bool {
        guard let origin = try originOfPlaces() else { return true }
        switch origin.why {
        case .first, .failedOver, .moved: return true
        case .restored:
            let row = try row(
                "SELECT 1 AS one FROM confirmed_places WHERE origin = \(origin.id)"
            )
            return row != nil
        }
    }

    /// The origin that decides: a move from one engine to another changes nothing about places.
    fileprivate func originOfPlaces() throws(StoreError) -> LogOrigin? {
        try origins().all.last { $0.why != .moved }
    }
}
