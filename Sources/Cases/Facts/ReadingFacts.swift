internal import Stories

extension CaseEvent {
    init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        guard let word = Kind(rawValue: kind.text) else {
            throw FactUnreadable("a case has no facts of the kind \(kind)")
        }
        self =
            switch word {
            case .submitted: .submitted(try Submission(from: fields))
            case .taken: .taken
            case .assigned: .assigned(to: try fields.get("official"))
            case .returnedToUnit: .returnedToUnit
            case .acted: .acted(try Act(from: fields))
            case .asked: .asked(try Asking(from: fields))
            case .completed: .completed(try Completion(from: fields))
            case .consulted:
                .consulted(unit: try fields.get("unit"), question: try fields.get("question"))
            case .advised:
                .advised(unit: try fields.get("unit"), answer: try fields.get("answer"))
            case .noted: .noted(Note(try fields.get("words"), for: try fields.get("reader")))
            case .withdrawn:
                .withdrawn(end: try fields.get("end"), reason: try fields.find("reason"))
            case .reopened: .reopened(try Reopening(from: fields))
            case .becameLate: .becameLate(try Lateness(from: fields))
            case .reminded: .reminded(due: try fields.get("due"))
            case .expired:
                .expired(
                    due: try fields.get("due"),
                    end: try fields.get("end"),
                    notify: try fields.find("notify")
                )
            case .legalLimitNear: .legalLimitNear(due: try fields.get("due"))
            case .letterNumbered: .letterNumbered(try NumberedLetter(from: fields))
            case .letterSigned: .letterSigned(try SignedLetter(from: fields))
            case .letterVoided:
                .letterVoided(letter: try fields.get("letter"), reason: try fields.get("reason"))
            case .objected: .objected(reason: try fields.get("reason"))
            case .objectionAnswered: .objectionAnswered(answer: try fields.get("answer"))
            case .objectionPeriodEnded: .objectionPeriodEnded(due: try fields.get("due"))
            case .linkChanged: .linkChanged
            case .sensitiveOpened: .sensitiveOpened(field: try fields.get("field"))
            case .recounted: .recounted(try Recount(from: fields))
            case .told:
                .told(notice: try fields.get("notice"), channel: try fields.get("channel"))
            case .snoozed:
                .snoozed(until: try fields.get("until"), reason: try fields.get("reason"))
            case .linked: .linked(to: try fields.get("other"))
            case .unlinked:
                .unlinked(from: try fields.get("other"), reason: try fields.get("reason"))
            case .feePaid: .feePaid(try FeePayment(from: fields))
            case .feePaymentUndone: .feePaymentUndone(reason: try fields.get("reason"))
            case .migrated: .migrated(try Migration(from: fields))
            case .migrationUndone: .migrationUndone(try Migration(from: fields))
            case .answersErased: .answersErased(try ErasedAnswers(from: fields))
            case .corrected: .corrected(try Correction(from: fields))
            case .restricted: .restricted(try Restriction(from: fields))
            case .restrictionLifted: .restrictionLifted(try Lifting(from: fields))
            case .closed: .closed(end: try fields.get("end"))
            case .recovered: .recovered(try Recovery(from: fields))
            }
    }
}

extension Lateness {
    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("scope"),
            due: try fields.get("due"),
            tells: try fields.find("tells")
        )
    }
}

extension Recount {
    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            ofCase: try fields.find("of_case"),
            ofStep: try fields.find("of_step"),
            cause: try fields.get("cause")
        )
    }
}
