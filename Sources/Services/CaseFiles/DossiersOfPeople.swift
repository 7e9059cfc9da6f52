import Blueprints
import Cases
import Feel
package import Ledger
import Office
package import Site
package import Stories

// What the keeping of cases tells the feature that answers people about their data.

/// The cases of people, for the feature that answers them about their data.
package struct CasesOfPeople: DossierKeeper {
    let services: ServicesFeature

    package func find(_ mark: String, _ reader: Reader) throws -> [Dossier] {
        try reader.dossiers(for: mark, try services.keeper.current(reader))
    }

    package func named(_ id: OpaqueID, _ reader: Reader) throws -> Dossier? {
        try reader.dossier(CaseID(id), try services.keeper.current(reader))
    }

    package func content(
        _ id: OpaqueID,
        _ language: Language,
        _ reader: Reader
    ) throws -> DossierContent? {
        try reader.content(of: CaseID(id), try services.keeper.current(reader), language)
    }

    package func erase(_ order: DossierErasure) async throws -> DossierErasure.Outcome {
        let (cases, now) = (services.cases, services.now)
        let id = CaseID(order.id)
        let erasure = CaseErasure(desk: cases, files: services.files)
        let who = Party.official(Duties(order.approver, holds: []))
        let asked = CaseErasure.Order(
            basis: order.basis,
            request: order.request,
            proposer: order.proposer
        )
        // Approved is approved: what the case did meanwhile changes nothing about it.
        for _ in 0..<8 {
            let (ground, hold) = try await cases.store.read { reader in
                (
                    try reader.state(of: id.stream, as: CaseStory.self),
                    try order.hold(reader)
                )
            }
            // What is erased already is only finished: a hold keeps nothing of it.
            guard ground.state.isErased || !hold.stands else { return .held }
            let erased = try await erasure.erase(
                id,
                asked,
                seen: ground.version,
                beside: [hold.stream: hold.version],
                by: who,
                at: now()
            )
            guard erased == .erased else { continue }
            try await erasure.close(id, by: who, at: now())
            return .erased
        }
        throw StoreError(.engine, "a case moved eight times under its erasure")
    }
}

extension ServicesFeature {
    package var casesOfPeople: CasesOfPeople { CasesOfPeople(services: self) }
}

extension Reader {
    /// So many are shown at once; whoever has more is found by number.
    private static let mostDossiers = 50

    fileprivate func dossiers(for query: String, _ force: InForce) throws -> [Dossier] {
        if case .success(let number) = ServicesFeature.number(query) {
            return try caseID(of: number).flatMap { try dossier($0, force) }.map { [$0] } ?? []
        }
        var found: Set<OpaqueID> = []
        // Whoever answers people about their data also finds them by what was put right since.
        for scope in force.office.units.map(\.id) + [Findable.past] {
            guard
                let selection = selection(
                    "case_search",
                    for: query,
                    in: scope,
                    limit: Self.mostDossiers
                )
            else { return [] }
            for row in try rows(selection) { found.insert(try row.id("subject")) }
        }
        return try found.sorted().compactMap { try dossier(CaseID($0), force) }
            .sorted { $0.received > $1.received }
            .prefix(Self.mostDossiers).map(\.self)
    }

    fileprivate func dossier(_ id: CaseID, _ force: InForce) throws -> Dossier? {
        guard let loaded = try load(id, force, openingAnswers: false) else { return nil }
        return Dossier(loaded, force)
    }

    fileprivate func content(
        of id: CaseID,
        _ force: InForce,
        _ language: Language
    ) throws -> DossierContent? {
        guard let loaded = try load(id, force), !loaded.state.isErased,
            let answers = loaded.answers
        else { return nil }
        var content = DossierContent(Dossier(loaded, force))
        content.answers = loaded.service.allQuestions.compactMap {
            question -> DossierContent.Answer? in
            guard let value = answers[question.id] else { return nil }
            let words = loaded.answer(value, to: question, force, language)
            let asked = Words(question.ask).text(in: language)
            return words.isEmpty ? nil : DossierContent.Answer(asked, words)
        }
        content.answers += loaded.retired.map { retired in
            let words = retired.words { force.villages.fullName(of: $0) }
            return DossierContent.Answer(
                Words(retired.question.ask).text(in: language),
                words.text(in: language)
            )
        }
        content.history = try moments(of: loaded, force, language)
        content.recipients = loaded.state.units.compactMap { force.office.unit($0)?.name }.sorted()
        return content
    }

