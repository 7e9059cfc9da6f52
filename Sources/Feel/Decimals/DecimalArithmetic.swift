// Every operation gives the exact result, rounded once, half to even, to 34 digits; it is nil when
// there is no such number (a division by zero, or beyond 10^6144).

extension Decimal34 {
    package func adding(_ other: Decimal34) -> Decimal34? {
        if exponent == 0, other.exponent == 0, isNegative == other.isNegative {
            return Decimal34(
                coefficient: coefficient + other.coefficient,
                exponent: 0,
                isNegative: isNegative
            )
        }
        guard !isZero else { return other }
        guard !other.isZero else { return self }
        let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
        return Decimal34.sum(upper, lower)
    }

    /// The sum of two numbers, the first with the larger exponent.
    private static func sum(_ upper: Decimal34, _ lower: Decimal34) -> Decimal34? {
        var gap = upper.exponent - lower.exponent
        var small = WideNumber(lower.coefficient)
        // Beyond 72 digits the smaller number only decides which way to round.
        let room = 72 - digitCount(upper.coefficient)
        if gap > room {
            gap = room
            small = WideNumber(1)
        }
        let large = WideNumber(upper.coefficient).timesTen(to: gap)
        let exponent = upper.exponent - gap
        if upper.isNegative == lower.isNegative {
            return Decimal34(wide: large + small, exponent: exponent, isNegative: upper.isNegative)
        }
        return large < small
            ? Decimal34(wide: small - large, exponent: exponent, isNegative: lower.isNegative)
            : Decimal34(wide: large - small, exponent: exponent, isNegative: upper.isNegative)
    }

    package func subtracting(_ other: Decimal34) -> Decimal34? { adding(other.negated) }

    package func multiplied(by other: Decimal34) -> Decimal34? {
        Decimal34(
            wide: .product(coefficient, other.coefficient),
            exponent: exponent + other.exponent,
            isNegative: isNegative != other.isNegative
        )
    }

    package func divided(by other: Decimal34) -> Decimal34? {
        guard !other.isZero else { return nil }
        guard !isZero else { return .zero }
        // Scale the dividend so that the quotient has 35 or 36 digits, and let a remainder stick
        // to the last one: two digits beyond the result decide every rounding.
        let scale = 35 + digitCount(other.coefficient) - digitCount(coefficient)
        let negative = isNegative != other.isNegative
        guard scale >= 0 else { return nil }
        let dividend = WideNumber(coefficient).timesTen(to: scale)
        let (quotient, remainder) = other.coefficient.dividingFullWidth(
            (dividend.high, dividend.low)
        )
        let sticky = WideNumber.product(quotient, 10) + WideNumber(remainder == 0 ? 0 : 1)
        return Decimal34(
            wide: sticky,
            exponent: exponent - other.exponent - scale - 1,
            isNegative: negative
        )
    }

    /// The remainder with the sign of the divisor, as FEEL's `modulo` has it.
    package func modulo(_ divisor: Decimal34) -> Decimal34? {
        guard let quotient = divided(by: divisor)?.rounded(to: 0, .floor),
            let product = quotient.multiplied(by: divisor)
        else { return nil }
        return subtracting(product)
    }

    /// This number to a power.
    ///
    /// A whole power is exact as long as 34 digits hold it; any other goes by way of logarithms.
    package func power(_ power: Decimal34) -> Decimal34? {
        guard let whole = power.whole, whole.magnitude <= 100_000 else {
            guard !isNegative else { return nil }
            guard !isZero else { return power.isNegative ? nil : .zero }
            return logarithm?.multiplied(by: power)?.exponential
        }
        var result = Decimal34.one
        var factor = self
        var left = whole.magnitude
        while left > 0 {
            if left & 1 == 1 {
                guard let next = result.multiplied(by: factor) else { return nil }
                result = next
            }
            left >>= 1
            if left > 0 {
                guard let square = factor.multiplied(by: factor) else { return nil }
                factor = square
            }
        }
        return whole < 0 ? Decimal34.one.divided(by: result) : result
    }
}
