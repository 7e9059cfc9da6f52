import Feel

extension Draft {
    /// A row of a decision table with too few or too many cells.
    func diagnostic(
        ofRow row: (row: Int, found: Int, expected: Int),
        in rule: RuleDraft
    ) -> Diagnostic {
        diagnostic(
            .tableShape,
            at: rule.slot(of: .rule(row.row)),
            "Baris ini punya \(row.found) sel, seharusnya \(row.expected).",
            fix: "Satu sel untuk tiap masukan dan tiap hasil."
        )
    }
}

extension FormulaReader {
    /// A problem of a decision table, at its cell.
    func diagnostic(_ problem: TableProblem, of rule: RuleDraft) -> Diagnostic {
        let slot = rule.slot(of: problem.place)
        switch problem.kind {
        case .formula(let inner):
            let source = rule.text(of: problem.place)
            return diagnostic(inner, of: source, at: slot, offset: 0)
        case .shape, .noRules:
            return draft.diagnostic(.tableShape, at: slot, problem.sentence, fix: problem.fix)
        case .overlap(let other, let example):
            let first = rule.node.slot.child("rows").child(ID(String(other)))
            return draft.diagnostic(
                .tableOverlap,
                at: slot,
                "Dua baris cocok sekaligus, misalnya untuk \(example).",
                fix: "Persempit salah satunya, atau pakai hit: F (baris pertama yang cocok).",
                notes: [draft.note(at: first, "yang pertama ada di sini")]
            )
        case .gap(let example):
            return draft.diagnostic(
                .tableGap,
                at: slot,
                "Tidak ada baris yang cocok untuk \(example).",
                fix: "Tambahkan baris, atau baris terakhir dengan \"-\"."
            )
        case .unreachable(let other):
            let first = rule.node.slot.child("rows").child(ID(String(other)))
            return draft.diagnostic(
                .tableRuleUnreachable,
                at: slot,
                "Baris ini tidak pernah terpakai: baris sebelumnya sudah cocok untuk semuanya.",
                notes: [draft.note(at: first, "baris itu ada di sini")]
            )
        }
    }
}

extension RuleDraft {
    func text(of place: TableProblem.Place) -> String {
        let sheet = sheet
        switch place {
        case .table, .rule: return ""
        case .input(let column):
            return sheet.inputs.indices.contains(column) ? sheet.inputs[column].expression : ""
        case .output: return ""
        case .test(let rule, let column):
            return Self.cell(sheet.rules, rule, column, \.when)
        case .result(let rule, let column):
            return Self.cell(sheet.rules, rule, column, \.then)
        }
    }

    private static func cell(
        _ rules: [DecisionTable.Line],
        _ rule: Int,
        _ column: Int,
        _ part: (DecisionTable.Line) -> [String]
    ) -> String {
        guard rules.indices.contains(rule) else { return "" }
        let cells = part(rules[rule])
        return cells.indices.contains(column) ? cells[column] : ""
    }
}
