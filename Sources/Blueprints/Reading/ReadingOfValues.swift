import Yams

extension FileReading {
    /// Reads what stands behind a key as its field asks; nil where that is impossible.
    mutating func value(_ pair: Pair, _ field: Field, at slot: Slot) -> Tree? {
        if let name = hole(pair.value) {
            return hole(name, pair, field)
        }
        switch field.content {
        case .scalar(let scalar): return self.scalar(pair.value, scalar, at: slot, pair, field)
        case .list(let content): return list(pair, content, field, at: slot)
        case .oneOrMore(let scalar): return oneOrMore(pair, scalar, field, at: slot)
        case .record(let part): return record(pair, Shape[part], at: slot)
        case .things(let part): return things(pair, Shape[part], at: slot)
        case .named(let part, let key, let from):
            named(pair, Shape[part], by: key, from: from)
            return nil
        case .values(let content):
            return values(pair, content, field, at: slot).map(Tree.collection)
        case .assigned(_, let content):
            let found = values(pair, content, field, at: slot)
            return found.map { .record(Dictionary($0, uniquingKeysWith: { first, _ in first })) }
        case .labelled(let scalar): return labelled(pair, scalar, field, at: slot)
        case .answers: return answers(pair, at: slot)
        case .options, .translations, .anything: return nil
        }
    }

    private func hole(_ node: YAMLNode) -> YAMLNode? {
        guard case .mapping(let mapping) = node, mapping.count == 1, let only = mapping.first,
            only.key.scalar?.string == "hole"
        else { return nil }
        return only.value
    }

    private mutating func hole(_ name: YAMLNode, _ pair: Pair, _ field: Field) -> Tree? {
        guard field.freedom == .hole else {
            report(
                .noHoleHere,
                at: place(pair.value),
                "\"\(field.key)\" tidak boleh berupa lubang.",
                fix: "Tulis isinya, misalnya \(field.example)."
            )
            return nil
        }
        guard let word = word(name) else {
            report(
                .notAWord,
                at: place(name),
                "Lubang harus punya nama pendek.",
                fix: "Tulis misalnya { hole: perbup_pelayanan }."
            )
            return nil
        }
        return .hole(ID(word))
    }

    /// A single value; `pair` tells how it is written around it.
    mutating func scalar(
        _ node: YAMLNode,
        _ scalar: Scalar,
        at slot: Slot,
        _ pair: Pair,
        _ field: Field? = nil
    ) -> Tree? {
        let example = field?.example ?? "usaha"
        guard case .scalar(let found) = node else {
            report(
                .notText,
                at: place(node),
                "Isi \"\(pair.key)\" harus satu nilai, bukan \(Self.name(of: node)).",
                fix: "Tulis misalnya \(pair.key): \(example)"
            )
            return nil
        }
        remember(found, at: slot, node, inFlow: pair.isInFlow)
        guard found.string.unicodeScalars.contains(where: { $0 != " " && $0 != "\n" }) else {
            report(
                .emptyText,
                at: found.mark?.column == nil ? pair.keyPlace : place(node),
                "\"\(pair.key)\" kosong.",
                fix: "Isi, misalnya \(pair.key): \(example), atau hapus kuncinya."
            )
            return nil
        }
        if let wrong = ScalarCheck(found.string, as: scalar, example: example) {
            report(wrong.code, at: place(node), wrong.sentence, fix: wrong.fix)
        }
        return .text(found.string)
    }

    private mutating func sequence(_ pair: Pair, _ field: Field) -> YAMLNode.Sequence? {
        guard case .sequence(let sequence) = pair.value else {
            report(
                .notAList,
                at: place(pair.value),
                "Isi \"\(pair.key)\" harus daftar, bukan \(Self.name(of: pair.value)).",
                fix: "Tulis misalnya \(pair.key): \(field.example)"
            )
            return nil
        }
        return sequence
    }

    private mutating func list(_ pair: Pair, _ content: Content, _ field: Field, at slot: Slot)
        -> Tree?
    {
        guard let sequence = sequence(pair, field) else { return nil }
        return .atom(parts(sequence, content, pair, field, at: slot))
    }

