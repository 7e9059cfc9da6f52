/// One sentence in the languages of the site.
///
/// Fixed sentences are static members (`Words.send`), so a page cannot misspell one; a feature
/// adds its own as `Words("Terbitkan", "Issue")`. Without a translation the Indonesian text is
/// shown and marked with its language.
package struct Words: Hashable, Sendable {
    package let indonesian: String
    package let english: String?

    package init(_ indonesian: String, _ english: String? = nil) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The text in that language, or the Indonesian one.
    package func text(in language: Language) -> String { best(for: language).text }

    /// The text and the language that it is really in.
    package func best(for language: Language) -> (text: String, language: Language) {
        switch language {
        case .indonesian: (indonesian, .indonesian)
        case .english: english.map { ($0, .english) } ?? (indonesian, .indonesian)
        }
    }

    /// The same function over both texts.
    package func map(_ change: (String) -> String) -> Words {
        Words(change(indonesian), english.map(change))
    }
}

extension Words: ExpressibleByStringLiteral {
    /// A text without a translation.
    package init(stringLiteral value: String) { self.init(value) }
}
