import Feel

/// Worked examples: they must speak about what there is, and only about invented people.
enum Examples {
    /// What may be done in an example besides the actions of officials.
    static let acts: [ID] = ["lengkapi", "tarik", "tanda_tangan", "bayar", "tunggu"]

    static func check(_ draft: Draft) -> [Diagnostic] {
        let named = Set(draft.examples.compactMap { $0.word("service") })
        let bare = draft.services.filter { !named.contains($0.id) && !$0.runsElsewhere }
        return bare.map { noExample(of: $0, draft) }
            + draft.examples.flatMap { example -> [Diagnostic] in
                let known = draft.services.map(\.id)
                let service = Reference(.deadService, "layanan", example["service"], known)
                    .diagnose(in: draft)
                guard let id = example.word("service"),
                    let found = draft.services.first(where: { $0.id == id })
                else { return service }
                return ExampleCheck(example: example, service: found, draft: draft).all
            }
    }

    private static func noExample(of service: ServiceDraft, _ draft: Draft) -> Diagnostic {
        draft.diagnostic(
            .noExample,
            at: service.node.slot,
            "Layanan \"\(service.id)\" belum punya contoh.",
            fix: "Tulis satu perkara lengkap di folder examples, dengan orang karangan."
        )
    }
}

/// One example against the service that it is about.
struct ExampleCheck {
    let example: Node
    let service: ServiceDraft
    let draft: Draft

    var all: [Diagnostic] {
        var found: [Diagnostic] = []
        if let given = example["answers"] { found += answers(given) }
        for act in example.parts("acts") {
            let known = service.actions.map(\.id) + Examples.acts
            found += Reference(.exampleAct, "tindakan", act["do"], known).diagnose(in: draft)
            if let given = act["answers"] { found += answers(given) }
        }
        guard let expect = example["expect"] else { return found }
        let endings = Reference(
            .exampleTarget,
            "hasil akhir",
            expect["ending"],
            service.outcomes.map(\.id)
        )
        let steps = Reference(
            .exampleTarget,
            "langkah",
            expect["step"],
            service.steps.map(\.id)
        )
        return found + endings.diagnose(in: draft) + steps.diagnose(in: draft)
    }

    private func answers(_ given: Node) -> [Diagnostic] {
        given.children.flatMap { answer -> [Diagnostic] in
            if let question = service.question(answer.id) { return look(at: answer, question) }
            let ofApplicant = service.asksApplicantItself ? [] : Applicant.questions
            if let question = ofApplicant.first(where: { $0.id == answer.id }) {
                return people(
                    answer,
                    isNIK: question.type == .nik,
                    isPhone: question.type == .phone
                )
            }
            let known = service.questions.map(\.id) + service.questionsAboutApplicant
            if answer.id == Openness.question, known.contains(answer.id) { return [] }
            return [
                draft.diagnostic(
                    .exampleQuestion,
                    at: answer.slot,
                    "Layanan \"\(service.id)\" tidak punya pertanyaan \"\(answer.id)\".",
                    fix: Reference.suggestion(for: answer.id, among: known)
                )
            ]
        }
    }

    private func look(at answer: Node, _ question: QuestionDraft) -> [Diagnostic] {
        if question.type.kind == "group" {
            guard case .atom(let entries) = answer.tree else { return [] }
            return entries.enumerated().flatMap { index, entry -> [Diagnostic] in
                let node = Node(slot: answer.slot.child(ID(String(index))), tree: entry)
                return question.members.flatMap { member in
                    node[member.id].map { look(at: $0, member) } ?? []
                }
            }
        }
        return options(answer, question)
            + people(
                answer,
                isNIK: question.type.kind == "nik" || question.type.kind == "person",
                isPhone: question.type.kind == "phone"
            )
    }

    private func options(_ answer: Node, _ question: QuestionDraft) -> [Diagnostic] {
        guard question.type.isChoice else { return [] }
        let words: [Node] =
            if case .atom = answer.tree {
                answer.tree.parts(at: answer.slot)
            } else {
                [answer]
            }
        let known = question.type.options
        return words.compactMap { word in
            guard let text = word.tree.text, !known.contains(ID(text)) else { return nil }
            return draft.diagnostic(
                .exampleOption,
                at: word.slot,
                "\"\(text)\" bukan pilihan jawaban \"\(question.id)\".",
                fix: Reference.suggestion(for: ID(text), among: known)
            )
        }
    }

    /// Whoever reads an example must never meet a real person in it.
    private func people(_ answer: Node, isNIK: Bool, isPhone: Bool) -> [Diagnostic] {
        guard let text = answer.tree.text else { return [] }
        if isNIK, let nik = Self.nik(in: text), !NIK.isInvented(nik) {
            return [
                draft.diagnostic(
                    .realLookingNIK,
                    at: answer.slot,
                    "NIK \(nik) bisa milik orang sungguhan.",
                    fix: "Pakai NIK karangan, misalnya 1603084505900001."
                )
            ]
        }
        if isPhone, let phone = Phone.read(text), !Phone.isInvented(phone) {
            return [
                draft.diagnostic(
                    .realLookingPhone,
                    at: answer.slot,
                    "Nomor \(text) bisa milik orang sungguhan.",
                    fix: "Pakai nomor antara 0812-0000-0000 dan 0812-0000-9999."
                )
            ]
        }
        return []
    }

    private static func nik(in text: String) -> String? {
        text.split { !$0.isNumber }.map(String.init).first { $0.isDigits && $0.utf8.count == 16 }
    }
}

extension Tree {
    /// The parts of an atom as nodes.
    func parts(at slot: Slot) -> [Node] {
        guard case .atom(let parts) = self else { return [] }
        return parts.enumerated().map { Node(slot: slot.child(ID(String($0))), tree: $1) }
    }
}
