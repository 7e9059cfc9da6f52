package import Feel

/// An exact fraction, in which points of defects, moistures and conversions are reckoned.
///
/// A grade is decided at a bound, and a sample of 280 g or a mass at 12 % moisture (`/ 88`) has no
/// finite decimal: a rounded sum would now and then stand on the wrong side. Whoever reads numbers
/// bounds them (`init?(_:)`), so that no sum of them leaves 128 bits.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int128

    /// Above zero, and without a factor in common with the numerator.
    package let denominator: Int128

    /// A fraction whose denominator is not zero.
    package init(_ numerator: Int128, over denominator: Int128) {
        precondition(denominator != 0, "a fraction over nothing")
        let shared = Self.commonFactor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(shared)
        self.denominator = sign * denominator / Int128(shared)
    }

    package init(_ whole: some BinaryInteger) { self.init(Int128(whole), over: 1) }

    /// A decimal of at most 15 digits before and 9 behind the sign; nil beyond that.
    package init?(_ decimal: Decimal34) {
        guard decimal.exponent >= -9, decimal.magnitude < Self.largest else { return nil }
        let scale = (0..<max(0, -decimal.exponent)).reduce(Int128(1)) { power, _ in power * 10 }
        let size = Int128(decimal.coefficient)
        self.init(decimal.isNegative ? -size : size, over: scale)
    }

    private static let largest = Decimal34(1_000_000_000_000_000)

    private static func commonFactor(_ one: UInt128, _ other: UInt128) -> UInt128 {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}

extension Ratio: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}

extension Ratio: Comparable {
    package static func < (left: Ratio, right: Ratio) -> Bool {
        let one = left.numerator.multipliedFullWidth(by: right.denominator)
        let other = right.numerator.multipliedFullWidth(by: left.denominator)
        return (one.high, one.low) < (other.high, other.low)
    }
}

extension Ratio {
    package static func + (left: Ratio, right: Ratio) -> Ratio {
        let shared = Int128(
            commonFactor(left.denominator.magnitude, right.denominator.magnitude)
        )
        return Ratio(
            left.numerator * (right.denominator / shared)
                + right.numerator * (left.denominator / shared),
            over: left.denominator / shared * right.denominator
        )
    }

    package static func - (left: Ratio, right: Ratio) -> Ratio { left + right * -1 }

    package static func * (left: Ratio, right: Ratio) -> Ratio {
        // Shortened crosswise first, so that a product needs no more room than its result.
        let one = Ratio(left.numerator, over: right.denominator)
        let other = Ratio(right.numerator, over: left.denominator)
        return Ratio(
            one.numerator * other.numerator,
            over: one.denominator * other.denominator
        )
    }

    /// This divided by another; nil by zero.
    package func divided(by other: Ratio) -> Ratio? {
        guard other.numerator != 0 else { return nil }
        return self * Ratio(other.denominator, over: other.numerator)
    }

    /// The nearest whole number, a half going up.
    package var roundedHalfUp: Int128 { (self + Ratio(1, over: 2)).floor }

    /// The largest whole number that is not above it.
    package var floor: Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The nearest multiple of a step, a half going up.
    package func rounded(toNearest step: Ratio) -> Ratio {
        guard let steps = divided(by: step) else { return self }
        return Ratio(steps.roundedHalfUp) * step
    }

    /// Whether it is a size that people write: not below zero, bounded, with so many decimals.
    ///
    /// What is handed in passes here, so that no product of such sizes leaves 128 bits.
    func isPlain(upTo most: Ratio, decimals: Int) -> Bool {
        let finest = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
        return self >= 0 && self <= most && denominator <= finest
    }

    /// The sum of several, in any order.
    package static func sum(_ parts: some Sequence<Ratio>) -> Ratio { parts.reduce(0, +) }
}
