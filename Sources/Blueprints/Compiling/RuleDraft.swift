import Feel

/// A rule file: a decision table or a formula, as text still.
struct RuleDraft {
    let node: Node

    init(_ node: Node) { self.node = node }

    var isTable: Bool { node.text("kind") != "formula" }

    /// All expressions in which names of the service may stand.
    var sources: [(slot: Slot, text: String)] {
        guard isTable else {
            return node.text("is").map { [(node.slot.child("is"), $0)] } ?? []
        }
        return node.things("inputs").compactMap { input in
            input.tree.text.map { (input.slot, $0) }
        }
    }

    /// The table as the rule language reads it.
    var sheet: DecisionTable.Sheet {
        let inputs = node.things("inputs")
        let outputs = node.things("outputs")
        return DecisionTable.Sheet(
            policy: node.text("hit").flatMap { HitPolicy(rawValue: $0) } ?? .unique,
            inputs: inputs.map { DecisionTable.Input($0.tree.text ?? "") },
            outputs: outputs.map {
                DecisionTable.Result($0.id.text, type: Self.type($0.tree.text ?? ""))
            },
            rules: rows.map { cells in
                DecisionTable.Line(
                    when: Array(cells.prefix(inputs.count)),
                    then: Array(cells.dropFirst(inputs.count))
                )
            }
        )
    }

    private var rows: [[String]] {
        guard case .atom(let rows) = node.tree["rows"] else { return [] }
        return rows.map { row in
            guard case .atom(let cells) = row else { return [row.text ?? ""] }
            return cells.map { $0.text ?? "" }
        }
    }

    /// Rows whose cells are not one for each input and each output, by number and count.
    var misshapenRows: [(row: Int, found: Int, expected: Int)] {
        let expected = node.things("inputs").count + node.things("outputs").count
        return rows.enumerated().compactMap { index, cells in
            cells.count == expected ? nil : (index, cells.count, expected)
        }
    }

    /// The type that an output says it has; nil where it says nothing known.
    static func type(_ word: String) -> FeelType? {
        switch word {
        case "number": .number
        case "text", "string": .string
        case "yes/no", "boolean": .boolean
        case "date": .date
        default: nil
        }
    }

    /// Where a problem of the table stands.
    func slot(of place: TableProblem.Place) -> Slot {
        let inputs = node.things("inputs")
        let rows = node.slot.child("rows")
        func row(_ index: Int) -> Slot { rows.child(ID(String(index))) }
        switch place {
        case .table: return node.slot
        case .input(let column):
            return inputs.indices.contains(column) ? inputs[column].slot : node.slot
        case .output(let column):
            let outputs = node.things("outputs")
            return outputs.indices.contains(column) ? outputs[column].slot : node.slot
        case .rule(let index): return row(index)
        case .test(let index, let column): return row(index).child(ID(String(column)))
        case .result(let index, let column):
            return row(index).child(ID(String(column + inputs.count)))
        }
    }
}
