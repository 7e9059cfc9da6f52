/// The files of a blueprint in the house's order and form, from its tree.
///
/// Comments and the author's own layout are not in a tree; whoever wants to keep them changes
/// single values in the text (`SourceText`). Written, read and written again gives the same bytes.
package func writeBlueprint(_ tree: Tree) -> [SourceFile] {
    var files: [SourceFile] = []
    for kind in [
        FileKind.blueprint, .service, .register, .rule, .letter, .texts, .example, .bringing,
    ] {
        switch kind {
        case .blueprint:
            guard let node = tree["blueprint"] else { continue }
            files.append(Writing.file("blueprint.yaml", .blueprint, "blueprint", node))
        case .texts:
            for (language, node) in tree["text"]?.children ?? [] {
                files.append(Writing.translations("texts/\(language).yaml", node))
            }
        case .service, .register, .rule, .letter, .example, .bringing:
            for (id, node) in tree[ID(kind.rawValue)]?.children ?? [] {
                files.append(Writing.file("\(kind.location)\(id).yaml", kind.part, id, node))
            }
        case .renames, .overlay, .lock, .regency: continue
        }
    }
    return files.sorted { $0.path < $1.path }
}

/// The file of an overlay, from its fillings and edits.
package func writeOverlay(_ overlay: Overlay) -> SourceFile {
    var pairs: [(key: String, value: YAMLForm)] = []
    if !overlay.fill.isEmpty {
        let fill = overlay.fill.sorted { $0.key < $1.key }
        pairs.append(("fill", .keys(fill.map { ($0.key.text, .scalar($0.value)) })))
    }
    pairs.append(("edits", .list(overlay.edits.map(Writing.entry))))
    return SourceFile(path: FileKind.overlay.location, text: YAMLForm.file(pairs))
}

/// Turns nodes of a tree into the form of their file.
enum Writing {
    typealias Pairs = [(key: String, value: YAMLForm)]

    static func file(_ path: String, _ part: Part, _ id: ID, _ node: Tree) -> SourceFile {
        let pairs = Writing.pairs(Thing(part: part, id: id, node: node, scope: node, isScope: true))
        return SourceFile(path: path, text: YAMLForm.file(pairs))
    }

    /// A thing with the service or letter whose collections hold what stands inside it.
    private struct Thing {
        let part: Part
        let id: ID
        let node: Tree
        let scope: Tree
        var isScope = false
    }

    private static func pairs(_ thing: Thing) -> Pairs {
        let shape = Shape[thing.part]
        var pairs: Pairs = []
        for field in shape.fields {
            guard let form = form(field, of: thing) else { continue }
            pairs.append((field.key.text, form))
        }
        guard shape.rest != nil else { return pairs }
        for (id, child) in thing.node.children where shape.field(id) == nil && !id.isReserved {
            pairs.append((id.text, form(child)))
        }
        return pairs
    }

    private static func form(_ field: Field, of thing: Thing) -> YAMLForm? {
        switch field.place {
        case .id:
            let source = thing.node["that"]?.text.map(WordForms.derivedID(from:))
            return source == thing.id ? nil : .scalar(thing.id.text)
        case .partOfType: return partOfType(field, of: thing)
        case .parent: return nil
        case .slot: break
        }
        switch field.content {
        case .things(let part), .named(let part, _, _):
            guard let home = Shape[part].home else { break }
            return inhabitants(of: home, part, field, thing)
        case .scalar, .list, .oneOrMore, .record, .values, .assigned, .labelled, .options,
            .translations, .answers, .anything:
            break
        }
        return thing.node[field.key].map { form($0, as: field.content, thing.scope) }
    }

    private static func partOfType(_ field: Field, of thing: Thing) -> YAMLForm? {
        guard case .atom(let parts)? = thing.node["type"], let value = parts.first?[field.key]
        else {
            return nil
        }
        guard field.content == .options, case .atom(let ids) = value else { return form(value) }
        let labels = thing.node["label"]
        return .keys(
            ids.compactMap { id in
                guard let word = id.text else { return nil }
                return (word, labels?[ID(word)].map(form) ?? .scalar(""))
            }
        )
    }

    private static func inhabitants(
        of home: ID,
        _ part: Part,
        _ field: Field,
        _ thing: Thing
    ) -> YAMLForm? {
        guard let collection = thing.scope[home] else { return nil }
        let found = collection.children.filter { child in
            thing.isScope ? child.tree[.place] == nil : child.tree[.place]?.text == thing.id.text
        }
        let forms = found.map { id, node in
            let inner = Thing(part: part, id: id, node: node, scope: thing.scope)
            return (key: id.text, value: short(inner))
        }
        if case .named = field.content { return .list(forms.map(\.value)) }
        return .keys(forms)
    }

