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
            phase TEXT NOT NULL, purpose TEXT NOT NULL, cases BIGINT NOT NULL, gone BIGINT NOT NULL, \
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
            case .proposed(let cases, _, let purpose):
                return [
                    """
                    INSERT INTO destructions (id, proposed, phase, purpose, cases, gone, kept) \
                    VALUES (\(id), \(at), \(Destruction.Phase.proposed.rawValue), \
                    \(purpose.rawValue), \(Int64(cases.count)), \(0), \(0))
                    """
                ]
            case .refused: return phase(.refused)
            case .received: return phase(.done)
            case .approved:
                return [
                    """
                    UPDATE destructions SET phase = CASE WHEN purpose = \
                    \(Destruction.Purpose.handingOver.rawValue) THEN \
                    \(Destruction.Phase.handing.rawValue) ELSE \
                    \(Destruction.Phase.destroying.rawValue) END WHERE id = \(id)
                    """
                ]
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
    let purpose: Destruction.Purpose
    let cases: Int

    /// Whether another one for the same purpose has to wait for it.
    var isOpen: Bool {
        switch phase {
        case .proposed, .destroying, .handing: true
        case .unborn, .refused, .done: false
        }
    }
}

extension Reader {
    /// The batches, the newest first.
    func destructions() throws -> [ListedDestruction] {
        try rows(
            """
            SELECT id, proposed, phase, purpose, cases FROM destructions \
            ORDER BY proposed DESC, id LIMIT 100
            """
        )
        .map { row in
            guard let phase = Destruction.Phase(rawValue: try row.text("phase")),
                let purpose = Destruction.Purpose(rawValue: try row.text("purpose"))
            else {
                throw StoreError(.damaged, "a destruction cannot be read")
            }
            return ListedDestruction(
                id: try row.id("id"),
                proposed: try row.get("proposed"),
                phase: phase,
                purpose: purpose,
                cases: Int(try row.int("cases"))
            )
        }
    }
}
