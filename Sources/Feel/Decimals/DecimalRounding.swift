/// The ways to round a decimal.
package enum Rounding: Hashable, Sendable {
    case halfEven, halfUp, halfDown, up, down, floor, ceiling
}

extension Decimal34 {
    /// Rounds to so many decimals; a negative count rounds to tens, hundreds and so on.
    package func rounded(to decimals: Int, _ rounding: Rounding) -> Decimal34 {
        let surplus = -decimals - exponent
        guard surplus > 0, !isZero else { return self }
        var quotient: UInt128 = 0
        var order = -1
        var isExact = false
        if surplus <= 38 {
            let divisor = powersOfTen[surplus]
            let parts = coefficient.quotientAndRemainder(dividingBy: divisor)
            quotient = parts.quotient
            isExact = parts.remainder == 0
            let half = divisor / 2
            order = parts.remainder < half ? -1 : parts.remainder == half ? 0 : 1
        }
        if !isExact, roundsAway(rounding, order, isOdd: quotient % 2 == 1) { quotient += 1 }
        return Decimal34(coefficient: quotient, exponent: -decimals, isNegative: isNegative)
            ?? self
    }

    /// Whether what is cut off (`order`: below, at or above a half) moves the last digit outwards.
    private func roundsAway(_ rounding: Rounding, _ order: Int, isOdd: Bool) -> Bool {
        switch rounding {
        case .halfEven: order > 0 || (order == 0 && isOdd)
        case .halfUp: order >= 0
        case .halfDown: order > 0
        case .up: true
        case .down: false
        case .floor: isNegative
        case .ceiling: !isNegative
        }
    }
}