    private func moments(
        of loaded: LoadedCase,
        _ force: InForce,
        _ language: Language
    ) throws -> [DossierContent.Moment] {
        let facts = try history(of: loaded.stream).map { try $0.fact(CaseFact.self) }
        let corrections = try CorrectionsShown(
            facts,
            loaded.service,
            force,
            for: .theirPerson,
            self
        )
        return try internalTimeline(facts, of: loaded.id).reversed().map { moment in
            let who: String =
                switch moment.side {
                case .citizen: Words("Anda", "You").text(in: language)
                case .system: Words("Sistem", "The system").text(in: language)
                case .official: try name(of: moment.by.id) ?? "Petugas"
                }
            var facts = FactWords(service: loaded.service, office: force.office)
            if case .assigned(let colleague) = moment.what {
                facts.colleague = try name(of: colleague.id)
            }
            return DossierContent.Moment(
                at: moment.at,
                who: who,
                what: facts.words(moment.what).text(in: language),
                words: try moment.what.wordsForPerson.compactMap { try words($0) }
                    + corrections.lines(of: moment.what).map { $0.text(in: language) }
            )
        }
    }
}

extension Dossier {
    fileprivate init(_ loaded: LoadedCase, _ force: InForce) {
        let subject = loaded.subject
        self.init(
            id: loaded.id.id,
            number: subject.tracking.description,
            service: Words(loaded.service.title),
            unit: force.office.unit(subject.owner)?.name ?? subject.owner.text,
            received: subject.received,
            isErased: loaded.state.isErased
        )
        isByConsent = loaded.service.personalData?.basis == .consent
        grounds = loaded.service.personalData.map { [$0.basisWords, $0.keeping] } ?? []
        isRestricted = loaded.state.restriction != nil
        isWithoutConsent = loaded.state.restriction?.cause == .consentWithdrawn
        ended = loaded.state.endedAt
        classification = loaded.service.letters.values.map(\.classification).min()
    }
}

extension LoadedCase {
    fileprivate func answer(
        _ value: FeelValue,
        to question: Question,
        _ force: InForce,
        _ language: Language
    ) -> String {
        if let file = value.text.flatMap(SentFile.init(answer:)) {
            return file.kind.rawValue.uppercased() + ", "
                + NumberWords.size(bytes: Int(file.size), in: language)
        }
        return question.text(of: value, in: language.ofFiles) { force.villages.fullName(of: $0) }
    }
}

extension CaseEvent {
    /// What was written to the person or by the person, or because of which something was decided;
    /// what officials wrote among themselves is theirs.
    fileprivate var wordsForPerson: [Sealed] {
        switch self {
        case .acted(let act): [act.added.publicNote, act.added.reason].compactMap(\.self)
        case .asked(let asking):
            [asking.added.publicNote, asking.added.reason].compactMap(\.self)
        case .noted(let note): note.reader == .citizen ? [note.words] : []
        case .withdrawn(_, let reason): [reason].compactMap(\.self)
        case .reopened(let reopening): [reopening.reason]
        case .letterVoided(_, let reason), .objected(let reason): [reason]
        case .objectionAnswered(let answer): [answer]
        case .feePaid(let payment): [payment.receipt].compactMap(\.self)
        case .submitted(let submission): [submission.delay].compactMap(\.self)
        case .restricted(let restriction): [restriction.reason]
        case .restrictionLifted(let lifting): [lifting.reason]
        case .corrected, .snoozed, .unlinked, .feePaymentUndone, .consulted, .advised, .linked,
            .taken,
            .assigned, .returnedToUnit, .completed, .becameLate, .reminded, .expired,
            .legalLimitNear, .letterNumbered, .letterSigned, .objectionPeriodEnded, .linkChanged,
            .recovered,
            .sensitiveOpened, .recounted, .told, .migrated, .migrationUndone, .answersErased,
            .closed:
            []
        }
    }
}
