import Yams

extension FileReading {
    mutating func checkLanguage(_ name: ID) {
        guard let wrong = ScalarCheck(name.text, as: .language, example: "en") else { return }
        report(
            wrong.code,
            at: Place(file: path, line: 1, column: 1),
            wrong.sentence,
            fix: "Beri nama berkas menurut bahasanya, misalnya en.yaml."
        )
    }

    /// Reads the overlay; places of its entries are under `overlay/edits/{number}`.
    mutating func overlay(_ node: YAMLNode) -> Overlay? {
        guard let pairs = mapping(node, of: Shape[.overlay]) else { return nil }
        root = "overlay"
        let tree = part(pairs, Shape[.overlay], at: root, keyPlace: place(node))
        let fill = tree["fill"]?.children ?? []
        var edits: [Edit] = []
        if case .sequence(let entries)? = pairs.first(where: { $0.key == "edits" })?.value {
            for (number, entry) in entries.enumerated() {
                let slot = Slot(["overlay", "edits", ID(String(number))])
                if let edit = self.entry(entry, at: slot) { edits.append(edit) }
            }
        }
        let texts = fill.compactMap { id, tree in tree.text.map { (id, $0) } }
        return Overlay(
            fill: Dictionary(texts, uniquingKeysWith: { first, _ in first }),
            edits: edits
        )
    }

    private mutating func entry(_ node: YAMLNode, at place: Slot) -> Edit? {
        guard let pairs = pairs(of: node) else { return nil }
        let text = { (key: ID) in pairs.first { $0.key == key }?.value.scalar?.string }
        guard let at = text("at") else { return nil }
        let slot = Slot(at)
        guard let meaning = Shape.meaning(of: slot) else {
            report(
                .notASlot,
                at: places[place.child("at")] ?? self.place(node),
                "\"\(ScalarCheck.shortened(at))\" bukan alamat bagian cetak biru.",
                fix: "Tulis misalnya service/usaha/step/periksa/within."
            )
            return nil
        }
        let was = pairs.first { $0.key == "was" }.flatMap { read($0, as: meaning, at: slot) }
        let now = pairs.first { $0.key == "now" }.flatMap { read($0, as: meaning, at: slot) }
        let why = Why(
            reason: text("reason") ?? "",
            author: text("by") ?? "",
            date: text("date") ?? "",
            until: text("until")
        )
        return Edit(at: slot, was: was, now: now, after: text("after").map { ID($0) }, why: why)
    }

    /// Reads what an entry says of a slot, as the slot's own file would.
    mutating func read(_ pair: Pair, as meaning: SlotMeaning, at slot: Slot) -> Tree? {
        isInEntry = true
        let before = (places, values)
        defer {
            isInEntry = false
            // What an entry says stands in the overlay, not at the slot that it speaks about.
            (places, values) = before
        }
        switch meaning {
        case .part(let part):
            return record(pair, Shape[part], at: slot)
        case .field(let field, _) where field.key == "type" && field.place == .partOfType:
            return type(pair)
        case .field(let field, _):
            return value(pair, field, at: slot)
        case .translation where slot.last != "text" && slot.last != "of":
            return translation(pair, at: slot)
        case .label, .rowLabel, .translation:
            return value(pair, Field(pair.key, .text, [.hole], Meaning("", ""), "…"), at: slot)
        case .place:
            return value(pair, Field(pair.key, .word, [], Meaning("", ""), "usaha"), at: slot)
        case .order:
            return value(
                pair,
                Field(pair.key, .list(.word), [], Meaning("", ""), "[a, b]"),
                at: slot
            )
        case .row(let scalar): return row(pair, scalar)
        case .things:
            report(
                .notASlot,
                at: pair.keyPlace,
                "Satu entri berbicara tentang satu hal, bukan tentang semuanya sekaligus.",
                fix: "Tulis satu entri untuk setiap hal."
            )
            return nil
        }
    }

