package import Hummingbird

extension Request {
    /// What the address asks, after its question mark.
    package var query: QueryWords { QueryWords(uri.query ?? "") }
}

/// The names and values of an address's query, read as browsers write a form: `+` is a space.
///
/// Hummingbird's own reading leaves the plus signs in; every page reads this one, so that words of
/// a search mean the same wherever they are typed.
package struct QueryWords: Sendable {
    private let pairs: [(name: Substring, value: Substring)]

    /// More than this no form of ours sends.
    private static let most = 200

    package init(_ query: String) {
        pairs = query.utf8.split(separator: UInt8(ascii: "&"), maxSplits: Self.most)
            .prefix(Self.most).map { pair in
                let halves = pair.split(
                    separator: UInt8(ascii: "="),
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                return (Self.text(halves[0]), halves.count == 2 ? Self.text(halves[1]) : "")
            }
    }

    /// A broken escape stands as it was written: an address that was cut off still finds its page.
    private static func text(_ bytes: Substring.UTF8View) -> Substring {
        Substring(UrlEncoded.decode(bytes) ?? String(bytes) ?? "")
    }

    /// The first value of that name.
    package subscript(_ name: some StringProtocol) -> Substring? {
        pairs.first { $0.name == name }?.value
    }

    package func getAll(_ name: some StringProtocol) -> [Substring] {
        pairs.filter { $0.name == name }.map(\.value)
    }
}
