/// Where our additions and our order of things stand in the next version.
///
/// An addition keeps its nearest predecessor that is still there and comes after what they added at
/// the same place. Our order is told over everything that the next version has, so that theirs
/// keep standing after whom they stood.
struct Placing {
    let ours: Tree
    let next: Tree
    private let added: Set<Slot>
    private let removed: Set<Slot>

    init(ours: Tree, next: Tree, kept verdicts: [(Edit, Outcome)]) {
        self.ours = ours
        self.next = next
        let kept = verdicts.filter(\.1.applies).map(\.0)
        added = Set(kept.filter { $0.was == nil }.map(\.at))
        removed = Set(kept.filter { $0.now == nil }.map(\.at))
    }

    func place(_ edit: Edit) -> Edit {
        if edit.at.last == .order { return order(edit) }
        guard edit.was == nil, let id = edit.at.last else { return edit }
        let after = anchor(of: id, in: edit.at.parent)
        return Edit(at: edit.at, was: nil, now: edit.now, after: after, why: edit.why)
    }

    private func order(_ edit: Edit) -> Edit {
        let slot = edit.at.parent
        let runs = runs(in: slot)
        let shared = Set(staying(in: slot))
        let spine = [.first] + ids(ours, slot).filter(shared.contains)
        let now = spine.flatMap { id in (id == .first ? [] : [id]) + (runs[id] ?? []) }
        return Edit(
            at: edit.at,
            was: .listing(staying(in: slot)),
            now: .listing(now),
            why: edit.why
        )
    }

    private func anchor(of id: ID, in slot: Slot) -> ID? {
        let ids = ids(ours, slot)
        guard let place = ids.firstIndex(of: id) else { return nil }
        let theirs = Set(staying(in: slot))
        let before = ids[..<place].last { theirs.contains($0) || added.contains(slot.child($0)) }
        guard let before, !theirs.contains(before) else {
            let anchor = before ?? .first
            return runs(in: slot)[anchor]?.last ?? anchor
        }
        return before
    }

    /// What only they have in a collection, each under what both have before it.
    private func runs(in slot: Slot) -> [ID: [ID]] {
        let shared = Set(ids(ours, slot))
        var runs: [ID: [ID]] = [:]
        var anchor = ID.first
        for id in staying(in: slot) {
            if shared.contains(id) {
                anchor = id
            } else {
                runs[anchor, default: []].append(id)
            }
        }
        return runs
    }

    /// Their order of what we do not remove.
    private func staying(in slot: Slot) -> [ID] {
        ids(next, slot).filter { !removed.contains(slot.child($0)) }
    }

    private func ids(_ tree: Tree, _ slot: Slot) -> [ID] {
        tree[at: slot]?.ids ?? []
    }
}
