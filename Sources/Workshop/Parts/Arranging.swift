package import Blueprints

// Adding, moving and taking out things, as edits.

extension EditedThing.Collection {
    /// The services of a blueprint, its letters, registers, rules or examples: each a file.
    package init?(_ kind: ID, of tree: Tree) {
        guard let part = FileKind(rawValue: kind.text)?.part,
            [.service, .letter, .register, .rule, .example].contains(part)
        else { return nil }
        key = kind
        title = PartName.of(part)
        self.part = part
        slot = Slot([kind])
        parent = nil
        isOrdered = false
        items = (tree[kind]?.children ?? []).map { ($0.id, $0.tree) }
    }

    /// Adds a thing at the end of what stands under its parent.
    ///
    /// - Parameter node: without its parent, which is told here.
    package func adding(_ node: Tree, as id: ID, in tree: Tree, why: Why) -> Edit {
        let whole = parent.map { node.setting(.place, to: .text($0.text)) } ?? node
        guard isOrdered else {
            let isThere = tree[at: slot] != nil
            return isThere
                ? Edit(at: slot.child(id), was: nil, now: whole, why: why)
                : Edit(at: slot, was: nil, now: .record([id: whole]), why: why)
        }
        guard let all = tree[at: slot], !all.ids.isEmpty else {
            return Edit(at: slot, was: tree[at: slot], now: .collection([(id, whole)]), why: why)
        }
        let last = items.last?.id ?? all.ids.last ?? .first
        return Edit(at: slot.child(id), was: nil, now: whole, after: last, why: why)
    }

    /// Takes a thing out; what stands under it goes along.
    package func removing(_ id: ID, in tree: Tree, why: Why) -> [Edit] {
        guard let node = tree[at: slot.child(id)] else { return [] }
        let own = Edit(at: slot.child(id), was: node, now: nil, why: why)
        let inside: [ID: ID] = ["page": "question", "step": "action"]
        guard let kind = slot.last, let home = inside[kind] else { return [own] }
        let place = slot.parent.child(home)
        return [own]
            + (tree[at: place]?.children ?? []).filter { $0.tree[.place]?.text == id.text }
            .map { Edit(at: place.child($0.id), was: $0.tree, now: nil, why: why) }
    }

    /// Moves a thing one place up or down among those under the same parent; nil at the end.
    package func moving(_ id: ID, by step: Int, in tree: Tree, why: Why) -> Edit? {
        guard let here = items.firstIndex(where: { $0.id == id }),
            items.indices.contains(here + step)
        else { return nil }
        let was = tree[at: slot]?.ids ?? []
        var now = was
        guard let one = was.firstIndex(of: id),
            let other = was.firstIndex(of: items[here + step].id)
        else { return nil }
        now.swapAt(one, other)
        return Edit(
            at: slot.child(.order),
            was: .atom(was.map { .text($0.text) }),
            now: .atom(now.map { .text($0.text) }),
            why: why
        )
    }
}
