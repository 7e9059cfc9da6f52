import Beans
import Feel
import Stories
import Testing

// Rows that a regency would hand in. They stand here and not in the program, because their
// originals could not be read.

/// A number as it stands in a table.
func ratio(_ text: String) throws -> Ratio {
    try #require(Decimal34(text).flatMap { Ratio($0) })
}

let today = Day(number: 20_780)

private let customary = Sourced("praktik umum")

/// The affective formula as it is quoted, not as the standard prints it.
func affectiveFormula() throws -> AffectiveFormula {
    AffectiveFormula(
        eachMark: try ratio("0.65625"),
        base: try ratio("52.75"),
        taken: (eachUneven: 2, eachDefective: 4),
        step: try ratio("0.25"),
        sourced: Sourced("SCA-104 menurut kutipan")
    )
}

func conversions() throws -> ConversionTable {
    let rows: [(CoffeeKind, CoffeeKind, Conversion.Scope, String, String, Bool)] = [
        (.wetParchment, .green, .init(grade: "1"), "0.70", "0.76", true),
        (.wetParchment, .green, .init(grade: "2"), "0.73", "0.79", true),
        (.parchment, .green, .init(grade: "1"), "0.78", "0.82", true),
        (.parchment, .green, .init(grade: "2"), "0.79", "0.83", true),
        (.driedCherry, .green, .init(), "0.50", "0.50", false),
        (.parchment, .green, .init(), "0.80", "0.80", false),
        (.roasted, .green, .init(), "1.19", "1.19", false),
        (.soluble, .green, .init(), "2.6", "2.6", false),
        (.cherry, .green, .init(species: .robusta), "0.20", "0.24", false),
        (.cherry, .green, .init(species: .arabica), "0.15", "0.20", false),
        (.cherry, .parchment, .init(species: .arabica), "0.18", "0.25", false),
        (.green, .roasted, .init(), "0.80", "0.87", false),
    ]
    return ConversionTable(
        try rows.map { from, to, scope, least, most, isAtTwelve in
            try #require(
                Conversion(
                    (from, to),
                    scope,
                    from: try ratio(least),
                    to: try ratio(most),
                    isAtTwelve: isAtTwelve,
                    sourced: customary
                )
            )
        }
    )
}

func yields(ages: [AgeShare] = []) throws -> YieldTable {
    YieldTable(
        [
            try #require(
                YieldRule(.robusta, asksAbove: 1500, holdsAbove: 2500, sourced: customary)
            ),
            try #require(
                YieldRule(.arabica, asksAbove: 1200, holdsAbove: 2000, sourced: customary)
            ),
        ],
        ages: ages
    )
}
