import Blueprints
import Cases
import Feel
import Ledger
import Site
import Stories

// An answer put right, and with it all that is worked out from it.

extension ServicesFeature {
    func correctable(_ id: CaseID, _ reader: Reader) throws -> [Correctable] {
        guard let loaded = try reader.load(id, try keeper.current(reader)),
            let answers = loaded.answers
        else { return [] }
        return loaded.service.allQuestions.compactMap { question -> Correctable? in
            guard question.id != Openness.question, question.type.isWritten,
                answers[question.id] != nil, let code = Code(question.id.text)
            else { return nil }
            return Correctable(code, question.askedWithChoices)
        }
    }

    func correct(_ order: DossierCorrection) async throws -> DossierCorrection.Outcome {
        let id = CaseID(order.id)
        for _ in 0..<8 {
            let (keeper, moment) = (keeper, now())
            let (found, force) = try await store.read { reader in
                let force = try keeper.current(reader)
                return (try reader.load(id, force), force)
            }
            guard let loaded = found, let old = loaded.answers,
                let question = loaded.service.allQuestions.first(where: {
                    $0.id.text == order.question.text && $0.type.isWritten
                })
            else { throw ServiceRefusal.noSuchCase }
            let typed = question.type.raw(order.typed)
            let reading = question.read(typed, on: force.ground(at: moment, old))
            guard let value = reading.value else {
                let said = reading.problems.first.map { Words($0.sentence) }
                return .unreadable(said ?? Words(question.ask))
            }
            guard old[question.id] != value else { return .unchanged }
            let new = loaded.settled(old, with: value, for: question, force.zone)
            let command = CaseCommand.correct(
                CorrectionOrder(
                    answers: new.canonicalBytes,
                    questions: loaded.service.changed(from: old, to: new),
                    asker: order.asker,
                    decider: order.decider,
                    request: order.request
                )
            )
            let asked = CaseDesk.Asked(
                command,
                on: id,
                seen: loaded.version,
                who: .official(Duties(order.by, holds: [])),
                now: moment
            )
            if case .done = try await cases.handle(asked) { return .done }
        }
        throw StoreError(.engine, "a case moved eight times under its correction")
    }
}

extension LoadedCase {
    /// The answers with one of them put right: what is computed is worked out anew by the day of
    /// receipt, and what is not asked any more falls away.
    fileprivate func settled(
        _ old: TypedAnswers,
        with value: FeelValue,
        for question: Question,
        _ zone: Zone
    ) -> TypedAnswers {
        var new = old
        new[question.id] = value
        return service.settled(new, today: FeelDate(zone.day(subject.received)))
    }
}

extension PublicService {
    /// The questions to which two sets of answers say different things.
    fileprivate func changed(from old: TypedAnswers, to new: TypedAnswers) -> [Code] {
        allQuestions.filter { old[$0.id] != new[$0.id] }.compactMap { Code($0.id.text) }
    }
}

extension InForce {
    /// What an answer is read against now.
    func ground(at now: Instant, _ answers: TypedAnswers) -> AnswerGround {
        let villages = villages
        return AnswerGround(
            today: FeelDate(zone.day(now)),
            answers: answers,
            districts: villages.districtDigits,
            isVillage: { villages.isVillage($0) },
            placeName: { villages.regionName(of: $0) }
        )
    }
}

extension Question {
    /// The question, with what may be written where that is one of a few words.
    var askedWithChoices: Words {
        switch type {
        case .choice(let options):
            let labels = options.map { Words($0.label) }
            let last = Words(ask)
            return labels.isEmpty
                ? last
                : Words(
                    "\(last.indonesian) (\(labels.map(\.indonesian).joined(separator: "; ")))",
                    "\(last.text(in: .english)) "
                        + "(\(labels.map { $0.text(in: .english) }.joined(separator: "; ")))"
                )
        case .yesNo: return Words(ask).map { "\($0) (ya; tidak)" }
        case .text, .longText, .name, .whole, .decimal, .money, .phone, .email, .nik, .nib, .date,
            .choices, .village, .point, .area, .photo, .file, .person, .group, .computed:
            return Words(ask)
        }
    }
}

extension AnswerType {
    /// Whether its answer is written as one text: nothing that is drawn, sent or computed.
    var isWritten: Bool {
        switch self {
        case .text, .longText, .name, .whole, .decimal, .money, .phone, .email, .nik, .nib, .date,
            .choice, .yesNo:
            true
        case .choices, .village, .point, .area, .photo, .file, .person, .group, .computed: false
        }
    }

    /// What was written, as an answer of this type: a choice by its word or by its label.
    func raw(_ typed: String) -> RawAnswer {
        let word = typed.trimmingSpaces.lowercased()
        switch self {
        case .choice(let options):
            let meant = options.first {
                $0.id.text == word || $0.label.indonesian.lowercased() == word
                    || Words($0.label).text(in: .english).lowercased() == word
            }
            return .text(meant?.id.text ?? typed)
        case .yesNo: return .text(word)
        case .text, .longText, .name, .whole, .decimal, .money, .phone, .email, .nik, .nib, .date,
            .choices, .village, .point, .area, .photo, .file, .person, .group, .computed:
            return .text(typed)
        }
    }
}
