import Crypto
import Stories

/// A key of 32 bytes as it is printed, copied and typed in again.
enum PaperKey {
    static func write(_ key: [UInt8]) -> String {
        let digits = Array(hexadecimal(key + check(key)))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<$0 + 4]) }
            .joined(separator: "-")
    }

    /// Nil where a digit was copied wrongly.
    static func read(_ text: String) -> [UInt8]? {
        let digits = String(text.filter { $0.isHexDigit })
        guard digits.utf8.count == 68, let all = bytes(hexadecimal: digits) else { return nil }
        let key = Array(all.prefix(32))
        return check(key) == Array(all.suffix(2)) ? key : nil
    }

    private static func check(_ key: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: Array("serasan.paper.v1".utf8) + key).prefix(2))
    }
}
