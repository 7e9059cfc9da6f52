package import Ledger
import Stories

/// The batches as a list.
package enum DestructionsView {
    package static let view = ViewOfRecord(
        "destructions",
        .now,
        of: [DestructionStory.kind],
        tables: ["destructions"],
        schema: [
            """
            CREATE TABLE destructions (id BLOB PRIMARY KEY, proposed BIGINT NOT NULL, \
            phase TEXT NOT NULL, cases BIGINT NOT NULL, gone BIGINT NOT NULL, \
            kept BIGINT NOT NULL)
            """,
            "CREATE INDEX destructions_newest ON destructions (proposed, id)",
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            func phase(_ phase: Destruction.Phase) -> [SQL] {
                ["UPDATE destructions SET phase = \(phase.rawValue) WHERE id = \(id)"]
            }
            switch try projection.event.fact(DestructionFact.self) {
            case .proposed(let cases, _):
                return [
                    """
                    INSERT INTO destructions (id, proposed, phase, cases, gone, kept) VALUES \
                    (\(id), \(at), \(Destruction.Phase.proposed.rawValue), \(Int64(cases.count)), \
                    \(0), \(0))
                    """
                ]
            case .refused: return phase(.refused)
            case .approved: return phase(.destroying)
            case .destroyed(let gone, let kept):
                return [
                    """
                    UPDATE destructions SET gone = gone + \(Int64(gone.count)), \
                    kept = kept + \(Int64(kept.count)), phase = CASE WHEN gone + kept + \
                    \(Int64(gone.count + kept.count)) >= cases \
                    THEN \(Destruction.Phase.done.rawValue) ELSE phase END WHERE id = \(id)
                    """
                ]
            }
        }
    )
}

/// One batch as the list shows it.
struct ListedDestruction: Hashable, Sendable {
    let id: OpaqueID
    let proposed: Instant
    let phase: Destruction.Phase
    let cases: Int
}

extension Reader {
    /// The batches, the newest first.
    func destructions() throws -> [ListedDestruction] {
        try rows(
            """
            SELECT id, proposed, phase, cases FROM destructions \
            ORDER BY proposed DESC, id LIMIT 100
            """
        )
        .map { row in
            guard let phase = Destruction.Phase(rawValue: try row.text("phase")) else {
                throw StoreError(.damaged, "a destruction cannot be read")
            }
            return ListedDestruction(
                id: try row.id("id"),
                proposed: try row.get("proposed"),
                phase: phase,
                cases: Int(try row.int("cases"))
            )
        }
    }
}
