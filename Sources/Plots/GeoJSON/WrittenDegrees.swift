/// A number of a file as millionths of a degree, from its digits.
///
/// The EU's papers say in one place that more than six decimals are rounded, in another that they
/// are cut off. Both are worked out from the digits as they stand, so that no double comes between.
struct WrittenDegrees: Hashable {
    let rounded: Int32
    let cut: Int32

    /// How many decimals stand there, zeros at the end not counted.
    let decimals: Int

    /// From a number with an optional sign, point and exponent; nil where it is none.
    init?(_ written: ArraySlice<UInt8>) {
        var (digits, scale): (UInt64, Int) = (0, 0)
        var (hasPoint, hasDigits) = (false, false)
        var at = written.startIndex
        let isNegative = written.first == UInt8(ascii: "-")
        if isNegative || written.first == UInt8(ascii: "+") { at += 1 }
        while at < written.endIndex {
            let byte = written[at]
            if byte >= 0x30, byte <= 0x39 {
                hasDigits = true
                // Eighteen digits fit; what follows changes no millionth of a degree.
                if digits < 100_000_000_000_000_000 {
                    digits = digits * 10 + UInt64(byte - 0x30)
                    if hasPoint { scale += 1 }
                } else if !hasPoint {
                    scale -= 1
                }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            at += 1
        }
        guard hasDigits, let exponent = Self.exponent(written[at...]) else { return nil }
        self.init(digits: digits, scale: scale - exponent, isNegative: isNegative)
    }

    /// From a number that somebody wrote as text, with a point or a comma.
    init?(text: String) {
        let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        let bytes = String(trimmed).utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        self.init(bytes[...])
    }

    /// What follows the digits: nothing, or `e` and a power of ten.
    private static func exponent(_ rest: ArraySlice<UInt8>) -> Int? {
        guard let sign = rest.first else { return 0 }
        guard sign == UInt8(ascii: "e") || sign == UInt8(ascii: "E"),
            let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
            power.magnitude < 1000
        else { return nil }
        return power
    }

    /// `digits` over ten to the power of `scale`.
    private init(digits: UInt64, scale: Int, isNegative: Bool) {
        var (digits, scale) = (digits, scale)
        while scale > 0, digits > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        decimals = digits == 0 ? 0 : max(0, scale)
        var (whole, rest, unit): (UInt64, UInt64, UInt64) = (digits, 0, 1)
        if scale <= 6 {
            for _ in 0..<min(6 - scale, 30) {
                let (next, isTooLarge) = whole.multipliedReportingOverflow(by: 10)
                whole = isTooLarge ? .max : next
                if isTooLarge || whole == 0 { break }
            }
        } else if scale - 6 < 19 {
            for _ in 0..<scale - 6 { unit *= 10 }
            (whole, rest) = digits.quotientAndRemainder(dividingBy: unit)
        } else {
            whole = 0
        }
        func signed(_ magnitude: UInt64) -> Int32 {
            let bounded = Int64(min(magnitude, UInt64(Int32.max)))
            return Int32(isNegative ? -bounded : bounded)
        }
        cut = signed(whole)
        rounded = signed(rest >= unit - rest && rest > 0 ? whole + 1 : whole)
    }
}
