package import Blueprints

/// One thing of a blueprint while somebody changes it: its fields as text, and the edits that what
/// was typed leads to.
///
/// Which fields there are, and what they mean, only `Shape` knows; nothing here names a key but for
/// the three that stand elsewhere in the tree than in the file: type, options, and page.
package struct EditedThing {
    package let tree: Tree
    package let slot: Slot
    package let part: Part

    /// Nil for something that is not there yet.
    package var node: Tree? { tree[at: slot] }

    package init?(in tree: Tree, at slot: Slot) {
        guard case .part(let part) = Shape.meaning(of: slot) else { return nil }
        self.tree = tree
        self.slot = slot
        self.part = part
    }

    /// A value that is typed: a line, a list, a choice.
    package struct Typed {
        package let field: Blueprints.Field

        /// As it stands, the way a person would type it.
        package let text: String

        package var key: ID { field.key }
    }

    /// The fields that are typed, in the order of the file.
    package var typed: [Typed] {
        Shape[part].fields.compactMap { field in
            guard field.place != .id, field.place != .parent, belongs(field) else { return nil }
            // What an example answers is typed where it is played.
            guard field.content != .answers || part != .example else { return nil }
            switch field.content {
            case .record, .things, .named, .translations, .anything: return nil
            case .list(.record): return nil
            case .scalar, .list, .oneOrMore, .values, .assigned, .labelled, .options, .answers:
                return Typed(field: field, text: text(of: field))
            }
        }
    }

    /// Whether the kind of answer takes it: a bound is nothing to a photo.
    ///
    /// What is new is asked for its options at once, and for the rest once its kind is known.
    private func belongs(_ field: Blueprints.Field) -> Bool {
        guard field.place == .partOfType || field.key == "questions",
            part == .question || part == .member
        else { return true }
        guard field.key != "type" else { return true }
        guard let kind = typeRecord?["type"]?.text else { return field.key == "options" }
        if field.key == "questions" { return kind == "group" }
        return Shape.attributes(ofType: kind).contains(field.key)
    }

    /// Parts without ids of their own: the standard of a service, the legal limit of a step.
    package var records: [(field: Blueprints.Field, slot: Slot)] {
        Shape[part].fields.compactMap { field in
            guard case .record = field.content else { return nil }
            return (field, slot.child(field.key))
        }
    }

    /// Things that stand in this one, in their order, with the collection that they live in.
    package var collections: [Collection] {
        Shape[part].fields.filter(belongs).compactMap { field in
            switch field.content {
            case .things(let inner), .named(let inner, _, _):
                let home = Shape[inner].home
                let place = home.map { scope.child($0) } ?? slot.child(field.key)
                let all = tree[at: place]?.children ?? []
                let parent = home != nil && scope != slot ? slot.last : nil
                return Collection(
                    key: field.key,
                    title: field.meaning,
                    part: inner,
                    slot: place,
                    parent: parent,
                    isOrdered: true,
                    items: all.filter { parent == nil || $0.tree[.place]?.text == parent?.text }
                        .map { ($0.id, $0.tree) }
                )
            case .scalar, .list, .oneOrMore, .record, .values, .assigned, .labelled, .options,
                .translations, .answers, .anything:
                return nil
            }
        }
    }

    /// What stands in a thing: the questions of a page, the actions of a step.
    package struct Collection {
        /// The key in the file of what it stands in.
        package let key: ID
        package let title: Meaning
        package let part: Part
        package let slot: Slot

        /// Under which parent its things say that they stand; nil where the slot tells it.
        package let parent: ID?

        /// Whether the order of its things means something; files have none.
        package let isOrdered: Bool
        package let items: [(id: ID, node: Tree)]
    }

    /// The service or letter in whose collections the things of this one live.
    private var scope: Slot {
        Slot(Array(slot.path.prefix(2)))
    }

    // MARK: As text

    private func text(of field: Blueprints.Field) -> String {
        guard field.place == .partOfType else {
            return FieldText(content: field.content).text(of: node?[field.key])
        }
        let type = typeRecord
        guard field.content == .options else {
            return FieldText(content: field.content).text(of: type?[field.key])
        }
        return options.map { node?["label"]?[$0]?.text ?? $0.text }.joined(separator: "\n")
    }

    private var typeRecord: Tree? {
        guard case .atom(let parts)? = node?["type"] else { return nil }
        return parts.first
    }

    /// The ids of the options, in their order.
    private var options: [ID] {
        guard case .atom(let ids)? = typeRecord?["options"] else { return [] }
        return ids.compactMap { $0.text.map { ID($0) } }
    }

    // MARK: As edits

    /// The edits that lead from what stands there to what was typed.
    ///
    /// - Parameter texts: by key; a key that is missing stays as it is.
    package func edits(_ texts: [ID: String], why: Why) -> [Edit] {
        let changed = typed.filter { field in
            texts[field.key].map { FieldText.tidy($0) != field.text } ?? false
        }
        guard !changed.isEmpty else { return [] }
        let next = changed.reduce(node ?? .record([:])) { node, typed in
            set(typed.field, texts[typed.key] ?? "", in: node)
        }
        guard node != nil else { return [added(next, why: why)] }
        return diff(node ?? .record([:]), next).map { edit in
            Edit(
                at: Slot(slot.path + edit.at.path),
                was: edit.was,
                now: edit.now,
                after: edit.after,
                why: why
            )
        }
    }

    /// A record that was not there: it comes as one.
    private func added(_ node: Tree, why: Why) -> Edit {
        Edit(at: slot, was: nil, now: node, why: why)
    }

    private func set(_ field: Blueprints.Field, _ text: String, in node: Tree) -> Tree {
        guard field.place == .partOfType else {
            let value = FieldText(content: field.content).tree(of: text, was: node[field.key])
            return node.setting(field.key, to: value)
        }
        var type: Tree = .record([:])
        if case .atom(let parts)? = node["type"], let first = parts.first { type = first }
        guard field.content == .options else {
            let value = FieldText(content: field.content).tree(of: text, was: type[field.key])
            let next = type.setting(field.key, to: value)
            return node.setting("type", to: .atom([field.key == "type" ? next.ofItsKind : next]))
        }
        let labels = FieldText.tidy(text).split(separator: "\n").map { FieldText.tidy(String($0)) }
            .filter { !$0.isEmpty }
        let ids = optionIDs(for: labels)
        let words = Dictionary(zip(ids, labels.map { Tree.text($0) })) { first, _ in first }
        let list: Tree? = ids.isEmpty ? nil : .atom(ids.map { .text($0.text) })
        return node.setting("type", to: .atom([type.setting("options", to: list)]))
            .setting("label", to: words.isEmpty ? nil : .record(words))
    }

    /// An option that keeps its label keeps its id; where as many are left over on both sides, they
    /// were reworded; others are new.
    private func optionIDs(for labels: [String]) -> [ID] {
        let known = options.map { (id: $0, label: node?["label"]?[$0]?.text ?? $0.text) }
        var ids = labels.map { label in known.first { $0.label == label }?.id }
        var left = known.map(\.id).filter { !ids.contains($0) }
        let isReworded = left.count == ids.count(where: { $0 == nil })
        for index in ids.indices where ids[index] == nil {
            let taken = Set(ids.compactMap { $0 }).union(known.map(\.id))
            ids[index] =
                isReworded && !left.isEmpty
                ? left.removeFirst() : .made(from: labels[index], besides: taken)
        }
        return ids.compactMap { $0 }
    }
}

extension Tree {
    /// A record with one child replaced or taken out.
    func setting(_ id: ID, to child: Tree?) -> Tree {
        guard case .keyed(var children, let order) = self else { return self }
        children[id] = child
        return .keyed(children, order: order)
    }
}

extension Tree {
    /// A type without what only another kind of answer takes.
    fileprivate var ofItsKind: Tree {
        let allowed = Shape.attributes(ofType: self["type"]?.text ?? "")
        return children.reduce(self) { type, child in
            child.id == "type" || allowed.contains(child.id)
                ? type : type.setting(child.id, to: nil)
        }
    }
}
