import Blueprints
import Testing

/// What holds for every tree, tried on many random ones.
@Suite struct LawsTests {
    static let count = 2_000

    /// Runs a law over seeds until it breaks; the seed repeats the failure.
    static func hold(
        wild: Bool = false,
        seeds: Range<Int> = 0..<count,
        _ law: (inout Gardener) -> String?
    ) {
        for seed in seeds {
            var gardener = Gardener(seed: seed, isWild: wild)
            if let broken = law(&gardener) {
                Issue.record("seed \(seed): \(broken)")
                return
            }
        }
    }

    @Test(arguments: [false, true])
    func `applying a difference gives the other tree`(wild: Bool) {
        Self.hold(wild: wild) { gardener in
            let one = gardener.tree()
            let other = gardener.chance.one(in: 2) ? gardener.tree() : gardener.changed(one)
            let (result, clashes) = apply(diff(one, other), to: one)
            return result == other && clashes.isEmpty ? nil : "\(one)\n\(other)\n\(result)"
        }
    }

    @Test(arguments: [false, true])
    func `rebased edits give what the three-way merge gives, and the same conflicts`(wild: Bool) {
        Self.hold(wild: wild) { gardener in
            let base = gardener.tree()
            let (ours, theirs) = (gardener.changed(base), gardener.changed(base))
            return disagreement(base, ours: diff(base, ours), ours, theirs)
        }
    }

    @Test func `edits that fit only in part rebase as far as they fit`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let edits = gardener.looseEdits(on: base)
            let theirs = gardener.changed(base)
            return disagreement(base, ours: edits, apply(edits, to: base).0, theirs)
        }
    }

    @Test func `any permutation of edits gives the same bytes and the same clashes`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let edits = gardener.looseEdits(on: base)
            let next = gardener.changed(base)
            let shuffled = edits.shuffled(using: &gardener.chance)
            let (one, other) = (apply(edits, to: base), apply(shuffled, to: base))
            guard one.0.canonicalBytes == other.0.canonicalBytes, one.1 == other.1 else {
                return "apply: \(base) \(edits)"
            }
            let (first, second) = (
                rebase(edits, from: base, onto: next, []),
                rebase(shuffled, from: base, onto: next, [])
            )
            return first.elementsEqual(second, by: ==) ? nil : "rebase: \(base) \(edits)"
        }
    }

    @Test func `applying twice is applying once`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let edits = diff(base, gardener.changed(base))
            let once = apply(edits, to: base).0
            let (twice, clashes) = apply(edits, to: once)
            return once == twice && clashes.isEmpty ? nil : "\(base) \(edits) \(clashes)"
        }
    }

    @Test func `rebasing again onto the same version changes nothing`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let next = gardener.changed(base)
            let ours = diff(base, gardener.changed(base))
            let kept = rebase(ours, from: base, onto: next, []).filter(\.1.applies).map(\.0)
            let again = rebase(kept, from: next, onto: next, [])
            guard again.allSatisfy(\.1.applies) else { return "\(again.filter { !$0.1.applies })" }
            return Set(again.map(\.0)) == Set(kept) ? nil : "\(kept) \(again)"
        }
    }

    @Test func `a merge with an unchanged side gives the other side`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let other = gardener.changed(base)
            for (ours, theirs) in [(base, other), (other, base), (other, other)] {
                let merge = merge3(base: base, ours: ours, theirs: theirs)
                guard merge == Merge(tree: other, conflicts: []) else { return "\(base) \(other)" }
            }
            return nil
        }
    }

    @Test func `equal bytes are equal trees`() {
        var seen: [[UInt8]: Tree] = [:]
        Self.hold(wild: true) { gardener in
            let tree = gardener.tree()
            let known = seen.updateValue(tree, forKey: tree.canonicalBytes)
            return known == nil || known == tree ? nil : "\(tree)"
        }
        #expect(Set(seen.values).count == seen.count)
    }
}

/// How `rebase` differs from the oracle, if it does.
func disagreement(_ base: Tree, ours edits: [Edit], _ ours: Tree, _ theirs: Tree) -> String? {
    let merge = merge3(base: base, ours: ours, theirs: theirs)
    let result = rebase(edits, from: base, onto: theirs, [])
    let (tree, clashes) = apply(result.filter(\.1.applies).map(\.0), to: theirs)
    var slots: Set<Slot> = []
    for case (_, .conflict(let at, _)) in result { slots.insert(at) }
    let agreed = tree == merge.tree && clashes.isEmpty && slots == Set(merge.conflicts.map(\.at))
    guard !agreed else { return nil }
    return """
        base    \(base)
        ours    \(ours)
        theirs  \(theirs)
        merge   \(merge.tree) \(merge.conflicts.map(\.at))
        rebase  \(tree) \(slots) clashes: \(clashes)
        """
}
