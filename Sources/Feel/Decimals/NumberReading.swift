/// How a number was written by a person in Indonesia.
///
/// A comma is the decimal sign. A dot before exactly three digits could be either (`1.500` is one
/// and a half or fifteen hundred), so it is asked back; any other single dot is a decimal sign.
package enum NumberReading: Hashable, Sendable {
    case number(Decimal34)
    /// Both readings of what was written, the small one first.
    case unclear(Decimal34, Decimal34)
    case notANumber

    package init(_ text: String) {
        let text = String(text.filter { !$0.isWhitespace })
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? String(text.dropFirst()) : text
        self = Self.read(body, isNegative: isNegative)
    }

    private static func read(_ body: String, isNegative: Bool) -> NumberReading {
        let sign = isNegative ? "-" : ""
        let byComma = body.split(separator: ",", omittingEmptySubsequences: false)
        guard byComma.count <= 2, let first = byComma.first else { return .notANumber }
        if byComma.count == 2 {
            guard let whole = wholePart(String(first)), isDigits(byComma[1]) else {
                return .notANumber
            }
            return number("\(sign)\(whole).\(byComma[1])")
        }
        let byDot = body.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch byDot.count {
        case 1:
            return isDigits(body) ? number(sign + body) : .notANumber
        case 2:
            guard byDot.allSatisfy(isDigits) else { return .notANumber }
            guard byDot[1].count == 3, byDot[0] != "0", byDot[0].count <= 3,
                let small = Decimal34("\(sign)\(body)"),
                let large = Decimal34(sign + byDot[0] + byDot[1])
            else { return number(sign + body) }
            return .unclear(small, large)
        default:
            return wholePart(body).map { number(sign + $0) } ?? .notANumber
        }
    }

    /// Digits, with or without a dot before each three of them.
    private static func wholePart(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy(isDigits), let first = parts.first else { return nil }
        guard
            parts.count == 1 || (first.count <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 })
        else { return nil }
        return parts.joined()
    }

    /// The ASCII ones, and at least one of them.
    private static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func number(_ text: String) -> NumberReading {
        Decimal34(text).map { .number($0) } ?? .notANumber
    }
}

extension NumberReading {
    /// Whole rupiah: a dot before three digits can only group them, and `Rp` may stand before.
    package static func rupiah(_ text: String) -> Decimal34? {
        var text = String(text.filter { !$0.isWhitespace })
        if text.lowercased().hasPrefix("rp") { text = String(text.dropFirst(2)) }
        if text.hasPrefix(".") { text = String(text.dropFirst()) }
        for ending in [",-", ",00"] where text.hasSuffix(ending) {
            text = String(text.dropLast(ending.count))
        }
        switch NumberReading(text) {
        case .number(let number): return number
        case .unclear(_, let large): return large
        case .notANumber: return nil
        }
    }
}
