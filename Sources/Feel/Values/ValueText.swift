extension FeelValue: CustomStringConvertible {
    /// The value as the rule language writes it: strings in quotes.
    package var description: String {
        if case .string(let text) = self { return FeelValue.quoted(text) }
        return written ?? "null"
    }

    /// What FEEL's `string()` makes of a value; nil of null.
    package var written: String? {
        switch self {
        case .null: nil
        case .boolean(let truth): truth ? "true" : "false"
        case .number(let number): number.description
        case .string(let text): text
        case .date(let date): date.description
        case .time(let time): time.description
        case .dateTime(let moment): moment.description
        case .daysDuration(let days): days.description
        case .monthsDuration(let months): months.description
        case .list(let items):
            "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .context(let fields): FeelValue.written(fields)
        case .range(let range): range.description
        case .function(let function):
            "function(" + function.parameters.joined(separator: ", ") + ")"
        }
    }

    private static func written(_ fields: [String: FeelValue]) -> String {
        let entries = fields.sorted { $0.key < $1.key }.map { name, value in
            "\(isPlain(name) ? name : quoted(name)): \(value)"
        }
        return "{" + entries.joined(separator: ", ") + "}"
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || $0 == " " || $0.properties.isAlphabetic || $0.properties.isIDContinue
            }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension FeelRange: CustomStringConvertible {
    package var description: String {
        switch (start, end) {
        case (let start?, let end?):
            "\(includesStart ? "[" : "(")\(start)..\(end)\(includesEnd ? "]" : ")")"
        case (let start?, nil): "(\(includesStart ? ">=" : ">") \(start))"
        case (nil, let end?): "(\(includesEnd ? "<=" : "<") \(end))"
        case (nil, nil): "(null..null)"
        }
    }
}
