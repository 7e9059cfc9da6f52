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
        for questions: [Question],
        today: FeelDate,
        rules: Rulebook = .none
    ) -> TypedAnswers {
        var result = self
        for question in questions where question.type.isComputed { result[question.id] = nil }
        var open: [Question] = []
        for question in questions {
            guard isAsked(question, given: result, today: today, rules: rules) else {
                result[question.id] = nil
                continue
            }
            if question.type.isComputed { open.append(question) }
            open = result.compute(open, today: today, rules: rules)
        }
        return result
    }

    /// Works out what can be worked out, and gives back what still waits for another value.
    private mutating func compute(
        _ questions: [Question],
        today: FeelDate,
        rules: Rulebook
    ) -> [Question] {
        var open = questions
        var hasChanged = true
        while hasChanged, !open.isEmpty {
            hasChanged = false
            for (index, question) in open.enumerated().reversed() {
                guard case .computed(let formula) = question.type else { continue }
                let value = formula.value(names(today: today, rules: rules))
                guard !value.isNull else { continue }
                self[question.id] = value
                open.remove(at: index)
                hasChanged = true
            }
        }
        return open
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
