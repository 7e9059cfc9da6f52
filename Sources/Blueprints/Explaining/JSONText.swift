/// A JSON value that is written in the order in which it was said.
indirect enum JSONText: Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSONText])
    case object([(String, JSONText)])

    static func texts(_ words: [String]) -> JSONText { .list(words.map(JSONText.text)) }

    /// The value on as many lines as it needs, two spaces for each level.
    func written(indent: Int = 0) -> String {
        switch self {
        case .text(let text): return Self.quoted(text)
        case .number(let number): return String(number)
        case .truth(let truth): return truth ? "true" : "false"
        case .list(let items):
            let isShort = items.allSatisfy { if case .object = $0 { false } else { true } }
            let inner = items.map { $0.written(indent: indent + 2) }
            if items.isEmpty || isShort { return "[\(inner.joined(separator: ", "))]" }
            return Self.lines(inner, "[", "]", indent)
        case .object(let pairs):
            guard !pairs.isEmpty else { return "{}" }
            let inner = pairs.map { "\(Self.quoted($0.0)): \($0.1.written(indent: indent + 2))" }
            return Self.lines(inner, "{", "}", indent)
        }
    }

    private static func lines(_ inner: [String], _ open: String, _ close: String, _ indent: Int)
        -> String
    {
        let spaces = String(repeating: " ", count: indent)
        let body = inner.map { "\(spaces)  \($0)" }.joined(separator: ",\n")
        return "\(open)\n\(body)\n\(spaces)\(close)"
    }

    private static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }
}
