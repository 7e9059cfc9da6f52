/// One service of a draft, with its parts in the order in which they count.
struct ServiceDraft {
    let node: Node
    let pages: [Node]

    /// In the order in which they are asked: page by page.
    let questions: [QuestionDraft]
    let steps: [StepDraft]

    init(_ node: Node) {
        self.node = node
        pages = node.things("page")
        let all = node.things("question").map(QuestionDraft.init)
        let known = Set(pages.map(\.id))
        questions =
            pages.flatMap { page in all.filter { $0.page == page.id } }
            + all.filter { question in question.page.map { !known.contains($0) } ?? true }
        let actions = node.things("action")
        steps = node.things("step").map { step in
            StepDraft(node: step, actions: actions.filter { $0.parent == step.id })
        }
    }

    var id: ID { node.id }
    var checks: [Node] { node.things("check") }
    var outcomes: [Node] { node.things("outcome") }
    var notices: [Node] { node.things("notice") }
    var replies: [Node] { node.things("reply") }
    var actions: [Node] { node.things("action") }
    var runsElsewhere: Bool { node.text("runs") != nil }
    var allowsAnonymous: Bool { node.text("anonymous") == "allowed" }
    var allowsSecret: Bool { node.text("secret") == "allowed" }

    func question(_ id: ID) -> QuestionDraft? { questions.first { $0.id == id } }

    /// Whether the service asks who applies by its own page.
    var asksApplicantItself: Bool { pages.contains { $0.id == Applicant.page } }

    /// What is asked before the service's own pages.
    var questionsAboutApplicant: [ID] {
        if asksApplicantItself { return [] }
        let choice = allowsAnonymous || allowsSecret ? [Openness.question] : []
        return choice + Applicant.questions.map(\.id)
    }

    /// The step that a `withdraw: until STEP` names.
    var withdrawUntil: ID? {
        node.text("withdraw").map { text in
            let words = text.split(separator: " ")
            return ID(String(words.last ?? ""))
        }
    }
}

/// One step with the actions that stand in it.
struct StepDraft {
    let node: Node
    let actions: [Node]

    var id: ID { node.id }

    /// Where the actions lead: their `to`, and the outcome after waiting in vain.
    var targets: [ID] {
        actions.flatMap { [$0.word("to"), $0.word("then")].compactMap(\.self) }
    }
}

/// One question, its type read out of its one slot.
struct QuestionDraft {
    let node: Node
    let type: TypeDraft
    let page: ID?

    init(_ node: Node) {
        self.node = node
        page = node.parent
        type = TypeDraft(node["type"])
    }

    var id: ID { node.id }
    var isOptional: Bool { node.text("optional") != nil }
    var mayBeAbsent: Bool { isOptional || node["when"] != nil }
    var members: [QuestionDraft] { node.things("questions").map(QuestionDraft.init) }
}
