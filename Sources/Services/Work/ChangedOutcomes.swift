package import Blueprints
import Cases
package import Feel
import Ledger
package import Site
import Stories

/// What the rules of a service say of corrected answers, where it is another thing than before.
///
/// Nothing is decided by it: what was decided stands until an official decides anew.
package struct ChangedOutcomes {
    package private(set) var lines: [Site.Words] = []

    package init(
        of service: PublicService,
        from old: TypedAnswers,
        to new: TypedAnswers,
        in step: Step?,
        received: FeelDate,
        today: FeelDate
    ) {
        let before = service.names(old, today: today)
        let after = service.names(new, today: today)
        lines += Self.rules(service, before, after)
        lines += Self.checks(service, old, new, received)
        lines += Self.unanswered(service, old, new, received)
        lines += Self.fee(service, old, new, received)
        lines += step.map { Self.actions($0, before, after) } ?? []
    }

    private static func rules(
        _ service: PublicService,
        _ before: [String: FeelValue],
        _ after: [String: FeelValue]
    ) -> [Words] {
        let ids = Set(service.tables.keys).union(service.rules.keys).sorted()
        return ids.compactMap { id in
            let (was, now) = (before[id.text] ?? .null, after[id.text] ?? .null)
            guard was != now else { return nil }
            let name = id.text.replacing("_", with: " ")
            return Words(
                "Aturan “\(name)”: dulu \(said(was, "tidak ada")), sekarang \(said(now, "tidak ada")).",
                "The rule “\(name)”: \(said(was, "nothing")) before, \(said(now, "nothing")) now."
            )
        }
    }

    private static func said(_ value: FeelValue, _ nothing: String) -> String {
        value.isNull ? nothing : value.text()
    }

    private static func checks(
        _ service: PublicService,
        _ old: TypedAnswers,
        _ new: TypedAnswers,
        _ day: FeelDate
    ) -> [Words] {
        func failed(_ answers: TypedAnswers) -> [AnswerCheck] {
            failedChecks(service.checks, given: answers, today: day, rules: service.rulebook)
        }
        let (before, after) = (failed(old), failed(new))
        let broken = after.filter { !before.contains($0) }.map { check in
            Words(
                "Syarat ini tidak terpenuhi lagi: \(Words(check.say).indonesian)",
                "This condition is not met any more: \(Words(check.say).text(in: .english))"
            )
        }
        let mended = before.filter { !after.contains($0) }.map { check in
            Words(
                "Syarat ini sekarang terpenuhi: \(Words(check.say).indonesian)",
                "This condition is met now: \(Words(check.say).text(in: .english))"
            )
        }
        return broken + mended
    }

    /// What would have been asked of the corrected answers, and was not.
    private static func unanswered(
        _ service: PublicService,
        _ old: TypedAnswers,
        _ new: TypedAnswers,
        _ day: FeelDate
    ) -> [Words] {
        func asked(_ answers: TypedAnswers) -> [Question] {
            service.questions.filter { question in
                question.type.isAsked && !question.isOptional && answers[question.id] == nil
                    && isAsked(question, given: answers, today: day, rules: service.rulebook)
            }
        }
        let before = Set(asked(old).map(\.id))
        return asked(new).filter { !before.contains($0.id) }.map { question in
            Words(
                "Pertanyaan ini sekarang berlaku dan belum dijawab: \(Words(question.ask).indonesian)",
                "This question applies now and has no answer: "
                    + Words(question.ask).text(in: .english)
            )
        }
    }

    private static func fee(
        _ service: PublicService,
        _ old: TypedAnswers,
        _ new: TypedAnswers,
        _ day: FeelDate
    ) -> [Words] {
        guard let was = service.fee(for: old, today: day),
            let now = service.fee(for: new, today: day), was != now
        else { return [] }
        let (before, after) = (NumberWords.money(Int(was)), NumberWords.money(Int(now)))
        return [
            Words(
                "Biaya menurut data yang dibetulkan: \(after.indonesian). Yang tercatat tetap \(before.indonesian).",
                "The fee by the corrected data: \(after.text(in: .english)). On record it stays \(before.text(in: .english))."
            )
        ]
    }

    private static func actions(
        _ step: Step,
        _ before: [String: FeelValue],
        _ after: [String: FeelValue]
    ) -> [Words] {
        step.actions.compactMap { action in
            guard let when = action.when else { return nil }
            let (was, now) = (when.value(before).isTrue, when.value(after).isTrue)
            guard was != now else { return nil }
            let label = Words(action.label)
            return now
                ? Words(
                    "Pilihan “\(label.indonesian)” sekarang ditawarkan.",
                    "The choice “\(label.text(in: .english))” is offered now."
                )
                : Words(
                    "Pilihan “\(label.indonesian)” tidak ditawarkan lagi.",
                    "The choice “\(label.text(in: .english))” is not offered any more."
                )
        }
    }
}

