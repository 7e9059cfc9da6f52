/// Moves our edits from the version they were made on to the next one.
///
/// Every edit of ours is in the result once (an edit that meets the same addition from them is
/// there in parts), with its reason, author and date; after ours come the changes of theirs that
/// ours do not touch. The edits whose outcome `applies` are the new overlay, all of them fit
/// `next`. The edits' sequence does not matter.
package func rebase(
    _ ours: [Edit],
    from base: Tree,
    onto next: Tree,
    _ renames: [Rename]
) -> [(Edit, Outcome)] {
    Rebasing(from: base, onto: next, renames).rebase(ours)
}

/// The ground that changes under an overlay: from which version to which.
///
/// Beyond the plain function it knows which slots must stay as they are (`isFixed`).
package struct Rebasing: Sendable {
    /// The base with the renames made.
    package let base: Tree
    package let next: Tree
    package let renaming: RenameChain
    /// Asked about the slot of an edit and all in it that would go or change.
    ///
    /// To fix a whole subtree, say yes for everything in it.
    let isFixed: @Sendable (Slot) -> Bool

    package init(
        from base: Tree,
        onto next: Tree,
        _ renames: [Rename] = [],
        isFixed: @escaping @Sendable (Slot) -> Bool = { _ in false }
    ) {
        self.init(from: base, onto: next, versions: [renames], isFixed: isFixed)
    }

    /// Over several versions at once, each with its own renames.
    package init(
        from base: Tree,
        onto next: Tree,
        versions: [[Rename]],
        isFixed: @escaping @Sendable (Slot) -> Bool = { _ in false }
    ) {
        renaming = RenameChain(versions, in: base)
        self.base = renaming.base
        self.next = next
        self.isFixed = isFixed
    }

    package func rebase(_ ours: [Edit]) -> [(Edit, Outcome)] {
        let edits = ours.map { renaming($0) }.sorted(by: precedes).flatMap(\.parts)
        let (ourTree, clashes) = apply(edits, to: base)
        let lost = Set(clashes.map(\.edit))
        var judging = Judging(self, ourTree)
        var verdicts: [(Edit, Outcome)] = []
        for edit in edits {
            verdicts += lost.contains(edit) ? [(edit, .orphaned)] : judging.judge(edit)
        }
        let placing = Placing(ours: ourTree, next: next, kept: verdicts)
        verdicts = verdicts.map { edit, outcome in
            (outcome.applies ? placing.place(edit) : edit, outcome)
        }
        return verdicts + judging.news
    }
}

extension Edit {
    /// An edit that gives a keyed node for a keyed node says what it changes inside.
    fileprivate var parts: [Edit] {
        guard let was, let now, was != now, was.kind.agrees(with: now.kind) else { return [self] }
        return diff(was, now, at: at, why: why)
    }
}

/// One run of `rebase`: each edit of ours against all of theirs.
private struct Judging {
    let ground: Rebasing
    let ourTree: Tree
    /// Their edits that are still as `diff` gave them, none inside another.
    var theirs: [Slot: Edit] = [:]
    /// Every slot that has an edit of theirs inside.
    var changedInside: Set<Slot> = []
    /// Additions of theirs that are compared part by part, since we added there too.
    var opened: Set<Slot> = []
    /// Their edits that an edit of ours has met.
    var met: Set<Slot> = []

    init(_ ground: Rebasing, _ ourTree: Tree) {
        self.ground = ground
        self.ourTree = ourTree
        learn(diff(ground.base, ground.next))
    }

    private mutating func learn(_ edits: [Edit]) {
        for edit in edits {
            theirs[edit.at] = edit
            changedInside.formUnion(edit.at.above)
        }
    }

    /// What they changed and we did not.
    var news: [(Edit, Outcome)] {
        theirs.values.filter { edit in
            !met.contains(edit.at) && !edit.at.above.contains { met.contains($0) }
        }
        .sorted { $0.at < $1.at }
        .map { edit in
            if edit.was == nil { return (edit, .newDefault) }
            return (edit, edit.now == nil ? .removedThere : .takeTheirs)
        }
    }

    mutating func judge(_ edit: Edit) -> [(Edit, Outcome)] {
        if isVoid(edit) {
            return [(edit, ground.next[at: edit.at] == edit.now ? .same : .orphaned)]
        }
        return compare(edit)
    }

