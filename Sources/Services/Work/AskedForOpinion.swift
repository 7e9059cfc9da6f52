import Blueprints
import Cases
import Office
import Stories

// A unit that is asked for its opinion reads what it must to answer: the question, the answers
// and their files. How to reach the applicant, what others wrote and what is told is not for it.
extension OpenedCase {
    /// Questions whose answers this official is not shown.
    var leftOut: Set<ID> {
        guard !mayDecide else { return [] }
        let hidden = loaded.service.allQuestions.filter { question in
            question.type == .nik || question.type == .phone || question.type == .email
        }
        return Set(hidden.map(\.id) + ["kabar", Applicant.mail.id])
    }

    /// Whether a line of the history is about the opinion that is asked for.
    func concernsAdviser(_ what: CaseEvent) -> Bool {
        switch what {
        case .submitted: true
        case .consulted(let unit, _), .advised(let unit, _): official.standing.units.contains(unit)
        case .taken, .assigned, .returnedToUnit, .acted, .asked, .completed, .noted, .withdrawn,
            .reopened, .becameLate, .reminded, .expired, .legalLimitNear, .letterNumbered,
            .letterSigned, .letterVoided, .objected, .objectionAnswered, .objectionPeriodEnded,
            .linkChanged, .recovered, .sensitiveOpened, .recounted, .told, .snoozed, .linked,
            .unlinked,
            .feePaid,
            .feePaymentUndone,
            .migrated, .migrationUndone, .answersErased, .closed, .corrected, .restricted,
            .restrictionLifted:
            false
        }
    }
}
