import Feel

/// Registers and what actions write into them.
enum Registers {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.registers.flatMap { unique($0, draft) + typable($0, draft) }
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

    /// What is kept by hand is typed on one page: photos, files and groups are no part of it.
    private static func typable(_ register: Node, _ draft: Draft) -> [Diagnostic] {
        guard register["kept_by"] != nil else { return [] }
        return register.things("fields").map(QuestionDraft.init)
            .filter { ["photo", "file", "group"].contains($0.type.kind) && !$0.isOptional }
            .map { field in
                draft.diagnostic(
                    .notTypable,
                    at: field.node.slot,
                    "Isian \"\(field.id)\" tidak bisa diketik, padahal register ini diisi dengan tangan.",
                    fix: "Tulis optional: true, atau hapus kept_by."
                )
            }
    }

    private static func writes(_ action: Node, _ draft: Draft) -> [Diagnostic] {
        guard let record = action["record"], let name = record.word("in"),
            let fields = RegisterField.all(of: name, in: draft)
        else { return [] }
        let written = record.children.filter { !RegisterField.words.contains($0.id) }
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
        if let key = record.word("corrects") {
            return dead + correction(record, by: key, known: known, given: given, draft)
        }
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

extension Registers {
    /// A correction names its record by what stands once, and changes only what it gives.
    private static func correction(
        _ record: Node,
        by key: ID,
        known: [ID],
        given: Set<ID>,
        _ draft: Draft
    ) -> [Diagnostic] {
        guard let register = record.word("in") else { return [] }
        let slot = record.slot.child("corrects")
        guard known.contains(key) else {
            return [
                draft.diagnostic(
                    .deadField,
                    at: slot,
                    "Register \"\(register)\" tidak punya isian bernama \"\(key)\".",
                    fix: Reference.suggestion(for: key, among: known)
                )
            ]
        }
        guard RegisterField.keys(of: register, in: draft).unique == [key] else {
            return [
                draft.diagnostic(
                    .correctsNoKey,
                    at: slot,
                    "Isian \"\(key)\" register \"\(register)\" bisa dimiliki beberapa catatan, "
                        + "jadi tidak menunjuk catatan yang dibetulkan.",
                    fix: "Tulis unique: [\(key)] di register itu, atau pilih isian yang unik."
                )
            ]
        }
        guard !given.contains(key) else { return [] }
        return [
            draft.diagnostic(
                .fieldMissing,
                at: record.slot,
                "Isian wajib register \"\(register)\" belum diisi: \"\(key)\".",
                fix: "Contoh: \(key): nama_pertanyaan."
            )
        ]
    }
}

/// One field of a register, of this blueprint or of one that it requires.
struct RegisterField {
    let id: ID
    let type: FeelType
    let isRequired: Bool

    /// The same where a correction may leave it as it was.
    var optional: RegisterField { RegisterField(id: id, type: type, isRequired: false) }

    /// What stands beside the fields in a `record`.
    static let words: Set<ID> = ["in", "corrects"]

    /// By what the records of a register are held and found.
    static func keys(of register: ID, in draft: Draft) -> RegisterKeys {
        guard let own = draft.registers.first(where: { $0.id == register }) else {
            return draft.required.first { $0.id == register }?.keys ?? RegisterKeys()
        }
        return RegisterKeys(
            unique: own.texts("unique").map { ID($0) },
            found: own.things("fields").map(QuestionDraft.init)
                .filter { $0.type.kind == "nik" }.map(\.id)
        )
    }

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
