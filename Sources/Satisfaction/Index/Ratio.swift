/// A number as a fraction of whole numbers: nothing is lost until it is rounded once.
///
/// In binary fractions 64.995 lies a little lower than it should and would be rounded to the
/// class below.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int

    /// Above zero.
    package let denominator: Int

    package init(_ numerator: Int, _ denominator: Int) {
        precondition(numerator >= 0 && denominator > 0, "a ratio of counts is not negative")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// How many units of the last decimal it comes to, half rounded up: 1/8 with 2 gives 13.
    package func rounded(decimals: Int) -> Int {
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        return (2 * numerator * scale + denominator) / (2 * denominator)
    }

    /// As a canonical decimal: `3.6207`.
    package func text(decimals: Int) -> String {
        Self.text(rounded(decimals: decimals), decimals: decimals)
    }

    /// So many units of the last decimal as a canonical decimal.
    static func text(_ units: Int, decimals: Int) -> String {
        let digits = String(units)
        let padding = String(repeating: "0", count: max(0, decimals + 1 - digits.count))
        let padded = padding + digits
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    package static func < (one: Ratio, other: Ratio) -> Bool {
        one.numerator * other.denominator < other.numerator * one.denominator
    }
}
