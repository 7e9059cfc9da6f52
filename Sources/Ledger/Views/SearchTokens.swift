import Crypto
import Stories

/// Eight bytes that stand for a word, the beginning of one or a number, without showing it.
package struct SearchToken: Hashable, Comparable, Sendable, SQLBindable {
    package let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue, bytes.count == 8 else { return nil }
        self.bytes = bytes
    }

    package var sqlValue: SQLValue { .blob(bytes) }

    package static func < (a: SearchToken, b: SearchToken) -> Bool {
        a.bytes.lexicographicallyPrecedes(b.bytes)
    }
}

/// How a text is cut into what can be searched for.
///
/// Words are lower-cased, with apostrophes dropped; each is kept whole and by its beginnings of
/// three letters and more. Groups of up to six digits that stand apart by one space,
/// dot or hyphen are one number; a leading 62 of a phone is 0.
package enum SearchTokens {
    private static let longestWord = 24
    private static let longestGroup = 6

    /// What a stored text is found by.
    package static func of(_ text: String) -> Set<String> {
        var marks: Set<String> = []
        for word in words(text) {
            marks.insert("w\(word)")
            for length in 3...longestWord where length <= word.count {
                marks.insert("p\(word.prefix(length))")
            }
        }
        for number in numbers(text) { marks.insert("n\(number)") }
        return marks
    }

    /// What a text found by a query must all have; an empty set finds nothing.
    package static func query(_ text: String) -> Set<String> {
        var marks: Set<String> = []
        for word in words(text) where !word.allSatisfy(\.isNumber) {
            marks.insert(word.count < 3 ? "w\(word)" : "p\(word.prefix(longestWord))")
        }
        for number in numbers(text) { marks.insert("n\(number)") }
        return marks
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.allSatisfy({ $0 < 0x80 }) ? plainWords(text) : anyWords(text)
    }

    /// Words of any script.
    static func anyWords(_ text: String) -> [String] {
        text.lowercased()
            .filter { $0 != "'" && $0 != "\u{2019}" && $0 != "`" }
            .split { !$0.isLetter && !$0.isNumber }
            .filter { !$0.allSatisfy(\.isNumber) }
            .map(String.init)
    }

    /// The same for ASCII, as nearly all names are, without asking what Unicode says of a letter.
    static func plainWords(_ text: String) -> [String] {
        text.utf8.filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "`") }
            .map { isUpper($0) ? $0 + 0x20 : $0 }
            .split { !isLower($0) && !isDigit($0) }
            .filter { !$0.allSatisfy(isDigit) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func numbers(_ text: String) -> [String] {
        var found: [[UInt8]] = []
        var group: [UInt8] = []
        var (joins, gap) = (false, 0)
        func close() {
            guard !group.isEmpty else { return }
            // A long group is a number of its own; a phone is written in short ones.
            let isShort = group.count <= longestGroup
            if joins, gap == 1, isShort {
                found[found.count - 1] += group
            } else {
                found.append(group)
            }
            (joins, gap, group) = (isShort, 0, [])
        }
        for byte in text.utf8 {
            if isDigit(byte) {
                group.append(byte)
            } else {
                close()
                gap += 1
                if !" .-".utf8.contains(byte) { joins = false }
            }
        }
        close()
        return found.map { digits in
            let text = String(decoding: digits, as: UTF8.self)
            return text.hasPrefix("62") && (10...15).contains(digits.count)
                ? "0\(text.dropFirst(2))" : text
        }
    }
}

extension Vault {
    /// The tokens that a stored text is found by, in ascending order.
    func tokens(of text: String) -> [SearchToken] { hide(SearchTokens.of(text)) }

    /// The tokens that a query asks for.
    func tokens(ofQuery text: String) -> [SearchToken] { hide(SearchTokens.query(text)) }

    /// The one token of a whole key.
    ///
    /// It begins as no mark of a text does: what is found by a word is another thing.
    func token(ofKey word: String) -> SearchToken {
        SearchToken(Array(keys.mark("search", Array("k\(word)".utf8)).prefix(8)))
    }

    private func hide(_ marks: Set<String>) -> [SearchToken] {
        // Begun once for all marks: taking in the key is the half of each.
        let begun = HMAC<SHA256>(key: keys.derived("search"))
        return marks.map { mark in
            var code = begun
            code.update(data: Array(mark.utf8))
            return SearchToken(Array(code.finalize().prefix(8)))
        }
        .sorted()
    }
}
