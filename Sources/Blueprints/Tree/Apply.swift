/// Makes the changes that fit, and names those that do not.
///
/// The edits are a set: each speaks about `tree` as it is given, so their sequence does not matter,
/// and an edit that has been made already is no clash.
package func apply(_ edits: [Edit], to tree: Tree) -> (Tree, [Clash]) {
    var work = Applying()
    let fresh = work.withoutRepeats(edits)
    let result = work.rewrite(tree, at: .root, fresh)
    return (result ?? tree, work.allClashes.sorted { precedes($0.edit, $1.edit) })
}

/// The sequence of edits that depends on nothing but what they say.
func precedes(_ left: Edit, _ right: Edit) -> Bool {
    guard left.at == right.at else { return left.at < right.at }
    return left.sayings.lexicographicallyPrecedes(right.sayings)
}

extension Edit {
    /// Everything but the slot, as bytes that can be compared.
    fileprivate var sayings: [UInt8] {
        let said = [after?.text, why.reason, why.author, why.date, why.until]
        let rest = Tree.atom(said.map { .atom($0.map { [.text($0)] } ?? []) })
        return Tree.atom([.atom(was.map { [$0] } ?? []), .atom(now.map { [$0] } ?? []), rest])
            .canonicalBytes
    }

    fileprivate func does(theSameAs other: Edit) -> Bool {
        at == other.at && was == other.was && now == other.now && after == other.after
    }
}

/// One run of `apply`.
private struct Applying {
    var clashes: [Clash] = []

    /// Edits that do what another does, for another reason.
    private var twins: [Edit: [Edit]] = [:]

    /// The edits in canonical sequence; of several that do the same, the first.
    mutating func withoutRepeats(_ edits: [Edit]) -> [Edit] {
        var fresh: [Edit] = []
        for edit in edits.sorted(by: precedes) {
            if let last = fresh.last, last.does(theSameAs: edit) {
                if last != edit { twins[last, default: []].append(edit) }
            } else {
                fresh.append(edit)
            }
        }
        return fresh
    }

    /// The clashes, of twins too.
    var allClashes: [Clash] {
        clashes.flatMap { clash in
            let alike = Set(twins[clash.edit] ?? [])
            return [clash] + alike.map { Clash(edit: $0, found: clash.found, cause: clash.cause) }
        }
    }

    mutating func refuse(_ edits: some Sequence<Edit>, _ cause: Clash.Cause, found: Tree?) {
        clashes += edits.map { Clash(edit: $0, found: found, cause: cause) }
    }

    /// The value of `slot` after the edits at it and inside it; nil when there is none.
    mutating func rewrite(_ node: Tree?, at slot: Slot, _ edits: [Edit]) -> Tree? {
        guard !edits.isEmpty else { return node }
        let here = edits.filter { $0.at == slot }
        let inside = edits.filter { $0.at != slot }
        guard let edit = here.first else { return descend(node, at: slot, inside) }
        guard here.count == 1 else {
            refuse(here, .contradicted, found: node)
            return descend(node, at: slot, inside)
        }
        if edit.was == nil && edit.now == nil || edit.now == nil && slot == .root {
            refuse(here, .meaningless, found: node)
            return descend(node, at: slot, inside)
        }
        guard node == edit.was || node == edit.now else {
            refuse(here, .differs, found: node)
            return descend(node, at: slot, inside)
        }
        refuse(inside, .overlapped, found: nil)
        return edit.now
    }

    mutating func descend(_ node: Tree?, at slot: Slot, _ edits: [Edit]) -> Tree? {
        guard !edits.isEmpty else { return node }
        guard let node, case .keyed(var children, let ids) = node else {
            // What was to be removed is gone with its parent.
            refuse(edits.filter { $0.now != nil }, .differs, found: nil)
            return node
        }
        let depth = slot.path.count
        var arrangement = Arrangement(of: node)
        for (id, group) in Dictionary(grouping: edits, by: { $0.at.path[depth] }) {
            guard id != .order else {
                reorder(group, &arrangement, depth: depth)
                continue
            }
            let before = children[id]
            let after = rewrite(before, at: slot.child(id), group)
            children[id] = after
            if before == nil, after != nil,
                let insert = group.first(where: { $0.at.path.count == depth + 1 })
            {
                arrangement.inserts.append(insert)
            }
        }
        let lost = arrangement.settle()
        refuse(lost, .noAnchor, found: ids.isEmpty ? nil : .listing(ids))
        for edit in lost { children[edit.at.path[depth]] = nil }
        return .keyed(children, order: arrangement.order.filter { children[$0] != nil })
    }

    private mutating func reorder(_ edits: [Edit], _ arrangement: inout Arrangement, depth: Int) {
        let found = Tree.listing(arrangement.order)
        guard edits.allSatisfy({ $0.at.path.count == depth + 1 }) else {
            return refuse(edits, .meaningless, found: found)
        }
        guard edits.count == 1, let edit = edits.first else {
            return refuse(edits, .contradicted, found: found)
        }
        guard let was = edit.was?.named, let now = edit.now?.named, Set(was) == Set(now) else {
            return refuse(edits, .meaningless, found: found)
        }
        guard arrangement.reorder(from: was, to: now) else {
            return refuse(edits, .differs, found: found)
        }
    }
}

/// The order of one collection while edits arrive.
private struct Arrangement {
    /// The ids that were there, removed ones too: an anchor may have been removed.
    private(set) var order: [ID]
    private let kind: NodeKind
    var inserts: [Edit] = []

    init(of node: Tree) {
        order = node.ids
        kind = node.kind
    }

    /// Takes the new order of the named ids; the others follow whom they followed.
    mutating func reorder(from was: [ID], to now: [ID]) -> Bool {
        let moved = Set(was)
        let present = order.filter { moved.contains($0) }
        guard present != now else { return true }
        guard present == was else { return false }
        var result = now
        for (place, id) in order.enumerated() where !moved.contains(id) {
            let before = place == 0 ? nil : result.firstIndex(of: order[place - 1])
            result.insert(id, at: before.map { $0 + 1 } ?? 0)
        }
        order = result
        return true
    }

    /// Places the inserts; returns those whose anchor is nowhere.
    mutating func settle() -> [Edit] {
        let isRecord = kind == .record || kind == .empty && inserts.allSatisfy { $0.after == nil }
        if isRecord { return inserts.filter { $0.after != nil } }
        let followers = Dictionary(grouping: inserts.sorted { $0.at < $1.at }) {
            $0.after ?? .first
        }
        var result: [ID] = []
        var waiting = [ID.first] + order
        waiting.reverse()
        while let id = waiting.popLast() {
            if id != .first { result.append(id) }
            waiting += (followers[id] ?? []).compactMap(\.at.last).reversed()
        }
        let placed = Set(result)
        order = result
        return inserts.filter { edit in edit.at.last.map { !placed.contains($0) } ?? true }
    }
}
