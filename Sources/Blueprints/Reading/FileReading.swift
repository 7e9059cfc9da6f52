import Yams

/// One file on its way from parsed YAML to its part of the tree.
///
/// Everything that is wrong is collected; what is right is read all the same.
struct FileReading {
    let path: String
    let kind: FileKind
    var places: [Slot: Place] = [:]
    var values: [Slot: ValueInText] = [:]
    var diagnostics: [Diagnostic] = []

    /// Things that live in a collection of their service or letter, in the order of the file.
    var lifted: [ID: [(ID, Tree)]] = [:]
    var root: Slot = .root

    /// Whether an entry of an overlay is read, where a thing stands alone and says its parent.
    var isInEntry = false
    let lines: [ByteScan.Line]

    init(path: String, kind: FileKind, lines: [ByteScan.Line]) {
        self.path = path
        self.kind = kind
        self.lines = lines
    }

    func place(_ node: YAMLNode) -> Place {
        Place(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    mutating func report(
        _ code: FormCode,
        at place: Place,
        _ sentence: String,
        fix: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        guard diagnostics.count < FileLimits.diagnostics else { return }
        diagnostics.append(
            Diagnostic(
                code: code.rawValue,
                place: place,
                sentence: sentence,
                fix: fix,
                notes: notes
            )
        )
    }

    /// Remembers where a value stands, and where its bytes are.
    mutating func remember(_ scalar: YAMLNode.Scalar, at slot: Slot, _ node: YAMLNode, inFlow: Bool)
    {
        places[slot] = place(node)
        guard let mark = scalar.mark, let start = offset(of: mark) else { return }
        let style: ValueInText.Style =
            switch scalar.style {
            case .singleQuoted: .quoted(UInt8(ascii: "'"))
            case .doubleQuoted: .quoted(UInt8(ascii: "\""))
            case .literal, .folded: .block
            case .any, .plain: .plain
            }
        values[slot] = ValueInText(
            start: start,
            style: style,
            text: scalar.string,
            isInFlow: inFlow
        )
    }

    private func offset(of mark: Mark) -> Int? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        let line = lines[mark.line - 1]
        var seen = 0
        for (index, byte) in line.bytes.enumerated() where byte & 0xC0 != 0x80 {
            if seen == mark.column - 1 { return line.start + index }
            seen += 1
        }
        return nil
    }
}

extension FileReading {
    /// Reads a mapping as a part; the id comes from the file or from its name.
    mutating func file(_ node: YAMLNode, fallback: ID, at collection: Slot) -> (ID, Tree)? {
        let shape = Shape[kind.part]
        guard let pairs = mapping(node, of: shape) else { return nil }
        var id = fallback
        if let field = shape.idField {
            let found = pairs.first { $0.key == field.key }
            if let found, let text = word(found.value) {
                id = ID(text)
                if id != fallback {
                    report(
                        .idIsNotFileName,
                        at: place(found.value),
                        "Berkas ini bernama \"\(fallback)\", tetapi isinya menyebut \"\(id)\".",
                        fix: "Samakan nama berkas dan \(field.key)."
                    )
                }
            }
        }
        root = collection.child(id)
        places[root] = place(node)
        var tree = part(pairs, shape, at: root, keyPlace: place(node))
        for (home, things) in lifted {
            tree = tree.with(home, .collection(things))
        }
        return (id, tree)
    }

    /// One key of a mapping with what stands behind it.
    struct Pair {
        let key: ID
        let keyPlace: Place
        let value: YAMLNode
        let isInFlow: Bool
    }

    /// The pairs of a mapping, keys as text; nil and a diagnostic for anything else.
    mutating func mapping(_ node: YAMLNode, of shape: PartShape) -> [Pair]? {
        guard let pairs = pairs(of: node) else {
            let keys = shape.fields.prefix(3).map(\.key.text).joined(separator: ", ")
            report(
                .notKeys,
                at: place(node),
                "Di sini harus ada kunci dan isinya, bukan \(Self.name(of: node)).",
                fix: keys.isEmpty ? nil : "Kunci di sini misalnya \(keys)."
            )
            return nil
        }
        return pairs
    }

    mutating func pairs(of node: YAMLNode) -> [Pair]? {
        guard case .mapping(let mapping) = node else { return nil }
        var pairs: [Pair] = []
        for (key, value) in mapping {
            guard let text = key.scalar?.string else {
                report(.complexKey, at: place(key), "Kunci harus satu kata yang diikuti titik dua.")
                continue
            }
            // A key that stands twice was renamed so that the rest could be read.
            if (text.unicodeScalars.first?.value ?? 0) >= 0xE000,
                (text.unicodeScalars.first?.value ?? 0) <= 0xF8FF
            {
                continue
            }
            let isInFlow = mapping.style == .flow
            pairs.append(
                Pair(key: ID(text), keyPlace: place(key), value: value, isInFlow: isInFlow)
            )
        }
        return pairs
    }

    static func name(of node: YAMLNode) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "kosong" : "teks"
        case .mapping: "kunci-kunci"
        case .sequence: "daftar"
        case .alias: "rujukan"
        }
    }

    func word(_ node: YAMLNode) -> String? {
        guard let text = node.scalar?.string, WordForms.isWord(text) else { return nil }
        return text
    }
}

extension Tree {
    /// This record with one more child.
    func with(_ id: ID, _ child: Tree) -> Tree {
        guard case .keyed(var children, let order) = self else { return self }
        children[id] = child
        return .keyed(children, order: order)
    }
}
