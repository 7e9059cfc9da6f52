/// The class of an index (mutu pelayanan), from A to D.
package enum QualityClass: String, CaseIterable, Sendable {
    case excellent = "A"
    case good = "B"
    case fair = "C"
    case poor = "D"

    /// From which index on a class is reached, in hundredths, the best first.
    ///
    /// Permenpan RB 14/2017 leaves gaps (64,99 and 65,00), which rounding to two decimals before
    /// the comparison closes.
    package static let bounds: [(from: Int, reaches: QualityClass)] = [
        (8831, .excellent), (7661, .good), (6500, .fair), (2500, .poor),
    ]

    package init(hundredths: Int) {
        self = Self.bounds.first { hundredths >= $0.from }?.reaches ?? .poor
    }
}

/// The index of satisfaction (IKM): 25.00 to 100.00, rounded once.
package struct SatisfactionIndex: Hashable, Sendable {
    package let hundredths: Int

    package init(rounding exact: Ratio) { hundredths = exact.rounded(decimals: 2) }

    package var quality: QualityClass { QualityClass(hundredths: hundredths) }

    /// As a canonical decimal: `91.48`.
    package var text: String { Ratio.text(hundredths, decimals: 2) }
}
