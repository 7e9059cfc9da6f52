import Blueprints
import Testing

/// What fits is made, what does not is named.
@Suite struct ApplyTests {
    static let tree = Tree.record(["a": "1", "rows": .collection([("x", "1"), ("y", "2")])])

    /// An edit that cannot be made, and why.
    static let refused: [(Edit, Clash.Cause)] = [
        (Edit(at: "a", was: "2", now: "3"), .differs),
        (Edit(at: "a", was: nil, now: "3"), .differs),
        (Edit(at: "a/b", was: nil, now: "3"), .differs),
        (Edit(at: "b", was: "1", now: "2"), .differs),
        (Edit(at: "b", was: nil, now: nil), .meaningless),
        (Edit(at: .root, was: tree, now: nil), .meaningless),
        (Edit(at: "b", was: nil, now: "1", after: "a"), .noAnchor),
        (Edit(at: "rows/z", was: nil, now: "3", after: "w"), .noAnchor),
        (Edit(at: "rows/z", was: nil, now: "3", after: "z"), .noAnchor),
        (Edit(at: "rows/@order", was: .atom(["y", "x"]), now: .atom(["x"])), .meaningless),
        (Edit(at: "rows/@order", was: .atom(["x", "w"]), now: .atom(["w", "x"])), .differs),
        (Edit(at: "rows/@order", was: "x", now: "y"), .meaningless),
        (Edit(at: "rows/@order/x", was: nil, now: "y"), .meaningless),
    ]

    @Test(arguments: refused)
    func `an edit whose slot is not as it expects clashes`(edit: Edit, cause: Clash.Cause) {
        let (result, clashes) = apply([edit], to: Self.tree)
        #expect(result == Self.tree)
        #expect(clashes.map(\.edit) == [edit])
        #expect(clashes.map(\.cause) == [cause])
    }

    @Test func `two edits that want different things at one slot both clash`() {
        let edits = [Edit(at: "a", was: "1", now: "2"), Edit(at: "a", was: "1", now: "3")]
        let (result, clashes) = apply(edits, to: Self.tree)
        #expect(result == Self.tree)
        #expect(clashes.map(\.cause) == [.contradicted, .contradicted])
    }

    @Test func `an edit inside what another removes clashes, and the removal is made`() {
        let edits = [
            Edit(at: "rows/x", was: "1", now: "9"),
            Edit(at: "rows", was: Self.tree["rows"], now: nil),
        ]
        let (result, clashes) = apply(edits, to: Self.tree)
        #expect(result == .record(["a": "1"]))
        #expect(clashes.map(\.cause) == [.overlapped])
    }

    @Test func `an addition stands where its removed anchor stood`() {
        let edits = [
            Edit(at: "rows/x", was: "1", now: nil),
            Edit(at: "rows/z", was: nil, now: "3", after: "x"),
        ]
        let (result, clashes) = apply(edits, to: Self.tree)
        #expect(result["rows"]?.ids == ["z", "y"])
        #expect(clashes == [])
    }

    @Test func `several additions after one anchor stand in the order of their ids`() {
        let edits = ["r", "p", "q"].map {
            Edit(at: Slot("rows/\($0)"), was: nil, now: "3", after: "x")
        }
        #expect(apply(edits, to: Self.tree).0["rows"]?.ids == ["x", "p", "q", "r", "y"])
    }

    @Test func `without an anchor an addition comes first`() {
        let edit = Edit(at: "rows/z", was: nil, now: "3")
        #expect(apply([edit], to: Self.tree).0["rows"]?.ids == ["z", "x", "y"])
    }

    @Test func `adding or removing a thing is one edit`() {
        let thing = Tree.record(["ask": "?", "help": "!"])
        let (less, more) = (Tree.collection([]), Tree.collection([("q", thing)]))
        #expect(diff(less, more) == [Edit(at: "q", was: nil, now: thing, after: .first)])
        #expect(diff(more, less) == [Edit(at: "q", was: thing, now: nil)])
    }

    @Test func `two spellings that print alike are two texts`() {
        let (one, other) = (Tree.text("\u{e9}"), Tree.text("e\u{301}"))
        #expect(one != other)
        #expect(ID("\u{e9}") != ID("e\u{301}"))
        #expect(one.canonicalBytes != other.canonicalBytes)
    }

    @Test func `the bytes of a tree are a file format`() {
        let bytes = Self.tree.canonicalBytes
        #expect(String(decoding: bytes, as: UTF8.self) == "r2:k1:at1:1k4:rowsc2:k1:xt1:1k1:yt1:2")
        let atom = Tree.atom([.text("h\u{e9}")]).canonicalBytes
        #expect(String(decoding: atom, as: UTF8.self) == "a1:t3:h\u{e9}")
    }
}
