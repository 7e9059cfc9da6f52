import Stories

/// What may follow in one agreement, and what follows then.
struct AgreementJudgement {
    let state: Agreement
    let begun: BegunAgreement
    let known: KnownOfAgreement

    private typealias Decided = Decision<AgreementFact>

    /// What is over is only reported on and proven.
    func isOpen(to command: AgreementCommand) throws(CooperationRefusal) {
        switch command {
        case .report, .realise, .fulfil: return
        case .begin, .restate, .reach, .askCouncil, .check, .agree, .renew, .owe, .plan, .permit,
            .typeRoot, .end:
            guard state.end == nil else { throw .isOver }
        }
    }

    /// A second fact about the same thing needs its reason.
    func mayReplace(_ former: (some Any)?, _ texts: Texts) throws(CooperationRefusal) {
        if former != nil, texts["alasan"].isEmpty { throw .reasonMissing }
    }

    func isPast(_ day: Day) throws(CooperationRefusal) {
        guard day <= known.today else { throw .dayInFuture }
    }

    func reach(
        _ id: Code,
        on day: Day,
        _ texts: Texts,
        _ paper: Paper?
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        let way = known.rules.stages(of: begun.kind)
        guard let place = way.firstIndex(where: { $0.id == id }) else { throw .noSuchItem }
        let stage = way[place]
        if state.skips(stage) { throw .stageSkipped }
        try isPast(day)
        for earlier in way[..<place] where !state.skips(earlier) {
            guard let reached = state.stages[earlier.id] else {
                throw earlier.isForCouncil && state.council == nil ? .councilFirst : .stageNotYet
            }
            guard reached.on <= day else { throw .dayBeforeEarlier }
        }
        if stage.isForCouncil, state.council == nil { throw .councilFirst }
        try mayReplace(state.stages[id], texts)
        if !openClauses(of: stage).isEmpty, texts["alasan"].isEmpty { throw .clausesOpen }
        let (payload, sealed) = try known.sealing.seal(texts)
        let reached = ReachedStage(
            stage: id,
            effect: stage.effect,
            on: day,
            words: sealed,
            paper: paper
        )
        return Decision([.reached(reached)], sealed: [payload])
    }

    /// The required clauses of a stage's document that nobody has ticked.
    func openClauses(of stage: CooperationRules.Stage) -> [CooperationRules.Clause] {
        guard let document = stage.document.flatMap({ known.rules.document($0) }) else { return [] }
        let ticked = state.clauses[document.id, default: []]
        return document.clauses.filter { !ticked.contains($0.id) }
    }

    func askCouncil(
        _ burdens: Bool,
        _ unfunded: Bool,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        try mayReplace(state.council, texts)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "pertimbangan")
        let answer = CouncilAnswer(burdens: burdens, unfunded: unfunded, words: sealed)
        return Decision([.councilAsked(answer)], sealed: [payload])
    }

    func check(
        _ id: Code,
        _ clauses: [Code]
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard let document = known.rules.document(id) else { throw .noSuchItem }
        // In the order of the document, so that the same ticks give the same bytes.
        let ticked = document.clauses.map(\.id).filter(Set(clauses).contains)
        return Decision([.checked(CheckedClauses(document: id, clauses: ticked))])
    }

    func agree(
        _ from: Day,
        _ until: Day,
        _ byProxy: Bool,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard from < until else { throw .termBackwards }
        try mayReplace(state.term, texts)
        let needed =
            byProxy ? ["penandatangan", "jabatan", "kuasa"] : ["penandatangan", "jabatan"]
        guard needed.allSatisfy({ !texts[$0].isEmpty }) else { throw .wordsMissing }
        let (payload, sealed) = try known.sealing.seal(texts)
        let term = AgreedTerm(
            from: from,
            until: until,
            byProxy: byProxy,
            renews: false,
            words: sealed
        )
        return Decision([.termed(term)], sealed: [payload])
    }

    /// Prolongs it: who signed stays as it was said, the ground of the new end is told.
    func renew(
        _ until: Day,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard state.signed != nil, let term = state.term else { throw .notInForce }
        guard until > term.until else { throw .termBackwards }
        let (payload, sealed) = try known.sealing.seal(texts, needing: "dasar")
        let renewed = AgreedTerm(
            from: term.from,
            until: until,
            byProxy: term.byProxy,
            renews: true,
            words: sealed
        )
        return Decision([.termed(renewed)], sealed: [payload])
    }

    func owe(
        _ item: OpaqueID,
        _ due: Day,
        _ unit: Code?,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        try mayReplace(state.duties.first { $0.id == item }, texts)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "apa")
        let duty = OwedDuty(item: item, due: due, unit: unit, words: sealed)
        return Decision([.owed(duty)], sealed: [payload])
    }

    func fulfil(
        _ item: OpaqueID,
        _ day: Day,
        _ texts: Texts,
        _ paper: Paper?
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard let duty = state.duties.first(where: { $0.id == item }) else { throw .noSuchItem }
        try isPast(day)
        try mayReplace(duty.result, texts)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "bukti")
        let done = Fulfilment(item: item, on: day, words: sealed, paper: paper)
        return Decision([.fulfilled(done)], sealed: [payload])
    }

    func plan(
        _ item: OpaqueID,
        _ year: Int,
        _ budget: Int,
        _ unit: Code?,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard state.signed != nil else { throw .notInForce }
        guard (2000...2200).contains(year) else { throw .yearUnreadable }
        guard budget >= 0 else { throw .amountUnreadable }
        try mayReplace(state.plan.first { $0.id == item }, texts)
        let (payload, sealed) = try known.sealing.seal(
            texts,
            needing: "kegiatan",
            "keluaran",
            "indikator"
        )
        let activity = PlannedActivity(
            item: item,
            year: year,
            budget: budget,
            unit: unit,
            words: sealed
        )
        return Decision([.planned(activity)], sealed: [payload])
    }

    func realise(
        _ item: OpaqueID,
        _ day: Day,
        _ spent: Int,
        _ texts: Texts,
        _ paper: Paper?
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard let activity = state.plan.first(where: { $0.id == item }) else { throw .noSuchItem }
        guard spent >= 0 else { throw .amountUnreadable }
        try isPast(day)
        try mayReplace(activity.result, texts)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "hasil")
        let realised = Realisation(
            item: item,
            on: day,
            spent: spent,
            words: sealed,
            paper: paper
        )
        return Decision([.realised(realised)], sealed: [payload])
    }
}
