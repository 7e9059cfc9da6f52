/// Ways to bring files into registers: they must fill fields that there are, and all that must be.
enum Imports {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.imports.flatMap { bringing -> [Diagnostic] in
            let known = draft.registers.map(\.id)
            let dead = Reference(.deadRegister, "register", bringing["into"], known)
                .diagnose(in: draft)
            guard let name = bringing.word("into"),
                let register = draft.registers.first(where: { $0.id == name })
            else { return dead }
            let fields = register.things("fields").map(QuestionDraft.init)
            return bringing.things("fields").flatMap { source($0, fields, of: name, draft) }
                + unfilled(bringing, fields, of: name, draft)
        }
    }

    private static func source(
        _ source: Node,
        _ fields: [QuestionDraft],
        of register: ID,
        _ draft: Draft
    ) -> [Diagnostic] {
        guard let field = fields.first(where: { $0.id == source.id }) else {
            return [
                draft.diagnostic(
                    .deadField,
                    at: source.slot,
                    "Register \"\(register)\" tidak punya isian bernama \"\(source.id)\".",
                    fix: Reference.suggestion(for: source.id, among: fields.map(\.id))
                )
            ]
        }
        let origins = ["column", "value", "map"].filter { source[ID($0)] != nil }
        guard origins.count == 1 else {
            return [
                draft.diagnostic(
                    .sourceUnclear,
                    at: source.slot,
                    origins.isEmpty
                        ? "Isian \"\(field.id)\" tidak menyebut sumbernya."
                        : "Isian \"\(field.id)\" punya beberapa sumber: "
                            + "\(origins.joined(separator: ", ")).",
                    fix: "Pakai tepat satu: column, value, atau map."
                )
            ]
        }
        return [place(source, field), unit(source, field), fixed(source, field)]
            .compactMap(\.self).map { sentence, fix in
                draft.diagnostic(.sourceUnfit, at: source.slot, sentence, fix: fix)
            } + words(source, field, draft)
    }

    private typealias Unfit = (sentence: String, fix: String)

    /// A place gives points, boundaries and hectares, and they come from nowhere else.
    private static func place(_ source: Node, _ field: QuestionDraft) -> Unfit? {
        let (kind, isSize) = (field.type.kind ?? "", field.type.unit == "ha")
        if ["photo", "file", "group", "computed", "person"].contains(kind) {
            return ("Isian \"\(field.id)\" tidak bisa diisi dari berkas.", "Hapus baris ini.")
        }
        let isPlace = kind == "point" || kind == "area"
        if source["map"] != nil, !isPlace, !(kind == "decimal" && isSize) {
            return (
                "Letak di peta tidak bisa mengisi \"\(field.id)\".",
                "Pakai map untuk titik, batas, atau luas dalam ha."
            )
        }
        if source["map"] == nil, isPlace {
            return ("Isian \"\(field.id)\" diisi dari letak di peta.", "Tulis map: true.")
        }
        return nil
    }

    private static func unit(_ source: Node, _ field: QuestionDraft) -> Unfit? {
        guard let given = source.text("unit") else { return nil }
        if field.type.kind == "decimal", let wanted = field.type.unit,
            UnitOfFile.places(from: given, to: wanted) != nil
        {
            return nil
        }
        let wanted = field.type.unit.map { "dalam \($0)" } ?? "tanpa satuan"
        return (
            "Isian \"\(field.id)\" \(wanted) tidak bisa diisi dari \(given).",
            "Hapus unit, atau pilih satuan yang sejenis."
        )
    }

    private static func fixed(_ source: Node, _ field: QuestionDraft) -> Unfit? {
        guard field.type.isChoice, let value = source.text("value"),
            !field.type.options.contains(ID(value))
        else { return nil }
        return (
            "\"\(value)\" bukan pilihan \"\(field.id)\".",
            Reference.suggestion(for: ID(value), among: field.type.options)
                ?? "Pilih salah satunya."
        )
    }

    private static func words(
        _ source: Node,
        _ field: QuestionDraft,
        _ draft: Draft
    ) -> [Diagnostic] {
        source.things("words").filter { !field.type.options.contains($0.id) }.map { word in
            draft.diagnostic(
                .sourceUnfit,
                at: word.slot,
                "\"\(word.id)\" bukan pilihan \"\(field.id)\".",
                fix: Reference.suggestion(for: word.id, among: field.type.options)
            )
        }
    }

    private static func unfilled(
        _ bringing: Node,
        _ fields: [QuestionDraft],
        of register: ID,
        _ draft: Draft
    ) -> [Diagnostic] {
        let given = bringing.things("fields").map(\.id)
        let missing = fields.filter {
            !$0.mayBeAbsent && $0.type.kind != "computed" && !given.contains($0.id)
        }
        guard let first = missing.first else { return [] }
        let names = missing.map { "\"\($0.id)\"" }.joined(separator: ", ")
        return [
            draft.diagnostic(
                .importLeavesOut,
                at: bringing.slot.child("fields"),
                "Isian wajib register \"\(register)\" tidak diisi: \(names).",
                fix: "Contoh: \(first.id): judul kolomnya."
            )
        ]
    }
}
