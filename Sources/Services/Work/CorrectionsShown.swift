import Blueprints
import Cases
import Feel
import Ledger
import Office
import Site
import Stories

/// What each correction of a case changed: the old answer and the new one, as officials see it.
struct CorrectionsShown {
    private var lines: [PayloadID: [Words]] = [:]

    init(_ facts: [CaseFact], _ service: PublicService, _ force: InForce, _ reader: Reader) throws {
        var newest: Sealed?
        for fact in facts {
            if case .submitted(let submission) = fact.what { newest = submission.answers }
            if case .completed(let completion) = fact.what { newest = completion.answers }
            if case .corrected(let correction) = fact.what {
                lines[correction.answers.id] = try Self.lines(
                    from: newest,
                    to: correction,
                    service,
                    force,
                    reader
                )
                newest = correction.answers
            }
        }
    }

    /// The lines of a correction; none for any other fact.
    func lines(of what: CaseEvent) -> [Words] {
        guard case .corrected(let correction) = what else { return [] }
        return lines[correction.answers.id] ?? []
    }

    private static func lines(
        from old: Sealed?,
        to correction: Correction,
        _ service: PublicService,
        _ force: InForce,
        _ reader: Reader
    ) throws -> [Words] {
        func answers(_ sealed: Sealed?) throws -> TypedAnswers? {
            try sealed.flatMap { try reader.open($0.id) }.flatMap {
                TypedAnswers(canonicalBytes: $0)
            }
        }
        let (before, after) = (try answers(old), try answers(correction.answers))
        let decider = try reader.name(of: correction.decider.id) ?? "–"
        let changed = service.allQuestions.filter { question in
            correction.questions.contains { $0.text == question.id.text }
        }
        let lines = changed.map { question in
            let was = question.shown(before?[question.id], force)
            let now = question.shown(after?[question.id], force)
            let asked = Words(question.ask)
            return asked.map { "\($0) \(was) → \(now)" }
        }
        let who = try reader.words(correction.asker) ?? "–"
        return lines + [
            Words("Diminta: \(who). Diputuskan: \(decider).", "Asked: \(who). Decided: \(decider).")
        ]
    }
}

extension Question {
    /// An answer in one line; of a NIK only the end, as everywhere before somebody asks for more.
    fileprivate func shown(_ value: FeelValue?, _ force: InForce) -> String {
        guard let value else { return "–" }
        let text = text(of: value) { force.villages.fullName(of: $0) }
        guard type == .nik else { return text }
        return "…" + text.suffix(4)
    }
}
