import Blueprints

/// Numbers that a seed repeats.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func one(in count: Int) -> Bool {
        Int.random(in: 0..<count, using: &self) == 0
    }
}

/// Grows random trees and changes them.
///
/// A tame one lets the slot decide what kind of node stands there, as `Shape` does; a wild one does not.
struct Gardener {
    var chance: Chance
    let isWild: Bool

    init(seed: Int, isWild: Bool = false) {
        chance = Chance(seed)
        self.isWild = isWild
    }

    /// A tree with a keyed root.
    mutating func tree() -> Tree {
        node(.root, depth: 0)
    }

    /// Two or three small ids collide often, which is what finds mistakes.
    private mutating func node(_ slot: Slot, depth: Int) -> Tree {
        if depth > 0, depth > 3 || chance.one(in: 3) { return leaf() }
        let count = Int.random(in: 0...5, using: &chance)
        let entries = (0..<count).map { _ in child(of: slot, depth: depth) }
        return keyed(entries, at: slot)
    }

    private mutating func child(of slot: Slot, depth: Int) -> (ID, Tree) {
        let id = ID(["a", "b", "c", "d", "e", "f", "g"].randomElement(using: &chance) ?? "a")
        return (id, node(slot.child(id), depth: depth + 1))
    }

    private mutating func leaf() -> Tree {
        let text = Tree.text(["", "satu", "dua", "tiga"].randomElement(using: &chance) ?? "")
        return chance.one(in: 4) ? .atom([text, .text("x")]) : text
    }

    private mutating func keyed(_ entries: [(ID, Tree)], at slot: Slot) -> Tree {
        let isRecord = isWild ? chance.one(in: 2) : slot.last.map { $0 < "c" } ?? false
        let tree = Tree.collection(entries)
        guard isRecord, case .keyed(let children, _) = tree else { return tree }
        return .record(children)
    }

    /// The tree after some changes here and there.
    mutating func changed(_ tree: Tree, at slot: Slot = .root) -> Tree {
        guard tree.isKeyed else { return chance.one(in: 4) ? node(slot, depth: 3) : tree }
        if slot != .root, chance.one(in: 12) { return node(slot, depth: slot.path.count) }
        if isWild, chance.one(in: 20) {
            return keyed(tree.children.map { ($0.id, $0.tree) }, at: slot)
        }
        var entries: [(ID, Tree)] = []
        for (id, child) in tree.children where !chance.one(in: 7) {
            entries.append((id, chance.one(in: 3) ? changed(child, at: slot.child(id)) : child))
        }
        while chance.one(in: 3) {
            let place = Int.random(in: 0...entries.count, using: &chance)
            entries.insert(child(of: slot, depth: slot.path.count), at: place)
        }
        if chance.one(in: 4) { entries.shuffle(using: &chance) }
        // A repeated id would take its first place; a record has none.
        guard case .keyed(let children, let order) = Tree.collection(entries) else { return tree }
        if tree.ids.isEmpty, !tree.children.isEmpty { return .record(children) }
        return tree.children.isEmpty ? keyed(entries, at: slot) : .keyed(children, order: order)
    }

    /// Another version: changed a little, changed a lot, or grown from nothing.
    mutating func version(of tree: Tree) -> Tree {
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: self.tree()
        case 1: changed(changed(changed(tree)))
        default: changed(tree)
        }
    }

    /// Edits that were never one difference: parts of two, some of them stale or at odds.
    mutating func looseEdits(on tree: Tree) -> [Edit] {
        let one = diff(tree, changed(tree))
        let two = diff(changed(tree), changed(tree))
        var edits = (one + two).filter { _ in !chance.one(in: 4) }
        let twins = edits.filter { _ in chance.one(in: 5) }
        let again = Why(reason: "sama", author: "Dewi", date: "2026-03-01")
        edits += twins.map {
            Edit(at: $0.at, was: $0.was, now: $0.now, after: $0.after, why: again)
        }
        edits.shuffle(using: &chance)
        return edits
    }

    /// New ids for some of what the tree has, some of them swaps and chains.
    mutating func renames(on tree: Tree) -> [Rename] {
        var renames: [Rename] = []
        for slot in Self.slots(of: tree) where chance.one(in: 5) {
            guard let id = slot.last else { continue }
            let siblings = tree[at: slot.parent]?.children.map(\.id) ?? []
            let swap = siblings.randomElement(using: &chance)
            if chance.one(in: 3), let swap, swap != id {
                let other = slot.parent.child(swap)
                renames += [Rename(from: slot, to: other), Rename(from: other, to: slot)]
            } else {
                // Never an id that a side may add: those carry the local prefix.
                let new = chance.one(in: 4) ? ID("h") : ID("\(id)_baru")
                renames.append(Rename(from: slot, to: slot.parent.child(new)))
            }
        }
        return renames
    }

    static func slots(of tree: Tree, at slot: Slot = .root) -> [Slot] {
        tree.children.flatMap { id, child in
            [slot.child(id)] + slots(of: child, at: slot.child(id))
        }
    }
}
