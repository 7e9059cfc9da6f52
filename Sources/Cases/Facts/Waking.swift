extension CaseEvent {
    /// Whether a case that was set aside comes back to the lists because of it.
    ///
    /// Whatever somebody else or the clock does wakes it; notes and looks of officials do not, nor
    /// that it goes on under another version.
    package var wakes: Bool {
        switch self {
        case .snoozed, .linked, .unlinked, .noted, .sensitiveOpened, .told, .migrated,
            .migrationUndone:
            false
        case .submitted, .taken, .assigned, .returnedToUnit, .acted, .asked, .completed,
            .consulted, .advised, .withdrawn, .reopened, .becameLate, .reminded, .expired,
            .legalLimitNear, .letterNumbered, .letterSigned, .letterVoided, .objected,
            .objectionAnswered, .objectionPeriodEnded, .linkChanged, .recovered, .recounted,
            .feePaid,
            .feePaymentUndone,
            .answersErased, .closed, .corrected, .restricted, .restrictionLifted:
            true
        }
    }
}
