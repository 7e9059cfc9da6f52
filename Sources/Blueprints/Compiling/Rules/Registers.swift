import Feel

/// Registers and what actions write into them.
enum Registers {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.registers.flatMap { unique($0, draft) }
            + draft.services.flatMap(\.actions).flatMap { writes($0, draft) }
    }

    private static func unique(_ register: Node, _ draft: Draft) -> [Diagnostic] {
        let fields = register.things("fields").map(\.id)
        return register.texts("unique").enumerated().compactMap { index, name in
            guard !fields.contains(ID(name)) else { return nil }
            return draft.diagnostic(
                .uniqueUnknown,
                at: register.slot.child("unique").child(ID(String(index))),
                "Register \"\(register.id)\" tidak punya isian bernama \"\(name)\".",
                fix: Reference.suggestion(for: ID(name), among: fields)
            )
        }
    }

    private static func writes(_ action: Node, _ draft: Draft) -> [Diagnostic] {
        guard let record = action["record"], let name = record.word("in"),
            let fields = RegisterField.all(of: name, in: draft)
        else { return [] }
        let written = record.children.filter { $0.id != "in" }
        let known = fields.map(\.id)
        let dead = written.filter { !known.contains($0.id) }.map {
            draft.diagnostic(
                .deadField,
                at: $0.slot,
                "Register \"\(name)\" tidak punya isian bernama \"\($0.id)\".",
                fix: Reference.suggestion(for: $0.id, among: known)
            )
        }
        let given = Set(written.map(\.id))
        let missing = fields.filter { $0.isRequired && !given.contains($0.id) }.map(\.id.text)
        guard !missing.isEmpty else { return dead }
        let words = missing.map { "\"\($0)\"" }.joined(separator: ", ")
        return dead + [
            draft.diagnostic(
                .fieldMissing,
                at: record.slot,
                "Isian wajib register \"\(name)\" belum diisi: \(words).",
                fix: "Contoh: \(missing[0]): nama_pertanyaan."
            )
        ]
    }
}

/// One field of a register, of this blueprint or of one that it requires.
struct RegisterField {
    let id: ID
    let type: FeelType
    let isRequired: Bool

    static func all(of register: ID, in draft: Draft) -> [RegisterField]? {
        if let own = draft.registers.first(where: { $0.id == register }) {
            return own.things("fields").map(QuestionDraft.init).map {
                RegisterField(
                    id: $0.id,
                    type: $0.feelType,
                    isRequired: !$0.mayBeAbsent && $0.type.kind != "computed"
                )
            }
        }
        return draft.required.first { $0.id == register }?.fields.map {
            RegisterField(
                id: $0.id,
                type: $0.feelType,
                isRequired: !$0.isOptional && $0.when == nil && !$0.type.isComputed
            )
        }
    }
}
