import Feel

/// When a loan is paid back with how much, in whole rupiah.
///
/// Interest of a month is rounded, a half going up; the instalment is rounded likewise, and the
/// last payment absorbs what rounding left.
package struct Schedule: Hashable, Sendable {
    package struct Instalment: Hashable, Sendable {
        package let number: Int
        package let principal: Int64
        package let interest: Int64

        /// What is still owed afterwards.
        package let balance: Int64

        package var payment: Int64 { principal + interest }
    }

    package let loan: Loan
    package let instalments: [Instalment]

    package init(_ loan: Loan) {
        self.loan = loan
        var (balance, instalments) = (loan.principal, [Instalment]())
        let payment = loan.equalPayment?.rounded(to: 0, .halfUp).whole.map { Int64($0) }
        let share = Int64(
            Ratio(Int128(loan.principal), over: Int128(loan.months)).roundedHalfUp
        )
        for number in 1...loan.months {
            let base = loan.method == .flat ? loan.principal : balance
            let interest = Int64((Ratio(Int128(base)) * loan.monthly).roundedHalfUp)
            let wanted =
                switch loan.method {
                case .flat, .declining: share
                case .annuity: max(0, (payment ?? share) - interest)
                }
            let principal = number == loan.months ? balance : min(wanted, balance)
            balance -= principal
            instalments.append(
                Instalment(
                    number: number,
                    principal: principal,
                    interest: interest,
                    balance: balance
                )
            )
        }
        self.instalments = instalments
    }

    package var totalInterest: Int64 { instalments.reduce(0) { $0 + $1.interest } }
    package var totalPaid: Int64 { loan.principal + totalInterest }
}
