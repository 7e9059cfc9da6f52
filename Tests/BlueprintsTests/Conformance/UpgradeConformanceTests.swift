import Blueprints
import Testing

/// The published cases of an upgrade, held against our rebase.
@Suite struct UpgradeConformanceTests {
    @Test func `every published case comes out as its file says`() throws {
        let cases = try UpgradeCase.all()
        #expect(cases.count >= 150)
        for item in cases {
            let ground = item.ground
            let verdicts = ground.rebase(item.ours)
            #expect(verdicts.map(said).sorted() == item.outcomes, "\(item.testDescription)")
            let kept = verdicts.filter(\.1.applies).map(\.0)
            let (tree, clashes) = apply(kept, to: item.theirs)
            #expect(tree == item.result, "\(item.testDescription)")
            #expect(clashes == [], "\(item.testDescription)")
        }
    }

    @Test func `a decided case comes out as decided, and is not asked again`() throws {
        var decided = 0
        for item in try UpgradeCase.all() {
            guard let answered = item.answered else { continue }
            decided += 1
            let ground = item.ground
            let overlay = ground.overlay(
                after: ground.rebase(item.ours),
                of: item.ours,
                answers: item.answers,
                why: .unsaid
            )
            let (tree, clashes) = apply(overlay, to: item.theirs)
            #expect(tree == answered, "\(item.testDescription)")
            #expect(clashes == [], "\(item.testDescription)")
            // The publisher changes nothing more: nothing is asked, and ours stays.
            let again = rebase(overlay, from: item.theirs, onto: item.theirs, [])
            #expect(again.filter { !$0.1.applies }.map(said) == [], "\(item.testDescription)")
        }
        #expect(decided >= 60)
    }

    @Test func `every outcome of a rebase and every kind of node has a case`() throws {
        let cases = try UpgradeCase.all()
        let outcomes = Set(
            cases.flatMap(\.outcomes).compactMap { said in
                said.split(separator: " ").dropFirst().first.map(String.init)
            }
        )
        let all: [Outcome] = [
            .same, .takeTheirs, .keepOurs, .newDefault, .removedThere, .orphaned,
            .conflict(at: .root, theirs: nil), .mustStay(.root),
        ]
        #expect(outcomes == Set(all.map(\.word)))
        let kinds: Set = [
            "text", "behaviour", "list", "thing", "order", "type", "translation", "table rows",
            "hole", "rename", "place", "must stay", "subtree", "same anchor", "local name",
        ]
        #expect(Set(cases.map(\.kind)) == kinds)
        #expect(Set(cases.map(\.title)).count == cases.count)
    }

    @Test func `without fixed slots and renames the oracle agrees with every case`() throws {
        for item in try UpgradeCase.all() where item.fixed.isEmpty && item.renames.isEmpty {
            let ours = apply(item.ours, to: item.base).0
            #expect(
                merge3(base: item.base, ours: ours, theirs: item.theirs).tree == item.result,
                "\(item.testDescription)"
            )
        }
    }
}

extension UpgradeCase {
    var ground: Rebasing {
        let fixed = fixed
        return Rebasing(from: base, onto: theirs, versions: renames) { fixed.contains($0) }
    }
}

/// `{slot} {outcome} {deciding slot}`, as the files say it.
func said(_ verdict: (Edit, Outcome)) -> String {
    let deciding: Slot? =
        switch verdict.1 {
        case .conflict(let slot, _), .mustStay(let slot): slot
        case .same, .takeTheirs, .keepOurs, .newDefault, .removedThere, .orphaned, .doesNotCheck:
            nil
        }
    return [verdict.0.at.description, verdict.1.word, deciding?.description].compactMap(\.self)
        .joined(separator: " ")
}
