package import Stories

/// Deliveries of any kind as the green coffee that they are.
///
/// A ratio is a range, so the equivalent is one too: whoever judges a farmer takes the least.
package struct GreenEquivalent: Hashable, Sendable {
    /// One delivery; least and most are nil where no ratio is declared for its kind.
    package struct Line: Hashable, Sendable {
        package let delivered: Portion
        package let conversion: Conversion?
        package let least: Ratio?
        package let most: Ratio?
    }

    package let lines: [Line]

    package init(
        _ delivered: [Portion],
        of scope: Conversion.Scope,
        by table: ConversionTable,
        on day: Day
    ) {
        lines = delivered.map { portion in
            guard portion.kind != .green else {
                let grams = portion.counted(atTwelve: true)
                return Line(delivered: portion, conversion: nil, least: grams, most: grams)
            }
            let row = table.row((from: portion.kind, to: .green), scope, on: day)
            let grams = portion.counted(atTwelve: row?.isAtTwelve ?? false)
            return Line(
                delivered: portion,
                conversion: row,
                least: row.map { grams * $0.least },
                most: row.map { grams * $0.most }
            )
        }
    }

    /// In grams, of the deliveries whose ratio is known.
    package var least: Ratio { Ratio.sum(lines.compactMap(\.least)) }
    package var most: Ratio { Ratio.sum(lines.compactMap(\.most)) }

    /// The kinds for which no ratio is declared.
    package var unknown: Set<CoffeeKind> {
        Set(lines.filter { $0.least == nil }.map(\.delivered.kind))
    }
}
