import Feel

/// A whole form, read: the answers that are fine, and everything that is not.
package struct FormReading: Sendable {
    /// Typed, with what was hidden left out and computed values worked out.
    package let answers: TypedAnswers
    package let problems: [AnswerReading.Trouble]
    package let doubts: [ID: [AnswerDoubt]]
    package let failedChecks: [AnswerCheck]

    /// Whether the form may be sent.
    package var isComplete: Bool { problems.isEmpty && failedChecks.isEmpty }

    /// The same without some questions: neither their answers nor what is wrong with them.
    ///
    /// For who brings a form on paper or with a helper and cannot answer them, as without a phone.
    package func leavingOut(_ left: Set<ID>) -> FormReading {
        guard !left.isEmpty else { return self }
        var answers = answers
        for id in left { answers[id] = nil }
        return FormReading(
            answers: answers,
            problems: problems.filter { !left.contains($0.question) || $0.entry != nil },
            doubts: doubts.filter { !left.contains($0.key) },
            failedChecks: failedChecks
        )
    }
}

/// Reads the answers of a form in the order in which they are asked.
///
/// Answers to questions that are not asked are left out, whatever they hold.
package func readForm(
    _ questions: [Question],
    checks: [AnswerCheck],
    given: [ID: RawAnswer],
    on ground: AnswerGround
) -> FormReading {
    var answers = ground.answers
    var problems: [AnswerReading.Trouble] = []
    var doubts: [ID: [AnswerDoubt]] = [:]
    for (index, question) in questions.enumerated() {
        if question.readsAnswers {
            answers = answers.settled(
                for: questions[..<index],
                today: ground.today,
                rules: ground.rules
            )
        }
        guard isAsked(question, given: answers, today: ground.today, rules: ground.rules) else {
            continue
        }
        let reading = question.read(given[question.id], on: ground.with(answers))
        answers[question.id] = reading.value
        problems += reading.problems
        if !reading.doubts.isEmpty { doubts[question.id] = reading.doubts }
    }
    answers = answers.settled(for: questions, today: ground.today, rules: ground.rules)
    return FormReading(
        answers: answers,
        problems: problems,
        doubts: doubts,
        failedChecks: failedChecks(checks, given: answers, today: ground.today, rules: ground.rules)
    )
}

extension Question {
    /// Whether reading its answer depends on what was answered before.
    fileprivate var readsAnswers: Bool {
        if when != nil { return true }
        switch type {
        case .date(let from, let to): return from != nil || to != nil
        case .group(let parts, _): return parts.contains(where: \.readsAnswers)
        case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money, .phone,
            .email, .nik, .nib, .village, .point, .area, .photo, .file, .person, .computed:
            return false
        }
    }
}

extension AnswerGround {
    /// The same ground with other answers given before.
    func with(_ answers: TypedAnswers) -> AnswerGround {
        AnswerGround(
            today: today,
            answers: answers,
            districts: districts,
            rules: rules,
            isVillage: isVillage,
            placeName: placeName
        )
    }

    /// The same ground with the rules of a service.
    func with(_ rules: Rulebook) -> AnswerGround {
        AnswerGround(
            today: today,
            answers: answers,
            districts: districts,
            rules: rules,
            isVillage: isVillage,
            placeName: placeName
        )
    }
}
