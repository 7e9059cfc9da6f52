import Blueprints
import Testing

/// Random services by the thousand: each outcome at each kind of node, against the oracle.
@Suite struct CoverageTests {
    /// An outcome at a kind of node.
    struct Cell: Hashable, Comparable, CustomStringConvertible {
        let kind: String
        let outcome: String

        var description: String { "\(outcome) of \(kind)" }

        static func < (left: Cell, right: Cell) -> Bool { left.description < right.description }
    }

    /// Where an outcome cannot be: an order is never new and never goes.
    static let cells: Set<Cell> = {
        let always = ["same", "take-theirs", "keep-ours", "conflict", "orphaned"]
        let ofValues = always + ["new-default", "removed-there", "must-stay"]
        return Set(
            ServiceGardener.kinds.flatMap { kind -> [Cell] in
                let outcomes = kind == "order" ? always : ofValues
                // A thing is never replaced whole by theirs: it is changed inside.
                return (kind == "thing" ? outcomes.filter { $0 != "take-theirs" } : outcomes)
                    .map { Cell(kind: kind, outcome: $0) }
            }
        )
    }()

    @Test func `each outcome at each kind of node is met a thousand times, and agrees`() {
        var met: [Cell: Int] = [:]
        var seed = 0
        while seed < 60_000, !Self.cells.allSatisfy({ met[$0, default: 0] >= 1000 }) {
            var gardener = ServiceGardener(seed: seed)
            let base = gardener.tree()
            let (ours, theirs) = (gardener.changed(base), gardener.changed(base))
            let result = rebase(diff(base, ours), from: base, onto: theirs, [])
            if let broken = disagreement(base, ours, theirs, result) {
                Issue.record("seed \(seed): \(broken)")
                return
            }
            count(result, into: &met)
            if seed.isMultiple(of: 2),
                let broken = fixedAndStale(&gardener, base, ours, theirs, into: &met)
            {
                Issue.record("seed \(seed): \(broken)")
                return
            }
            seed += 1
        }
        for cell in Self.cells.sorted() {
            #expect(met[cell, default: 0] >= 1000, "\(cell): \(met[cell, default: 0])")
        }
    }

    /// What the oracle does not know: fixed slots never differ from theirs, and entries that expect
    /// another base are orphans that change nothing.
    private func fixedAndStale(
        _ gardener: inout ServiceGardener,
        _ base: Tree,
        _ ours: Tree,
        _ theirs: Tree,
        into met: inout [Cell: Int]
    ) -> String? {
        let edits = diff(base, ours)
        let fixed = Set(edits.map(\.at).filter { _ in !gardener.chance.one(in: 4) })
        let result = Rebasing(from: base, onto: theirs) { fixed.contains($0) }.rebase(edits)
        let (tree, clashes) = apply(result.filter(\.1.applies).map(\.0), to: theirs)
        for slot in fixed where tree[at: slot] != theirs[at: slot] && slot.last != .order {
            return "fixed \(slot)\n\(base)\n\(ours)\n\(theirs)"
        }
        guard clashes.isEmpty else { return "clashes \(clashes)" }
        count(result.filter { if case .mustStay = $0.1 { true } else { false } }, into: &met)

        let strays = edits.map { edit in
            Edit(at: edit.at, was: "lain sama sekali", now: edit.now, after: edit.after)
        }
        let orphans = rebase(strays, from: base, onto: theirs, [])
        guard apply(orphans.filter(\.1.applies).map(\.0), to: theirs).0 == theirs else {
            return "strays\n\(base)\n\(ours)\n\(theirs)"
        }
        count(orphans.filter { $0.1 == .orphaned }, into: &met)
        return nil
    }

    private func count(_ verdicts: [(Edit, Outcome)], into met: inout [Cell: Int]) {
        for (edit, outcome) in verdicts {
            let kind = ServiceGardener.kind(of: edit.at)
            met[Cell(kind: kind, outcome: outcome.word), default: 0] += 1
        }
    }
}
