package import Feel

/// A weight as somebody typed it, in the unit that was asked for or in another.
///
/// Another unit is never turned into ours in silence: the person is shown what it would be and
/// says whether that is meant.
package enum TypedWeight: Hashable, Sendable {
    case weight(grams: Ratio)

    /// It carries another unit than was asked for; so many of ours it would be.
    case askedBack(WeightUnit, number: Ratio, wouldBe: Ratio)

    /// `pon`: half a kilogram in markets, 453,59 g on a scale.
    case unclearPound(number: Ratio)

    /// A dot before three digits: both readings.
    case unclearNumber(Decimal34, Decimal34)
    case negative
    case notAWeight

    package init(_ typed: String, in expected: WeightUnit) {
        let plain = typed.filter { !$0.isWhitespace }
        let unit = String(plain.reversed().prefix { !$0.isNumber }.reversed())
        let number = String(plain.dropLast(unit.count))
        switch NumberReading(number) {
        case .notANumber: self = .notAWeight
        case .unclear(let small, let large): self = .unclearNumber(small, large)
        case .number(let decimal):
            guard let size = Ratio(decimal) else {
                self = .notAWeight
                return
            }
            self = Self.weighed(size, unit, in: expected)
        }
    }

    private static func weighed(
        _ number: Ratio,
        _ written: String,
        in expected: WeightUnit
    ) -> TypedWeight {
        guard number >= 0 else { return .negative }
        if written.isEmpty { return .weight(grams: number * expected.grams) }
        if written.lowercased() == "pon" { return .unclearPound(number: number) }
        guard let unit = WeightUnit(written: written) else { return .notAWeight }
        guard unit != expected else { return .weight(grams: number * unit.grams) }
        let there = (number * unit.grams).divided(by: expected.grams) ?? 0
        return .askedBack(unit, number: number, wouldBe: there)
    }

    /// What to ask or say; nil for a weight.
    package func question(in expected: WeightUnit) -> Saying? {
        let unit = expected.rawValue
        switch self {
        case .weight: return nil
        case .askedBack(let other, let number, let there):
            let (before, after) = ("\(number.text()) \(other.rawValue)", there.text(decimals: 2))
            return Saying(
                "Anda menulis \(before). Itu \(after) \(unit). Tulis dalam \(unit).",
                "You wrote \(number.englishText()) \(other.rawValue). That is "
                    + "\(there.englishText(decimals: 2)) \(unit). Write it in \(unit)."
            )
        case .unclearPound(let number):
            return Saying(
                "\(number.text()) pon bisa setengah kilogram atau pound timbangan. "
                    + "Tulis dalam \(unit).",
                "\(number.englishText()) pon may be half kilograms or pounds of a scale. "
                    + "Write it in \(unit)."
            )
        case .unclearNumber(let small, let large):
            return Saying(
                "Maksud Anda \(NumberText.decimal(small)) atau \(NumberText.decimal(large))? "
                    + "Tulis tanpa titik.",
                "Do you mean \(NumberText.englishDecimal(small)) or "
                    + "\(NumberText.englishDecimal(large))? Write it without a dot."
            )
        case .negative:
            return Saying("Berat tidak bisa kurang dari nol.", "A weight cannot be below zero.")
        case .notAWeight:
            return Saying(
                "Ini bukan berat. Tulis angkanya dalam \(unit), misalnya 300.",
                "This is no weight. Write the number in \(unit), for example 300."
            )
        }
    }
}
