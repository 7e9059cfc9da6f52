/// What somebody decided about a slot of an upgrade.
package enum Answer: Hashable, Sendable {
    /// What stood here with us stays.
    case ours
    /// What the publisher has now.
    case theirs
    /// Something else than either.
    case value(Tree)
}

extension Rebasing {
    /// Our entries on the next version once some slots are decided.
    ///
    /// An entry keeps its reason, author and date; one that an answer makes anew (a thing that they
    /// removed comes back whole) carries `why`. Its `was` is all that they have, so the next upgrade
    /// asks again only if they change it again.
    package func overlay(
        after verdicts: [(Edit, Outcome)],
        of ours: [Edit],
        answers: [Slot: Answer],
        why: Why
    ) -> [Edit] {
        let ourTree = apply(ours.map { renaming($0) }, to: base).0
        let decided = Set(answers.keys)
        var entries = verdicts.filter { edit, outcome in
            outcome.applies && !decided.contains { $0.holds(edit.at) }
        }.map(\.0)
        // Of two decided slots, one inside the other, the outer one is decided.
        let outermost = decided.filter { slot in !decided.contains { $0 != slot && $0.holds(slot) }
        }
        let kept = verdicts.filter { pair in entries.contains(pair.0) }
        let placing = Placing(ours: ourTree, next: next, kept: kept)
        for slot in outermost.sorted() {
            let entry = verdicts.first { slot.holds($0.0.at) && $0.1.isOfOurs }?.0
            guard let answer = answers[slot],
                let edit = self.entry(answer, at: slot, ourTree, why: entry.map(\.why) ?? why)
            else { continue }
            entries = entries.filter { !slot.holds($0.at) }
            entries.append(placing.place(edit))
        }
        return entries
    }

    private func entry(_ answer: Answer, at slot: Slot, _ ourTree: Tree, why: Why) -> Edit? {
        let was = next[at: slot]
        let now: Tree? =
            switch answer {
            case .ours: ourTree[at: slot]
            case .theirs: was
            case .value(let tree): tree
            }
        guard was != now else { return nil }
        let after = next[at: slot.parent]?.ids.isEmpty == false ? ID.first : nil
        return Edit(at: slot, was: was, now: now, after: was == nil ? after : nil, why: why)
    }
}
