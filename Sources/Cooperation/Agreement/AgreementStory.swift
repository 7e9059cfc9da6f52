package import Stories

/// The story of one agreement between regions, or with others: from its first mapping to its end.
package enum AgreementStory: Story {
    package static let kind: StreamKind = "agreement"
    package static let beginning = Agreement()

    package static func evolve(_ state: inout Agreement, _ fact: AgreementFact) {
        state.take(fact)
    }

    package static func decide(
        _ state: Agreement,
        _ command: AgreementCommand,
        _ known: KnownOfAgreement
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        if case .begin(let kind, let partners, let texts) = command {
            return try begin(state, kind, partners, texts, known)
        }
        guard let begun = state.begun else { throw .noSuchAgreement }
        let judging = AgreementJudgement(state: state, begun: begun, known: known)
        try judging.isOpen(to: command)
        switch command {
        case .begin: throw .movedOn
        case .restate(let texts):
            guard !texts["alasan"].isEmpty else { throw .reasonMissing }
            let (payload, sealed) = try known.sealing.seal(texts, needing: "judul", "objek")
            return Decision([.restated(sealed)], sealed: [payload])
        case .reach(let stage, let on, let texts, let paper):
            return try judging.reach(stage, on: on, texts, paper)
        case .askCouncil(let burdens, let unfunded, let texts):
            return try judging.askCouncil(burdens, unfunded, texts)
        case .check(let document, let clauses): return try judging.check(document, clauses)
        case .agree(let from, let until, let byProxy, let texts):
            return try judging.agree(from, until, byProxy, texts)
        case .renew(let until, let texts): return try judging.renew(until, texts)
        case .owe(let item, let due, let unit, let texts):
            return try judging.owe(item, due, unit, texts)
        case .fulfil(let item, let on, let texts, let paper):
            return try judging.fulfil(item, on, texts, paper)
        case .plan(let item, let year, let budget, let unit, let texts):
            return try judging.plan(item, year, budget, unit, texts)
        case .realise(let item, let on, let spent, let texts, let paper):
            return try judging.realise(item, on, spent, texts, paper)
        case .permit(let direction, let blueprint, let isGiven):
            return try judging.permit(direction, blueprint, isGiven)
        case .typeRoot(let partner, let words): return try judging.typeRoot(partner, words)
        case .report(let period, let on, let texts, let paper):
            return try judging.report(period, on, texts, paper)
        case .end(let on, let cause, let texts): return try judging.end(on, cause, texts)
        }
    }

    private static func begin(
        _ state: Agreement,
        _ kind: AgreementKind,
        _ partners: [Code],
        _ texts: Texts,
        _ known: KnownOfAgreement
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard state.begun == nil else { throw .movedOn }
        guard !texts["mitra"].isEmpty else { throw .partnersMissing }
        if kind.isBetweenRegions, partners.isEmpty { throw .partnersUnreadable }
        let (payload, sealed) = try known.sealing.seal(texts, needing: "judul", "objek")
        let begun = BegunAgreement(
            kind: kind,
            partners: partners,
            words: sealed,
            rules: known.rules.digest
        )
        return Decision([.begun(begun)], sealed: [payload])
    }
}
