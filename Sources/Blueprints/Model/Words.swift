/// A language of the site: `id`, `en`, `pse`.
package struct Language: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    package let code: String

    package init(_ code: String) { self.code = code }

    package init(stringLiteral value: String) { code = value }

    package static let indonesian: Language = "id"
    package static let english: Language = "en"

    package static func < (a: Language, b: Language) -> Bool { a.code < b.code }
}

/// Something that a person reads, in Indonesian and in whatever it was translated to.
package struct Words: Hashable, Sendable, ExpressibleByStringLiteral {
    package let indonesian: String

    /// Translations that are present and not stale.
    package let translated: [Language: String]

    package init(_ indonesian: String, translated: [Language: String] = [:]) {
        self.indonesian = indonesian
        self.translated = translated
    }

    package init(stringLiteral value: String) { self.init(value) }

    /// The text in a language, and the language that it is really in.
    ///
    /// A missing translation falls back to Indonesian by itself, not with the whole page.
    package func text(in language: Language) -> (text: String, language: Language) {
        if let text = translated[language] { return (text, language) }
        return (indonesian, .indonesian)
    }
}
