package import Feel

/// The decision tables and formulas that expressions of a service read by name.
package struct Rulebook: Hashable, Sendable {
    package let tables: [ID: DecisionTable]
    package let formulas: [ID: Formula]

    package init(tables: [ID: DecisionTable] = [:], formulas: [ID: Formula] = [:]) {
        self.tables = tables
        self.formulas = formulas
    }

    package static let none = Rulebook()

    /// The names with what every rule comes to; a rule may read another.
    package func applied(to names: [String: FeelValue]) -> [String: FeelValue] {
        if tables.isEmpty, formulas.isEmpty { return names }
        var names = names
        var open = (Array(tables.keys) + Array(formulas.keys)).sorted()
        var hasChanged = true
        while hasChanged, !open.isEmpty {
            hasChanged = false
            for id in open {
                let value = tables[id]?.decide(names) ?? formulas[id]?.value(names) ?? .null
                guard !value.isNull else { continue }
                names[id.text] = value
                open.removeAll { $0 == id }
                hasChanged = true
            }
        }
        return names
    }
}

extension PublicService {
    /// The rules that expressions of this service read.
    package var rulebook: Rulebook { Rulebook(tables: tables, formulas: rules) }

    /// Reads a whole form: the applicant's page and the service's own.
    ///
    /// Who stays anonymous is not asked who they are, where the service allows that.
    package func read(
        _ given: [ID: RawAnswer],
        on ground: AnswerGround,
        isAnonymous: Bool = false
    ) -> FormReading {
        let isNameless = isAnonymous && allowsAnonymous
        let asked =
            isNameless ? allQuestions.filter { $0.page != Applicant.page } : allQuestions
        return readForm(asked, checks: checks, given: given, on: ground.with(rulebook))
    }

    /// The answers that count, with what is computed of them.
    package func settled(_ answers: TypedAnswers, today: FeelDate) -> TypedAnswers {
        answers.settled(for: allQuestions, today: today, rules: rulebook)
    }

    /// The names that a formula of this service reads.
    ///
    /// `today` is the day of submission in form and fee, and now in steps.
    package func names(_ answers: TypedAnswers, today: FeelDate) -> [String: FeelValue] {
        answers.names(today: today, rules: rulebook)
    }

    /// Whole rupiah; nil where an answer that the fee reads is absent.
    package func fee(for answers: TypedAnswers, today: FeelDate) -> Int64? {
        switch standard.fee {
        case .rupiah(let rupiah): rupiah
        case .computed(let formula):
            formula.value(names(answers, today: today)).number
                .flatMap { $0.rounded(to: 0, .halfEven).whole }
                .map { Int64($0) }
        }
    }
}
