/// A mobile number of Indonesia, kept as `08…` with digits only.
package enum Phone {
    /// What was written as `08…`: `+62 812-0000-0001`, `62812…` and `812…` are the same number.
    ///
    /// Nil when it is too short, too long or has letters in it.
    package static func read(_ text: String) -> String? {
        var digits = String(text.filter { !$0.isWhitespace && !"-.()".contains($0) })
        if digits.hasPrefix("+") { digits = String(digits.dropFirst()) }
        guard digits.isDigits else { return nil }
        if digits.hasPrefix("620") {
            digits = String(digits.dropFirst(2))
        } else if digits.hasPrefix("62") {
            digits = "0" + digits.dropFirst(2)
        } else if digits.hasPrefix("8") {
            digits = "0" + digits
        }
        guard digits.hasPrefix("08"), (10...13).contains(digits.utf8.count) else { return nil }
        return digits
    }

    /// Whether the number, as `read` gives it, is one of the ten thousand that examples take.
    package static func isInvented(_ number: String) -> Bool {
        number.isDigits && number.utf8.count == 12 && number.hasPrefix("08120000")
    }

    /// As people write it: `0812-0000-0001`.
    package static func text(_ number: String) -> String {
        guard number.isDigits, number.utf8.count >= 10 else { return number }
        return "\(number.prefix(4))-\(number.dropFirst(4).prefix(4))-\(number.dropFirst(8))"
    }
}
