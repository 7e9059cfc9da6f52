package import Feel

// What a loan really costs. Powers have no finite fraction, so these are decimals of 34 digits.

extension Loan {
    /// The first month's payment before it is rounded; nil where it has no number.
    package var firstPayment: Decimal34? {
        switch method {
        case .annuity: equalPayment
        case .flat, .declining:
            (Ratio(Int128(principal), over: Int128(months)) + Ratio(Int128(principal)) * monthly)
                .decimal
        }
    }

    /// The equal instalment that pays a loan back: `P i / (1 - (1 + i)^-n)`.
    var equalPayment: Decimal34? {
        let principal = Ratio(Int128(principal)).decimal
        guard monthly > 0 else { return principal.divided(by: Decimal34(months)) }
        guard let grown = Decimal34.one.adding(monthly.decimal)?.power(Decimal34(-months)) else {
            return nil
        }
        return Decimal34.one.subtracting(grown).flatMap {
            principal.multiplied(by: monthly.decimal)?.divided(by: $0)
        }
    }

    /// All the interest before anything is rounded.
    package var exactInterest: Decimal34? {
        switch method {
        case .flat: (Ratio(Int128(principal)) * monthly * Ratio(months)).decimal
        case .declining:
            (Ratio(Int128(principal)) * monthly * Ratio(Int128(months + 1), over: 2)).decimal
        case .annuity:
            equalPayment?.multiplied(by: Decimal34(months))?
                .subtracting(Ratio(Int128(principal)).decimal)
        }
    }

    /// The flat rate a year, in percent, under which as much interest would be paid.
    package var equivalentFlatPercent: Decimal34? {
        exactInterest?.multiplied(by: Decimal34(1200))?
            .divided(by: Ratio(Int128(principal)).decimal)?.divided(by: Decimal34(months))
    }

    /// The yearly rate on what is still owed, in percent; for a flat loan the one that its equal
    /// payments amount to.
    package var nominalPercent: Decimal34? {
        switch method {
        case .annuity, .declining: yearlyPercent.decimal
        case .flat: monthlyOfFlat?.multiplied(by: Decimal34(1200))
        }
    }

    /// The same with interest on interest, in percent: what loans are compared by.
    package var effectivePercent: Decimal34? {
        nominalPercent?.divided(by: Decimal34(1200))?.adding(.one)?.power(12)?
            .subtracting(.one)?.multiplied(by: Decimal34(100))
    }

    /// The month's rate at which equal payments of a flat loan are worth its principal.
    ///
    /// Found by halving: the rate lies between nothing and the month's payment as a share of the
    /// principal, and 100 halvings leave no digit that anybody prints.
    private var monthlyOfFlat: Decimal34? {
        guard monthly > 0 else { return .zero }
        let share = (Ratio(1, over: Int128(months)) + monthly).decimal
        var (low, high) = (Decimal34.zero, share)
        for _ in 0..<100 {
            guard let middle = low.adding(high)?.divided(by: 2),
                let grown = Decimal34.one.adding(middle)?.power(Decimal34(-months)),
                let worth = Decimal34.one.subtracting(grown)?.multiplied(by: share)
            else { return nil }
            if worth > middle { low = middle } else { high = middle }
        }
        return low
    }
}
