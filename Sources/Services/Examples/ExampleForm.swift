import Blueprints
import Feel

/// The form of a service as an example fills it in.
struct ExampleForm {
    let service: PublicService

    /// The day of submission: `hari_ini` in the form and the fee, also when it is completed.
    let sent: FeelDate
    private let isVillage: @Sendable (String) -> Bool

    init(service: PublicService, sent: FeelDate, isVillage: @escaping @Sendable (String) -> Bool) {
        self.service = service
        self.sent = sent
        self.isVillage = isVillage
    }

    /// The answers as a browser would have sent them; a file's name counts as the file.
    func raw(_ answers: [ID: ExampleAnswer]) -> [ID: RawAnswer] {
        var raw = Self.raw(answers, for: service.allQuestions)
        // Examples from before there was a choice leave it out with the whole page.
        if Openness.allowed(by: service).count > 1, raw[Openness.question] == nil {
            let isNamed = Applicant.questions.contains { raw[$0.id] != nil }
            let openness: Openness = isNamed || !service.allowsAnonymous ? .open : .anonymous
            raw[Openness.question] = .text(openness.rawValue)
        }
        return raw
    }

    func read(_ given: [ID: RawAnswer]) -> FormReading {
        let ground = AnswerGround(
            today: sent,
            rules: service.rulebook,
            isVillage: isVillage
        )
        return service.read(given, on: ground)
    }

    private static func raw(
        _ answers: [ID: ExampleAnswer],
        for questions: [Question]
    ) -> [ID: RawAnswer] {
        var raw: [ID: RawAnswer] = [:]
        for (id, answer) in answers {
            raw[id] = Self.raw(answer, for: questions.first { $0.id == id })
        }
        return raw
    }

    private static func raw(_ answer: ExampleAnswer, for question: Question?) -> RawAnswer {
        guard case .group(let entries) = answer else { return RawAnswer(answer) }
        if case .person = question?.type, let fields = entries.first {
            return .fields(fields.mapValues(RawAnswer.init))
        }
        guard case .group(let parts, _) = question?.type else { return RawAnswer(answer) }
        return .group(entries.map { raw($0, for: parts) })
    }
}

extension FormReading {
    /// Everything that keeps the form from being sent, errors of answers first.
    var sentences: [String] {
        problems.map(\.sentence.indonesian) + failedChecks.map(\.say.indonesian)
    }
}
