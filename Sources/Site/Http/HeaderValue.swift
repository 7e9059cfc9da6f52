/// A header of the shape `form-data; name="foto"; filename="x.jpg"`.
struct HeaderValue: Hashable {
    let value: String
    let parameters: [String: String]

    /// Nil for what has not that shape, or says one thing twice.
    init?(_ text: String) {
        var rest = text[...]
        value = Self.word(&rest, until: UInt8(ascii: ";")).lowercased()
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest.removeFirst()
            let name = Self.word(&rest, until: UInt8(ascii: "=")).lowercased()
            guard rest.first == "=", !name.isEmpty else { return nil }
            rest.removeFirst()
            rest = rest.drop { $0 == " " }
            if rest.first == "\"" {
                rest.removeFirst()
                guard let end = rest.firstIndex(of: "\"") else { return nil }
                guard parameters.updateValue(String(rest[..<end]), forKey: name) == nil else {
                    return nil
                }
                rest = rest[rest.index(after: end)...].drop { $0 == " " }
                guard rest.isEmpty || rest.first == ";" else { return nil }
            } else {
                let value = Self.word(&rest, until: UInt8(ascii: ";"))
                guard parameters.updateValue(value, forKey: name) == nil else { return nil }
            }
        }
        guard !value.isEmpty else { return nil }
        self.parameters = parameters
    }

    private static func word(_ rest: inout Substring, until end: UInt8) -> String {
        let part = rest.utf8.prefix { $0 != end && $0 != UInt8(ascii: ";") }
        rest = rest[part.endIndex...]
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var trimmed = part.drop(while: isSpace)
        while trimmed.last.map(isSpace) == true { trimmed.removeLast() }
        return String(Substring(trimmed))
    }
}
