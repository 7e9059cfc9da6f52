/// One node of a tree together with its address.
struct Node {
    let slot: Slot
    let tree: Tree

    var id: ID { slot.last ?? "" }

    /// A child; nil where the file says nothing.
    subscript(id: ID) -> Node? {
        tree[id].map { Node(slot: slot.child(id), tree: $0) }
    }

    /// The text of a child, when it is a text and not empty.
    func text(_ id: ID) -> String? {
        guard let text = tree[id]?.text, !text.trimmed.isEmpty else { return nil }
        return text
    }

    func word(_ id: ID) -> ID? { text(id).map { ID($0) } }

    /// The children of a child, in their order.
    func things(_ id: ID) -> [Node] { self[id]?.children ?? [] }

    var children: [Node] {
        tree.children.map { Node(slot: slot.child($0.id), tree: $0.tree) }
    }

    /// The texts of a leaf, an atom or a record of them, in order.
    ///
    /// Holes are left out.
    func texts(_ id: ID) -> [String] {
        switch tree[id] {
        case .text(let text): text.trimmed.isEmpty ? [] : [text]
        case .atom(let parts): parts.compactMap(\.text).filter { !$0.trimmed.isEmpty }
        case .keyed, nil: []
        }
    }

    /// Under which parent the thing stands.
    var parent: ID? { word(.place) }
}

/// The whole of a blueprint on its way from a tree to its types, as rules look at it.
struct Draft {
    let root: Node
    let places: [Slot: Place]
    let texts: TextsOfFiles

    /// The tree as the files have it, before the regency's own edits.
    let original: Tree

    /// The places of the regency's own edits, by the slots that they change.
    let edits: [Slot: Place]
    let services: [ServiceDraft]

    /// Registers of the blueprints that this one requires, by id.
    let required: [Register]

    /// What the publisher says of other versions' names and running cases.
    let moves: [RenamesOfVersion]

    init(_ folder: ReadFolder, _ overlaid: Overlaid, required: [Register]) {
        root = Node(slot: .root, tree: overlaid.tree)
        edits = overlaid.places
        places = folder.places
        texts = TextsOfFiles(folder.files)
        original = folder.tree
        moves = folder.renames
        self.required = required
        services = root.things("service").map(ServiceDraft.init)
    }

    var blueprint: Node? { root["blueprint"] }
    var registers: [Node] { root.things("register") }
    var rules: [Node] { root.things("rule") }
    var letters: [Node] { root.things("letter") }
    var examples: [Node] { root.things("example") }
    var imports: [Node] { root.things("import") }

    /// Where a slot stands in a file: its own place, or that of what it is part of.
    func place(of slot: Slot) -> Place {
        if let edit = edits.keys.filter({ $0.holds(slot) }).max(), let place = edits[edit] {
            return place
        }
        var slot = slot
        while !slot.path.isEmpty {
            if let place = places[slot] { return place }
            slot = slot.parent
        }
        return places[.root] ?? Place(file: "blueprint.yaml", line: 1, column: 1)
    }

    /// The place of a part of a slot's text; where nobody kept the slot, that of what holds it.
    func place(of slot: Slot, offset: Int) -> Place {
        let isEdited = edits.keys.contains { $0.holds(slot) }
        guard !isEdited, let exact = places[slot] else { return place(of: slot) }
        return texts.place(exact, offset: offset)
    }

    func diagnostic(
        _ code: SemanticCode,
        at slot: Slot,
        _ sentence: String,
        fix: String? = nil,
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue,
            severity: code.severity,
            place: place(of: slot),
            sentence: sentence,
            fix: fix,
            notes: notes
        )
    }

    func note(at slot: Slot, _ sentence: String) -> Diagnostic.Note {
        Diagnostic.Note(place: place(of: slot), sentence: sentence)
    }
}
