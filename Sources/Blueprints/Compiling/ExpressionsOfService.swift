import Feel

extension FormulaReader {
    /// Reads everything of the service that is an expression.
    mutating func readAll() -> ReadService {
        for (order, question) in service.questions.enumerated() { read(question, order: order) }
        for check in service.checks { readCheck(check) }
        for action in service.actions { readAction(action) }
        readFee()
        for notice in service.notices {
            for key in ["text", "subject"] as [ID] {
                readSentence(notice[key], reach: Reach(extra: Names.ofNotices))
                readTranslations(of: notice.slot.child(key))
            }
        }
        var read: Set<ID> = []
        for action in service.actions {
            guard let id = action.word("letter"), read.insert(id).inserted,
                let letter = draft.letters.first(where: { $0.id == id })
            else { continue }
            readLetter(letter)
        }
        return result
    }

    /// What a notice says in other languages has expressions too.
    private mutating func readTranslations(of slot: Slot) {
        for language in draft.root.things("text") {
            let there = Slot(language.slot.path + slot.path + ["text"])
            guard let text = draft.root.tree[at: there] else { continue }
            readSentence(
                Node(slot: there, tree: text),
                reach: Reach(extra: Names.ofNotices)
            )
        }
    }

    private mutating func read(_ question: QuestionDraft, order: Int) {
        let page = service.pages.firstIndex { $0.id == question.page } ?? service.pages.count
        let reach = Reach(lastPage: page, before: order)
        if let when = question.node["when"], let source = when.tree.text {
            let formula = read(source, at: when.slot, expecting: .boolean, reach: reach)
            reportConstant(formula, at: when.slot, "Syarat ini selalu sama")
        }
        if question.type.kind == "computed" { resolve(question.id.text) }
        readBounds(of: question, reach: reach)
        var siblings: [String: FeelType] = [:]
        for member in question.members {
            let reach = Reach(extra: siblings, isClosed: true)
            if let when = member.node["when"], let source = when.tree.text {
                read(source, at: when.slot, expecting: .boolean, reach: reach)
            }
            readBounds(of: member, reach: reach)
            siblings[member.id.text] = member.feelType
        }
    }

    /// Bounds of dates are expressions; those of numbers are numbers, which reading made sure of.
    private mutating func readBounds(of question: QuestionDraft, reach: Reach) {
        for (key, text) in [("from", question.type.from), ("to", question.type.to)] {
            guard let text else { continue }
            let slot = question.slot(of: ID(key))
            guard question.type.kind == "date" else { continue }
            read(text, at: slot, expecting: .date, reach: reach)
        }
    }

    private mutating func readCheck(_ check: Node) {
        guard let that = check["that"], let source = that.tree.text else { return }
        let formula = read(source, at: that.slot, expecting: .boolean)
        reportConstant(formula, at: that.slot, "Pemeriksaan ini selalu sama")
    }

    private mutating func reportConstant(_ formula: Formula?, at slot: Slot, _ what: String) {
        guard let formula, formula.names.isEmpty else { return }
        report(
            draft.diagnostic(
                .neverFails,
                at: slot,
                "\(what): tidak membaca satu jawaban pun.",
                fix: "Bandingkan dengan sebuah jawaban, atau hapus."
            )
        )
    }

    private mutating func readAction(_ action: Node) {
        if let when = action["when"], let source = when.tree.text {
            let formula = read(source, at: when.slot, expecting: .boolean)
            reportConstant(formula, at: when.slot, "Syarat ini selalu sama")
        }
        guard let record = action["record"], let register = record.word("in"),
            let fields = RegisterField.all(of: register, in: draft)
        else { return }
        for value in record.children where !RegisterField.words.contains(value.id) {
            guard let source = value.tree.text,
                let field = fields.first(where: { $0.id == value.id })
            else { continue }
            let reach = Reach(extra: Names.ofRecords)
            guard let formula = read(source, at: value.slot, reach: reach) else { continue }
            let stays = record["corrects"] != nil && record.word("corrects") != field.id
            reportMisfit(formula, in: stays ? field.optional : field, of: register, at: value.slot)
        }
    }

    private mutating func reportMisfit(
        _ formula: Formula,
        in field: RegisterField,
        of register: ID,
        at slot: Slot
    ) {
        if !formula.type.suits(field.type) {
            report(
                draft.diagnostic(
                    .fieldWrongType,
                    at: slot,
                    "Isian \"\(field.id)\" register \"\(register)\" memerlukan \(field.type.words), "
                        + "bukan \(formula.type.words)."
                )
            )
        } else if field.isRequired, formula.type.isOptional {
            report(
                draft.diagnostic(
                    .mayBeAbsent,
                    at: slot,
                    "Isian wajib \"\(field.id)\" bisa kosong: \"\(formula.source)\" tidak selalu dijawab.",
                    fix: "Jadikan isian register itu optional, atau tanyakan selalu."
                )
            )
        }
    }

    private mutating func readFee() {
        guard let fee = service.node["standard"]?["fee"], let text = fee.tree.text else { return }
        // That a number is whole rupiah, reading made sure of.
        guard Decimal34(text) == nil else { return }
        guard let formula = read(text, at: fee.slot, expecting: .number), formula.type.isOptional
        else { return }
        report(
            draft.diagnostic(
                .mayBeAbsent,
                at: fee.slot,
                "Biaya bisa kosong: ada jawaban di rumus ini yang tidak selalu ada.",
                fix: "Contoh: if luas_kebun = null then 0 else luas_kebun * 5000."
            )
        )
    }

    /// Reads a text with expressions in braces.
    mutating func readSentence(
        _ node: Node?,
        reach: Reach = Reach(),
        look: (inout FormulaReader, Formula, Slot) -> Void = { _, _, _ in }
    ) {
        guard let node, let text = node.tree.text else { return }
        let cut = SentencePieces(text)
        if let brace = cut.loneBrace {
            report(
                Diagnostic(
                    code: SemanticCode.sentenceBraces.rawValue,
                    place: draft.place(of: node.slot, offset: brace),
                    sentence: "Kurung kurawal ini tidak punya pasangan."
                )
            )
            return
        }
        var parts: [Sentence.Part] = []
        for piece in cut.pieces {
            switch piece {
            case .text(let words): parts.append(.text(words))
            case .expression(let source, let offset):
                let formula = readPart(source, at: node.slot, offset: offset, reach: reach)
                guard let formula else { continue }
                look(&self, formula, node.slot)
                parts.append(.value(formula))
            }
        }
        keep(Sentence(parts: parts), at: node.slot)
    }
}
