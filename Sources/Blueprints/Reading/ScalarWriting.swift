/// How one value is written in YAML so that it is read back as the same text.
enum ScalarWriting {
    /// On one line: bare where that is safe, otherwise in quotes.
    static func inline(_ text: String, inFlow: Bool) -> String {
        isSafe(text, inFlow: inFlow) ? text : quoted(text)
    }

    /// Whether bare text is read as itself by any reader of YAML.
    static func isSafe(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return false
        }
        let indicators: Set<Unicode.Scalar> = [
            "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%",
            "@", "`", "=", "<", "~", " ", ".",
        ]
        if indicators.contains(first) || last == " " || last == ":" { return false }
        if text.contains(": ") || text.contains(" #") { return false }
        if inFlow, text.unicodeScalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) {
            return false
        }
        if inFlow, text.contains("? ") || text.contains(":") { return false }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !isOdd($0) }
    }

    static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case "\r": written += "\\r"
            default:
                if scalar.value < 0x20 || isOdd(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    written += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                } else {
                    written.unicodeScalars.append(scalar)
                }
            }
        }
        return written + "\""
    }

    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool { ByteScan.isOdd(scalar) }
}
