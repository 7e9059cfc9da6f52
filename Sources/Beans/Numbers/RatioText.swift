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

    /// `34,1`, or `≈ 0,3333` where so many decimals do not say it exactly.
    package func text(decimals: Int = 4) -> String {
        written(decimals, NumberText.decimal)
    }

    /// `34.1`, for English.
    package func englishText(decimals: Int = 4) -> String {
        written(decimals, NumberText.englishDecimal)
    }

    private func written(_ decimals: Int, _ write: (Decimal34) -> String) -> String {
        let rounded = decimal.rounded(to: decimals, .halfUp)
        return Ratio(rounded) == self ? write(rounded) : "≈ " + write(rounded)
    }
}
