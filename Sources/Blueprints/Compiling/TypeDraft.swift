/// The type of a question as its one slot has it: all of it text still.
struct TypeDraft {
    let kind: String?
    let unit: String?
    let from: String?
    let to: String?
    let max: Int?
    let least: Int?
    let most: Int?
    let options: [ID]
    let formula: String?
    let within: String?

    init(_ slot: Node?) {
        var attributes = Node(slot: .root, tree: .record([:]))
        if let slot, case .atom(let parts) = slot.tree, let record = parts.first {
            attributes = Node(slot: slot.slot, tree: record)
        }
        kind = attributes.text("type")
        unit = attributes.text("unit")
        from = attributes.text("from")
        to = attributes.text("to")
        max = attributes.text("max").flatMap { Int($0) }
        least = attributes.text("least").flatMap { Int($0) }
        most = attributes.text("most").flatMap { Int($0) }
        options = attributes.texts("options").map { ID($0) }
        formula = attributes.text("is")
        within = attributes.text("within")
    }

    /// How many entries a group has where the file says nothing.
    static let mostEntries = 20

    var isChoice: Bool { kind == "choice" || kind == "choices" }

    /// The most that `max` may be.
    var mostOfMax: Int {
        switch kind {
        case "choices": Swift.max(options.count, 1)
        case "long text": 20_000
        default: 500
        }
    }

    /// The letters that a text may have where the file says nothing.
    var maxOrUsual: Int { max ?? (kind == "long text" ? 2000 : 200) }
}

extension QuestionDraft {
    /// Where a part of the type is said, or the type itself where nobody kept that.
    func slot(of part: ID) -> Slot { node.slot.child("type").child(part) }
}
