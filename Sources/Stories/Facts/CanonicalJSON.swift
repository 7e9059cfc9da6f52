/// JSON as RFC 8785 writes it: one value, one sequence of bytes.
///
/// Members are sorted by their UTF-16 code units, numbers stand as ECMAScript writes them, and
/// nothing is escaped that need not be.
package enum CanonicalJSON {
    /// The largest whole number that a double holds without doubt: 2^53 - 1.
    package static let largest: UInt64 = 9_007_199_254_740_991

    /// Writes what stands in an event.
    package static func write(_ value: FactValue) throws(FactUnreadable) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        try write(value, to: &bytes)
        return bytes
    }

    /// Writes any value; NaN and the infinities have no JSON.
    package static func write(_ value: JSONValue) throws(FactUnreadable) -> [UInt8] {
        var bytes: [UInt8] = []
        try write(value, to: &bytes)
        return bytes
    }

    private static func write(
        _ value: FactValue,
        to bytes: inout [UInt8]
    ) throws(FactUnreadable) {
        switch value {
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number):
            guard number.magnitude <= largest else {
                throw FactUnreadable("\(number) is larger than JSON's whole numbers")
            }
            bytes += String(number).utf8
        case .text(let text): write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try write(item, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(field.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try write(field.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(
        _ value: JSONValue,
        to bytes: inout [UInt8]
    ) throws(FactUnreadable) {
        switch value {
        case .null: bytes += Array("null".utf8)
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number):
            guard number.isFinite else { throw FactUnreadable("\(number) has no JSON") }
            bytes += ecmaScript(number).utf8
        case .text(let text): write(text, to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try write(item, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (index, field) in fields.sorted(by: { inOrder($0.key, $1.key) }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(field.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try write(field.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Whether a name comes before another.
    static func inOrder(_ a: String, _ b: String) -> Bool {
        var (one, other) = (a.utf8.makeIterator(), b.utf8.makeIterator())
        while true {
            guard let right = other.next() else { return false }
            guard let left = one.next() else { return true }
            if left == right { continue }
            // Below U+E000 the order of bytes is that of UTF-16, and much faster to find.
            return left >= 0xEE && right >= 0xEE
                ? a.utf16.lexicographicallyPrecedes(b.utf16) : left < right
        }
    }

    /// Writes a text between quotation marks.
    package static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return bytes.append(contentsOf: text.utf8) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x08: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
            case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0x0C: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
            case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case 0..<0x20: bytes += "\\u00\(hexadecimal([byte]))".utf8
            default: bytes.append(byte)
            }
        }
    }

    /// A number as ECMAScript's `Number::toString` writes it.
    private static func ecmaScript(_ number: Double) -> String {
        if number == 0 { return "0" }
        let sign = number < 0 ? "-" : ""
        let (digits, point) = shortestDigits(number.magnitude)
        let count = digits.count
        let text = String(decoding: digits, as: UTF8.self)
        if count <= point, point <= 21 {
            return sign + text + String(repeating: "0", count: point - count)
        }
        if 0 < point, point <= 21 { return "\(sign)\(text.prefix(point)).\(text.dropFirst(point))" }
        if -6 < point, point <= 0 {
            return "\(sign)0.\(String(repeating: "0", count: -point))\(text)"
        }
        let exponent = point - 1
        let fraction = count > 1 ? ".\(text.dropFirst())" : ""
        return "\(sign)\(text.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
    }

    /// The fewest digits that give the number back, and where the point stands before or in them.
    private static func shortestDigits(_ number: Double) -> (digits: [UInt8], point: Int) {
        let parts = number.description.split(separator: "e")
        let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = halves.flatMap { Array($0.utf8) }
        var point = halves[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        let zero = UInt8(ascii: "0")
        let leading = digits.prefix { $0 == zero }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == zero { digits.removeLast() }
        return (digits, point)
    }
}