    /// The parts of a list; where each stands is remembered under its number.
    private mutating func parts(
        _ sequence: YAMLNode.Sequence,
        _ content: Content,
        _ pair: Pair,
        _ field: Field,
        at slot: Slot
    ) -> [Tree] {
        var parts: [Tree] = []
        for (number, node) in sequence.enumerated() {
            let isInFlow = sequence.style == .flow
            let item = Pair(key: pair.key, keyPlace: place(node), value: node, isInFlow: isInFlow)
            let itemSlot = slot.child(ID(String(number)))
            places[itemSlot] = place(node)
            var marks: Set<Field.Mark> = []
            if field.freedom == .hole { marks.insert(.hole) }
            let itemField = Field(field.key, content, marks, field.meaning, field.example)
            if let part = value(item, itemField, at: itemSlot) { parts.append(part) }
            values[itemSlot] = nil
        }
        return parts
    }

    private mutating func oneOrMore(_ pair: Pair, _ scalar: Scalar, _ field: Field, at slot: Slot)
        -> Tree?
    {
        if case .sequence(let sequence) = pair.value {
            if sequence.isEmpty {
                report(
                    .emptyText,
                    at: place(pair.value),
                    "\"\(pair.key)\" kosong.",
                    fix: "Isi, atau hapus kuncinya."
                )
            }
            return .atom(parts(sequence, .scalar(scalar), pair, field, at: slot))
        }
        guard let only = self.scalar(pair.value, scalar, at: slot.child("0"), pair, field) else {
            return nil
        }
        values[slot.child("0")] = nil
        return .atom([only])
    }

    mutating func record(_ pair: Pair, _ shape: PartShape, at slot: Slot) -> Tree? {
        if let key = shape.shorthand, let field = shape.field(key), case .scalar = pair.value {
            guard let text = value(pair, field, at: slot.child(key)) else { return nil }
            return .record([key: text])
        }
        guard let pairs = mapping(pair.value, of: shape) else { return nil }
        let tree = part(pairs, shape, at: slot, keyPlace: pair.keyPlace)
        if shape.part == .block { checkContents(tree, pair) }
        return tree
    }

    /// A part of a letter is one thing: a paragraph, rows, points or a table.
    private mutating func checkContents(_ tree: Tree, _ pair: Pair) {
        let contents: [ID] = ["text", "rows", "list", "each"]
        let found = contents.filter { tree[$0] != nil }
        guard found.count != 1 else { return }
        report(
            .severalContents,
            at: pair.keyPlace,
            found.isEmpty
                ? "Bagian surat ini tidak punya isi."
                : "Bagian surat ini punya beberapa isi: \(found.map(\.text).joined(separator: ", ")).",
            fix: "Pakai tepat satu: text, rows, list, atau each dengan columns."
        )
    }

    private mutating func values(
        _ pair: Pair,
        _ content: Content,
        _ field: Field,
        at slot: Slot
    ) -> [(ID, Tree)]? {
        guard let pairs = keys(pair, field) else { return nil }
        var found: [(ID, Tree)] = []
        for child in pairs where isWord(child, allowsDash: false) {
            let childSlot = slot.child(child.key)
            places[childSlot] = child.keyPlace
            let childField = Field(child.key, content, [], field.meaning, field.example)
            if let tree = value(child, childField, at: childSlot) {
                found.append((child.key, tree))
            }
        }
        return found
    }

    private mutating func labelled(_ pair: Pair, _ scalar: Scalar, _ field: Field, at slot: Slot)
        -> Tree?
    {
        guard let pairs = keys(pair, field) else { return nil }
        var found: [(ID, Tree)] = []
        for child in pairs {
            var id = ID(WordForms.slug(child.key.text))
            var number = 2
            while found.contains(where: { $0.0 == id }) {
                id = ID("\(WordForms.slug(child.key.text))_\(number)")
                number += 1
            }
            let childSlot = slot.child(id)
            places[childSlot] = child.keyPlace
            places[childSlot.child("label")] = child.keyPlace
            let holes: Set<Field.Mark> = scalar.isWords ? [.hole] : []
            let childField = Field(child.key, .scalar(scalar), holes, field.meaning, "nama_usaha")
            guard let tree = value(child, childField, at: childSlot.child("value")) else {
                continue
            }
            found.append((id, .record(["label": .text(child.key.text), "value": tree])))
        }
        return .collection(found)
    }

    mutating func keys(_ pair: Pair, _ field: Field) -> [Pair]? {
        guard let pairs = pairs(of: pair.value) else {
            report(
                .notKeys,
                at: place(pair.value),
                "Isi \"\(pair.key)\" harus kunci dan isinya, bukan \(Self.name(of: pair.value)).",
                fix: "Tulis misalnya \(pair.key): \(field.example)"
            )
            return nil
        }
        return pairs
    }
}
