import Feel

/// A newer version of a service, as it holds for a case that was sent under an older one.
extension PublicService {
    /// The same without any duty that fell on the citizen after the case was sent.
    ///
    /// A question that has to be answered now and was not asked then, or might be left empty then,
    /// is no duty of this case; nor is a check that the form did not have. Digest, steps and
    /// letters are those of the newer version.
    package func sparing(caseSentUnder old: PublicService, declared: RenamesOfVersion?) -> Self {
        let own = declared?.of(old.id)
        let before = Dictionary(
            old.allQuestions.map { (own?.nameNow(of: $0.id, in: "question") ?? $0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        func spared(_ question: Question) -> Question? {
            guard !question.type.isComputed, !question.isOptional else { return question }
            guard let was = before[question.id] else { return nil }
            // Asked of fewer then, or free to be left empty: nobody must answer it now.
            return was.isOptional || was.when != question.when ? question.voluntary : question
        }
        let kept = Set(allQuestions.compactMap { spared($0)?.id })
        func pages(_ pages: [FormPage]) -> [FormPage] {
            pages.map {
                FormPage(id: $0.id, title: $0.title, questions: $0.questions.filter(kept.contains))
            }
        }
        var service = self
        service.questions = questions.compactMap(spared)
        service.allQuestions = allQuestions.compactMap(spared)
        service.pages = pages(self.pages)
        service.allPages = pages(allPages)
        let sources = Set(old.checks.map(\.that.source))
        service.checks = checks.filter { sources.contains($0.that.source) }
        return service
    }
}

extension Question {
    /// The same, free to be left empty.
    fileprivate var voluntary: Question {
        Question(
            id: id,
            page: page,
            ask: ask,
            hint: hint,
            why: why,
            type: type,
            isOptional: true,
            when: when
        )
    }
}
