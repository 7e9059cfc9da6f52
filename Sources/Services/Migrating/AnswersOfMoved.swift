package import Blueprints
import Cases
package import Feel
import Ledger
import Stories

// A case that went to another version: its sealed answers stay, and are read as declared.

extension InForce {
    /// The version on which a case stays, as it holds for one that was sent under an older one.
    func service(_ service: PublicService, of state: CaseState) -> PublicService {
        guard let first = state.moves.first, let sent = version(first.from.text) else {
            return service
        }
        // What was spared at one version is spared at the next one, too.
        return state.moves.reduce(sent) { known, move in
            let declared = declared(from: move.from.text, to: move.to.text)
            let now = version(move.to.text) ?? known
            return now.sparing(caseSentUnder: known, declared: declared)
        }
    }

    /// How answers of one version are read under another; nil where one of the two is not here.
    func mapping(_ move: CaseMove) -> AnswersMapping? {
        guard let old = version(move.from.text), let new = version(move.to.text) else {
            return nil
        }
        return AnswersMapping(
            from: old,
            to: new,
            declared: declared(from: move.from.text, to: move.to.text)
        )
    }
}

/// An answer that decides nothing any more, and what it answered.
package struct RetiredAnswer: Sendable {
    package let question: Question
    package let value: FeelValue
}

extension Reader {
    /// The answers that a fact of a case committed to, as the version reads them on which it
    /// stays, or as an earlier one read them.
    ///
    /// Nil where they were erased.
    func answers(
        _ sealed: Sealed?,
        of state: CaseState,
        _ force: InForce,
        under version: Code? = nil
    ) throws -> TypedAnswers? {
        guard let sealed, var answers = try answers(sealed) else { return nil }
        for move in state.moves(after: sealed) {
            if move.from == version { break }
            if let mapping = force.mapping(move) { answers = mapping(answers).kept }
        }
        return answers
    }

    /// Answers that a later version has no use for, under the questions that they answered.
    func retiredAnswers(
        of state: CaseState,
        _ force: InForce
    ) throws -> [RetiredAnswer] {
        var retired: [RetiredAnswer] = []
        for (index, move) in state.moves.enumerated() {
            // What the case had when it moved; nothing where it was erased since.
            guard move.answers > 0, move.answers <= state.answers.count,
                let mapping = force.mapping(move),
                var answers = try answers(state.answers[move.answers - 1])
            else { continue }
            for earlier in state.moves[..<index] where earlier.answers >= move.answers {
                if let before = force.mapping(earlier) { answers = before(answers).kept }
            }
            for (id, value) in mapping(answers).retired.values.sorted(by: { $0.key < $1.key }) {
                if let question = mapping.question(id) {
                    retired.append(RetiredAnswer(question: question, value: value))
                }
            }
        }
        return retired
    }
}

extension CaseState {
    /// The moves through which sealed answers are read: those that came after them.
    fileprivate func moves(after sealed: Sealed) -> [CaseMove] {
        guard let place = answers.firstIndex(of: sealed) else { return [] }
        return moves.filter { $0.answers > place }
    }
}
