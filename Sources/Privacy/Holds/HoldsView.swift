package import Ledger
import Stories

/// The cases that must not be erased, and until when.
package enum HoldsView {
    package static let view = ViewOfRecord(
        "legal_holds",
        .now,
        of: [HoldStory.kind],
        tables: ["legal_holds"],
        schema: [
            """
            CREATE TABLE legal_holds (case_id BLOB PRIMARY KEY, until TEXT NOT NULL, \
            placed BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            switch try projection.event.fact(HoldFact.self) {
            case .placed(let until, _):
                return [
                    """
                    INSERT INTO legal_holds (case_id, until, placed) VALUES \
                    (\(id), \(until.description), \(at)) ON CONFLICT (case_id) \
                    DO UPDATE SET until = excluded.until, placed = excluded.placed
                    """
                ]
            case .lifted: return ["DELETE FROM legal_holds WHERE case_id = \(id)"]
            }
        }
    )
}

extension Reader {
    /// The cases held on a day, the hold that ends first at the top.
    func held(on day: Day) throws -> [OpaqueID] {
        try rows(
            """
            SELECT case_id FROM legal_holds WHERE until >= \(day.description) \
            ORDER BY until, case_id LIMIT 500
            """
        )
        .map { try $0.id("case_id") }
    }
}
