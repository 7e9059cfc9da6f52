package import Stories

/// One line of the history that officials see: who, what, and what was written.
package struct InternalMoment: Hashable, Sendable {
    package let at: Instant
    package let by: Actor
    package let what: CaseEvent
    package let side: Side

    /// Notes, reasons and answers, to be opened by whoever may.
    package let sealed: [Sealed]

    /// Whose doing a line is: what the list can be filtered by.
    package enum Side: String, FactWord {
        case citizen = "warga"
        case official = "petugas"
        case system = "sistem"
    }
}

/// The history of a case as officials see it, the newest first.
package func internalTimeline(_ facts: [CaseFact], of caseID: CaseID) -> [InternalMoment] {
    facts.reversed().map { fact in
        let side: InternalMoment.Side =
            switch fact.by {
            case caseID.applicant: .citizen
            case .system: .system
            default: .official
            }
        return InternalMoment(
            at: fact.at,
            by: fact.by,
            what: fact.what,
            side: side,
            sealed: fact.what.sealed
        )
    }
}

extension CaseEvent {
    /// The personal content that it commits to.
    package var sealed: [Sealed] {
        switch self {
        case .submitted(let submission):
            [submission.answers] + [submission.delay, submission.scan].compactMap(\.self)
        case .acted(let act): act.added.sealed
        case .asked(let asking): asking.added.sealed
        case .completed(let completion): [completion.answers]
        case .consulted(_, let question): [question]
        case .advised(_, let answer): [answer]
        case .noted(let note): [note.words]
        case .withdrawn(_, let reason): [reason].compactMap(\.self)
        case .reopened(let reopening): [reopening.reason]
        case .letterVoided(_, let reason), .objected(let reason): [reason]
        case .objectionAnswered(let answer): [answer]
        case .snoozed(_, let reason): [reason]
        case .feePaid(let payment): [payment.receipt].compactMap(\.self)
        case .unlinked(_, let reason), .feePaymentUndone(let reason): [reason]
        case .corrected(let correction): [correction.answers, correction.asker]
        case .restricted(let restriction): [restriction.reason]
        case .restrictionLifted(let lifting): [lifting.reason]
        case .linked: []
        case .taken, .assigned, .returnedToUnit, .becameLate, .reminded, .expired,
            .legalLimitNear, .letterNumbered, .letterSigned, .objectionPeriodEnded,
            .linkChanged, .recovered, .sensitiveOpened, .recounted, .told, .migrated,
            .migrationUndone,
            .answersErased, .closed:
            []
        }
    }
}

extension Added {
    package var sealed: [Sealed] { [publicNote, internalNote, reason].compactMap(\.self) }
}
