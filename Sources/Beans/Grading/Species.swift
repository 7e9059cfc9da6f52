/// The two coffees that the standard knows.
package enum Species: String, Hashable, Sendable, CaseIterable {
    case robusta
    case arabica = "arabika"

    /// By the name that papers or commands have for it.
    package init?(named name: String) {
        switch name.lowercased() {
        case "robusta": self = .robusta
        case "arabika", "arabica": self = .arabica
        default: return nil
        }
    }

    package var title: Saying {
        switch self {
        case .robusta: Saying("robusta", "robusta")
        case .arabica: Saying("arabika", "arabica")
        }
    }
}

/// How cherries became beans, as far as the standard asks: its sieves differ for robusta.
package enum Treatment: String, Hashable, Sendable, CaseIterable {
    case dry = "kering"
    case wet = "basah"

    /// By the name that papers or commands have for it.
    package init?(named name: String) {
        switch name.lowercased() {
        case "kering", "dry": self = .dry
        case "basah", "wet": self = .wet
        default: return nil
        }
    }

    package var title: Saying {
        switch self {
        case .dry: Saying("pengolahan kering", "dry-processed")
        case .wet: Saying("pengolahan basah", "wet-processed")
        }
    }
}
