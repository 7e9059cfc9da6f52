import Yams

extension FileReading {
    /// Things under ids of the author's own; those with a home go there.
    mutating func things(_ pair: Pair, _ shape: PartShape, at slot: Slot) -> Tree? {
        guard let pairs = thingsByID(pair, shape) else { return nil }
        var found: [(ID, Tree)] = []
        for child in pairs {
            let allowsDash = shape.part != .question && shape.part != .member
            guard isWord(child, allowsDash: allowsDash) else { continue }
            guard let home = shape.home else {
                places[slot.child(child.key)] = child.keyPlace
                if let tree = record(child, shape, at: slot.child(child.key)) {
                    found.append((child.key, tree))
                }
                continue
            }
            lift(child, child.key, shape, to: home, from: slot)
        }
        if let home = shape.home {
            lifted[home] = lifted[home] ?? []
            return nil
        }
        return .collection(found)
    }

    private mutating func thingsByID(_ pair: Pair, _ shape: PartShape) -> [Pair]? {
        guard let pairs = pairs(of: pair.value) else {
            report(
                .notKeys,
                at: place(pair.value),
                "Isi \"\(pair.key)\" harus nama pendek, masing-masing dengan isinya.",
                fix: nil
            )
            return nil
        }
        return pairs
    }

    /// Puts a thing into its collection; an id that is there already is reported.
    private mutating func lift(
        _ pair: Pair,
        _ id: ID,
        _ shape: PartShape,
        to home: ID,
        from slot: Slot
    ) {
        let target = root.child(home).child(id)
        if lifted[home, default: []].contains(where: { $0.0 == id }), let first = places[target] {
            report(
                .idTwice,
                at: pair.keyPlace,
                "Nama \"\(id)\" sudah dipakai di layanan ini.",
                fix: "Pilih nama lain.",
                notes: [Diagnostic.Note(place: first, sentence: "Yang pertama ada di sini.")]
            )
            return
        }
        places[target] = pair.keyPlace
        // The place in the order is taken before what stands inside is read.
        lifted[home, default: []].append((id, .record([:])))
        guard var tree = record(pair, shape, at: target) else { return }
        if slot.parent != root, let parent = slot.parent.last {
            tree = tree.with(.place, .text(parent.text))
            places[target.child(.place)] = pair.keyPlace
        }
        if let index = lifted[home]?.firstIndex(where: { $0.0 == id }) {
            lifted[home]?[index] = (id, tree)
        }
    }

    /// A list of things that say their names under one of their keys.
    mutating func named(_ pair: Pair, _ shape: PartShape, by key: ID, from: ID?) {
        guard let home = shape.home else { return }
        lifted[home] = lifted[home] ?? []
        guard case .sequence(let sequence) = pair.value else {
            report(
                .notAList,
                at: place(pair.value),
                "Isi \"\(pair.key)\" harus daftar, bukan \(Self.name(of: pair.value)).",
                fix: "Mulai setiap isinya dengan tanda - dan spasi."
            )
            return
        }
        for node in sequence {
            guard let pairs = mapping(node, of: shape) else { continue }
            let item = Pair(key: key, keyPlace: place(node), value: node, isInFlow: false)
            let name = pairs.first { $0.key == key }.flatMap { word($0.value) }
            let source = from.flatMap { from in pairs.first { $0.key == from } }?.value.scalar?
                .string
            if let id = name.map({ ID($0) }) ?? source.map(WordForms.derivedID(from:)) {
                lift(item, id, shape, to: home, from: root.child(pair.key))
            } else {
                // Without a name nothing can be kept, but what is wrong inside is still said.
                _ = part(pairs, shape, at: root.child(home).child(""), keyPlace: place(node))
            }
        }
    }

    /// Answers of an example: a text, several, or a group's, each with its own.
    mutating func answers(_ pair: Pair, at slot: Slot) -> Tree? {
        guard let pairs = pairs(of: pair.value) else {
            report(
                .notKeys,
                at: place(pair.value),
                "Isi \"\(pair.key)\" harus pertanyaan dan jawabannya.",
                fix: "Tulis misalnya { nama_usaha: Kopi Semendo }."
            )
            return nil
        }
        var found: [ID: Tree] = [:]
        for child in pairs where isWord(child, allowsDash: false) {
            places[slot.child(child.key)] = child.keyPlace
            found[child.key] = answer(child, at: slot.child(child.key))
        }
        return .record(found)
    }

    private mutating func answer(_ pair: Pair, at slot: Slot) -> Tree? {
        switch pair.value {
        case .scalar(let scalar):
            remember(scalar, at: slot, pair.value, inFlow: pair.isInFlow)
            return .text(scalar.string)
        case .sequence(let sequence):
            return .atom(
                sequence.enumerated().compactMap { number, node in
                    let item = Pair(
                        key: pair.key,
                        keyPlace: place(node),
                        value: node,
                        isInFlow: sequence.style == .flow
                    )
                    let itemSlot = slot.child(ID(String(number)))
                    guard case .mapping = node else {
                        defer { values[itemSlot] = nil }
                        return answer(item, at: itemSlot)
                    }
                    return answers(item, at: itemSlot)
                }
            )
        case .mapping:
            return answers(pair, at: slot)
        case .alias:
            return nil
        }
    }

    /// One translation: the slot's words become levels of the tree.
    mutating func translation(_ pair: Pair, into children: inout [ID: Tree], at slot: Slot) {
        let path = Slot(pair.key.text).path
        guard ScalarCheck(pair.key.text, as: .slot, example: "") == nil, path.count > 1 else {
            report(
                .notASlot,
                at: pair.keyPlace,
                "\"\(ScalarCheck.shortened(pair.key.text))\" bukan alamat bagian.",
                fix: "Tulis misalnya service/usaha/title."
            )
            return
        }
        let target = Slot(slot.path + path)
        places[target] = pair.keyPlace
        var entry: [ID: Tree] = [:]
        if case .scalar = pair.value {
            let field = Field(pair.key, .text, [], Meaning("", ""), "Business certificate")
            entry["text"] = value(pair, field, at: target.child("text"))
        } else if let parts = pairs(of: pair.value) {
            for part in parts {
                let scalar: Scalar = part.key == "of" ? .digest : .text
                guard part.key == "of" || part.key == "text" else {
                    report(
                        .unknownKey,
                        at: part.keyPlace,
                        "Kunci \"\(part.key)\" tidak dikenal di sini.",
                        fix: "Yang ada: text, of."
                    )
                    continue
                }
                entry[part.key] = self.scalar(part.value, scalar, at: target.child(part.key), part)
            }
        }
        guard entry["text"] != nil else { return }
        var tree = Tree.record(children)
        tree.put(.record(entry), at: path)
        children = Dictionary(uniqueKeysWithValues: tree.children.map { ($0.id, $0.tree) })
    }
}

extension Tree {
    /// Puts a tree at a path of records, making those that are missing.
    mutating func put(_ tree: Tree, at path: [ID]) {
        guard let first = path.first else {
            guard case .keyed(var children, let order) = self else {
                self = tree
                return
            }
            for (id, child) in tree.children { children[id] = child }
            self = .keyed(children, order: order)
            return
        }
        var child = self[first] ?? .record([:])
        child.put(tree, at: Array(path.dropFirst()))
        self = isKeyed ? with(first, child) : .record([first: child])
    }
}
