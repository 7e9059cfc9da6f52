/// A sieve of the size table, or the pan under the last one, named as laboratories number them.
package enum Sieve: String, Hashable, Sendable, CaseIterable {
    case n19 = "19"
    case n16 = "16"
    case n15 = "15"
    case n14 = "14"
    case n13 = "13"
    case n9 = "9"
    case pan = "dasar"

    /// The width of its holes in millimetres; nothing is smaller than what lies in the pan.
    package var millimetres: Ratio {
        switch self {
        case .n19: Ratio(15, over: 2)
        case .n16: Ratio(13, over: 2)
        case .n15: 6
        case .n14: Ratio(11, over: 2)
        case .n13: 5
        case .n9: Ratio(7, over: 2)
        case .pan: 0
        }
    }
}

/// A size of the standard: what may not fall through which sieve.
package struct SizeClass: Hashable, Sendable {
    package enum Name: String, Hashable, Sendable {
        case large = "besar"
        case medium = "sedang"
        case small = "kecil"

        package var title: Saying {
            switch self {
            case .large: Saying("ukuran besar", "large")
            case .medium: Saying("ukuran sedang", "medium")
            case .small: Saying("ukuran kecil", "small")
            }
        }
    }

    package let name: Name
    package let holds: Sieve

    /// The share of the mass that may fall through nevertheless.
    package static let mayPass = Ratio(5, over: 100)

    /// The classes from the largest on.
    package static func classes(of species: Species, _ treatment: Treatment) -> [SizeClass] {
        switch (species, treatment) {
        case (.robusta, .dry):
            [SizeClass(name: .large, holds: .n16), SizeClass(name: .small, holds: .n9)]
        case (.robusta, .wet):
            [
                SizeClass(name: .large, holds: .n19), SizeClass(name: .medium, holds: .n16),
                SizeClass(name: .small, holds: .n14),
            ]
        case (.arabica, .dry), (.arabica, .wet):
            [
                SizeClass(name: .large, holds: .n16), SizeClass(name: .medium, holds: .n15),
                SizeClass(name: .small, holds: .n13),
            ]
        }
    }
}

/// What lay on each sieve, and the size that follows.
///
/// A lot belongs to the largest class of whose sieve at most 5 % of the mass fell through.
package struct SizeFinding: Hashable, Sendable {
    /// How one class was tried.
    package struct Trial: Hashable, Sendable {
        package let size: SizeClass

        /// The share of the mass that fell through; nil where that sieve was not used.
        package let passed: Ratio?
    }

    package let trials: [Trial]

    /// The class; nil where it fits none, or where a sieve is missing before one fits.
    package let size: SizeClass?

    /// The sieve that would have to be used before a class can be told.
    package let missing: Sieve?

    /// Nil where nothing was sieved.
    package init?(_ grams: [Sieve: Ratio], of species: Species, _ treatment: Treatment) {
        let total = Ratio.sum(grams.values)
        guard total > 0 else { return nil }
        trials = SizeClass.classes(of: species, treatment).map { size in
            guard grams[size.holds] != nil else { return Trial(size: size, passed: nil) }
            let below = grams.filter { $0.key.millimetres < size.holds.millimetres }
            return Trial(size: size, passed: Ratio.sum(below.values).divided(by: total))
        }
        let decisive = trials.first { $0.passed.map { $0 <= SizeClass.mayPass } ?? true }
        size = decisive?.passed == nil ? nil : decisive?.size
        missing = decisive.flatMap { $0.passed == nil ? $0.size.holds : nil }
    }
}
