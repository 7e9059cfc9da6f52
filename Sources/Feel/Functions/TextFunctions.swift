extension Builtins {
    static let textFunctions: [Builtin] = [
        .plain("string", [.any("from")], gives: .string) { FeelValue($0[0].written) },
        .plain("string length", [.text("string")], gives: .number) { values in
            values[0].text.map { FeelValue($0.unicodeScalars.count) } ?? .null
        },
        .plain("upper case", [.text("string")], gives: .string) {
            FeelValue($0[0].text?.uppercased())
        },
        .plain("lower case", [.text("string")], gives: .string) {
            FeelValue($0[0].text?.lowercased())
        },
        .plain("trim", [.text("string")], gives: .string) { values in
            values[0].text.map { .string(trimmed($0)) } ?? .null
        },
        .plain(
            "substring",
            [.text("string"), .number("start position"), .number("length").optional],
            gives: .string
        ) { substring($0) },
        pair("substring before", gives: .string) { text, match in
            guard let place = find(match, in: text) else { return .string("") }
            return .string(String(decoding: Array(text.utf8)[..<place], as: UTF8.self))
        },
        pair("substring after", gives: .string) { text, match in
            guard let place = find(match, in: text) else { return .string("") }
            let start = place + match.utf8.count
            return .string(String(decoding: Array(text.utf8)[start...], as: UTF8.self))
        },
        pair("contains", gives: .boolean) { .boolean(find($1, in: $0) != nil) },
        pair("starts with", gives: .boolean) { .boolean($0.utf8.starts(with: $1.utf8)) },
        pair("ends with", gives: .boolean) { text, match in
            .boolean(text.utf8.reversed().starts(with: match.utf8.reversed()))
        },
        Builtin(
            "matches",
            [.text("input"), .text("pattern"), .text("flags").optional],
            gives: .fixed(.boolean)
        ) { evaluation, values in
            guard let input = values[0].text, let pattern = pattern(values[1], values[2]) else {
                return .null
            }
            return FeelValue(pattern.isFound(in: input, steps: &evaluation.steps))
        },
        Builtin(
            "replace",
            [.text("input"), .text("pattern"), .text("replacement"), .text("flags").optional],
            gives: .fixed(.string)
        ) { evaluation, values in
            guard let input = values[0].text, let pattern = pattern(values[1], values[3]),
                let replacement = values[2].text
            else { return .null }
            return FeelValue(
                pattern.replacing(in: input, with: replacement, steps: &evaluation.steps)
            )
        },
        Builtin(
            "split",
            [.text("string"), .text("delimiter")],
            gives: .fixed(.list(.string))
        ) { evaluation, values in
            guard let input = values[0].text, let pattern = pattern(values[1], .null),
                let parts = pattern.split(input, steps: &evaluation.steps)
            else { return .null }
            return .list(parts.map { .string($0) })
        },
        .plain(
            "string join",
            [.list(), .text("delimiter").optional],
            gives: .string
        ) { values in
            var parts: [String] = []
            for item in values[0].items ?? [] where !item.isNull {
                guard let text = item.text else { return .null }
                parts.append(text)
            }
            return .string(parts.joined(separator: values[1].text ?? ""))
        },
    ]

    private static func pair(
        _ name: String,
        gives type: FeelType,
        body: @escaping @Sendable (String, String) -> FeelValue
    ) -> Builtin {
        .plain(name, [.text("string"), .text("match")], gives: type) { values in
            guard let text = values[0].text, let match = values[1].text else { return .null }
            return body(text, match)
        }
    }

    private static func pattern(_ text: FeelValue, _ flags: FeelValue) -> Pattern? {
        text.text.flatMap { Pattern($0, flags: flags.text ?? "") }
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (letter: Character) in letter.isWhitespace }
        let head = text.drop(while: isSpace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }

    /// The offset in bytes at which one text is in another.
    static func find(_ match: String, in text: String) -> Int? {
        let text = Array(text.utf8)
        let match = Array(match.utf8)
        guard match.count <= text.count else { return nil }
        return (0...(text.count - match.count)).first { start in
            text[start...].starts(with: match)
        }
    }

    /// Positions count from 1, or from the end when negative; letters are Unicode scalars.
    private static func substring(_ values: [FeelValue]) -> FeelValue {
        guard let text = values[0].text, let start = values[1].number?.rounded(to: 0, .down).whole,
            start != 0
        else { return .null }
        let scalars = Array(text.unicodeScalars)
        let from = start > 0 ? start - 1 : scalars.count + start
        guard from >= 0, from < scalars.count else {
            return from >= scalars.count && start > 0 ? .string("") : .null
        }
        var end = scalars.count
        if !values[2].isNull {
            guard let length = values[2].number?.rounded(to: 0, .down).whole, length > 0 else {
                return .null
            }
            end = min(end, from + min(length, scalars.count))
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[from..<end])
        return .string(String(result))
    }
}
