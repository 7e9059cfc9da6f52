import Blueprints

/// Random versions of a small service, every kind of node among what changes.
///
/// A kind is changed with its siblings around it, so that an order, a removal above and an edit
/// inside meet as they do in real files.
struct ServiceGardener {
    var chance: Chance

    /// Where the nodes of a kind stand: a leaf with its values, or a whole thing.
    struct Place: Sendable {
        let kind: String
        let slot: Slot
        let values: [Tree]
    }

    static let kinds = [
        "text", "behaviour", "list", "type", "translation", "table rows", "hole", "place",
        "thing", "order",
    ]

    private static let service: Slot = "service/usaha"

    private static func leaf(_ kind: String, _ slot: Slot, _ values: [Tree]) -> Place {
        Place(kind: kind, slot: slot, values: values)
    }

    private static func rows(_ cells: [String]) -> Tree {
        .atom(cells.map { .atom([.text($0), .text("0")]) })
    }

    /// The leaves that come and go; the things stand in a collection of questions and of steps.
    static let leaves: [Place] = [
        leaf("text", "service/usaha/title", ["Surat", "Surat usaha", "Surat dagang"]),
        leaf("text", "service/usaha/standard/product", ["Surat", "Kartu", "Piagam"]),
        leaf("behaviour", "service/usaha/standard/fee", ["0", "10000", "25000"]),
        leaf("behaviour", "service/usaha/withdraw", ["until a", "until b", "until c"]),
        leaf(
            "list",
            "service/usaha/standard/requirements",
            [.atom(["KTP"]), .atom(["KTP", "Foto"]), .atom([])]
        ),
        leaf(
            "list",
            "service/usaha/search",
            [.atom(["surat"]), .atom(["surat", "usaha"]), .atom(["izin"])]
        ),
        leaf(
            "type",
            "service/usaha/question/q/type",
            ["text", "decimal", "date"].map { .atom([.record(["type": .text($0)])]) }
        ),
        leaf(
            "type",
            "service/usaha/question/r/type",
            ["text", "decimal", "date"].map { .atom([.record(["type": .text($0)])]) }
        ),
        leaf("translation", "text/en/service/usaha/title/text", ["Letter", "Permit", "Card"]),
        leaf("translation", "text/en/service/usaha/title/of", ["aa", "bb", "cc"]),
        leaf("table rows", "rule/tarif/rows", [rows(["1", "2"]), rows(["2", "1"]), rows(["1"])]),
        leaf("table rows", "rule/biaya/rows", [rows(["1", "2"]), rows(["2", "1"]), rows(["2"])]),
        leaf(
            "hole",
            "service/usaha/standard/legal_basis",
            [.hole("perbup"), .atom(["Perbup 12"]), .hole("perda")]
        ),
        leaf("hole", "service/usaha/owner", [.hole("unit"), "kelurahan", .hole("dinas")]),
        leaf("place", "service/usaha/question/q/@in", ["usaha", "kebun", "akhir"]),
        leaf("place", "service/usaha/question/r/@in", ["usaha", "kebun", "akhir"]),
    ]

    init(seed: Int) {
        chance = Chance(seed)
    }

    mutating func tree() -> Tree {
        var tree = Tree.record([
            "service": .record(["usaha": .record(["question": questions(), "step": steps()])])
        ])
        for leaf in Self.leaves where !chance.one(in: 3) {
            tree = tree.with(leaf.values.randomElement(using: &chance), at: leaf.slot.path[...])
        }
        return tree
    }

    private mutating func questions() -> Tree {
        // Two questions always stand, so that their leaves have a place.
        var entries: [(ID, Tree)] = [("q", .record([:])), ("r", .record(["ask": "R?"]))]
        for id in ["s", "t", "u"] as [ID] where !chance.one(in: 3) {
            entries.append((id, question()))
        }
        entries.shuffle(using: &chance)
        return .collection(entries)
    }

    private mutating func question() -> Tree {
        .record(["ask": .text(["A?", "B?"].randomElement(using: &chance) ?? "A?")])
    }

    private mutating func steps() -> Tree {
        let entries = (["a", "b", "c", "d"] as [ID]).filter { _ in !chance.one(in: 3) }
            .map { ($0, Tree.record(["within": "1 hari kerja"])) }
        return .collection(entries.shuffled(using: &chance))
    }

    /// Another version: some leaves set or removed, some things added, removed, changed, reordered.
    mutating func changed(_ tree: Tree) -> Tree {
        var tree = tree
        for leaf in Self.leaves where chance.one(in: 2) {
            let value = chance.one(in: 3) ? nil : leaf.values.randomElement(using: &chance)
            tree = tree.with(value, at: leaf.slot.path[...])
        }
        for collection in ["question", "step"] as [ID] {
            let slot = Self.service.child(collection)
            tree = tree.with(things(tree[at: slot], in: collection), at: slot.path[...])
        }
        return tree
    }

    private mutating func things(_ tree: Tree?, in collection: ID) -> Tree {
        var entries: [(ID, Tree)] = []
        for (id, child) in tree?.children ?? [] {
            let isFast = id == "q" || id == "r"
            if !isFast, chance.one(in: 4) { continue }
            entries.append((id, !isFast && chance.one(in: 3) ? reworded(child) : child))
        }
        for id in (collection == "question" ? ["s", "t", "u"] : ["a", "b", "c", "d"]) as [ID]
        where chance.one(in: 4) && !entries.contains(where: { $0.0 == id }) {
            let new = collection == "question" ? question() : .record(["within": "4 jam kerja"])
            entries.insert((id, new), at: Int.random(in: 0...entries.count, using: &chance))
        }
        // Two ways only, so that both sides often come to the same order.
        if chance.one(in: 2) {
            chance.one(in: 2) ? entries.reverse() : entries.sort { $0.0 < $1.0 }
        }
        return .collection(entries)
    }

    private mutating func reworded(_ thing: Tree) -> Tree {
        let word = Tree.text(["A?", "B?", "C?"].randomElement(using: &chance) ?? "A?")
        return thing.with(word, at: ["ask"])
    }

    /// The kind of node that a slot is one of.
    static func kind(of slot: Slot) -> String {
        if slot.last == .order { return "order" }
        if let leaf = leaves.first(where: { $0.slot == slot }) { return leaf.kind }
        return slot.path.count == 4 ? "thing" : "inside a thing"
    }
}

extension Tree {
    /// The same with a value at a path; nil takes it away.
    func with(_ value: Tree?, at path: ArraySlice<ID>) -> Tree {
        guard let first = path.first else { return value ?? self }
        guard case .keyed(var children, var order) = self else {
            return Tree.record([:]).with(value, at: path)
        }
        if path.count > 1 {
            let child = children[first] ?? .record([:])
            children[first] = child.with(value, at: path.dropFirst())
        } else {
            children[first] = value
            if value == nil { order.removeAll { $0 == first } }
        }
        return .keyed(children, order: order)
    }
}
