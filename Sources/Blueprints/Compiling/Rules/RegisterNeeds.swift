import Feel

/// What features of the program read from registers must be there.
enum RegisterNeeds {
    static func check(_ draft: Draft, _ needs: [RegisterNeed]) -> [Diagnostic] {
        guard let node = draft.blueprint, let publisher = node.text("publisher"),
            let name = node.word("name")
        else { return [] }
        return needs.filter { $0.blueprint == "\(publisher)/\(name)" }.flatMap { need in
            unmet(need, draft)
        }
    }

    private static func unmet(_ need: RegisterNeed, _ draft: Draft) -> [Diagnostic] {
        guard let register = draft.registers.first(where: { $0.id == need.register }) else {
            let reader = need.reader
            return [
                draft.diagnostic(
                    .needUnmet,
                    at: Slot(["blueprint"]),
                    "Register \"\(need.register)\" tidak ada, padahal dibaca oleh \(reader).",
                    fix: "Kembalikan registers/\(need.register).yaml."
                )
            ]
        }
        let fields = register.things("fields").map(QuestionDraft.init)
        return need.fields.compactMap { wanted in
            let found = fields.first { $0.id == wanted.id }
            guard let why = misfit(wanted, found) else { return nil }
            return draft.diagnostic(
                .needUnmet,
                at: found?.node.slot ?? register.slot,
                "Isian \"\(wanted.id)\" register \"\(need.register)\" \(why), "
                    + "padahal dibaca oleh \(need.reader).",
                fix: "Tulis \(wanted.id) dengan jenis \(wanted.words)"
                    + (wanted.mayBeAbsent ? "." : ", tanpa optional dan tanpa when.")
            )
        }
    }

    private static func misfit(_ wanted: RegisterNeed.Field, _ field: QuestionDraft?) -> String? {
        guard let field else { return "tidak ada" }
        if field.type.kind != wanted.type { return "berjenis \(field.type.kind ?? "lain")" }
        if let unit = wanted.unit, field.type.unit != unit {
            return "bersatuan \(field.type.unit ?? "lain")"
        }
        if field.mayBeAbsent, !wanted.mayBeAbsent { return "boleh kosong" }
        return nil
    }
}
