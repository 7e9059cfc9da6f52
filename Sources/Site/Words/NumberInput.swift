/// A number as a person typed it.
///
/// A comma is the decimal sign. One dot before exactly three digits could be either sign, so it
/// asks back; any other single dot is decimal. Spaces are ignored.
package enum NumberInput: Hashable, Sendable {
    /// Digits with a dot as the decimal sign: `1.5`, `-3.7912`, `25000`.
    case number(String)
    /// `1.500`: thousands or one and a half.
    case ambiguous(thousands: String, decimal: String)
    case notUnderstood
    case empty

    /// Reads what was typed.
    package init(_ typed: String) {
        var rest = typed.filter { !$0.isWhitespace }[...]
        guard !rest.isEmpty else {
            self = .empty
            return
        }
        var sign = ""
        if let first = rest.first, first == "-" || first == "\u{2212}" {
            sign = "-"
            rest = rest.dropFirst()
        }
        self = Self.unsigned(rest, sign: sign)
    }

    /// Reads whole rupiah: dots are always thousands here, `Rp` and a trailing `,00` are ignored.
    package init(money typed: String) {
        var text = typed.filter { !$0.isWhitespace }
        if text.lowercased().hasPrefix("rp") { text.removeFirst(2) }
        if text.hasPrefix(".") { text.removeFirst() }
        for ending in [",00", ",-"] where text.hasSuffix(ending) {
            text.removeLast(ending.count)
        }
        guard !text.isEmpty else {
            self = .empty
            return
        }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        let grouped =
            groups.count == 1
            || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        let digits = groups.joined()
        self =
            grouped && Self.isDigits(digits[...])
            ? .number(Self.canonical(digits[...])) : .notUnderstood
    }

    private static func unsigned(_ text: Substring, sign: String) -> NumberInput {
        let dots = text.filter { $0 == "." }.count
        let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 2 { return commaDecimal(parts[0], parts[1], sign: sign) }
        guard parts.count == 1 else { return .notUnderstood }
        if dots == 0 {
            return isDigits(text) ? .number(signed(sign, canonical(text))) : .notUnderstood
        }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.allSatisfy(isDigits) else { return .notUnderstood }
        if dots > 1 {
            guard isGrouped(groups) else { return .notUnderstood }
            return .number(signed(sign, canonical(groups.joined()[...])))
        }
        let asDecimal = signed(sign, canonical(groups[0]) + "." + groups[1])
        // 0.500 has no other reading: nobody writes a thousand as 0.
        guard groups[1].count == 3, isGrouped(groups), canonical(groups[0]) != "0" else {
            return .number(asDecimal)
        }
        return .ambiguous(
            thousands: signed(sign, canonical(groups.joined()[...])),
            decimal: sign + canonical(groups[0]) + "," + groups[1]
        )
    }

    private static func commaDecimal(
        _ whole: Substring,
        _ fraction: Substring,
        sign: String
    ) -> NumberInput {
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        guard isDigits(fraction), groups.allSatisfy(isDigits),
            groups.count == 1 || isGrouped(groups)
        else { return .notUnderstood }
        return .number(signed(sign, canonical(groups.joined()[...]) + "." + fraction))
    }

    private static func isGrouped(_ groups: [Substring]) -> Bool {
        (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// At most 34 digits: what the exact decimals of the rules hold.
    private static func isDigits(_ text: Substring) -> Bool {
        (1...34).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func canonical(_ digits: Substring) -> String {
        let short = digits.drop { $0 == "0" }
        return short.isEmpty ? "0" : String(short)
    }

    private static func signed(_ sign: String, _ number: String) -> String {
        number.allSatisfy { "0.".contains($0) } ? number : sign + number
    }
}
