/// How much of coffee is water, in percent of its mass.
///
/// Coffee is traded and compared at 12 %: whoever forgets it is off by one to three percent.
package struct Moisture: Hashable, Sendable {
    package let percent: Ratio

    /// From 0 to below 100, to a thousandth.
    package init?(percent: Ratio) {
        guard percent.isPlain(upTo: 100, decimals: 3), percent < 100 else { return nil }
        self.percent = percent
    }

    package init?(tenths: Int) { self.init(percent: Ratio(Int128(tenths), over: 10)) }

    /// What that mass weighs at 12 %: `m × (100 − w) / 88`, not rounded.
    package func atTwelve(_ grams: Int64) -> Ratio {
        Ratio(Int128(grams)) * (100 - percent) * Ratio(1, over: 88)
    }

    /// The same in whole grams, a half going up.
    package func gramsAtTwelve(_ grams: Int64) -> Int64 {
        Int64(atTwelve(grams).roundedHalfUp)
    }

    /// The moisture of several poured together: their mean by mass, nil of nothing.
    ///
    /// To a hundredth of a percent, a half going up: no meter shows more.
    package static func blended(_ parts: [(grams: Int64, moisture: Moisture)]) -> Moisture? {
        let water = Ratio.sum(parts.map { Ratio(Int128($0.grams)) * $0.moisture.percent })
        let total = Ratio.sum(parts.map { Ratio(Int128($0.grams)) })
        guard total > 0 else { return nil }
        return water.divided(by: total).flatMap {
            Moisture(percent: $0.rounded(toNearest: Ratio(1, over: 100)))
        }
    }
}
