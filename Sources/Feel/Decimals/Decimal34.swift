/// An exact decimal number of up to 34 digits, rounded half to even.
///
/// It is what FEEL calls a number. Every value has exactly one form, so that equality, order and
/// hashing agree: a whole number below 10^34 has exponent 0, a fraction has no trailing zero, and
/// a larger number has exactly 34 digits. `1.50` and `1.5` are therefore the same value; whoever
/// wants two decimals on paper asks for them with `text(decimals:)`.
package struct Decimal34: Hashable, Sendable {
    package let coefficient: UInt128
    // Narrow, because a value of the rule language is as large as its largest kind.
    private let power: Int16
    package let isNegative: Bool

    package var exponent: Int { Int(power) }

    /// The most digits that a number can have.
    package static let digits = 34
    /// Numbers beyond 10^6144 do not exist; results that would be are absent.
    static let largestExponent = 6111
    static let smallestExponent = -6176

    package static let zero = Decimal34(exactly: 0)
    package static let one = Decimal34(exactly: 1)

    /// A form that is known to be the one form of its value.
    init(form coefficient: UInt128, exponent: Int, isNegative: Bool) {
        self.coefficient = coefficient
        power = Int16(exponent)
        self.isNegative = isNegative && coefficient != 0
    }

    /// A whole number that surely fits.
    package init(exactly whole: Int) {
        self.init(form: UInt128(whole.magnitude), exponent: 0, isNegative: whole < 0)
    }

    package init(_ whole: Int) { self.init(exactly: whole) }

    /// Brings any coefficient and exponent into the one form, rounding half to even.
    ///
    /// It is nil when the number is too large; a number too small becomes zero.
    package init?(coefficient: UInt128, exponent: Int, isNegative: Bool = false) {
        self.init(wide: WideNumber(coefficient), exponent: exponent, isNegative: isNegative)
    }

    init?(wide: WideNumber, exponent: Int, isNegative: Bool) {
        var exponent = exponent
        var coefficient = wide.low
        if wide.high != 0 || wide.low >= powersOfTen[Decimal34.digits] {
            let surplus = wide.digits - Decimal34.digits
            coefficient = wide.dividedRoundingHalfEven(byTenTo: surplus)
            exponent += surplus
        }
        self.init(narrow: coefficient, exponent: exponent, isNegative: isNegative)
    }

    private init?(narrow: UInt128, exponent: Int, isNegative: Bool) {
        var coefficient = narrow
        var exponent = exponent
        guard coefficient != 0 else {
            self = .zero
            return
        }
        if exponent < 0 {
            while exponent < 0 {
                let (quotient, remainder) = coefficient.dividedByTen
                guard remainder == 0 else { break }
                coefficient = quotient
                exponent += 1
            }
        } else if exponent > 0 {
            let room = min(exponent, Decimal34.digits - digitCount(coefficient))
            if room > 0 {
                coefficient *= powersOfTen[room]
                exponent -= room
            }
        }
        if coefficient == powersOfTen[Decimal34.digits] {
            coefficient = powersOfTen[Decimal34.digits - 1]
            exponent += 1
        }
        guard exponent <= Decimal34.largestExponent else { return nil }
        guard exponent >= Decimal34.smallestExponent else {
            self = .zero
            return
        }
        self.init(form: coefficient, exponent: exponent, isNegative: isNegative)
    }

    package var isZero: Bool { coefficient == 0 }
    package var isWhole: Bool { exponent >= 0 }

    package var magnitude: Decimal34 {
        Decimal34(form: coefficient, exponent: exponent, isNegative: false)
    }

    package var negated: Decimal34 {
        Decimal34(form: coefficient, exponent: exponent, isNegative: !isNegative)
    }

    /// The same number as an `Int`, when it is whole and small enough.
    package var whole: Int? {
        guard exponent == 0, coefficient <= UInt128(Int.max) else { return nil }
        let size = Int(coefficient)
        return isNegative ? -size : size
    }
}

extension Decimal34: Comparable {
    package static func < (left: Decimal34, right: Decimal34) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative
            ? isSmaller(right, left) : isSmaller(left, right)
    }

    private static func isSmaller(_ left: Decimal34, _ right: Decimal34) -> Bool {
        if left.exponent == right.exponent { return left.coefficient < right.coefficient }
        guard left.coefficient != 0 else { return right.coefficient != 0 }
        guard right.coefficient != 0 else { return false }
        let leftTop = digitCount(left.coefficient) + left.exponent
        let rightTop = digitCount(right.coefficient) + right.exponent
        guard leftTop == rightTop else { return leftTop < rightTop }
        // With the same leading place, the exponents differ by fewer than 34.
        let gap = left.exponent - right.exponent
        return gap > 0
            ? left.coefficient * powersOfTen[gap] < right.coefficient
            : left.coefficient < right.coefficient * powersOfTen[-gap]
    }
}

extension Decimal34: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(exactly: value) }
}