    /// A translation by the slot of what it translates: its words, or `{text, of}`.
    private mutating func translation(_ pair: Pair, at slot: Slot) -> Tree? {
        let inner = Slot(Array(slot.path.dropFirst(2)))
        let named = Pair(
            key: ID(inner.description),
            keyPlace: pair.keyPlace,
            value: pair.value,
            isInFlow: pair.isInFlow
        )
        var found: [ID: Tree] = [:]
        translation(named, into: &found, at: Slot(Array(slot.path.prefix(2))))
        return Tree.record(found)[at: inner]
    }

    private mutating func row(_ pair: Pair, _ scalar: Scalar) -> Tree? {
        let field = Field(pair.key, .text, [], Meaning("", ""), "{ label: Nama, value: nama }")
        var parts: [ID: Tree] = [:]
        for inner in keys(pair, field) ?? [] {
            guard inner.key == "label" || inner.key == "value" else {
                report(
                    .unknownKey,
                    at: inner.keyPlace,
                    "Kunci \"\(inner.key)\" tidak dikenal di sini."
                )
                continue
            }
            let content = inner.key == "label" ? Scalar.text : scalar
            parts[inner.key] = self.scalar(inner.value, content, at: .root, inner, field)
        }
        return .record(parts)
    }

    private mutating func type(_ pair: Pair) -> Tree? {
        guard let pairs = mapping(pair.value, of: Shape[.question]) else { return nil }
        var parts: [ID: Tree] = [:]
        for inner in pairs {
            guard let field = Shape[.question].field(inner.key), field.place == .partOfType else {
                report(
                    .unknownKey,
                    at: inner.keyPlace,
                    "Kunci \"\(inner.key)\" tidak dikenal di sini."
                )
                continue
            }
            let content = field.content == .options ? Content.list(.word) : field.content
            let plain = Field(field.key, content, [], field.meaning, field.example)
            parts[inner.key] = value(inner, plain, at: .root)
        }
        return .atom([.record(parts)])
    }

    mutating func renames(_ node: YAMLNode, _ name: ID) -> RenamesOfVersion? {
        guard let pairs = mapping(node, of: Shape[.renames]) else { return nil }
        root = Slot(["renames", name])
        let tree = part(pairs, Shape[.renames], at: root, keyPlace: place(node))
        guard let from = tree["from"]?.text, let to = tree["to"]?.text else { return nil }
        guard case .atom(let entries)? = tree["renames"] else { return nil }
        let renames = entries.compactMap { entry -> Rename? in
            guard let was = entry["was"]?.text, let now = entry["now"]?.text else { return nil }
            let slot = Slot(was)
            return Rename(from: slot, to: slot.parent.child(ID(now)))
        }
        return RenamesOfVersion(
            from: from,
            to: to,
            renames: renames,
            answers: answerMoves(tree["answers"]),
            cases: tree["cases"]?.text.flatMap(RenamesOfVersion.CasesMove.init(rawValue:)),
            name: name
        )
    }

    private func answerMoves(_ tree: Tree?) -> [RenamesOfVersion.AnswerMove] {
        guard case .atom(let entries)? = tree else { return [] }
        return entries.compactMap { entry in
            guard let was = entry["was"]?.text else { return nil }
            let options = entry["options"]?.children ?? []
            return RenamesOfVersion.AnswerMove(
                was: Slot(was),
                now: entry["now"]?.text.map { ID($0) },
                options: Dictionary(
                    options.compactMap { id, tree in tree.text.map { (id, ID($0)) } },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
    }

    mutating func lock(_ node: YAMLNode) -> PackageLock? {
        guard let pairs = mapping(node, of: Shape[.lock]) else { return nil }
        root = "lock"
        let tree = part(pairs, Shape[.lock], at: root, keyPlace: place(node))
        guard let version = tree["version"]?.text, let digest = tree["digest"]?.text else {
            return nil
        }
        var requires: [LockedPackage] = []
        if case .atom(let entries)? = tree["requires"] {
            requires = entries.compactMap { entry in
                guard let name = entry["name"]?.text, let version = entry["version"]?.text,
                    let digest = entry["digest"]?.text
                else { return nil }
                return LockedPackage(name: name, version: version, digest: digest)
            }
        }
        return PackageLock(version: version, digest: digest, requires: requires)
    }
}
