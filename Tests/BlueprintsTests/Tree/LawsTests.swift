import Blueprints
import Foundation
import Testing

/// What holds for every tree, tried on many random ones.
@Suite struct LawsTests {
    /// `SERASAN_SWEEP=100000` tries that many more seeds.
    static let count =
        1_000 + (ProcessInfo.processInfo.environment["SERASAN_SWEEP"].flatMap(Int.init) ?? 0)

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
            let (ours, theirs) = (gardener.version(of: base), gardener.version(of: base))
            return disagreement(base, ours: diff(base, ours), ours, theirs)
        }
    }

    @Test func `edits that fit only in part rebase as far as they fit`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let edits = gardener.looseEdits(on: base)
            let theirs = gardener.version(of: base)
            return disagreement(base, ours: edits, apply(edits, to: base).0, theirs)
        }
    }

    @Test func `the laws are tried on trees that do conflict, in every way`() {
        var met: [String: Int] = [:]
        Self.hold(seeds: 0..<500) { gardener in
            let base = gardener.tree()
            let (ours, next) = (gardener.changed(base), gardener.changed(base))
            for (edit, outcome) in rebase(diff(base, ours), from: base, onto: next, []) {
                let place = edit.at.last == .order ? "order" : "slot"
                let name = "\(outcome)".prefix { $0 != "(" }
                met["\(name) \(place)", default: 0] += 1
            }
            return nil
        }
        for outcome in ["same", "takeTheirs", "keepOurs", "conflict"] {
            #expect(met["\(outcome) slot", default: 0] > 20)
            #expect(met["\(outcome) order", default: 0] > 2)
        }
        #expect(met["newDefault slot", default: 0] > 20)
        #expect(met["removedThere slot", default: 0] > 20)
        #expect(met["orphaned order", default: 0] > 0)
    }

    @Test func `to rename and then merge is to merge and then rename`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let (ours, next) = (gardener.changed(base), gardener.changed(base))
            let renames = gardener.renames(on: base)
            let renaming = Renaming(renames, in: base)
            let plain = merge3(base: base, ours: ours, theirs: next)
            let edits = diff(base, ours)
            let result = rebase(edits, from: base, onto: renaming(next), renames)
            let tree = apply(result.filter(\.1.applies).map(\.0), to: renaming(next)).0
            var slots: Set<Slot> = []
            for case (_, .conflict(let at, _)) in result { slots.insert(at) }
            guard slots == Set(plain.conflicts.map { renaming($0.at) }) else {
                return "\(base)\n\(renames)\n\(slots)"
            }
            return tree == renaming(plain.tree) ? nil : "\(base)\n\(renames)\n\(tree)"
        }
    }

    @Test func `any permutation of edits gives the same bytes and the same clashes`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let edits = gardener.looseEdits(on: base)
            let next = gardener.version(of: base)
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
            let next = gardener.version(of: base)
            let ours = diff(base, gardener.changed(base))
            let kept = rebase(ours, from: base, onto: next, []).filter(\.1.applies).map(\.0)
            let again = rebase(kept, from: next, onto: next, [])
            guard again.allSatisfy(\.1.applies) else { return "\(again.filter { !$0.1.applies })" }
            return Set(again.map(\.0)) == Set(kept) ? nil : "\(kept) \(again)"
        }
    }

    @Test func `what must stay is as they have it, and all else as it would be`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let next = gardener.version(of: base)
            let ours = gardener.looseEdits(on: base)
            let leaves = Gardener.slots(of: base).filter { base[at: $0]?.isKeyed == false }
            let fixed = Set(leaves.filter { _ in gardener.chance.one(in: 3) })
            let result = Rebasing(from: base, onto: next) { fixed.contains($0) }.rebase(ours)
            let (tree, clashes) = apply(result.filter(\.1.applies).map(\.0), to: next)
            let broken = fixed.first { next[at: $0] != nil && tree[at: $0] != next[at: $0] }
            return broken == nil && clashes.isEmpty ? nil : "\(base) \(next) \(ours) \(clashes)"
        }
    }

    @Test func `every edit of ours is answered, and none of theirs is forgotten`() {
        Self.hold { gardener in
            let base = gardener.tree()
            let (ours, next) = (gardener.looseEdits(on: base), gardener.version(of: base))
            let result = rebase(ours, from: base, onto: next, [])
            let answered = Set(result.map(\.0.at))
            let missing = ours.first { edit in
                !answered.contains { $0 == edit.at || edit.at.holds($0) }
            }
            let forgotten = diff(base, next).first { edit in
                !result.contains { shown, outcome in
                    if case .conflict(let at, _) = outcome, at.holds(edit.at) { return true }
                    return shown.at == edit.at || edit.at.holds(shown.at)
                }
            }
            guard missing == nil, forgotten == nil else {
                return "\(base) \(next) \(missing as Edit?) \(forgotten as Edit?)"
            }
            return nil
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
    disagreement(base, ours, theirs, rebase(edits, from: base, onto: theirs, []))
}

/// The same of a rebase that was made already.
func disagreement(
    _ base: Tree,
    _ ours: Tree,
    _ theirs: Tree,
    _ result: [(Edit, Outcome)]
) -> String? {
    let merge = merge3(base: base, ours: ours, theirs: theirs)
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
