/// What coffee is on its way from the tree to the cup.
///
/// The same words stand in decision tables and in facts. `petik merah` and `petik pelangi` are no
/// kinds: they say how it was picked, of whatever kind it is (`Picking`).
package enum CoffeeKind: String, Hashable, Sendable, CaseIterable {
    case cherry = "gelondong"
    case driedCherry = "gelondong_kering"
    case wetParchment = "gabah_basah"
    case parchment = "gabah"
    /// Hulled while it was wet, and still to be dried.
    case wetHulled = "labu"
    /// Hulled and not sorted, up to 22 % moist as it is traded.
    case unsorted = "asalan"
    case green = "biji"
    case roasted = "sangrai"
    case soluble = "larut"

    package var title: Saying {
        switch self {
        case .cherry: Saying("gelondong basah", "fresh cherry")
        case .driedCherry: Saying("gelondong kering", "dried cherry")
        case .wetParchment: Saying("gabah basah", "wet parchment")
        case .parchment: Saying("gabah kering", "dry parchment")
        case .wetHulled: Saying("labu", "wet-hulled beans")
        case .unsorted: Saying("asalan", "unsorted green coffee")
        case .green: Saying("biji", "green coffee")
        case .roasted: Saying("sangrai", "roasted coffee")
        case .soluble: Saying("kopi larut", "soluble coffee")
        }
    }
}

/// How cherries were picked: ripe ones only, or all at once.
package enum Picking: String, Hashable, Sendable, CaseIterable {
    case ripe = "petik_merah"
    case mixed = "petik_pelangi"
    case unsaid = "asal"
}
