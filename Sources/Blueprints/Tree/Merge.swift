/// What comes of three trees when both sides have changed the first.
///
/// Where both want something else, `tree` has theirs and `conflicts` says so.
package struct Merge: Hashable, Sendable {
    package let tree: Tree
    package let conflicts: [Conflict]

    package init(tree: Tree, conflicts: [Conflict]) {
        self.tree = tree
        self.conflicts = conflicts
    }
}

/// One slot that somebody must decide about.
package struct Conflict: Hashable, Sendable {
    package let at: Slot
    package let base, ours, theirs: Tree?

    package init(at: Slot, base: Tree?, ours: Tree?, theirs: Tree?) {
        self.at = at
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }
}

/// The three-way merge by definition, slot by slot.
///
/// It knows nothing of edits: `rebase` must give the same, which is what the tests hold it to.
package func merge3(base: Tree, ours: Tree, theirs: Tree) -> Merge {
    var work = Merging()
    let tree = work.merge(Sides(base: base, ours: ours, theirs: theirs), at: .root)
    return Merge(tree: tree ?? theirs, conflicts: work.conflicts.sorted { $0.at < $1.at })
}

/// The three values of one slot.
private struct Sides {
    let base, ours, theirs: Tree?

    func child(_ id: ID) -> Sides {
        Sides(base: base?[id], ours: ours?[id], theirs: theirs?[id])
    }

    /// Whether the children can be merged one by one; a base of another kind counts as none.
    var meet: Sides? {
        guard let ours, let theirs, ours.kind.agrees(with: theirs.kind) else { return nil }
        let anew = Sides(base: nil, ours: ours, theirs: theirs)
        guard let base, base.isKeyed else { return anew }
        if base.kind.agrees(with: ours.kind), base.kind.agrees(with: theirs.kind) { return self }
        return ours.kind == theirs.kind ? anew : nil
    }
}

private struct Merging {
    var conflicts: [Conflict] = []

    mutating func merge(_ sides: Sides, at slot: Slot) -> Tree? {
        if sides.ours == sides.theirs { return sides.ours }
        if sides.ours == sides.base { return sides.theirs }
        if sides.theirs == sides.base { return sides.ours }
        if let meeting = sides.meet { return mergeChildren(meeting, at: slot) }
        conflicts.append(
            Conflict(at: slot, base: sides.base, ours: sides.ours, theirs: sides.theirs)
        )
        return sides.theirs
    }

    mutating func mergeChildren(_ sides: Sides, at slot: Slot) -> Tree {
        var merged: [ID: Tree] = [:]
        for side in [sides.base, sides.ours, sides.theirs] {
            for (id, _) in side?.children ?? [] where merged[id] == nil {
                merged[id] = merge(sides.child(id), at: slot.child(id))
            }
        }
        let base = sides.base?.ids ?? []
        let ours = sides.ours?.ids ?? []
        let theirs = sides.theirs?.ids ?? []
        let shared = Set(ours).intersection(theirs)
        let was = base.filter(shared.contains)
        let survivors = Set(was)
        let ourOrder = ours.filter(survivors.contains)
        let theirOrder = theirs.filter(survivors.contains)
        let takesOurs = theirOrder == was && ourOrder != was
        if ourOrder != theirOrder, ourOrder != was, theirOrder != was {
            let at = slot.child(.order)
            let (base, ours) = (Tree.listing(was), Tree.listing(ourOrder))
            conflicts.append(
                Conflict(at: at, base: base, ours: ours, theirs: .listing(theirOrder))
            )
        }
        let spine = (takesOurs ? ours : theirs).filter(shared.contains)
        let their = followers(theirs, shared: shared, among: merged)
        let our = followers(ours, shared: shared, among: merged)
        var order: [ID] = []
        func emit(_ id: ID) {
            if id != .first { order.append(id) }
            for next in their[id] ?? [] { emit(next) }
            for next in our[id] ?? [] { emit(next) }
        }
        for id in [.first] + spine { emit(id) }
        return .keyed(merged, order: order)
    }

    /// What only one side has, each under the nearest surviving predecessor that it has there.
    private func followers(
        _ ids: [ID],
        shared: Set<ID>,
        among merged: [ID: Tree]
    ) -> [ID: [ID]] {
        var result: [ID: [ID]] = [:]
        var anchor = ID.first
        for id in ids where merged[id] != nil {
            if !shared.contains(id) { result[anchor, default: []].append(id) }
            anchor = id
        }
        return result
    }
}
