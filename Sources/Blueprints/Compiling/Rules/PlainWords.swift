/// Hints for whatever citizens read: short sentences, everyday words.
enum PlainWords {
    static func check(_ draft: Draft) -> [Diagnostic] {
        draft.services.flatMap { service in
            texts(of: service).flatMap { look(at: $0, draft) }
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
        return (own + asked + said + told).compactMap(\.self)
    }

    private static func look(at node: Node, _ draft: Draft) -> [Diagnostic] {
        guard let text = node.tree.text else { return [] }
        var found: [Diagnostic] = []
        if let words = PlainLanguage.longSentence(in: text) {
            found.append(
                draft.diagnostic(
                    .longSentence,
                    at: node.slot,
                    "Kalimat ini \(words) kata, sebaiknya paling banyak \(PlainLanguage.mostWords).",
                    fix: "Bagi menjadi dua kalimat."
                )
            )
        }
        if let (word, instead) = PlainLanguage.bureaucratic(in: text) {
            found.append(
                draft.diagnostic(
                    .officeWord,
                    at: node.slot,
                    "\"\(word)\" adalah bahasa kantor.",
                    fix: "Tulis \"\(instead)\"."
                )
            )
        }
        return found
    }
}
