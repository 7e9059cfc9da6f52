/// A step of processing, and which kind it makes of which.
package enum Step: String, Hashable, Sendable, CaseIterable {
    case gather = "kumpul"
    case float = "rambang"
    case dry = "jemur"
    case hull = "kupas"
    case wetHull = "giling_basah"
    case pulp = "pulper"
    case ferment = "fermentasi"
    case wash = "cuci"
    case sort = "sortasi"
    case blend = "campur"
    case split = "bagi"
    case bag = "karung"
    case roast = "sangrai"

    /// The kinds that it can make of a kind; none where it cannot be done with it.
    package func results(of kind: CoffeeKind) -> Set<CoffeeKind> {
        switch self {
        case .gather, .blend, .split, .bag: [kind]
        case .float: kind == .cherry ? [.cherry] : []
        case .dry: Self.dried[kind] ?? []
        case .hull: Self.hulled[kind] ?? []
        case .wetHull: kind == .wetParchment ? [.wetHulled, .unsorted] : []
        case .pulp: kind == .cherry ? [.wetParchment] : []
        case .ferment, .wash: kind == .wetParchment ? [.wetParchment] : []
        case .sort: kind == .unsorted ? [.unsorted, .green] : [kind]
        case .roast: kind == .green ? [.roasted] : []
        }
    }

    private static let dried: [CoffeeKind: Set<CoffeeKind>] = [
        .cherry: [.cherry, .driedCherry], .driedCherry: [.driedCherry],
        .wetParchment: [.wetParchment, .parchment], .parchment: [.parchment],
        .wetHulled: [.wetHulled, .unsorted, .green], .unsorted: [.unsorted], .green: [.green],
    ]

    private static let hulled: [CoffeeKind: Set<CoffeeKind>] = [
        .driedCherry: [.unsorted, .green], .parchment: [.unsorted, .green],
    ]

    package var title: Saying {
        switch self {
        case .gather: Saying("dikumpulkan", "gathered")
        case .float: Saying("dirambang", "floated")
        case .dry: Saying("dijemur", "dried")
        case .hull: Saying("dikupas", "hulled")
        case .wetHull: Saying("digiling basah", "hulled wet")
        case .pulp: Saying("dikupas kulit merahnya", "pulped")
        case .ferment: Saying("difermentasi", "fermented")
        case .wash: Saying("dicuci", "washed")
        case .sort: Saying("disortasi", "sorted")
        case .blend: Saying("dicampur", "blended")
        case .split: Saying("dibagi", "split")
        case .bag: Saying("dikarungkan", "bagged")
        case .roast: Saying("disangrai", "roasted")
        }
    }
}
