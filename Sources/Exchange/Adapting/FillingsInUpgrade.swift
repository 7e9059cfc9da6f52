import Blueprints

/// What becomes of the holes that we filled.
///
/// A filling goes by the name of its hole, so it stays wherever the next version has a hole of that
/// name. Only where the publisher put a value of its own in its place is there something to decide.
struct FillingsInUpgrade {
    /// All outcomes, those about fillings among them.
    let verdicts: [(Edit, Outcome)]

    /// What our fillings say, by the slots that are to be decided.
    let filled: [Slot: Tree]
    private let overlay: Overlay
    private let next: Tree

    init(_ upgrade: Upgrading, _ verdicts: [(Edit, Outcome)]) {
        overlay = upgrade.overlay
        next = upgrade.rebasing.next
        let own = Set(verdicts.filter(\.1.isOfOurs).map(\.0.at))
        var (filled, met) = ([Slot: Tree](), [(Edit, Outcome)]())
        for edit in upgrade.overlay.fillings(of: upgrade.rebasing.base) {
            guard let theirs = next[at: edit.at], theirs != edit.was,
                !own.contains(where: { $0.holds(edit.at) || edit.at.holds($0) }),
                let names = edit.was?.ownHoles, Set(names).isDisjoint(with: theirs.ownHoles)
            else { continue }
            if theirs == edit.now {
                met.append((edit, .same))
            } else {
                filled[edit.at] = edit.now
                met.append((edit, .conflict(at: edit.at, theirs: theirs)))
            }
        }
        let slots = Set(met.map(\.0.at))
        self.filled = filled
        self.verdicts =
            met
            + verdicts.filter { verdict in
                verdict.1.isOfOurs || !slots.contains { $0.holds(verdict.0.at) }
            }
    }

    /// "Ours" at the slot of a hole is what we had filled in.
    func answers(_ answers: [Slot: Answer]) -> [Slot: Answer] {
        answers.reduce(into: answers) { result, pair in
            if pair.value == .ours, let tree = filled[pair.key] { result[pair.key] = .value(tree) }
        }
    }

    /// Which fillings still fill something once our edits are made, and what is open.
    func outcome(for edits: [Edit]) -> UpgradeFillings {
        let holes = apply(edits, to: next).0.holeNames
        let known = Set(holes)
        return UpgradeFillings(
            kept: overlay.fill.keys.filter(known.contains).sorted(),
            dropped: overlay.fill.keys.filter { !known.contains($0) }.sorted(),
            open: holes.filter { overlay.fill[$0] == nil }
        )
    }
}

/// Our own translations of what the publisher reworded: kept, and marked as of the old words.
struct OwnTranslations {
    let ours: Tree
    let next: Tree

    func marked(_ entries: [Edit]) -> [Edit] {
        let result = apply(entries, to: next).0
        return entries.flatMap { entry -> [Edit] in
            guard entry.at.path.first == "text", entry.at.path.count > 2, let now = entry.now else {
                return [entry]
            }
            let node = entry.at.last == "text" ? entry.at.parent : entry.at
            let source = Slot(Array(node.path.dropFirst(2)))
            guard let old = ours.text(at: source), old != result.text(at: source),
                result[at: node.child("of")] == nil
            else { return [entry] }
            let mark = Tree.text(ContentDigest.of(Array(old.utf8)))
            guard entry.at == node else {
                return [
                    entry,
                    Edit(at: node.child("of"), was: nil, now: mark, why: entry.why),
                ]
            }
            guard let text = now["text"] else { return [entry] }
            let dated = Tree.record(["text": text, "of": mark])
            return [
                Edit(at: node, was: entry.was, now: dated, after: entry.after, why: entry.why)
            ]
        }
    }
}
