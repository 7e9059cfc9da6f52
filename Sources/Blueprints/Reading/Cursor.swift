/// Reading a tree slot by slot.
extension Tree {
    /// The text at a slot; nil where there is none or a hole stands there.
    package func text(at slot: Slot) -> String? { self[at: slot]?.text }

    /// What stands at a slot: a value, a hole or nothing.
    package func found(at slot: Slot) -> Found<String> {
        guard let tree = self[at: slot] else { return .nothing }
        if let text = tree.text { return .value(text) }
        return tree.holeName.map(Found.hole) ?? .nothing
    }

    /// The parts of an atom, each a value or a hole.
    package func list(at slot: Slot) -> [Found<String>] {
        guard case .atom(let parts) = self[at: slot] else { return [] }
        return parts.map { part in
            if let text = part.text { return .value(text) }
            return part.holeName.map(Found.hole) ?? .nothing
        }
    }

    /// The ids of a collection in its order, of a record in that of their names.
    package func ids(at slot: Slot) -> [ID] { self[at: slot]?.children.map(\.id) ?? [] }

    /// The things of a collection that stand under one parent: the actions of a step.
    package func ids(at slot: Slot, in parent: ID) -> [ID] {
        (self[at: slot]?.children ?? [])
            .filter { $0.tree[.place]?.text == parent.text }
            .map(\.id)
    }

    /// One attribute of a question's type: `unit`, `from`, `max`.
    package func typePart(_ key: ID, ofQuestion slot: Slot) -> Tree? {
        guard case .atom(let parts) = self[at: slot.child("type")] else { return nil }
        return parts.first?[key]
    }

    /// The translation of a text, and the digest of what was translated.
    package func translation(
        of slot: Slot,
        into language: Language
    ) -> (text: String, of: String?)? {
        let there = Slot(["text", ID(language.code)] + slot.path)
        guard let text = text(at: there.child("text")) else { return nil }
        return (text, self.text(at: there.child("of")))
    }

    /// The languages of the blueprint's translations.
    package var languages: [Language] { ids(at: "text").map { Language($0.text) } }
}

/// A value, a hole in its place, or nothing.
package enum Found<Value: Sendable>: Sendable {
    case value(Value)
    case hole(ID)
    case nothing

    package var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }
}
