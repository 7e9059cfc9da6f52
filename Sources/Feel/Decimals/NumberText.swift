/// Numbers and money as people in Indonesia read them.
package enum NumberText {
    /// `12.345,5`: dots between groups of three digits, a comma before decimals.
    ///
    /// Four digits stand together, so that a year reads as a year (2019, never 2.019).
    package static func decimal(_ number: Decimal34) -> String {
        written(number, groupingFrom: 5)
    }

    private static func written(_ number: Decimal34, groupingFrom least: Int) -> String {
        let text = number.magnitude.description
        let parts = text.split(separator: ".")
        let digits = String(parts.first ?? "0")
        let whole = digits.count < least ? digits : grouped(digits, by: ".")
        let sign = number.isNegative ? "-" : ""
        return parts.count == 2 ? "\(sign)\(whole),\(parts[1])" : sign + whole
    }

    /// `Rp25.000`, without a space.
    package static func rupiah(_ number: Decimal34) -> String {
        (number.isNegative ? "-Rp" : "Rp") + written(number.magnitude, groupingFrom: 4)
    }

    /// `12,345.5`, for English.
    package static func englishDecimal(_ number: Decimal34) -> String {
        let parts = number.magnitude.description.split(separator: ".")
        let digits = String(parts.first ?? "0")
        let whole = digits.count < 5 ? digits : grouped(digits, by: ",")
        let sign = number.isNegative ? "-" : ""
        return parts.count == 2 ? "\(sign)\(whole).\(parts[1])" : sign + whole
    }

    private static func grouped(_ digits: String, by separator: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
