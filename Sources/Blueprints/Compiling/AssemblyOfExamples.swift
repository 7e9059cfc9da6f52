extension Example {
    /// An example as its file has it; nil where it says nothing about a service.
    init?(_ node: Node) {
        guard let service = node.word("service"), let sent = node.text("sent") else { return nil }
        self.init(
            id: node.id,
            title: node.text("title") ?? node.id.inWords,
            service: service,
            sent: sent,
            answers: Self.answers(node["answers"]),
            acts: node.parts("acts").compactMap(Self.act),
            expect: Self.expectation(node["expect"])
        )
    }

    private static func answers(_ node: Node?) -> [ID: ExampleAnswer] {
        var answers: [ID: ExampleAnswer] = [:]
        for child in node?.children ?? [] { answers[child.id] = ExampleAnswer(child.tree) }
        return answers
    }

    private static func act(_ node: Node) -> ExampleAct? {
        guard let act = node.word("do"), let at = node.text("at") else { return nil }
        return ExampleAct(
            act: act,
            at: at,
            note: node.text("note"),
            answers: answers(node["answers"])
        )
    }

    private static func expectation(_ node: Node?) -> ExampleExpectation {
        guard let node else { return ExampleExpectation() }
        var values: [ID: String] = [:]
        for value in node.things("values") { values[value.id] = value.tree.text }
        return ExampleExpectation(
            refused: node["refused"].map { _ in node.texts("refused") },
            ending: node.word("ending"),
            step: node.word("step"),
            stage: node.text("stage").flatMap { PublicStage(rawValue: $0) },
            due: node.text("due"),
            fee: node.text("fee").flatMap { Int64($0) },
            values: values
        )
    }
}

extension ExampleAnswer {
    /// An answer as its file has it.
    package init(_ tree: Tree) {
        switch tree {
        case .text(let text): self = .text(text)
        case .atom(let parts):
            let texts = parts.compactMap(\.text)
            self =
                texts.count == parts.count
                ? .several(texts) : .group(parts.map { Self.entry($0) })
        case .keyed:
            // A person's name and NIK, as one entry.
            self = .group([Self.entry(tree)])
        }
    }

    private static func entry(_ tree: Tree) -> [ID: ExampleAnswer] {
        var fields: [ID: ExampleAnswer] = [:]
        for (id, field) in tree.children { fields[id] = ExampleAnswer(field) }
        return fields
    }
}
