package import Feel

/// How a file from elsewhere fills a register: which column, fixed value or place fills which field.
///
/// It is a file of a blueprint, so that a mapping which somebody worked out once travels with it.
package struct ImportMapping: Hashable, Sendable {
    package let id: ID
    package let title: Words
    package let register: ID

    /// Latitude and longitude of the file changed places, and change back.
    package var isSwapped: Bool

    /// A dot in a number is its decimal sign, even before three digits.
    package var hasDots: Bool

    /// By field of the register; a field without one stays empty.
    package var sources: [ID: FieldSource]

    package init(
        id: ID,
        title: Words,
        register: ID,
        isSwapped: Bool = false,
        hasDots: Bool = false,
        sources: [ID: FieldSource] = [:]
    ) {
        (self.id, self.title, self.register) = (id, title, register)
        (self.isSwapped, self.hasDots, self.sources) = (isSwapped, hasDots, sources)
    }
}

/// What fills one field of a register.
package struct FieldSource: Hashable, Sendable {
    package var origin: Origin

    /// The unit of the file's numbers; nil: that of the register.
    package var unit: String?

    /// How the file writes the options of a choice, besides their own words.
    package var words: [ID: [String]]

    package enum Origin: Hashable, Sendable {
        /// Headings, of which the first that the file has is taken.
        case columns([String])
        case fixed(String)

        /// Where the file says that the thing lies.
        case place
    }

    package init(_ origin: Origin, unit: String? = nil, words: [ID: [String]] = [:]) {
        (self.origin, self.unit, self.words) = (origin, unit, words)
    }
}

/// What a number in one unit is in another: always a power of ten.
package enum UnitOfFile {
    private static let sizes: [[String: Int]] = [
        ["m2": 0, "are": 2, "ha": 4], ["persen": 0, "pecahan": 2],
        ["kg": 0, "kuintal": 2, "ton": 3],
    ]

    /// By how many places the decimal sign moves to the right; nil where the one is not the other.
    package static func places(from given: String, to wanted: String) -> Int? {
        guard given != wanted else { return 0 }
        return sizes.lazy.compactMap { kin in
            kin[given].flatMap { from in kin[wanted].map { from - $0 } }
        }.first
    }

    /// The units in which a file may give what a register holds in another.
    package static func kin(of unit: String) -> [String] {
        sizes.first { $0[unit] != nil }?.sorted { $0.value < $1.value }.map(\.key) ?? []
    }

    package static func convert(
        _ number: Decimal34,
        from given: String,
        to wanted: String
    ) -> Decimal34? {
        guard let places = places(from: given, to: wanted),
            let factor = Decimal34(coefficient: 1, exponent: places)
        else { return nil }
        return number.multiplied(by: factor)
    }
}