extension ServicesFeature {
    /// What a correction asks an official to look at, until somebody has decided something since.
    func correction(of opened: OpenedCase) async throws -> Notice? {
        guard opened.mayDecide, let newest = opened.loaded.answers else { return nil }
        let (stream, loaded) = (opened.loaded.stream, opened.loaded)
        let force = opened.force
        let old = try await store.read { reader -> TypedAnswers? in
            let facts = try reader.history(of: stream).map { try $0.fact(CaseFact.self) }
            return try reader.answers(AnswersDecidedOn(facts).sealed, of: loaded.state, force)
        }
        guard let old else { return nil }
        let zone = opened.force.zone
        let outcomes = ChangedOutcomes(
            of: loaded.service,
            from: old,
            to: newest,
            in: loaded.state.phase == .ended ? nil : opened.step,
            received: FeelDate(zone.day(loaded.subject.received)),
            today: FeelDate(zone.day(now()))
        )
        let lines = outcomes.lines + loaded.lettersOfOldAnswers
        guard !lines.isEmpty else { return nil }
        var notice = Notice(
            .attention,
            heading: Words(
                "Dengan data yang dibetulkan, ini berbunyi lain",
                "With the corrected data this says another thing"
            )
        )
        let yours = Words(
            "Keputusan yang sudah diambil tidak berubah sendiri: Anda yang menentukan. Bila semuanya tetap, tulis catatan.",
            "What was decided does not change by itself: it is for you to say. Where all stays, write a note."
        )
        notice.sentences = lines + [yours]
        return notice
    }
}

/// The answers on which the newest decision of an official rested, where they were put right since.
struct AnswersDecidedOn {
    private(set) var sealed: Sealed?

    init(_ facts: [CaseFact]) {
        var newest: Sealed?
        for fact in facts {
            switch fact.what {
            case .submitted(let submission): newest = submission.answers
            case .completed(let completion): (newest, sealed) = (completion.answers, nil)
            case .corrected(let correction):
                sealed = sealed ?? newest
                newest = correction.answers
            case .acted, .asked, .letterNumbered, .letterSigned, .letterVoided, .reopened,
                .objectionAnswered, .withdrawn, .expired, .closed:
                sealed = nil
            case .noted(let note): if note.reader == .officials { sealed = nil }
            case .taken, .assigned, .returnedToUnit, .consulted, .advised, .becameLate, .reminded,
                .legalLimitNear, .objected, .objectionPeriodEnded, .linkChanged, .recovered,
                .sensitiveOpened, .recounted, .told, .snoozed, .linked, .unlinked, .feePaid,
                .feePaymentUndone, .migrated, .migrationUndone, .answersErased, .restricted,
                .restrictionLifted:
                continue
            }
        }
    }
}

extension LoadedCase {
    /// The letters that say what was put right since.
    fileprivate var lettersOfOldAnswers: [Words] {
        state.letters.filter { $0.answers != nil && $0.answers != state.answers.last }
            .compactMap { letter -> Words? in
                switch letter.fate {
                case .voided: nil
                case .numbered:
                    Words(
                        "Surat \(letter.number) sudah bernomor dan memakai data lama. Batalkan nomornya, lalu terbitkan lagi.",
                        "The letter \(letter.number) has its number and says the old data. Void it and issue it again."
                    )
                case .signed:
                    Words(
                        "Surat \(letter.number) sudah ditandatangani dengan data lama. Bila perlu, buka kembali dan terbitkan surat baru.",
                        "The letter \(letter.number) was signed with the old data. Where needed, reopen and issue a new one."
                    )
                }
            }
    }
}
