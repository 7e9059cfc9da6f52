import Blueprints
import Cases
import Feel
import Ledger
import Office
import Site
import Stories

/// What each correction of a case changed: the old answer and the new one.
struct CorrectionsShown {
    private var lines: [PayloadID: [Words]] = [:]
    private var moments: [Instant: [Words]] = [:]

    /// Who reads it: an official sees of a NIK only its end, whoever it belongs to sees all of it.
    enum Reading {
        case officials(leavingOut: Set<ID>)
        case theirPerson
    }

    init(
        _ facts: [CaseFact],
        _ service: PublicService,
        _ force: InForce,
        for reading: Reading,
        _ reader: Reader
    ) throws {
        var newest: Sealed?
        let state = CaseStory.state(after: facts)
        func read(_ sealed: Sealed?) throws -> TypedAnswers? {
            try reader.answers(sealed, of: state, force)
        }
        for fact in facts {
            if case .submitted(let submission) = fact.what { newest = submission.answers }
            if case .completed(let completion) = fact.what { newest = completion.answers }
            if case .corrected(let correction) = fact.what {
                let told = Self.differences(
                    from: try read(newest),
                    to: try read(correction.answers),
                    of: correction,
                    service,
                    force,
                    reading
                )
                moments[fact.at, default: []] += told
                lines[correction.answers.id] = told + [try Self.deciders(correction, reader)]
                newest = correction.answers
            }
        }
    }

    /// The lines of a correction; none for any other fact.
    func lines(of what: CaseEvent) -> [Words] {
        guard case .corrected(let correction) = what else { return [] }
        return lines[correction.answers.id] ?? []
    }

    /// What was put right at that moment, without who decided it.
    func differences(at moment: Instant) -> [Words] { moments[moment] ?? [] }

    private static func differences(
        from before: TypedAnswers?,
        to after: TypedAnswers?,
        of correction: Correction,
        _ service: PublicService,
        _ force: InForce,
        _ reading: Reading
    ) -> [Words] {
        let changed = service.allQuestions.filter { question in
            correction.questions.contains { $0.text == question.id.text }
        }
        return changed.map { question in
            let (was, now) = (before?[question.id], after?[question.id])
            let asked = Words(question.ask)
            switch reading {
            case .officials(let leftOut):
                guard !leftOut.contains(question.id) else {
                    return Words(
                        "\(asked.indonesian) dibetulkan",
                        "\(asked.text(in: .english)) was put right"
                    )
                }
                let (old, new) = question.endings(was, now, force)
                return asked.map { "\($0) \(old) → \(new)" }
            case .theirPerson:
                let (old, new) = (question.shown(was, force), question.shown(now, force))
                return asked.map { "\($0) \(old) → \(new)" }
            }
        }
    }

    private static func deciders(_ correction: Correction, _ reader: Reader) throws -> Words {
        let decider = try reader.name(of: correction.decider.id) ?? "–"
        let who = try reader.words(correction.asker) ?? "–"
        return Words(
            "Diminta: \(who). Diputuskan: \(decider).",
            "Asked: \(who). Decided: \(decider)."
        )
    }
}

extension Reader {
    /// What was put right in a case, as its person sees it; nil where nothing was.
    func corrections(of loaded: LoadedCase, _ force: InForce) throws -> CorrectionsShown? {
        guard loaded.state.history.contains(where: { $0.what == .corrected }) else { return nil }
        let facts = try history(of: loaded.stream).map { try $0.fact(CaseFact.self) }
        return try CorrectionsShown(facts, loaded.service, force, for: .theirPerson, self)
    }
}

extension Question {
    /// An answer in one line.
    func shown(_ value: FeelValue?, _ force: InForce) -> String {
        guard let value else { return "–" }
        return text(of: value) { force.villages.fullName(of: $0) }
    }

    /// Two answers in one line each; of a NIK only the ends, as far as they tell the two apart.
    fileprivate func endings(
        _ was: FeelValue?,
        _ now: FeelValue?,
        _ force: InForce
    ) -> (String, String) {
        let (old, new) = (shown(was, force), shown(now, force))
        guard type == .nik else { return (old, new) }
        let (first, second) = ("…\(old.suffix(4))", "…\(new.suffix(4))")
        return first == second ? (first, "\(second) (angka di depannya lain)") : (first, second)
    }
}
