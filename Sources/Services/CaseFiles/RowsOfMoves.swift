import Cases
import Ledger
import Stories

// Under which version a case runs, and which plan brought it there.
extension CaseRow {
    func moved(_ migration: Migration) -> [SQL] {
        goneOn(under: migration) + [
            """
            INSERT INTO case_moves (plan, case_id, version) \
            VALUES (\(migration.plan), \(id), \(projection.event.version)) \
            ON CONFLICT (plan, case_id) DO UPDATE SET version = excluded.version
            """
        ]
    }

    func movedBack(_ migration: Migration) -> [SQL] {
        goneOn(under: migration) + [
            "DELETE FROM case_moves WHERE plan = \(migration.plan) AND case_id = \(id)"
        ]
    }

    private func goneOn(under migration: Migration) -> [SQL] {
        guard let step = migration.step else {
            return ["UPDATE cases SET digest = \(migration.to) WHERE id = \(id)"]
        }
        return [
            "UPDATE cases SET digest = \(migration.to), step = \(step) WHERE id = \(id)"
        ]
    }
}
