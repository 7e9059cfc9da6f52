package import Feel

// Fractions as people read them.

extension Ratio {
    /// The fraction as a decimal: exact where it ends within 34 digits, else rounded there.
    package var decimal: Decimal34 {
        let top = Decimal34(
            coefficient: numerator.magnitude,
            exponent: 0,
            isNegative: numerator < 0
        )
        let bottom = Decimal34(coefficient: denominator.magnitude, exponent: 0)
        // Both have at most 39 digits, far from where decimals end; the denominator is not zero.
        guard let top, let bottom, let quotient = top.divided(by: bottom) else { return .zero }
        return quotient
    }

    /// Whether a decimal can say it exactly.
    package var endsAsDecimal: Bool {
        var rest = denominator
        for factor: Int128 in [2, 5] {
            while rest.isMultiple(of: factor) { rest /= factor }
        }
        return rest == 1
    }

    /// `34,1`: exact where that can be, else with so many decimals and a sign that says so.
    package func text(decimals: Int = 4) -> String {
        let written = NumberText.decimal(
            endsAsDecimal ? decimal : decimal.rounded(to: decimals, .halfUp)
        )
        return endsAsDecimal ? written : "≈ " + written
    }

    /// `34.1`, for English.
    package func englishText(decimals: Int = 4) -> String {
        let written = NumberText.englishDecimal(
            endsAsDecimal ? decimal : decimal.rounded(to: decimals, .halfUp)
        )
        return endsAsDecimal ? written : "≈ " + written
    }
}
