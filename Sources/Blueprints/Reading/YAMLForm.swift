/// A value as it will stand in a file: the tree's parts back in the order and form of the file.
indirect enum YAMLForm {
    case scalar(String)
    case list([YAMLForm])
    case keys([(key: String, value: YAMLForm)])

    /// On one line between brackets; nil where a text has several lines.
    var inline: String? {
        switch self {
        case .scalar(let text):
            return text.contains("\n") ? nil : ScalarWriting.inline(text, inFlow: true)
        case .list(let items):
            let written = items.compactMap(\.inline)
            guard written.count == items.count else { return nil }
            return "[\(written.joined(separator: ", "))]"
        case .keys(let pairs):
            var written: [String] = []
            for (key, value) in pairs {
                guard let inline = value.inline else { return nil }
                written.append("\(ScalarWriting.inline(key, inFlow: true)): \(inline)")
            }
            return written.isEmpty ? "{}" : "{ \(written.joined(separator: ", ")) }"
        }
    }

    /// The whole of a file: keys one under the other.
    static func file(_ pairs: [(key: String, value: YAMLForm)]) -> String {
        var text = ""
        for (key, value) in pairs { value.write(behind: key, indent: 0, to: &text) }
        return text.isEmpty ? "{}\n" : text
    }

    private static let width = 100

    private func write(behind key: String, indent: Int, to text: inout String) {
        let spaces = String(repeating: " ", count: indent)
        let name = "\(spaces)\(ScalarWriting.inline(key, inFlow: false)):"
        switch self {
        case .scalar(let value):
            text += "\(name) \(Self.value(value, indent: indent + 2))\n"
        case .list(let items):
            if let line = fitting(behind: name, indent) {
                text += "\(line)\n"
                return
            }
            text += "\(name)\n"
            for item in items { item.writeItem(indent: indent + 2, to: &text) }
        case .keys(let pairs):
            if let line = fitting(behind: name, indent) {
                text += "\(line)\n"
                return
            }
            text += "\(name)\n"
            for (key, value) in pairs { value.write(behind: key, indent: indent + 2, to: &text) }
        }
    }

    /// The one line that it may take: lists of words anywhere, keys only inside something.
    private func fitting(behind name: String, _ indent: Int) -> String? {
        guard let inline else { return nil }
        switch self {
        case .scalar: return nil
        case .list(let items):
            let isPlain = items.allSatisfy {
                if case .keys(let pairs) = $0 { pairs.count == 1 } else { true }
            }
            guard isPlain else { return nil }
        case .keys(let pairs):
            guard indent > 0 || pairs.isEmpty else { return nil }
        }
        let line = "\(name) \(inline)"
        return line.count <= Self.width ? line : nil
    }

    private func writeItem(indent: Int, to text: inout String) {
        let dash = String(repeating: " ", count: indent) + "- "
        switch self {
        case .scalar(let value):
            text += "\(dash)\(Self.value(value, indent: indent + 2))\n"
        case .list:
            text += "\(dash)\(inline ?? "[]")\n"
        case .keys(let pairs):
            if let inline, dash.count + inline.count <= Self.width {
                text += "\(dash)\(inline)\n"
                return
            }
            var inner = ""
            for (key, value) in pairs { value.write(behind: key, indent: indent + 2, to: &inner) }
            text += dash + inner.dropFirst(indent + 2)
        }
    }

    /// A value in block style: several lines stand as they are below a `|`.
    private static func value(_ text: String, indent: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isPlain = lines.allSatisfy { line in
            !line.hasPrefix(" ") && !line.hasSuffix(" ")
                && line.unicodeScalars.allSatisfy { !ByteScan.isOdd($0) && $0 != "\t" }
        }
        let endsOnce = lines.last?.isEmpty == true && lines.dropLast().last?.isEmpty == false
        let endsOpen = lines.last?.isEmpty == false
        guard lines.count > 1, isPlain, lines[0] != "", endsOnce || endsOpen else {
            return ScalarWriting.inline(text, inFlow: false)
        }
        let spaces = String(repeating: " ", count: indent)
        let body = endsOnce ? Array(lines.dropLast()) : lines
        let written = body.map { $0.isEmpty ? "" : spaces + $0 }
        return (endsOnce ? "|" : "|-") + "\n" + written.joined(separator: "\n")
    }
}
