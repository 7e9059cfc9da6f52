package import Feel

/// The answers of one form as rules see them: by question, checked and typed.
///
/// What is absent is not in it. Computed values stand in it only after `settled(for:today:)`.
package struct TypedAnswers: Hashable, Sendable {
    package private(set) var values: [ID: FeelValue]

    package init(_ values: [ID: FeelValue] = [:]) {
        self.values = values.filter { !$0.value.isNull }
    }

    package subscript(id: ID) -> FeelValue? {
        get { values[id] }
        set { values[id] = newValue.flatMap { $0.isNull ? nil : $0 } }
    }

    /// The names that a formula reads: every answer, and the day on which it is read.
    package func names(
        today: FeelDate,
        rules: Rulebook = .none
    ) -> [String: FeelValue] {
        var names = Dictionary(
            values.map { ($0.key.text, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        names["hari_ini"] = .date(today)
        return rules.applied(to: names)
    }
}

extension TypedAnswers {
    /// The answers that count: those of questions that are asked, and the computed values.
    ///
    /// An answer that was given before its question fell away is left out, so what was hidden can
    /// decide nothing. Answers that the service does not ask for (the applicant's) are kept.
    package func settled(
        for questions: some Collection<Question>,
        today: FeelDate,
        rules: Rulebook = .none
    ) -> TypedAnswers {
        var settling = Settling(self, today: today, rules: rules)
        for question in questions where question.type.isComputed { settling[question.id] = nil }
        var open: [Question] = []
        for question in questions {
            guard settling.asks(question) else {
                settling[question.id] = nil
                continue
            }
            if question.type.isComputed { open.append(question) }
            if !open.isEmpty { settling.compute(&open) }
        }
        return settling.answers
    }
}

/// Answers on their way to be settled, with the names that formulas read of them.
///
/// The names are put together once and changed with each answer: a form asks for them at every
/// question.
private struct Settling {
    private(set) var answers: TypedAnswers
    private let rules: Rulebook

    /// The answers and the day, before any rule.
    private var plain: [String: FeelValue]

    init(_ answers: TypedAnswers, today: FeelDate, rules: Rulebook) {
        self.answers = answers
        self.rules = rules
        plain = answers.names(today: today)
    }

    subscript(id: ID) -> FeelValue? {
        get { answers[id] }
        set {
            answers[id] = newValue
            plain[id.text] = answers[id]
        }
    }

    func asks(_ question: Question) -> Bool {
        guard let when = question.when else { return true }
        return when.value(rules.applied(to: plain)).isTrue
    }

    /// Works out what can be worked out; what still waits for another value stays in the list.
    mutating func compute(_ open: inout [Question]) {
        var hasChanged = true
        while hasChanged, !open.isEmpty {
            hasChanged = false
            for (index, question) in open.enumerated().reversed() {
                guard case .computed(let formula) = question.type else { continue }
                let value = formula.value(rules.applied(to: plain))
                guard !value.isNull else { continue }
                self[question.id] = value
                open.remove(at: index)
                hasChanged = true
            }
        }
    }
}

/// Whether a question is put, given the answers so far: its `when` is true, not only "not false".
package func isAsked(
    _ question: Question,
    given answers: TypedAnswers,
    today: FeelDate,
    rules: Rulebook = .none
) -> Bool {
    guard let when = question.when else { return true }
    return when.value(answers.names(today: today, rules: rules)).isTrue
}

/// The checks that keep a form from being sent.
///
/// A check whose answers are absent comes to nothing, and passes.
package func failedChecks(
    _ checks: [AnswerCheck],
    given answers: TypedAnswers,
    today: FeelDate,
    rules: Rulebook = .none
) -> [AnswerCheck] {
    let names = answers.names(today: today, rules: rules)
    return checks.filter { $0.that.value(names) == .no }
}
