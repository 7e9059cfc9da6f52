/// Declared renames, ready to be made in trees and edits.
///
/// All happen at once, so two things may swap their ids. A rename that does not fit the base (no
/// such thing, the new id taken, two that contradict) is left out and named in `idle`.
package struct Renaming: Sendable {
    /// The renames that were left out.
    package let idle: [Rename]
    private let names: [Slot: ID]
    private let parents: [ID: ID]

    /// The kind of thing that a kind's `ID.place` names.
    package static let parents: [ID: ID] = ["question": "page", "action": "step"]

    package init(_ renames: [Rename], in base: Tree, parents: [ID: ID] = Self.parents) {
        let declared = Set(renames)
        let sources = Dictionary(grouping: declared, by: \.from)
        let targets = Dictionary(grouping: declared) {
            Slot($0.from.parent.path + $0.to.path.suffix(1))
        }
        var names: [Slot: ID] = [:]
        for rename in declared {
            guard rename.stays, let id = rename.to.last, base[at: rename.from] != nil else {
                continue
            }
            let target = rename.from.parent.child(id)
            guard sources[rename.from]?.count == 1, targets[target]?.count == 1 else { continue }
            names[rename.from] = id
        }
        // A new id may be one that another rename frees, so those are taken out until none is left.
        while let taken = names.first(where: { from, id in
            let target = from.parent.child(id)
            return base[at: target] != nil && names[target] == nil
        }) {
            names[taken.key] = nil
        }
        self.names = names
        self.parents = parents
        idle = renames.filter { names[$0.from] == nil || names[$0.from] != $0.to.last }
    }

    /// Where a slot of the old tree is in the new one.
    package func callAsFunction(_ slot: Slot) -> Slot {
        guard !names.isEmpty else { return slot }
        var path: [ID] = []
        for (depth, id) in slot.path.enumerated() {
            path.append(name(of: id, in: Slot(Array(slot.path[..<depth]))))
        }
        return Slot(path)
    }

    /// What a value that stood at `slot` of the old tree is in the new one.
    package func callAsFunction(_ tree: Tree, at slot: Slot = .root) -> Tree {
        guard !names.isEmpty else { return tree }
        switch tree {
        case .text(let text):
            return slot.last == .place ? .text(parent(text, of: slot)) : tree
        case .atom:
            guard slot.last == .order, let ids = tree.named else { return tree }
            return .listing(ids.map { name(of: $0, in: slot.parent) })
        case .keyed(let children, let order):
            var renamed: [ID: Tree] = [:]
            for (id, child) in children {
                renamed[name(of: id, in: slot)] = self(child, at: slot.child(id))
            }
            return .keyed(renamed, order: order.map { name(of: $0, in: slot) })
        }
    }

    /// An edit of the old tree, as one of the new.
    package func callAsFunction(_ edit: Edit) -> Edit {
        Edit(
            at: self(edit.at),
            was: edit.was.map { self($0, at: edit.at) },
            now: edit.now.map { self($0, at: edit.at) },
            after: edit.after.map { name(of: $0, in: edit.at.parent) },
            why: edit.why
        )
    }

    /// A translation stands at the slot of what it translates, under `text` and its language.
    private func name(of id: ID, in slot: Slot) -> ID {
        let isTranslation = slot.path.first == Self.translations && slot.path.count > 1
        let there = isTranslation ? Slot(Array(slot.path.dropFirst(2))) : slot
        return names[there.child(id)] ?? names[slot.child(id)] ?? id
    }

    private static let translations: ID = "text"

    /// A parent is named by its id alone, or by its whole slot.
    private func parent(_ text: String, of slot: Slot) -> String {
        if text.utf8.contains(UInt8(ascii: "/")) { return self(Slot(text)).description }
        // A thing stands in `{scope}/{kind}/{id}`, its parent in a collection beside that one.
        let collection = slot.parent.parent
        guard let kind = collection.last, let above = parents[kind] else { return text }
        return name(of: ID(text), in: collection.parent.child(above)).text
    }
}
