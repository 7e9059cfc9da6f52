/// A language in which the site speaks.
package enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// What stands before the path: nothing for Indonesian.
    package var prefix: String {
        switch self {
        case .indonesian: ""
        case .english: "/en"
        }
    }

    /// What the language calls itself.
    package var name: String {
        switch self {
        case .indonesian: "Indonesia"
        case .english: "English"
        }
    }

    /// The value of `lang`.
    package var code: StaticString {
        switch self {
        case .indonesian: "id"
        case .english: "en"
        }
    }
}
