/// A service file as values: text at the leaves, keyed nodes above, atoms where no key names a part.
///
/// A keyed node is one of two kinds, told apart by its `order`:
/// - a **collection** (questions, steps, rows): `order` lists every id exactly once, and the order
///   means something; make it with `Tree.collection(_:)`;
/// - a **record** (fixed fields such as `ask`, `help`): `order` is empty although there are
///   children, so no edit of an order can ever arise; make it with `Tree.record(_:)`.
///
/// An empty node is both. Read children with `children`, which gives a record's in the order of
/// their ids. Which slot is which, `Shape` says: the two sides of a merge must agree.
package indirect enum Tree: Sendable {
    case text(String)
    case keyed([ID: Tree], order: [ID])
    case atom([Tree])
}

extension Tree {
    /// A keyed node of fixed fields, without an order.
    package static func record(_ children: [ID: Tree]) -> Tree {
        .keyed(children, order: [])
    }

    /// A keyed node whose order means something; of two entries with one id the first counts.
    package static func collection(_ entries: [(ID, Tree)]) -> Tree {
        var seen: Set<ID> = []
        let order = entries.map(\.0).filter { seen.insert($0).inserted }
        return .keyed(Dictionary(entries, uniquingKeysWith: { first, _ in first }), order: order)
    }

    /// The text of a leaf.
    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The children of a keyed node: a collection's in its order, a record's in that of their ids.
    package var children: [(id: ID, tree: Tree)] {
        guard case .keyed(let children, let order) = self else { return [] }
        let ids = order.isEmpty ? children.keys.sorted() : order
        return ids.compactMap { id in children[id].map { (id, $0) } }
    }

    /// One child of a keyed node.
    package subscript(id: ID) -> Tree? {
        guard case .keyed(let children, _) = self else { return nil }
        return children[id]
    }

    /// What stands at a slot; for the order slot of a collection, its ids as an atom.
    package subscript(at slot: Slot) -> Tree? {
        var found = self
        for id in slot.path {
            if id == .order {
                return found.ids.isEmpty ? nil : .atom(found.ids.map { .text($0.text) })
            }
            guard let child = found[id] else { return nil }
            found = child
        }
        return found
    }

    /// Whether this is a keyed node, of either kind.
    package var isKeyed: Bool {
        guard case .keyed = self else { return false }
        return true
    }

    /// The ids of a collection in their order; none for a record or a leaf.
    package var ids: [ID] {
        guard case .keyed(_, let order) = self else { return [] }
        return order
    }
}

extension Tree: Hashable {
    package static func == (left: Tree, right: Tree) -> Bool {
        switch (left, right) {
        case (.text(let one), .text(let other)):
            one == other && one.utf8.elementsEqual(other.utf8)
        case (.keyed(let one, let oneOrder), .keyed(let other, let otherOrder)):
            oneOrder == otherOrder && one == other
        case (.atom(let one), .atom(let other)):
            one == other
        case (.text, _), (.keyed, _), (.atom, _):
            false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .text(let text):
            hasher.combine(0)
            hasher.combine(text)
        case .keyed(let children, let order):
            hasher.combine(1)
            hasher.combine(children)
            hasher.combine(order)
        case .atom(let parts):
            hasher.combine(2)
            hasher.combine(parts)
        }
    }
}

extension Tree: CustomStringConvertible {
    /// Short enough to read in a failing test: `{a: 'x'}` is a record, `[a: 'x']` a collection.
    package var description: String {
        switch self {
        case .text(let text):
            return "'\(text)'"
        case .atom(let parts):
            return "<\(parts.map(\.description).joined(separator: " "))>"
        case .keyed(_, let order):
            let inside = children.map { "\($0.id): \($0.tree)" }.joined(separator: ", ")
            return order.isEmpty ? "{\(inside)}" : "[\(inside)]"
        }
    }
}

extension Tree: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self = .text(text)
    }
}
