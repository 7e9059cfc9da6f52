import Feel

/// Puts one service together from a draft without errors.
///
/// Nothing is checked here any more; nil means that something is missing that no rule spoke of.
struct Assembly {
    let draft: Draft
    let service: ServiceDraft
    let read: ReadService
    let translations: Translations
    let blueprint: BlueprintName

    func publicService(digest: String, reach: [Slot]) -> PublicService? {
        guard let title = words(service.node["title"]), let standard = standard(),
            let owner = service.node.word("owner")
        else { return nil }
        var parts = PublicService.Parts(
            id: service.id,
            blueprint: blueprint,
            title: title,
            purpose: words(service.node["purpose"]) ?? "",
            owner: owner,
            standard: standard
        )
        parts.searchWords = service.node.texts("search")
        parts.topic = service.node.word("topic")
        parts.at = service.node.word("at")
        parts.personalData = personalData()
        parts.pages = service.pages.map(page)
        parts.questions = service.questions.compactMap { question($0) }
        parts.checks = service.checks.compactMap(check)
        parts.steps = service.steps.compactMap(step)
        parts.endings = service.outcomes.compactMap(ending)
        parts.withdrawUntil = service.withdrawUntil
        parts.reopen = Promises.span(service.node, "reopen")
        parts.allowsAnonymous = service.allowsAnonymous
        parts.allowsSecret = service.allowsSecret
        parts.address = service.node.text("address")
        parts.elsewhere = service.runsElsewhere ? parts.address : nil
        parts.connection = service.node.text("connection").flatMap(Connection.init(rawValue:))
        parts.letters = letters()
        parts.notices = notices()
        parts.replies = service.replies.compactMap(reply)
        parts.tables = read.tables
        parts.rules = read.rules
        parts.digest = digest
        parts.reach = reach
        return PublicService(parts)
    }

    func words(_ node: Node?) -> Words? { translations.words(node) }

    private func reply(_ node: Node) -> ReadyReply? {
        guard let use = node.text("for").flatMap(ReadyReply.Use.init),
            let text = words(node["text"])
        else { return nil }
        return ReadyReply(id: node.id, use: use, text: text)
    }

    /// A text, or a list of them: each with its translations.
    func list(_ node: Node?) -> [Words] {
        guard let node else { return [] }
        guard case .atom(let parts) = node.tree else { return words(node).map { [$0] } ?? [] }
        return parts.enumerated().compactMap { index, part in
            part.text.map {
                Words($0, translated: translations.translated(node.slot.child(ID(String(index)))))
            }
        }
    }

    private func standard() -> Standard? {
        guard let node = service.node["standard"], let time = Promises.span(node, "time"),
            let fee = fee(node["fee"])
        else { return nil }
        return Standard(time: time, fee: fee) { list(node[ID($0.rawValue)]) }
    }

    private func fee(_ node: Node?) -> Fee? {
        guard let node, let text = node.tree.text else { return nil }
        if let rupiah = Decimal34(text)?.whole { return .rupiah(Int64(rupiah)) }
        return read.formulas[node.slot].map { .computed($0) }
    }

    // MARK: The form

    private func page(_ node: Node) -> FormPage {
        FormPage(
            id: node.id,
            title: words(node["title"]) ?? Words(node.id.inWords.capitalizedFirst),
            questions: service.questions.filter { $0.page == node.id }.map(\.id)
        )
    }

    func question(_ question: QuestionDraft, page: ID? = nil) -> Question? {
        guard let type = type(of: question) else { return nil }
        let node = question.node
        return Question(
            id: question.id,
            page: page ?? question.page ?? "",
            ask: words(node["ask"]) ?? Words(question.id.inWords.capitalizedFirst),
            hint: words(node["hint"]),
            why: words(node["why"]),
            type: type,
            isOptional: question.isOptional,
            when: node["when"].flatMap { read.formulas[$0.slot] }
        )
    }

    private func check(_ node: Node) -> AnswerCheck? {
        guard let that = node["that"].flatMap({ read.formulas[$0.slot] }),
            let say = words(node["say"])
        else { return nil }
        return AnswerCheck(that: that, say: say)
    }

    // MARK: The way

    private func step(_ draft: StepDraft) -> Step? {
        let node = draft.node
        guard let stage = node.text("stage").flatMap({ PublicStage(rawValue: $0) }),
            let by = node.word("by"), let within = Promises.span(node, "within")
        else { return nil }
        return Step(
            id: draft.id,
            title: words(node["title"]) ?? Words(draft.id.inWords.capitalizedFirst),
            stage: stage,
            by: by,
            unit: node.word("unit"),
            at: node.word("at"),
            within: within,
            remind: Promises.span(node, "remind"),
            late: node.word("late"),
            legal: node["legal"].flatMap(legal),
            consult: node.texts("consult").map { ID($0) },
            actions: draft.actions.compactMap(action)
        )
    }

    private func legal(_ node: Node) -> LegalLimit? {
        guard let limit = Promises.span(node, "limit") else { return nil }
        let then = node.text("then").flatMap { LegalLimit.Effect(rawValue: $0) } ?? .warn
        return LegalLimit(limit: limit, then: then, basis: node.text("basis"))
    }

    private func action(_ node: Node) -> Action? {
        Action(
            id: node.id,
            label: words(node["label"]) ?? Words(node.id.inWords.capitalizedFirst),
            to: node.word("to").map(target),
            asksCitizen: asks(node),
            needs: Set(node.texts("needs").compactMap { Need(rawValue: $0) }),
            times: node.text("times").flatMap { Int($0) },
            letter: node.word("letter"),
            record: node["record"].flatMap(record),
            notify: notify(node),
            when: node["when"].flatMap { read.formulas[$0.slot] }
        )
    }

    private func target(_ id: ID) -> Target {
        service.steps.contains { $0.id == id } ? .step(id) : .outcome(id)
    }

    private func asks(_ node: Node) -> AskCitizen? {
        guard node["ask"] != nil, let waiting = Promises.span(node, "waiting"),
            let then = node.word("then")
        else { return nil }
        return AskCitizen(waiting: waiting, then: then)
    }

    private func record(_ node: Node) -> RecordWrite? {
        guard let register = node.word("in") else { return nil }
        var fields: [ID: Formula] = [:]
        for field in node.children where !RegisterField.words.contains(field.id) {
            fields[field.id] = read.formulas[field.slot]
        }
        return RecordWrite(
            register: register,
            fields: fields,
            corrects: node.word("corrects"),
            keys: RegisterField.keys(of: register, in: draft)
        )
    }

    private func notify(_ node: Node) -> NoticeChoice {
        guard let id = node.word("notify"), id != "none" else { return .none }
        return .notice(id)
    }

    private func ending(_ node: Node) -> CaseEnding? {
        guard let shows = node.text("shows").flatMap({ CaseEnding.EndState(rawValue: $0) }) else {
            return nil
        }
        return CaseEnding(
            id: node.id,
            shows: shows,
            survey: node.text("survey"),
            notify: notify(node),
            appeal: Promises.span(node, "appeal")
        )
    }
}
