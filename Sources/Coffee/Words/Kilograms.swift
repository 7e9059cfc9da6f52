package import Site

/// Weights as people read them: grams in, kilograms out.
package enum Kilograms {
    /// `1.250,5` in Indonesian, `1,250.5` in English; without zeros that say nothing.
    package static func text(_ grams: Int64, in language: Language) -> String {
        let (whole, rest) = grams.magnitude.quotientAndRemainder(dividingBy: 1000)
        var canonical = (grams < 0 ? "-" : "") + String(whole)
        if rest > 0 {
            var decimals = String(rest + 1000).dropFirst()
            while decimals.last == "0" { decimals.removeLast() }
            canonical += "." + decimals
        }
        return NumberWords.decimal(canonical, in: language)
    }

    /// As somebody would type it: `1000` and `1000,5`, since `1.000` could be one or a thousand.
    package static func typed(_ grams: Int64) -> String {
        text(grams, in: .indonesian).replacing(".", with: "")
    }

    /// The same with its unit.
    package static func words(_ grams: Int64) -> Words {
        Words("\(text(grams, in: .indonesian)) kg", "\(text(grams, in: .english)) kg")
    }
}