    /// A thing by its keys, or as the bare text that stands for them.
    private static func short(_ thing: Thing) -> YAMLForm {
        let children = thing.node.children
        if let key = Shape[thing.part].shorthand, children.count == 1, let text = thing.node[key],
            let field = Shape[thing.part].field(key),
            case .scalar(let only) = form(text, as: field.content, thing.scope)
        {
            return .scalar(only)
        }
        return .keys(pairs(thing))
    }

    private static func form(_ tree: Tree, as content: Content, _ scope: Tree) -> YAMLForm {
        switch content {
        case .oneOrMore:
            if case .atom(let parts) = tree, parts.count == 1, case .text(let text) = parts[0] {
                return .scalar(text)
            }
            return form(tree)
        case .list(let inner):
            guard case .atom(let parts) = tree else { return form(tree) }
            return .list(parts.map { form($0, as: inner, scope) })
        case .record(let part):
            return short(Thing(part: part, id: "", node: tree, scope: scope))
        case .things(let part):
            return .keys(
                tree.children.map { id, node in
                    (id.text, short(Thing(part: part, id: id, node: node, scope: scope)))
                }
            )
        case .labelled:
            return .keys(
                tree.children.map { id, node in
                    (node["label"]?.text ?? id.text, node["value"].map(form) ?? .scalar(""))
                }
            )
        case .scalar, .named, .values, .assigned, .options, .translations, .answers, .anything:
            return form(tree)
        }
    }

    /// A tree as it is: texts, lists, keys.
    static func form(_ tree: Tree) -> YAMLForm {
        switch tree {
        case .text(let text): .scalar(text)
        case .atom(let parts): .list(parts.map(form))
        case .keyed: .keys(tree.children.map { ($0.id.text, form($0.tree)) })
        }
    }

    static func translations(_ path: String, _ node: Tree) -> SourceFile {
        var pairs: Pairs = []
        collect(node, at: .root, into: &pairs)
        return SourceFile(path: path, text: YAMLForm.file(pairs))
    }

    private static func collect(_ node: Tree, at slot: Slot, into pairs: inout Pairs) {
        if let text = node["text"]?.text {
            let of = node["of"].map { [(key: "of", value: form($0))] } ?? []
            let entry = YAMLForm.keys([(key: "text", value: .scalar(text))] + of)
            pairs.append((slot.description, of.isEmpty ? .scalar(text) : entry))
        }
        for (id, child) in node.children where child.isKeyed {
            collect(child, at: slot.child(id), into: &pairs)
        }
    }

    static func entry(_ edit: Edit) -> YAMLForm {
        var pairs: Pairs = [("at", .scalar(edit.at.description))]
        if let was = edit.was { pairs.append(("was", value(was, at: edit.at))) }
        if let now = edit.now { pairs.append(("now", value(now, at: edit.at))) }
        if let after = edit.after { pairs.append(("after", .scalar(after.text))) }
        pairs.append(("reason", .scalar(edit.why.reason)))
        pairs.append(("by", .scalar(edit.why.author)))
        pairs.append(("date", .scalar(edit.why.date)))
        if let until = edit.why.until { pairs.append(("until", .scalar(until))) }
        return .keys(pairs)
    }

    /// What an entry says of a slot, in the form of the slot's own file.
    private static func value(_ tree: Tree, at slot: Slot) -> YAMLForm {
        if tree.holeName != nil { return form(tree) }
        switch Shape.meaning(of: slot) {
        case .part(let part):
            let thing = Thing(part: part, id: slot.last ?? "", node: tree, scope: .record([:]))
            guard Shape[part].home != nil else { return short(thing) }
            let idKey = Shape[part].idField?.key.text
            var pairs = pairs(thing).filter { $0.key != idKey }
            if let parent = tree[.place] { pairs.insert(("in", form(parent)), at: 0) }
            return .keys(pairs)
        case .field(let field, _) where field.place == .partOfType:
            guard case .atom(let parts) = tree, let record = parts.first else { return form(tree) }
            return form(record)
        case .field(let field, _): return form(tree, as: field.content, .record([:]))
        case .things, .label, .rowLabel, .row, .translation, .place, .order, nil: return form(tree)
        }
    }
}

/// The file of a lock.
package func writeLock(_ lock: PackageLock) -> SourceFile {
    let requires = lock.requires.map { member in
        YAMLForm.keys([
            ("name", .scalar(member.name)), ("version", .scalar(member.version)),
            ("digest", .scalar(member.digest)),
        ])
    }
    let pairs: [(key: String, value: YAMLForm)] = [
        ("version", .scalar(lock.version)), ("digest", .scalar(lock.digest)),
        ("requires", .list(requires)),
    ]
    return SourceFile(path: FileKind.lock.location, text: YAMLForm.file(pairs))
}
