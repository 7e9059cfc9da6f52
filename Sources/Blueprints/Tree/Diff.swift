/// The edits that turn `a` into `b`: the fewest, in the order of their slots.
///
/// What is keyed on both sides is compared child by child, everything else is replaced whole. Both
/// must be trees, so an edit at the root is always a replacement.
package func diff(_ a: Tree, _ b: Tree) -> [Edit] {
    diff(a, b, at: .root, why: .unsaid)
}

/// The difference of two values of one slot, for an edit that replaces more than it changes.
func diff(_ a: Tree, _ b: Tree, at slot: Slot, why: Why) -> [Edit] {
    var edits: [Edit] = []
    collect(a, b, at: slot, why: why, into: &edits)
    return edits.sorted { $0.at < $1.at }
}

private func collect(_ a: Tree, _ b: Tree, at slot: Slot, why: Why, into edits: inout [Edit]) {
    guard a != b else { return }
    guard case .keyed(let old, let oldOrder) = a, case .keyed(let new, let newOrder) = b,
        a.kind.agrees(with: b.kind)
    else {
        edits.append(Edit(at: slot, was: a, now: b, why: why))
        return
    }
    for (id, child) in old where new[id] == nil {
        edits.append(Edit(at: slot.child(id), was: child, now: nil, why: why))
    }
    for (id, child) in new {
        if let before = old[id] {
            collect(before, child, at: slot.child(id), why: why, into: &edits)
        } else {
            let after = b.predecessor(of: id)
            edits.append(Edit(at: slot.child(id), was: nil, now: child, after: after, why: why))
        }
    }
    let was = oldOrder.filter { new[$0] != nil }
    let now = newOrder.filter { old[$0] != nil }
    if was != now {
        edits.append(Edit(at: slot.child(.order), was: .listing(was), now: .listing(now), why: why))
    }
}

/// The two kinds of keyed node, and the empty one that may become either.
enum NodeKind: Equatable {
    case leaf, empty, record, collection

    /// Whether the children of both can stand in one node.
    func agrees(with other: NodeKind) -> Bool {
        guard self != .leaf, other != .leaf else { return false }
        return self == other || self == .empty || other == .empty
    }
}

extension Tree {
    var kind: NodeKind {
        guard case .keyed(let children, let order) = self else { return .leaf }
        guard !children.isEmpty else { return .empty }
        return order.isEmpty ? .record : .collection
    }

    /// What an inserted child is said to stand after; nil in a record.
    func predecessor(of id: ID) -> ID? {
        guard let place = ids.firstIndex(of: id) else { return nil }
        return place == 0 ? .first : ids[place - 1]
    }

    /// The ids that an order slot names; nil when it names something else.
    var named: [ID]? {
        guard case .atom(let parts) = self else { return nil }
        let ids = parts.compactMap { $0.text.map { ID($0) } }
        return ids.count == parts.count && Set(ids).count == ids.count ? ids : nil
    }

    static func listing(_ ids: [ID]) -> Tree {
        .atom(ids.map { .text($0.text) })
    }
}
