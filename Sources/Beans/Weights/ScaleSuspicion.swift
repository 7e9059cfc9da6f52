/// Two weighings of one lot that differ as kilograms and pounds do.
///
/// It accuses nobody: a scale that was switched to pounds shows 2,2046 times the weight, and the
/// person at the scale is asked to look at its unit.
package struct ScaleSuspicion: Hashable, Sendable {
    /// Which of the two looks as if it had been read in pounds.
    package enum Place: Hashable, Sendable {
        case first, second
    }

    package let first: Int64
    package let second: Int64
    package let inPounds: Place

    /// How far from 2,2046 a ratio may be and still look like it.
    package static let tolerance = Ratio(2, over: 100)

    /// Nil where the two do not differ like that; weights in grams.
    package init?(_ first: Int64, _ second: Int64) {
        guard first > 0, second > 0 else { return nil }
        let ratio = Ratio(Int128(max(first, second)), over: Int128(min(first, second)))
        let pounds = Ratio(100_000_000, over: 45_359_237)
        guard ratio >= pounds * (1 - Self.tolerance), ratio <= pounds * (1 + Self.tolerance) else {
            return nil
        }
        (self.first, self.second) = (first, second)
        inPounds = first > second ? .first : .second
    }

    /// The larger of the two read as pounds, in grams.
    package var likelyGrams: Int64 {
        let pounds = Ratio(Int128(max(first, second)), over: 1000)
        return Int64((pounds * WeightUnit.pound.grams).roundedHalfUp)
    }

    package var sentence: Saying {
        let (large, small) = (kilograms(max(first, second)), kilograms(min(first, second)))
        let likely = kilograms(likelyGrams)
        return Saying(
            "Dua timbangan lot ini berbeda seperti pon dan kilogram: \(large.text()) dan "
                + "\(small.text()) kg. Periksa satuan timbangan: \(large.text()) pon adalah "
                + "\(likely.text()) kg.",
            "Two weighings of this lot differ as pounds and kilograms do: \(large.englishText()) "
                + "and \(small.englishText()) kg. Look at the unit of the scale: "
                + "\(large.englishText()) pounds are \(likely.englishText()) kg."
        )
    }

    private func kilograms(_ grams: Int64) -> Ratio { Ratio(Int128(grams), over: 1000) }
}
