/// How a loan is paid back.
package enum RepaymentMethod: String, Hashable, Sendable, CaseIterable {
    /// Interest on the first principal, all the time.
    case flat
    /// Equal instalments, interest on what is still owed.
    case annuity = "efektif"
    /// Equal principal, interest on what is still owed.
    case declining = "menurun"

    package var title: Saying {
        switch self {
        case .flat: Saying("bunga flat", "flat interest")
        case .annuity: Saying("efektif, angsuran tetap", "effective, equal instalments")
        case .declining: Saying("efektif menurun", "effective, equal principal")
        }
    }
}

/// A loan as it is offered: how much, how long, at which rate, paid back how.
package struct Loan: Hashable, Sendable {
    /// Whole rupiah.
    package let principal: Int64
    package let months: Int

    /// A year's interest in percent.
    package let yearlyPercent: Ratio
    package let method: RepaymentMethod

    /// Nil beyond a billion million rupiah, fifty years, or 1000 % a year.
    package init?(
        _ principal: Int64,
        months: Int,
        yearlyPercent: Ratio,
        _ method: RepaymentMethod
    ) {
        guard (1...1_000_000_000_000_000).contains(principal), (1...600).contains(months),
            yearlyPercent.isPlain(upTo: 1000, decimals: 6)
        else { return nil }
        (self.principal, self.months) = (principal, months)
        (self.yearlyPercent, self.method) = (yearlyPercent, method)
    }

    /// The same loan under another method, to show both side by side.
    package func paidBack(_ method: RepaymentMethod) -> Loan? {
        Loan(principal, months: months, yearlyPercent: yearlyPercent, method)
    }

    /// A month's interest as a fraction of one.
    var monthly: Ratio { yearlyPercent * Ratio(1, over: 1200) }
}
