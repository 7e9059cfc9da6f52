/// Hints for whatever citizens read: short sentences, everyday words, somebody who acts.
enum PlainWords {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service -> [Diagnostic] in
            let texts = texts(of: service)
            let standard = service.node["standard"].map(parts) ?? []
            // Once is enough for a service: the first time need not be the first sentence.
            let explained = (texts.compactMap(\.tree.text) + standard)
                .reduce(into: Set<String>()) {
                    $0.formUnion(PlainLanguage.abbreviationsExplained(in: $1))
                }
            return texts.flatMap { look(at: $0, explained: explained, draft) }
        }
    }

    /// What citizens read of a service; the standard's wording is law's, not ours.
    private static func texts(of service: ServiceDraft) -> [Node] {
        let own = [service.node["title"], service.node["purpose"]]
        let asked = service.questions.flatMap { question in
            [question.node["ask"], question.node["hint"], question.node["why"]]
                + question.node.things("label")
        }
        let said = service.checks.map { $0["say"] } + service.pages.map { $0["title"] }
        let told = service.notices.flatMap { [$0["text"], $0["subject"]] }
        let ready = service.replies.map { $0["text"] }
        return (own + asked + said + told + ready).compactMap(\.self)
    }

    /// All texts of a standard.
    private static func parts(of standard: Node) -> [String] {
        standard.children.flatMap { child -> [String] in
            if case .atom(let parts) = child.tree { return parts.compactMap(\.text) }
            return [child.tree.text].compactMap(\.self)
        }
    }

    private static func look(at node: Node, explained: Set<String>, _ draft: Draft) -> [Diagnostic]
    {
        guard let text = node.tree.text else { return [] }
        return PlainLanguage.findings(in: text, explained: explained).map { finding in
            let (code, sentence, fix) = words(for: finding)
            return draft.diagnostic(code, at: node.slot, sentence, fix: fix)
        }
    }

    private static func words(
        for finding: PlainLanguage.Finding
    ) -> (code: SemanticCode, sentence: String, fix: String) {
        switch finding {
        case .longSentence(let words):
            (
                .longSentence,
                "Kalimat ini \(words) kata, sebaiknya paling banyak \(PlainLanguage.mostWords).",
                "Bagi menjadi dua kalimat."
            )
        case .officeWord(let word, let instead):
            (.officeWord, "\"\(word)\" adalah bahasa kantor.", "Tulis \"\(instead)\".")
        case .passives(let verbs):
            (
                .passiveChain,
                "Tidak terlihat siapa yang berbuat: \(verbs.joined(separator: ", ")).",
                "Sebutkan pelakunya, misalnya \"Petugas memeriksa berkas\"."
            )
        case .doubled(let word):
            (.doubledWord, "\"\(word)\" ada dua kali dalam satu kalimat.", "Bagi kalimatnya.")
        case .abbreviation(let word):
            (
                .abbreviation,
                "Singkatan \"\(word)\" tidak dijelaskan.",
                "Tulis panjangnya sekali, lalu singkatannya dalam kurung: (\(word))."
            )
        case .shouting:
            (.shouting, "Tanda seru terasa seperti membentak.", "Akhiri dengan titik.")
        }
    }
}
