extension ImportMapping {
    /// A way to bring files in as its file has it; nil where it says into what.
    init?(_ node: Node, _ translations: Translations) {
        guard let register = node.word("into") else { return nil }
        let sources = node.things("fields").compactMap { source in
            FieldSource(source).map { (source.id, $0) }
        }
        self.init(
            id: node.id,
            title: translations.words(node["title"]) ?? Words(node.id.inWords.capitalizedFirst),
            register: register,
            isSwapped: node.text("axes") != nil,
            hasDots: node.text("decimals") != nil,
            sources: Dictionary(sources) { first, _ in first }
        )
    }

    /// Reads one such file by itself, without the blueprint that it will belong to.
    package init?(file bytes: [UInt8], named id: ID) {
        let path = "\(FileKind.bringing.location)\(id).yaml"
        let read = readBlueprint([SourceFile(path: path, bytes: bytes)], at: "")
        let slot = Slot([ID(FileKind.bringing.rawValue), id])
        guard let tree = read.tree[at: slot] else { return nil }
        self.init(Node(slot: slot, tree: tree), .none)
    }

    /// The file that says the same.
    package var file: SourceFile {
        var node: [ID: Tree] = [
            "title": .text(title.indonesian), "into": .text(register.text),
            "fields": .collection(
                sources.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value.tree) }
            ),
        ]
        if isSwapped { node["axes"] = "swapped" }
        if hasDots { node["decimals"] = "dot" }
        return Writing.file(
            "\(FileKind.bringing.location)\(id).yaml",
            .bringing,
            id,
            .record(node)
        )
    }
}

extension FieldSource {
    fileprivate init?(_ node: Node) {
        let origin: Origin
        if node["map"] != nil {
            origin = .place
        } else if let value = node.text("value") {
            origin = .fixed(value)
        } else {
            let columns = node.texts("column")
            guard !columns.isEmpty else { return nil }
            origin = .columns(columns)
        }
        let words = node.things("words").map { word in
            (word.id, (node["words"]?.texts(word.id)) ?? [])
        }
        self.init(
            origin,
            unit: node.text("unit"),
            words: Dictionary(words) { first, _ in first }
        )
    }

    fileprivate var tree: Tree {
        var node: [ID: Tree] = [:]
        switch origin {
        case .columns(let names): node["column"] = .atom(names.map { .text($0) })
        case .fixed(let value): node["value"] = .text(value)
        case .place: node["map"] = "true"
        }
        if let unit { node["unit"] = .text(unit) }
        if !words.isEmpty {
            node["words"] = .collection(
                words.sorted { $0.key.text < $1.key.text }.map { id, texts in
                    (id, .atom(texts.map { .text($0) }))
                }
            )
        }
        return .record(node)
    }
}
