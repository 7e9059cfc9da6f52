import Cases
import Site
import Stories

/// What a case costs its applicant, and whether somebody saw it paid.
struct FeeWords {
    let words: Words

    init?(_ state: CaseState) {
        guard let subject = state.subject, subject.fee > 0 else { return nil }
        let amount = NumberWords.money(Int(subject.fee))
        guard let payment = state.payment else {
            words = Words(
                "\(amount.indonesian), \(Words.notPaidYet.indonesian)",
                "\(amount.text(in: .english)), \(Words.notPaidYet.text(in: .english))"
            )
            return
        }
        let day = DateWords.longDate(payment.day)
        words = Words(
            "\(amount.indonesian), dibayar \(day.indonesian)",
            "\(amount.text(in: .english)), paid on \(day.text(in: .english))"
        )
    }
}
