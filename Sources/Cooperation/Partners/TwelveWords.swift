import Crypto
package import Stories

/// Twelve words as they are, for where no reader of real roots is handed in.
///
/// There is no list to check them against: what is pinned is a digest of them.
package struct TwelveWords: RootWords {
    package init() {}

    package func root(of typed: String) -> (root: Code, words: String)? {
        let words = typed.lowercased().split { !$0.isLetter }
        guard words.count == 12, words.allSatisfy({ (3...12).contains($0.count) }) else {
            return nil
        }
        let plain = words.joined(separator: " ")
        let digest = hexadecimal(Array(SHA256.hash(data: Array(plain.utf8))))
        return Code(digest).map { ($0, plain) }
    }
}
