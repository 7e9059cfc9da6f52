package import Stories

extension CaseFact: FactShape {
    package var kind: Code { what.kind }

    package func write(to fields: inout FactWriter) {
        fields.put("at", at)
        fields.put("by", by)
        what.write(to: &fields)
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        self.init(
            at: try fields.get("at"),
            by: try fields.get("by"),
            try CaseEvent(kind: kind, from: fields)
        )
    }
}

extension CaseEvent {
    /// The word of each kind in the record: never changed, never used again.
    package enum Kind: String, CaseIterable, Sendable {
        case submitted, taken, assigned
        case returnedToUnit = "returned_to_unit"
        case acted, asked, completed, consulted, advised, noted, withdrawn, reopened
        case becameLate = "became_late"
        case reminded, expired
        case legalLimitNear = "legal_limit_near"
        case letterNumbered = "letter_numbered"
        case letterSigned = "letter_signed"
        case letterVoided = "letter_voided"
        case objected
        case objectionAnswered = "objection_answered"
        case objectionPeriodEnded = "objection_period_ended"
        case linkChanged = "link_changed"
        case sensitiveOpened = "sensitive_opened"
        case recounted, told
        case snoozed, linked, unlinked
        case feePaid = "fee_paid"
        case feePaymentUndone = "fee_payment_undone"
        case migrated
        case migrationUndone = "migration_undone"
        case answersErased = "answers_erased"
        case corrected, restricted
        case restrictionLifted = "restriction_lifted"
        case closed, recovered
    }

    package var kind: Code {
        guard let code = Code(word.rawValue) else {
            preconditionFailure("\(word) is no code")
        }
        return code
    }

    package var word: Kind {
        switch self {
        case .submitted: .submitted
        case .taken: .taken
        case .assigned: .assigned
        case .returnedToUnit: .returnedToUnit
        case .acted: .acted
        case .asked: .asked
        case .completed: .completed
        case .consulted: .consulted
        case .advised: .advised
        case .noted: .noted
        case .withdrawn: .withdrawn
        case .reopened: .reopened
        case .becameLate: .becameLate
        case .reminded: .reminded
        case .expired: .expired
        case .legalLimitNear: .legalLimitNear
        case .letterNumbered: .letterNumbered
        case .letterSigned: .letterSigned
        case .letterVoided: .letterVoided
        case .objected: .objected
        case .objectionAnswered: .objectionAnswered
        case .objectionPeriodEnded: .objectionPeriodEnded
        case .linkChanged: .linkChanged
        case .sensitiveOpened: .sensitiveOpened
        case .recounted: .recounted
        case .told: .told
        case .snoozed: .snoozed
        case .linked: .linked
        case .unlinked: .unlinked
        case .feePaid: .feePaid
        case .feePaymentUndone: .feePaymentUndone
        case .migrated: .migrated
        case .migrationUndone: .migrationUndone
        case .answersErased: .answersErased
        case .corrected: .corrected
        case .restricted: .restricted
        case .restrictionLifted: .restrictionLifted
        case .closed: .closed
        case .recovered: .recovered
        }
    }

    func write(to fields: inout FactWriter) {
        switch self {
        case .submitted(let submission): submission.write(to: &fields)
        case .taken, .returnedToUnit, .linkChanged: break
        case .assigned(let official): fields.put("official", official)
        case .acted(let act): act.write(to: &fields)
        case .asked(let asking): asking.write(to: &fields)
        case .completed(let completion): completion.write(to: &fields)
        case .consulted(let unit, let question):
            fields.put("unit", unit)
            fields.put("question", question)
        case .advised(let unit, let answer):
            fields.put("unit", unit)
            fields.put("answer", answer)
        case .noted(let note):
            fields.put("words", note.words)
            fields.put("reader", note.reader)
        case .withdrawn(let end, let reason):
            fields.put("end", end)
            fields.put("reason", reason)
        case .reopened(let reopening): reopening.write(to: &fields)
        case .becameLate(let lateness):
            fields.put("scope", lateness.scope)
            fields.put("due", lateness.due)
            fields.put("tells", lateness.tells)
        case .reminded(let due), .legalLimitNear(let due), .objectionPeriodEnded(let due):
            fields.put("due", due)
        case .expired(let due, let end, let notify):
            fields.put("due", due)
            fields.put("end", end)
            fields.put("notify", notify)
        case .letterNumbered(let letter): letter.write(to: &fields)
        case .letterSigned(let letter): letter.write(to: &fields)
        case .letterVoided(let letter, let reason):
            fields.put("letter", letter)
            fields.put("reason", reason)
        case .objected(let reason), .feePaymentUndone(let reason): fields.put("reason", reason)
        case .objectionAnswered(let answer): fields.put("answer", answer)
        case .sensitiveOpened(let field): fields.put("field", field)
        case .recounted(let recount):
            fields.put("of_case", recount.ofCase)
            fields.put("of_step", recount.ofStep)
            fields.put("cause", recount.cause)
        case .told(let notice, let channel):
            fields.put("notice", notice)
            fields.put("channel", channel)
        case .snoozed(let until, let reason):
            fields.put("until", until)
            fields.put("reason", reason)
        case .linked(let other): fields.put("other", other)
        case .unlinked(let other, let reason):
            fields.put("other", other)
            fields.put("reason", reason)
        case .feePaid(let payment): payment.write(to: &fields)
        case .migrated(let move), .migrationUndone(let move): move.write(to: &fields)
        case .answersErased(let erased): erased.write(to: &fields)
        case .corrected, .restricted, .restrictionLifted, .recovered: writeRest(to: &fields)
        case .closed(let end): fields.put("end", end)
        }
    }
}
