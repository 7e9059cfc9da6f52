package import Stories

/// What stands on a lot's labels: eight signs that are hard to mix up, the last of which checks the
/// others.
///
/// Capitals and digits without I, L, O, U and Z: 31 of them, a prime, so that the check finds every
/// mistyped sign and every two that were swapped. It can be read out on the phone and fits the
/// compact mode of a QR code.
package struct LotCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXY".utf8)

    /// Reads a code as somebody typed it: small letters, spaces, and the letters that look like
    /// digits are understood. Nil where it cannot have been issued.
    package init?(_ typed: some StringProtocol) {
        var values: [Int] = []
        for byte in typed.uppercased().utf8 where !Self.isBetween(byte) {
            guard let value = Self.value(byte) else { return nil }
            values.append(value)
        }
        guard values.count == 8, values[7] == Self.check(values.prefix(7)) else { return nil }
        text = Self.text(values)
    }

    /// A fresh one; whether it was drawn before is for the record to refuse.
    package init(_ draw: Draw) {
        var values = (0..<7).map { _ in Int(draw.below(31)) }
        values.append(Self.check(values[...]))
        text = Self.text(values)
    }

    package var description: String { text }

    private static func check(_ values: ArraySlice<Int>) -> Int {
        values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % signs.count
    }

    private static func text(_ values: [Int]) -> String {
        String(decoding: values.map { signs[$0] }, as: UTF8.self)
    }

    private static func isBetween(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        case UInt8(ascii: "Z"): 2
        default: signs.firstIndex(of: byte)
        }
    }
}

extension LotCode: FactField {
    package var json: FactValue { .text(text) }

    package init?(json: FactValue) {
        guard case .text(let text) = json else { return nil }
        self.init(text)
    }
}
