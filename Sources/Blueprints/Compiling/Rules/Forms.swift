import Feel

/// What a form's questions say about themselves.
enum Forms {
    static func check(_ draft: Draft) -> [Diagnostic] {
        let services = draft.services.flatMap { ofService($0, draft) }
        let fields = draft.registers.flatMap { $0.things("fields") }.map(QuestionDraft.init)
        return services + fields.flatMap { type($0, draft) }
    }

    private static func ofService(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        var found = pages(service, draft) + reserved(service, draft)
        for question in service.questions.flatMap({ [$0] + $0.members }) {
            found += type(question, draft)
            found += wording(question, draft)
        }
        return found
    }

    private static func pages(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        service.pages.filter { page in
            !service.questions.contains { $0.page == page.id }
        }.map { page in
            draft.diagnostic(
                .pageWithoutQuestions,
                at: page.slot,
                "Halaman \"\(page.id)\" tidak menanyakan apa pun.",
                fix: "Tambahkan pertanyaan, atau hapus halaman ini."
            )
        }
    }

    /// Names that mean something else wherever rules read them.
    private static func reserved(_ service: ServiceDraft, _ draft: Draft) -> [Diagnostic] {
        let ofApplicant = service.questionsAboutApplicant
        return service.questions.compactMap { question in
            if Names.reserved.contains(question.id.text) {
                return draft.diagnostic(
                    .reservedName,
                    at: question.node.slot,
                    "Nama \"\(question.id)\" sudah dipakai sistem.",
                    fix: "Beri nama lain, misalnya \"\(question.id)_pemohon\"."
                )
            }
            guard ofApplicant.contains(question.id) else { return nil }
            return draft.diagnostic(
                .reservedName,
                at: question.node.slot,
                "\"\(question.id)\" sudah ditanyakan di halaman pemohon.",
                fix: "Hapus pertanyaan ini, atau tulis sendiri halaman \"pemohon\"."
            )
        }
    }

    private static func type(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        bounds(question, draft) + options(question, draft) + sizes(question, draft)
            + needs(question, draft)
    }

    private static func bounds(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        guard let from = question.type.from, let to = question.type.to,
            let low = Decimal34(from), let high = Decimal34(to), low > high
        else { return [] }
        return [
            draft.diagnostic(
                .boundsCrossed,
                at: question.slot(of: "from"),
                "Batas bawah \(from) lebih besar dari batas atas \(to).",
                fix: "Mungkin tertukar: from: \(to), to: \(from).",
                notes: [draft.note(at: question.slot(of: "to"), "batas atasnya ada di sini")]
            )
        ]
    }

    private static func options(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        let type = question.type
        guard type.isChoice, type.options.count < 2 else { return [] }
        return [
            draft.diagnostic(
                .tooFewOptions,
                at: question.slot(of: "options"),
                "\"\(question.id)\" hanya punya \(type.options.count) pilihan, padahal perlu paling sedikit 2.",
                fix: "Tambahkan pilihan, atau pakai jenis yes/no."
            )
        ]
    }

    private static func sizes(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        let type = question.type
        var found: [Diagnostic] = []
        if let max = type.max {
            let most = type.mostOfMax
            if max < 1 || max > most {
                found.append(
                    draft.diagnostic(
                        .maxOutOfRange,
                        at: question.slot(of: "max"),
                        "\"max\" pada \"\(question.id)\" harus antara 1 dan \(most), bukan \(max)."
                    )
                )
            }
        }
        let least = type.least ?? 0
        let most = type.most ?? TypeDraft.mostEntries
        if type.kind == "group", least > most || least < 0 || most < 1 || most > 100 {
            found.append(
                draft.diagnostic(
                    .groupSize,
                    at: question.slot(of: type.least == nil ? "most" : "least"),
                    "Isian \"\(question.id)\" tidak bisa diulang \(least) sampai \(most) kali.",
                    fix:
                        "\"least\" tidak boleh lebih besar dari \"most\", dan \"most\" paling banyak 100."
                )
            )
        }
        return found
    }

    /// What a type cannot do without.
    private static func needs(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        let missing: (key: String, example: String)? =
            switch question.type.kind {
            case "computed" where question.type.formula == nil:
                ("is", "is: luas_kebun * 5000")
            case "group" where question.members.isEmpty:
                ("questions", "questions: { nama: { ask: Siapa namanya?, type: name } }")
            case "decimal" where question.type.unit == nil: ("unit", "unit: ha")
            default: nil
            }
        guard let missing else { return [] }
        return [
            draft.diagnostic(
                .typeNeedsMore,
                at: question.node.slot,
                "\"\(question.id)\" berjenis \(question.type.kind ?? "") dan memerlukan \"\(missing.key)\".",
                fix: "Contoh: \(missing.example)."
            )
        ]
    }

    private static func wording(_ question: QuestionDraft, _ draft: Draft) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let ask = question.node.text("ask"), ask.count > 120 {
            found.append(
                draft.diagnostic(
                    .questionTooLong,
                    at: question.node.slot.child("ask"),
                    "Pertanyaan ini \(ask.count) huruf, sebaiknya paling banyak 120.",
                    fix: "Pindahkan penjelasannya ke \"hint\" atau \"why\"."
                )
            )
        }
        for label in question.node.things("label") where label.tree.text?.count ?? 0 > 60 {
            found.append(
                draft.diagnostic(
                    .labelTooLong,
                    at: label.slot,
                    "Pilihan ini \(label.tree.text?.count ?? 0) huruf, sebaiknya paling banyak 60."
                )
            )
        }
        return found
    }
}
