package import Ledger
import Stories

/// The breaches as a list: since when, until when, who was told.
package enum BreachesView {
    package static let view = ViewOfRecord(
        "breaches",
        .now,
        of: [BreachStory.kind],
        tables: ["breaches"],
        schema: [
            """
            CREATE TABLE breaches (id BLOB PRIMARY KEY, confirmed BIGINT NOT NULL, \
            due BIGINT NOT NULL, people_told BIGINT, agency_told BIGINT, closed BIGINT)
            """,
            "CREATE INDEX breaches_by_due ON breaches (due, id)",
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            switch try projection.event.fact(BreachFact.self) {
            case .confirmed(let breach):
                return [
                    """
                    INSERT INTO breaches (id, confirmed, due) VALUES \
                    (\(id), \(breach.at), \(breach.due))
                    """
                ]
            case .handled: return []
            case .told(let telling):
                switch telling.whom {
                case .people:
                    return ["UPDATE breaches SET people_told = \(telling.at) WHERE id = \(id)"]
                case .agency:
                    return ["UPDATE breaches SET agency_told = \(telling.at) WHERE id = \(id)"]
                case .everybody: return []
                }
            case .closed: return ["UPDATE breaches SET closed = \(at) WHERE id = \(id)"]
            }
        }
    )
}

/// One breach as the list shows it.
struct ListedBreach: Hashable, Sendable {
    let id: OpaqueID
    let confirmed: Instant
    let due: Instant
    let peopleTold: Instant?
    let agencyTold: Instant?
    let closed: Instant?

    var isTold: Bool { peopleTold != nil && agencyTold != nil }
}

extension Reader {
    /// Those of which somebody has still to be told first, then the newest.
    func breaches() throws -> [ListedBreach] {
        try rows(
            """
            SELECT id, confirmed, due, people_told, agency_told, closed FROM breaches \
            ORDER BY CASE WHEN people_told IS NULL OR agency_told IS NULL THEN 0 ELSE 1 END, \
            due DESC, id LIMIT 200
            """
        )
        .map { row in
            ListedBreach(
                id: try row.id("id"),
                confirmed: try row.get("confirmed"),
                due: try row.get("due"),
                peopleTold: try row.find("people_told"),
                agencyTold: try row.find("agency_told"),
                closed: try row.find("closed")
            )
        }
    }
}
