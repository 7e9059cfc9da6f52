package import Beans
import Feel
package import Stories

/// How a loan is paid back by the effective method, with what a flat offer would really cost
/// beside it.
///
/// Rupiah are whole: a month's interest and the instalment are rounded, a half going up, and the
/// last payment absorbs the rest.
package struct RepaymentPlan: Hashable, Sendable {
    package let loan: Loan
    package let schedule: Schedule

    /// The same amount, months and rate, with interest on the first principal all the time.
    package let flat: Schedule

    /// Percent a year: the flat rate under which as much interest is paid, four decimals.
    package let flatEquivalent: String

    /// Percent a year on what is still owed, that a flat loan at the same rate amounts to.
    package let nominalOfFlat: String

    /// Nil for a loan that has no such figures.
    package init?(_ loan: Loan) {
        guard let effective = loan.paidBack(.annuity), let flat = loan.paidBack(.flat),
            let equivalent = effective.equivalentFlatPercent?.text(decimals: 4),
            let nominal = flat.nominalPercent?.text(decimals: 3)
        else { return nil }
        self.loan = effective
        (schedule, self.flat) = (Schedule(effective), Schedule(flat))
        (flatEquivalent, nominalOfFlat) = (equivalent, nominal)
    }

    /// The yearly rate as it was agreed on: "6".
    package var percent: String { loan.yearlyPercent.decimal.description }

    /// For machines: whole rupiah, rates as decimals in text.
    package var json: FactValue {
        .object([
            "method": .text(loan.method.rawValue), "amount_rupiah": .number(loan.principal),
            "months": .number(Int64(loan.months)), "yearly_percent": .text(percent),
            "total_interest_rupiah": .number(schedule.totalInterest),
            "total_paid_rupiah": .number(schedule.totalPaid),
            "flat_equivalent_yearly_percent": .text(flatEquivalent),
            "flat_at_same_rate": .object([
                "total_interest_rupiah": .number(flat.totalInterest),
                "nominal_yearly_percent": .text(nominalOfFlat),
            ]),
            "instalments": .list(
                schedule.instalments.map { row in
                    .object([
                        "number": .number(Int64(row.number)),
                        "principal_rupiah": .number(row.principal),
                        "interest_rupiah": .number(row.interest),
                        "payment_rupiah": .number(row.payment),
                        "balance_rupiah": .number(row.balance),
                    ])
                }
            ),
        ])
    }
}
