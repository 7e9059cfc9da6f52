extension Language {
    /// The language of ours that an `Accept-Language` header likes best; nil where it names none.
    ///
    /// Of two that are liked equally the one named first counts. `*` is no wish.
    package static func preferred(by header: String, among ours: [Language]) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in header.prefix(500).split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first?.lowercased().split(separator: "-").first,
                let language = ours.first(where: { $0.rawValue == tag })
            else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }
                .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}
