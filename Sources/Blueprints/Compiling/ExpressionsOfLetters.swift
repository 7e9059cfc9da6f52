import Feel

extension FormulaReader {
    /// Reads the expressions of a letter in the scope of this service.
    mutating func readLetter(_ letter: Node) {
        let reach = Reach(extra: Names.ofLetters)
        for key in ["subject", "to"] as [ID] {
            readSentence(letter[key], reach: reach) { $0.lookAtPrinted($1, at: $2) }
        }
        for shown in letter.things("shows") {
            guard let value = shown.labelledValue, let source = value.tree.text else { continue }
            if let formula = read(source, at: value.slot, reach: reach) {
                lookAtPrinted(formula, at: value.slot)
            }
        }
        for block in letter.things("block") { read(block, reach: reach) }
    }

    private mutating func read(_ block: Node, reach: Reach) {
        let isGuarded = block["when"] != nil
        if let when = block["when"], let source = when.tree.text {
            read(source, at: when.slot, expecting: .boolean, reach: reach)
        }
        func look(_ reader: inout FormulaReader, _ formula: Formula, _ slot: Slot) {
            reader.lookAtPrinted(formula, at: slot, isGuarded: isGuarded)
        }
        readSentence(block["text"], reach: reach, look: look)
        for row in block.things("rows") {
            readSentence(row.labelledValue, reach: reach, look: look)
        }
        for item in block.parts("list") { readSentence(item, reach: reach, look: look) }
        guard let each = block["each"], let source = each.tree.text else { return }
        let list = read(source, at: each.slot, reach: reach)
        var inner = reach
        let item = item(of: list, at: each.slot)
        inner.extra["item"] = item
        // The parts of an entry are names of their own, too: {nama} and {item.nama} are the same.
        if case .context(let parts) = item { inner.extra.merge(parts) { _, part in part } }
        for column in block.things("columns") {
            readSentence(column.labelledValue, reach: inner)
        }
    }

    /// The type of one entry of what `each` goes through.
    private mutating func item(of list: Formula?, at slot: Slot) -> FeelType {
        guard let list else { return .any }
        switch list.type.present {
        case .list(let item): return item
        case .any: return .any
        default:
            report(
                draft.diagnostic(
                    .eachIsNoList,
                    at: slot,
                    "\"each\" memerlukan daftar, sedangkan \"\(list.source)\" adalah \(list.type.words).",
                    fix: "Pakai pertanyaan berjenis group atau choices."
                )
            )
            return .any
        }
    }

    /// What is printed must be printable, and should not leave a hole in the sentence.
    private mutating func lookAtPrinted(
        _ formula: Formula,
        at slot: Slot,
        isGuarded: Bool = false
    ) {
        switch formula.type.present {
        case .function, .range:
            report(
                draft.diagnostic(
                    .notPrintable,
                    at: slot,
                    "{\(formula.source)} adalah \(formula.type.words), jadi tidak bisa dicetak."
                )
            )
        default: break
        }
        guard formula.type.isOptional, !isGuarded else { return }
        report(
            draft.diagnostic(
                .mayBeBlank,
                at: slot,
                "{\(formula.source)} bisa kosong di surat: jawabannya tidak selalu ada.",
                fix: "Beri alinea ini \"when:\", atau tanyakan selalu."
            )
        )
    }
}

extension Node {
    /// The value that stands behind a label.
    var labelledValue: Node? { self["value"] }

    /// The label itself.
    var label: String { text("label") ?? id.inWords }

    /// The parts of an atom, each at its place in the list.
    func parts(_ id: ID) -> [Node] {
        guard let list = self[id] else { return [] }
        guard case .atom(let parts) = list.tree else { return [list] }
        return parts.enumerated().map { index, part in
            Node(slot: list.slot.child(ID(String(index))), tree: part)
        }
    }
}
