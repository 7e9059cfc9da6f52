/// What the receiver of a blueprint must fill before it can be published.
extension Tree {
    /// What stands in place of a value that the receiver must fill.
    package static func hole(_ name: ID) -> Tree { .record(["hole": .text(name.text)]) }

    /// The name of the hole, where this is one.
    package var holeName: ID? {
        guard case .keyed(let children, _) = self, children.count == 1,
            let name = children["hole"]?.text
        else { return nil }
        return ID(name)
    }

    /// The slots whose value is a hole or an atom with holes in it.
    package var slotsWithHoles: [Slot] {
        var found: [Slot] = []
        collectHoles(at: .root, into: &found)
        return found
    }

    /// All holes by name, in the order of their slots.
    package var holeNames: [ID] {
        var names: [ID] = []
        for slot in slotsWithHoles {
            for name in self[at: slot]?.ownHoles ?? [] where !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    /// The holes of a leaf or of the parts of an atom.
    package var ownHoles: [ID] {
        if let name = holeName { return [name] }
        guard case .atom(let parts) = self else { return [] }
        return parts.flatMap(\.ownHoles)
    }

    func filled(with values: [ID: String]) -> Tree {
        if let name = holeName { return values[name].map(Tree.text) ?? self }
        guard case .atom(let parts) = self else { return self }
        return .atom(parts.map { $0.filled(with: values) })
    }

    private func collectHoles(at slot: Slot, into found: inout [Slot]) {
        guard ownHoles.isEmpty else {
            found.append(slot)
            return
        }
        for (id, child) in children { child.collectHoles(at: slot.child(id), into: &found) }
    }
}
