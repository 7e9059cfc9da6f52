/// A unit in which people say what coffee weighs.
package enum WeightUnit: String, Hashable, Sendable, CaseIterable {
    case gram = "g"
    case kilogram = "kg"
    case ounceOfMarkets = "ons"
    case quintal = "kuintal"
    case tonne = "ton"
    case pound = "lb"
    case ounce = "oz"

    /// Grams in one.
    package var grams: Ratio {
        switch self {
        case .gram: 1
        case .kilogram: 1000
        case .ounceOfMarkets: 100
        case .quintal: 100_000
        case .tonne: 1_000_000
        case .pound: Ratio(45_359_237, over: 100_000)
        case .ounce: Ratio(45_359_237, over: 1_600_000)
        }
    }

    /// The unit that somebody wrote; nil for no unit that we know.
    ///
    /// `pon` is none of them: in markets it is half a kilogram, on a scale it is a pound.
    package init?(written: String) {
        switch written.lowercased().filter({ $0 != "." }) {
        case "g", "gr", "gram", "grm": self = .gram
        case "kg", "kgs", "kilo", "kilogram": self = .kilogram
        case "ons": self = .ounceOfMarkets
        case "kuintal", "kwintal", "kw", "ku", "kwt", "quintal": self = .quintal
        case "t", "ton", "tonne", "tonnes": self = .tonne
        case "lb", "lbs", "pound", "pounds": self = .pound
        case "oz", "ounce", "ounces": self = .ounce
        default: return nil
        }
    }
}
