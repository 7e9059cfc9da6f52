extension Decimal34: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `12`, `-0.5`, `.5` or `1.2e3`; nil for anything else.
    package init?(_ text: String) { self.init(bytes: text.utf8) }

    init?(bytes: some Sequence<UInt8>) {
        var reader = DecimalReader()
        for byte in bytes where !reader.take(byte) { return nil }
        guard let number = reader.number else { return nil }
        self = number
    }

    /// The number without an exponent, unless that would take more than forty zeros.
    package var description: String {
        let sign = isNegative ? "-" : ""
        let digits = String(coefficient)
        if exponent == 0 { return sign + digits }
        if exponent > 0 {
            return exponent <= 40
                ? sign + digits + String(repeating: "0", count: exponent)
                : "\(sign)\(digits)e\(exponent)"
        }
        let places = -exponent
        if digits.utf8.count > places {
            return sign + digits.dropLast(places) + "." + digits.suffix(places)
        }
        let zeros = places - digits.utf8.count
        return zeros <= 40
            ? sign + "0." + String(repeating: "0", count: zeros) + digits
            : "\(sign)\(digits)e\(exponent)"
    }

    /// The number with exactly so many decimals, rounded half to even.
    package func text(decimals: Int) -> String {
        let rounded = rounded(to: decimals, .halfEven)
        let text = rounded.description
        let missing = decimals + min(rounded.exponent, 0)
        guard decimals > 0, missing > 0 else { return text }
        return text + (rounded.isWhole ? "." : "") + String(repeating: "0", count: missing)
    }
}

/// Takes in the bytes of a number one by one.
private struct DecimalReader {
    private var coefficient: UInt128 = 0
    private var exponent = 0
    private var isNegative = false
    private var digits = 0
    private var hasPoint = false
    private var isInPower = false
    private var powerDigits = 0
    private var power = 0
    private var powerIsNegative = false
    private var isFirst = true
    private var isSticky = false

    mutating func take(_ byte: UInt8) -> Bool {
        defer { isFirst = false }
        switch byte {
        case UInt8(ascii: "-") where isFirst: isNegative = true
        case UInt8(ascii: "+") where isFirst: break
        case UInt8(ascii: "-") where isInPower && powerDigits == 0 && !powerIsNegative:
            powerIsNegative = true
        case UInt8(ascii: "+") where isInPower && powerDigits == 0: break
        case UInt8(ascii: ".") where !hasPoint && !isInPower: hasPoint = true
        case UInt8(ascii: "e") where digits > 0 && !isInPower: isInPower = true
        case UInt8(ascii: "E") where digits > 0 && !isInPower: isInPower = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): takeDigit(Int(byte - UInt8(ascii: "0")))
        default: return false
        }
        return true
    }

    private mutating func takeDigit(_ digit: Int) {
        if isInPower {
            powerDigits += 1
            power = min(power * 10 + digit, 100_000)
            return
        }
        digits += 1
        // 36 digits and a sticky last one are enough to round to 34 rightly.
        if coefficient < powersOfTen[36] {
            coefficient = coefficient * 10 + UInt128(digit)
            exponent -= hasPoint ? 1 : 0
        } else {
            isSticky = isSticky || digit != 0
            exponent += hasPoint ? 0 : 1
        }
    }

    var number: Decimal34? {
        guard digits > 0, !isInPower || powerDigits > 0 else { return nil }
        let sticky = WideNumber.product(coefficient, 10) + WideNumber(isSticky ? 1 : 0)
        return Decimal34(
            wide: isSticky ? sticky : WideNumber(coefficient),
            exponent: exponent - (isSticky ? 1 : 0) + (powerIsNegative ? -power : power),
            isNegative: isNegative
        )
    }
}
