package import Ledger
import Stories

/// The rotations as a list, for people and for the clock.
package enum RotationsView {
    package static let view = ViewOfRecord(
        "rotations",
        .now,
        of: [RotationStory.kind],
        tables: ["rotations"],
        schema: [
            """
            CREATE TABLE rotations (id BLOB PRIMARY KEY, day TEXT NOT NULL, \
            phase TEXT NOT NULL, moves BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let id = projection.event.stream.id
            func phase(_ phase: Rotation.Phase) -> [SQL] {
                ["UPDATE rotations SET phase = \(phase.rawValue) WHERE id = \(id)"]
            }
            switch try projection.event.fact(RotationFact.self) {
            case .planned(let day, let moves):
                return [
                    """
                    INSERT INTO rotations (id, day, phase, moves) VALUES (\(id), \
                    \(day.description), \(Rotation.Phase.draft.rawValue), \(moves.count)) \
                    ON CONFLICT (id) DO UPDATE SET day = excluded.day, \
                    phase = excluded.phase, moves = excluded.moves
                    """
                ]
            case .accepted: return phase(.accepted)
            case .cancelled: return phase(.cancelled)
            case .tookEffect: return phase(.over)
            }
        }
    )
}
