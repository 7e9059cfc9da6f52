import Feel

/// How the answers given under one version of a service are read under another.
///
/// The sealed answers are never written anew: they are read through this each time, so what was
/// committed to stays what it was. An answer is kept, mapped, or retired; a retired one stays
/// readable under the question that it answered, and decides nothing any more.
package struct AnswersMapping: Sendable {
    private let old: PublicService
    private let new: PublicService
    private let declared: RenamesOfVersion?

    package init(from old: PublicService, to new: PublicService, declared: RenamesOfVersion?) {
        self.old = old
        self.new = new
        self.declared = declared?.of(old.id)
    }

    /// Answers as the newer version reads them, and those that it has no use for.
    package func callAsFunction(
        _ answers: TypedAnswers
    ) -> (kept: TypedAnswers, retired: TypedAnswers) {
        var (kept, retired) = (TypedAnswers(), TypedAnswers())
        for (id, value) in answers.values {
            guard let (target, mapped) = place(of: id, value) else {
                retired[id] = value
                continue
            }
            kept[target] = mapped
        }
        return (kept, retired)
    }

    private func place(of id: ID, _ value: FeelValue) -> (ID, FeelValue)? {
        guard let question = old.allQuestions.first(where: { $0.id == id }) else {
            // Of no page of the service: what is asked of every applicant.
            return (id, value)
        }
        let said = declared?.answers.first { $0.was.last == id }
        if let said, said.now == nil { return nil }
        let target = declared?.nameNow(of: id, in: "question") ?? id
        guard let asked = new.allQuestions.first(where: { $0.id == target }) else { return nil }
        let mapped = asked.type.taking(value, from: question.type, options: said?.options ?? [:])
        return mapped.map { (target, $0) }
    }

    /// What the step in which a case rests is called in the newer version; nil where it is gone.
    package func step(_ id: ID) -> ID? {
        let target = declared?.nameNow(of: id, in: "step") ?? id
        return new.step(target) == nil ? nil : target
    }

    /// The question of the older version that a retired answer belongs to.
    package func question(_ id: ID) -> Question? { old.allQuestions.first { $0.id == id } }
}

extension AnswerType {
    /// The answer as this type takes it; nil where it would say something else here.
    fileprivate func taking(
        _ value: FeelValue,
        from old: AnswerType,
        options: [ID: ID]
    ) -> FeelValue? {
        switch (old, self) {
        case (.choice, .choice(let now)):
            return Self.option(value, options, among: now)
        case (.choices, .choices(let now, _)):
            guard case .list(let chosen) = value else { return nil }
            let mapped = chosen.compactMap { Self.option($0, options, among: now) }
            // Half of what somebody ticked is not what they ticked.
            return mapped.count == chosen.count ? .list(mapped) : nil
        case (.text, .text), (.text, .longText), (.longText, .longText), (.name, .name),
            (.name, .text), (.name, .longText), (.yesNo, .yesNo), (.whole, .whole),
            (.money, .money), (.date, .date), (.phone, .phone), (.email, .email), (.nik, .nik),
            (.nib, .nib), (.village, .village), (.point, .point), (.area, .area),
            (.photo, .photo), (.photo, .file), (.file, .file), (.person, .person),
            (.computed, .computed):
            return value
        // The number means what its unit says.
        case (.decimal(let before, _), .decimal(let now, _)): return before == now ? value : nil
        case (.group(let before, _), .group(let now, _)):
            return before.map(\.plain) == now.map(\.plain) ? value : nil
        default: return nil
        }
    }

    private static func option(
        _ value: FeelValue,
        _ options: [ID: ID],
        among now: [Option]
    ) -> FeelValue? {
        guard let word = value.text else { return nil }
        let target = options[ID(word)] ?? ID(word)
        return now.contains { $0.id == target } ? .string(target.text) : nil
    }
}

extension Question {
    /// What its answer is, without the words around it.
    fileprivate var plain: Plain { Plain(id: id, kind: type.wordless) }

    fileprivate struct Plain: Hashable {
        let id: ID
        let kind: AnswerType
    }
}

extension AnswerType {
    /// The same with nothing for people to read.
    fileprivate var wordless: AnswerType {
        func bare(_ options: [Option]) -> [Option] { options.map { Option(id: $0.id, label: "") } }
        return switch self {
        case .choice(let options): .choice(bare(options))
        case .choices(let options, let max): .choices(bare(options), max: max)
        case .text, .longText, .name, .yesNo, .whole, .decimal, .money, .date, .phone, .email,
            .nik, .nib, .village, .point, .area, .photo, .file, .person, .group, .computed:
            self
        }
    }
}
