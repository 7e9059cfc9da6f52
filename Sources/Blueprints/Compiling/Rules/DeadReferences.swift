import Feel

/// Every word that names something declared elsewhere must find it.
///
/// Units and duties are free words here: the regency binds them.
enum DeadReferences {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            ofService(service, in: draft)
                + service.steps.flatMap { ofStep($0, of: service, in: draft) }
                + service.outcomes.flatMap { notice(of: $0, of: service, in: draft) }
                + ofPages(service, in: draft)
        }
    }

    private static func ofService(_ service: ServiceDraft, in draft: Draft) -> [Diagnostic] {
        let questions = service.questions.map(\.id)
        let steps = service.steps.map(\.id)
        var found = Reference(.deadQuestion, "pertanyaan", service.node["at"], questions)
            .diagnose(in: draft)
        if let until = service.withdrawUntil {
            let known = Set(steps)
            if !known.contains(until) {
                found.append(
                    draft.diagnostic(
                        .deadTarget,
                        at: service.node.slot.child("withdraw"),
                        "Tidak ada langkah bernama \"\(until)\".",
                        fix: Reference.suggestion(for: until, among: steps)
                    )
                )
            }
        }
        return found
    }

    private static func ofStep(
        _ step: StepDraft,
        of service: ServiceDraft,
        in draft: Draft
    ) -> [Diagnostic] {
        let outcomes = service.outcomes.map(\.id)
        let targets = service.steps.map(\.id) + outcomes
        let letters = draft.letters.map(\.id)
        let registers = draft.registers.map(\.id) + draft.required.map(\.id)
        var found = Reference(
            .deadQuestion,
            "pertanyaan",
            step.node["at"],
            service.questions.map(\.id)
        ).diagnose(in: draft)
        for action in step.actions {
            let references = [
                Reference(.deadTarget, "langkah atau hasil akhir", action["to"], targets),
                Reference(.deadTarget, "hasil akhir", action["then"], outcomes),
                Reference(.deadLetter, "surat", action["letter"], letters),
                Reference(.deadRegister, "register", action["record"]?["in"], registers),
            ]
            found += references.flatMap { $0.diagnose(in: draft) }
            found += notice(of: action, of: service, in: draft)
        }
        return found
    }

    private static func notice(
        of node: Node,
        of service: ServiceDraft,
        in draft: Draft
    ) -> [Diagnostic] {
        guard node.text("notify") != "none" else { return [] }
        return Reference(
            .deadNotice,
            "pemberitahuan",
            node["notify"],
            service.notices.map(\.id),
            otherwise: "Tulis teksnya di \"notices\", atau \"none\" jika memang tidak perlu."
        ).diagnose(in: draft)
    }

    /// A question can stand on a page that is gone only after an adaptation.
    private static func ofPages(_ service: ServiceDraft, in draft: Draft) -> [Diagnostic] {
        service.questions.flatMap { question in
            Reference(
                .deadPage,
                "halaman",
                question.node[.place],
                service.pages.map(\.id)
            ).diagnose(in: draft)
        }
    }
}

/// A word that names something, and what it may name.
struct Reference {
    let code: SemanticCode
    let noun: String
    let word: Node?
    let known: [ID]
    let otherwise: String?

    init(
        _ code: SemanticCode,
        _ noun: String,
        _ word: Node?,
        _ known: [ID],
        otherwise: String? = nil
    ) {
        self.code = code
        self.noun = noun
        self.word = word
        self.known = known
        self.otherwise = otherwise
    }

    func diagnose(in draft: Draft) -> [Diagnostic] {
        guard let word, let text = word.tree.text, !known.contains(ID(text)) else { return [] }
        return [
            draft.diagnostic(
                code,
                at: word.slot,
                "Tidak ada \(noun) bernama \"\(text)\".",
                fix: Self.suggestion(for: ID(text), among: known) ?? otherwise
            )
        ]
    }

    /// The nearest known word, or all of them where they are few.
    static func suggestion(for word: ID, among known: [ID]) -> String? {
        if let near = Nearest.to(word.text, among: known.map(\.text)) {
            return FeelWording.meant(near)
        }
        return FeelWording.listed(known.map(\.text))
    }
}
