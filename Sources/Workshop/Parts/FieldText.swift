package import Blueprints
import Site

/// What stands at a slot as a person types it, and back.
///
/// Lists have a line for each of their parts; keyed values a line `kunci: isi`, or `kunci: satu | dua`; a hole is
/// `{lubang: nama}`, so that a list may keep the holes that others fill.
struct FieldText {
    let content: Content

    func text(of tree: Tree?) -> String {
        guard let tree, !Self.isOpen(tree) else { return "" }
        switch content {
        case .list, .oneOrMore:
            guard case .atom(let parts) = tree else { return Self.leaf(tree) }
            return parts.map(Self.line).joined(separator: "\n")
        case .values(.oneOrMore):
            return tree.children.map { "\($0.id): \(Self.line($0.tree))" }.joined(separator: "\n")
        case .values, .assigned, .answers:
            return tree.children.map { "\($0.id): \(Self.leaf($0.tree))" }.joined(separator: "\n")
        case .labelled:
            return tree.children.map { id, row in
                "\(row["label"]?.text ?? id.text): \(row["value"].map(Self.leaf) ?? "")"
            }.joined(separator: "\n")
        case .scalar, .record, .things, .named, .options, .translations, .anything:
            return Self.leaf(tree)
        }
    }

    /// The value of what was typed; nil for nothing.
    ///
    /// - Parameter was: lends the ids that its parts have already.
    func tree(of typed: String, was: Tree?) -> Tree? {
        let text = Self.tidy(typed)
        guard !text.isEmpty else { return nil }
        let lines = text.split(separator: "\n").map { Self.tidy(String($0)) }.filter { !$0.isEmpty }
        switch content {
        case .list(let inner):
            if case .list = inner { return .atom(lines.map(Self.cells)) }
            return .atom(lines.map(Self.value))
        case .oneOrMore: return .atom(lines.map(Self.value))
        case .values(.oneOrMore):
            return .collection(lines.map(Self.pair).map { (ID($0), Self.cells($1)) })
        case .values: return .collection(lines.map(Self.pair).map { (ID($0), Self.value($1)) })
        case .assigned, .answers:
            let pairs = lines.map(Self.pair).map { (ID($0), Self.value($1)) }
            return .record(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        case .labelled: return labelled(lines, was: was)
        case .scalar, .record, .things, .named, .options, .translations, .anything:
            return Self.value(text)
        }
    }

    private func labelled(_ lines: [String], was: Tree?) -> Tree {
        var taken: Set<ID> = []
        return .collection(
            lines.map(Self.pair).map { label, value in
                let kept = was?.children.first { $0.tree["label"]?.text == label }?.id
                let id = kept ?? .made(from: label, besides: taken)
                taken.insert(id)
                return (id, .record(["label": .text(label), "value": Self.value(value)]))
            }
        )
    }

    // MARK: Single values

    /// A hole alone is nothing that anybody wrote.
    private static func isOpen(_ tree: Tree) -> Bool {
        if tree.holeName != nil { return true }
        guard case .atom(let parts) = tree else { return false }
        return parts.count == 1 && parts[0].holeName != nil
    }

    static func leaf(_ tree: Tree) -> String {
        if let hole = tree.holeName { return "{lubang: \(hole)}" }
        return tree.text ?? ""
    }

    private static func line(_ tree: Tree) -> String {
        guard case .atom(let cells) = tree else { return leaf(tree) }
        return cells.map(leaf).joined(separator: " | ")
    }

    private static func cells(_ line: String) -> Tree {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        return .atom(cells.map { .text(tidy(String($0))) })
    }

    static func pair(_ line: String) -> (String, String) {
        guard let colon = line.firstIndex(of: ":") else { return (line, "") }
        return (
            tidy(String(line[..<colon])), tidy(String(line[line.index(after: colon)...]))
        )
    }

    private static func value(_ text: String) -> Tree {
        let start = "{lubang:"
        guard text.hasPrefix(start), text.hasSuffix("}") else { return .text(text) }
        return .hole(ID(tidy(String(text.dropFirst(start.count).dropLast()))))
    }

    /// As a browser sends it, without what nobody sees.
    static func tidy(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return lines.trimmingSpaces
    }
}

extension ID {
    /// A new id for something that people call by a name: its words in small letters.
    ///
    /// - Parameter isLocal: an addition to what a publisher made, which no later id of theirs meets.
    package static func made(from name: String, besides taken: Set<ID>, isLocal: Bool = false) -> ID
    {
        var word = ""
        for character in name.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty, word.last != "_" {
                word.append("_")
            }
        }
        let short = word.split(separator: "_").prefix(4).joined(separator: "_").prefix(40)
        let base = short.first?.isLetter == true ? String(short) : "bagian_\(short)"
        let whole = base.hasSuffix("_") ? String(base.dropLast()) : base
        let clean = isLocal ? ID.localPrefix + whole : whole
        guard taken.contains(ID(clean)) else { return ID(clean) }
        var number = 2
        while taken.contains(ID("\(clean)_\(number)")) { number += 1 }
        return ID("\(clean)_\(number)")
    }
}
