package import Stories

/// A programme of credit with its ceiling and rate, as a decree of its day has them.
///
/// Rates change by the year and their texts are not always to be read: rows are configuration.
package struct CreditProgramme: Hashable, Sendable {
    package let name: String

    /// More than this and at most that, in rupiah.
    package let above: Int64
    package let upTo: Int64
    package let yearlyPercent: Ratio
    package let sourced: Sourced

    /// Nil where the amounts are none.
    package init?(
        _ name: String,
        above: Int64 = 0,
        upTo: Int64,
        yearlyPercent: Ratio,
        sourced: Sourced
    ) {
        guard above >= 0, above < upTo, yearlyPercent >= 0 else { return nil }
        (self.name, self.above, self.upTo) = (name, above, upTo)
        (self.yearlyPercent, self.sourced) = (yearlyPercent, sourced)
    }

    /// Whether such a loan could be asked for on that day.
    package func covers(_ amount: Int64, on day: Day) -> Bool {
        amount > above && amount <= upTo && sourced.holds(on: day)
    }
}
