/// 10^0 to 10^38: all the powers of ten that fit 128 bits.
let powersOfTen: [UInt128] = (0...38).reduce(into: []) { powers, index in
    powers.append(index == 0 ? 1 : powers[index - 1] * 10)
}

/// How many decimal digits a number is written with; zero has one.
func digitCount(_ number: UInt128) -> Int {
    guard number >= 10 else { return 1 }
    let bits = 128 - number.leadingZeroBitCount
    // 1233/4096 is just below log10(2), so the estimate is right or one too small.
    let estimate = (bits * 1233) >> 12
    return estimate <= 38 && number >= powersOfTen[estimate] ? estimate + 1 : estimate
}

extension UInt128 {
    /// Quotient and remainder by ten, by 64-bit division when the number is small.
    var dividedByTen: (quotient: UInt128, remainder: UInt128) {
        if self <= UInt128(UInt64.max) {
            let small = UInt64(truncatingIfNeeded: self)
            return (UInt128(small / 10), UInt128(small % 10))
        }
        return quotientAndRemainder(dividingBy: 10)
    }
}

/// A natural number of up to 256 bits: what a product or an aligned sum needs before rounding.
struct WideNumber: Hashable, Sendable {
    var high: UInt128
    var low: UInt128

    init(_ low: UInt128) {
        high = 0
        self.low = low
    }

    init(high: UInt128, low: UInt128) {
        self.high = high
        self.low = low
    }

    static func product(_ left: UInt128, _ right: UInt128) -> WideNumber {
        let full = left.multipliedFullWidth(by: right)
        return WideNumber(high: full.high, low: full.low)
    }

    /// Times 10^power; the caller knows that the result has at most 76 digits.
    func timesTen(to power: Int) -> WideNumber {
        var result = self
        var left = power
        while left > 0 {
            let step = min(left, 38)
            let factor = powersOfTen[step]
            let full = result.low.multipliedFullWidth(by: factor)
            result = WideNumber(high: result.high * factor + full.high, low: full.low)
            left -= step
        }
        return result
    }

    static func + (left: WideNumber, right: WideNumber) -> WideNumber {
        let (low, carry) = left.low.addingReportingOverflow(right.low)
        return WideNumber(high: left.high + right.high + (carry ? 1 : 0), low: low)
    }

    /// The difference; `right` is not larger.
    static func - (left: WideNumber, right: WideNumber) -> WideNumber {
        let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
        return WideNumber(high: left.high - right.high - (borrow ? 1 : 0), low: low)
    }

    static func < (left: WideNumber, right: WideNumber) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    var digits: Int {
        guard high != 0 else { return digitCount(low) }
        let top = powersOfTen[38].dividingFullWidth((high, low)).quotient
        return 38 + digitCount(top)
    }

    /// Divided by 10^power (at most 38), to the nearest, a tie to the even neighbour.
    func dividedRoundingHalfEven(byTenTo power: Int) -> UInt128 {
        guard power > 0 else { return low }
        let divisor = powersOfTen[power]
        let (quotient, remainder) =
            high == 0
            ? low.quotientAndRemainder(dividingBy: divisor)
            : divisor.dividingFullWidth((high, low))
        let half = divisor / 2
        if remainder > half || (remainder == half && quotient % 2 == 1) { return quotient + 1 }
        return quotient
    }
}