    private mutating func compare(_ edit: Edit) -> [(Edit, Outcome)] {
        if let above = edit.at.above.first(where: { theirs[$0] != nil }) {
            return [(edit, against(edit) ?? conflict(at: above))]
        }
        if edit.at.last == .order { return [(edit, judgeOrder(edit))] }
        if !fitsKind(edit) {
            return [(edit, against(edit) ?? conflict(at: edit.at.parent))]
        }
        if let their = theirs[edit.at] {
            if their.now == edit.now { return [(edit, same(at: edit.at))] }
            if let refused = against(edit) { return [(edit, refused)] }
            return meet(edit) ?? [(edit, conflict(at: edit.at))]
        }
        if let refused = against(edit) { return [(edit, refused)] }
        if opened.contains(edit.at), let parts = meet(edit) { return parts }
        if changedInside.contains(edit.at) { return [(edit, conflict(at: edit.at))] }
        return [(edit, .keepOurs)]
    }

    /// Whether the base says so already, or says nothing of it that we still have.
    private func isVoid(_ edit: Edit) -> Bool {
        guard edit.at.last == .order else { return ground.base[at: edit.at] == edit.now }
        let base = ground.base[at: edit.at.parent]?.ids ?? []
        let ours = ourTree[at: edit.at.parent]?.ids ?? []
        let shared = Set(base).intersection(ours)
        return base.filter(shared.contains) == ours.filter(shared.contains)
    }

    private mutating func same(at slot: Slot) -> Outcome {
        met.insert(slot)
        return .same
    }

    private mutating func conflict(at slot: Slot) -> Outcome {
        met.insert(slot)
        return .conflict(at: slot, theirs: ground.next[at: slot])
    }

    /// Both put a keyed node where none was: part by part.
    private mutating func meet(_ edit: Edit) -> [(Edit, Outcome)]? {
        guard let our = edit.now, let new = ground.next[at: edit.at],
            our.kind.agrees(with: new.kind)
        else { return nil }
        if opened.insert(edit.at).inserted {
            theirs[edit.at] = nil
            learn(diff(.record([:]), new, at: edit.at, why: .unsaid))
        }
        let parts = diff(.record([:]), our, at: edit.at, why: edit.why).flatMap { compare($0) }
        return parts.isEmpty ? [(edit, .same)] : parts
    }

    private mutating func judgeOrder(_ edit: Edit) -> Outcome {
        let base = ground.base[at: edit.at.parent]?.ids ?? []
        let ours = ourTree[at: edit.at.parent]?.ids ?? []
        let theirs = ground.next[at: edit.at.parent]?.ids ?? []
        let survivors = Set(base).intersection(ours).intersection(theirs)
        let was = base.filter(survivors.contains)
        let our = ours.filter(survivors.contains)
        let their = theirs.filter(survivors.contains)
        if our == was { return .orphaned }
        if our == their { return same(at: edit.at) }
        if let refused = against(edit) { return refused }
        return their == was ? .keepOurs : conflict(at: edit.at)
    }

    /// Whether what we add is of the kind of node that they have there.
    private func fitsKind(_ edit: Edit) -> Bool {
        guard edit.was == nil, edit.at != .root,
            let our = ourTree[at: edit.at.parent], let their = ground.next[at: edit.at.parent]
        else { return true }
        return our.kind.agrees(with: their.kind)
    }

    /// The refusal of an edit that touches what must stay.
    private func against(_ edit: Edit) -> Outcome? {
        edit.touched.first(where: ground.isFixed).map { .mustStay($0) }
    }
}

extension Slot {
    /// The slots that this one is part of, from the root down.
    fileprivate var above: [Slot] {
        path.indices.map { Slot(Array(path[..<$0])) }
    }
}

extension Edit {
    /// The slot and everything in it that was there and will not be as it was.
    var touched: [Slot] {
        guard let was else { return [at] }
        return Self.changed(was, now, at: at)
    }

    private static func changed(_ was: Tree, _ now: Tree?, at slot: Slot) -> [Slot] {
        guard was != now else { return [] }
        return [slot]
            + was.children.flatMap { id, child in changed(child, now?[id], at: slot.child(id)) }
    }
}
