/// Numbers as people write them: "1.284", "1,5", "Rp25.000", "2,4 MB".
package enum NumberWords {
    /// Digits in groups of three.
    package static func whole(_ value: Int, in language: Language) -> String {
        let digits = String(value.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) {
                text += language == .english ? "," : "."
            }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + text
    }

    /// A canonical decimal (`1234.5`) with the signs of the language.
    package static func decimal(_ canonical: String, in language: Language) -> String {
        let parts = canonical.split(separator: ".", maxSplits: 1)
        guard let first = parts.first, let value = Int(first) else { return canonical }
        let sign = first.hasPrefix("-") && value == 0 ? "-" : ""
        let head = sign + whole(value, in: language)
        return parts.count == 1 ? head : head + (language == .english ? "." : ",") + parts[1]
    }

    /// "Rp25.000", or "Gratis" for nothing.
    package static func money(_ rupiah: Int) -> Words {
        rupiah == 0
            ? Words("Gratis", "Free")
            : Words("Rp" + whole(rupiah, in: .indonesian), "Rp" + whole(rupiah, in: .english))
    }

    /// "310 KB", "2,4 MB".
    package static func size(bytes: Int, in language: Language) -> String {
        if bytes < 1_000_000 { return "\((bytes + 999) / 1000) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return decimal("\(tenths / 10).\(tenths % 10)", in: language) + " MB"
    }
}
