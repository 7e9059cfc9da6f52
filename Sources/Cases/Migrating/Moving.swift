internal import Stories

// A case goes on under another version of its service, and back.
extension Judgement {
    /// Due dates stay what they are, and nothing is asked of the citizen by it.
    func migrate(_ migration: Migration) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        guard try subject().digest == migration.from else { throw .otherVersion }
        return [.migrated(migration)]
    }

    /// Only the newest move goes back, and only while nothing but notes followed.
    func undoMigration(_ plan: Code) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        guard let move = state.moves.last, move.plan == plan else { throw .otherVersion }
        guard !move.isFollowed else { throw .followedSinceMove }
        return [
            .migrationUndone(
                Migration(from: move.to, to: move.from, plan: plan, step: move.step)
            )
        ]
    }
}
