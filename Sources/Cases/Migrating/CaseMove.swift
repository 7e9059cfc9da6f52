package import Stories

/// One move of a case to another version of its service.
package struct CaseMove: Hashable, Sendable {
    package let at: Instant
    package let by: Actor
    package let from: Code
    package let to: Code
    package let plan: Code

    /// What its step was called before, where it has another name now.
    package let step: Code?

    /// How many sealed answers the case had: those are read through this move, later ones are not.
    package let answers: Int

    /// Whether anything but notes happened since, so that it can no longer be undone.
    package var isFollowed = false
}

extension CaseState {
    mutating func migrate(_ migration: Migration, by actor: Actor, at moment: Instant) {
        followMove()
        moves.append(
            CaseMove(
                at: moment,
                by: actor,
                from: migration.from,
                to: migration.to,
                plan: migration.plan,
                step: migration.step.flatMap { _ in place?.step },
                answers: answers.count
            )
        )
        goOn(under: migration)
    }

    /// The newest move can no longer be undone.
    mutating func followMove() {
        if !moves.isEmpty { moves[moves.count - 1].isFollowed = true }
    }

    mutating func goBack(_ migration: Migration) {
        moves.removeLast(moves.isEmpty ? 0 : 1)
        goOn(under: migration)
    }

    private mutating func goOn(under migration: Migration) {
        subject?.digest = migration.to
        if let step = migration.step { place = place?.renamed(step) }
    }

    /// The version under which it was sent.
    package var sentUnder: Code? { moves.first?.from ?? subject?.digest }
}

extension CaseEvent {
    /// Whether a move to another version can still be undone after it: notes and looks.
    var leavesMoveAlone: Bool {
        switch self {
        case .noted, .sensitiveOpened, .migrated, .migrationUndone: true
        case .submitted, .taken, .assigned, .returnedToUnit, .acted, .asked, .completed,
            .consulted, .advised, .withdrawn, .reopened, .becameLate, .reminded, .expired,
            .legalLimitNear, .letterNumbered, .letterSigned, .letterVoided, .objected,
            .objectionAnswered, .objectionPeriodEnded, .linkChanged, .recovered, .recounted,
            .told, .snoozed, .linked, .unlinked, .feePaid, .feePaymentUndone, .answersErased,
            .corrected, .restricted, .restrictionLifted, .closed:
            false
        }
    }
}

extension CaseMove: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("moved_at", at)
        fields.put("moved_by", by)
        fields.put("from", from)
        fields.put("to", to)
        fields.put("plan", plan)
        fields.put("step", step)
        fields.put("answers", answers)
        fields.put("followed", isFollowed)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            at: try fields.get("moved_at"),
            by: try fields.get("moved_by"),
            from: try fields.get("from"),
            to: try fields.get("to"),
            plan: try fields.get("plan"),
            step: try fields.find("step"),
            answers: try fields.get("answers"),
            isFollowed: try fields.get("followed")
        )
    }
}
