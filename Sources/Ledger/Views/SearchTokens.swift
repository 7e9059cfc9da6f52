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
/// three letters and more. Digits that stand together, or apart by a space, a dot or a hyphen, are
/// one number; a leading 62 of a phone is 0.
package enum SearchTokens {
    private static let longestWord = 24

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

    private static func words(_ text: String) -> [Substring] {
        text.lowercased()
            .filter { $0 != "'" && $0 != "\u{2019}" && $0 != "`" }
            .split { !$0.isLetter && !$0.isNumber }
            .filter { !$0.allSatisfy(\.isNumber) }
    }

    private static func numbers(_ text: String) -> [String] {
        var found: [String] = []
        var digits = ""
        var gap = 0
        for character in text + "\n" {
            if character.isASCII, character.isNumber {
                digits.append(character)
                gap = 0
            } else if " .-".contains(character), gap == 0 {
                gap = 1
            } else if !digits.isEmpty {
                found.append(digits)
                digits = ""
                gap = 0
            }
        }
        return found.map { digits in
            digits.hasPrefix("62") && (10...15).contains(digits.count)
                ? "0\(digits.dropFirst(2))" : digits
        }
    }
}

extension Vault {
    /// The tokens that a stored text is found by, in ascending order.
    func tokens(of text: String) -> [SearchToken] { hide(SearchTokens.of(text)) }

    /// The tokens that a query asks for.
    func tokens(ofQuery text: String) -> [SearchToken] { hide(SearchTokens.query(text)) }

    private func hide(_ marks: Set<String>) -> [SearchToken] {
        let key = keys.derived("search")
        return marks.map { SearchToken(Array(Keys.mark(Array($0.utf8), under: key).prefix(8))) }
            .sorted()
    }
}
