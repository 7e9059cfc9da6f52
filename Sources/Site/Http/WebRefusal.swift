import Stories

/// What the web kit itself does not take in.
package enum WebRefusal: Refusal, Equatable {
    case notFound
    case formStale
    case foreignPage
    case tooLarge
    case unreadable
    case methodUnknown

    package var sentence: String { words.indonesian }

    package var sentenceInEnglish: String { words.english ?? words.indonesian }

    package var status: Int {
        switch self {
        case .notFound: 404
        case .formStale, .foreignPage: 403
        case .tooLarge: 413
        case .unreadable: 400
        case .methodUnknown: 405
        }
    }

    private var words: Words {
        switch self {
        case .notFound: .notFound
        case .formStale, .foreignPage: .formStale
        case .tooLarge: .tooLarge
        case .unreadable: .unreadable
        case .methodUnknown: .methodUnknown
        }
    }

    /// The page that tells it.
    var page: ErrorPage {
        switch self {
        case .notFound: .notFound
        case .formStale, .foreignPage: .formStale
        case .tooLarge: .tooLarge
        case .unreadable, .methodUnknown: .refused(self)
        }
    }
}
