import Blueprints
import Testing

/// Where things stand: parents, orders and additions in between.
@Suite struct PlaceTests {
    static func row(_ ids: String) -> Tree {
        .collection(ids.split(separator: " ").map { (ID(String($0)), .text("isi")) })
    }

    /// Ours, theirs and what comes of it; both written as the ids of one collection.
    struct Meeting: Sendable, CustomTestStringConvertible {
        let base, ours, theirs, result: String
        let testDescription: String
        var isConflict = false

        init(
            _ said: String,
            _ ids: (String, String, String),
            _ result: String,
            conflict: Bool = false
        ) {
            testDescription = said
            (base, ours, theirs) = ids
            self.result = result
            isConflict = conflict
        }
    }

    static let meetings = [
        Meeting("we reordered, they did not", ("a b c", "c a b", "a b c"), "c a b"),
        Meeting("they reordered, we did not", ("a b c", "a b c", "b c a"), "b c a"),
        Meeting("both the same way", ("a b c", "c b a", "c b a"), "c b a"),
        Meeting("both differently", ("a b c", "c a b", "b c a"), "b c a", conflict: true),
        Meeting("only ids that survive count", ("a b c", "c a b", "b a"), "b a"),
        Meeting("we moved what they removed", ("a b c", "c a b", "a b"), "a b"),
        Meeting("same anchor: theirs, then ours", ("a b", "a x b", "a y b"), "a y x b"),
        Meeting("at the front: theirs, then ours", ("a b", "x a b", "y a b"), "y x a b"),
        Meeting("chains stay together", ("a b", "a x1 x2 b", "a y1 y2 b"), "a y1 y2 x1 x2 b"),
        Meeting("the anchor was removed there", ("a b c", "a b x c", "a c"), "a x c"),
        Meeting("the front was removed there", ("a b c", "a x b c", "b c"), "x b c"),
        Meeting("our addition follows its moved anchor", ("a b c", "a x b c", "b c a"), "b c a x"),
        Meeting(
            "theirs follows the anchor that we moved",
            ("a b c", "c a b", "a y b c"),
            "c a y b"
        ),
        Meeting("we reorder, remove and add", ("a b c d", "d x a c", "a b y c d"), "d x a y c"),
        Meeting("everything was removed there", ("a b", "a x b", ""), "x"),
        Meeting("both add to nothing", ("", "x", "y"), "y x"),
        Meeting("both add the same", ("a", "a x", "a x y"), "a x y"),
    ]

    @Test(arguments: meetings)
    func `orders meet`(_ meeting: Meeting) {
        let tree = { (ids: String) in Tree.record(["rows": Self.row(ids)]) }
        let (base, ours, next) = (tree(meeting.base), tree(meeting.ours), tree(meeting.theirs))
        let outcome = rebase(diff(base, ours), from: base, onto: next, [])
        let (result, clashes) = apply(outcome.filter(\.1.applies).map(\.0), to: next)
        #expect(result == tree(meeting.result))
        #expect(clashes == [])
        let conflicts = outcome.filter { if case .conflict = $0.1 { true } else { false } }
        #expect(conflicts.map(\.0.at) == (meeting.isConflict ? ["rows/@order"] : []))
        let merge = merge3(base: base, ours: ours, theirs: next)
        #expect(merge.tree == result)
        #expect(merge.conflicts.map(\.at) == conflicts.map(\.0.at))
    }

    @Test func `a pure reorder is one edit, told over the ids that stay`() {
        let edits = diff(Self.row("a b c"), Self.row("c x b"))
        #expect(
            edits == [
                Edit(at: "@order", was: .atom(["b", "c"]), now: .atom(["c", "b"])),
                Edit(at: "a", was: "isi", now: nil),
                Edit(at: "x", was: nil, now: "isi", after: "c"),
            ]
        )
    }

    @Test func `a move by one side and a new wording by the other merge`() {
        let base = OutcomeTests.base
        let next = OutcomeTests.made(OutcomeTests.asksNama)
        let result = rebase([OutcomeTests.movesNama], from: base, onto: next, [])
        let tree = apply(result.filter(\.1.applies).map(\.0), to: next).0
        #expect(tree[at: "question/nama/ask"] == "Nama usaha?")
        #expect(tree[at: "question/nama/@in"] == "lain")
    }

    @Test func `two different moves are a conflict`() {
        let away = OutcomeTests.edit("question/nama/@in", "usaha", "akhir")
        let found = OutcomeTests.outcomes([OutcomeTests.movesNama], OutcomeTests.made(away))
        #expect(
            found == ["question/nama/@in": .conflict(at: "question/nama/@in", theirs: "akhir")]
        )
    }

    @Test func `fields of a record have no order to quarrel about`() {
        let base = Tree.record(["m": "1"])
        let ours = Tree.record(["m": "1", "z": "2"])
        let theirs = Tree.record(["a": "0", "m": "1"])
        let merge = merge3(base: base, ours: ours, theirs: theirs)
        #expect(merge == Merge(tree: .record(["a": "0", "m": "1", "z": "2"]), conflicts: []))
        #expect(diff(base, ours) == [Edit(at: "z", was: nil, now: "2")])
    }
}
