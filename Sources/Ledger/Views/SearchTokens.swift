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

    private static func words(_ text: String) -> [Substring] {
        text.lowercased()
            .filter { $0 != "'" && $0 != "\u{2019}" && $0 != "`" }
            .split { !$0.isLetter && !$0.isNumber }
            .filter { !$0.allSatisfy(\.isNumber) }
    }

    private static func numbers(_ text: String) -> [String] {
        var found: [String] = []
        var joins = false
        var gap = 0
        var groups: [String] = [""]
        for character in text {
            if character.isASCII, character.isNumber {
                groups[groups.count - 1].append(character)
            } else {
                groups.append(String(character))
                groups.append("")
            }
        }
        for (index, group) in groups.enumerated() {
            if !index.isMultiple(of: 2) {
                gap += 1
                if !" .-".contains(group) { joins = false }
            } else if !group.isEmpty {
                // A long group is a number of its own; a phone is written in short ones.
                let isShort = group.utf8.count <= longestGroup
                if joins, gap == 1, isShort {
                    found[found.count - 1] += group
                } else {
                    found.append(group)
                }
                joins = isShort
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
