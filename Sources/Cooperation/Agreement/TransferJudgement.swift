import Stories

// What may be transferred, whom to trust for it, and the end.

extension AgreementJudgement {
    func permit(
        _ direction: TransferDirection,
        _ blueprint: Code?,
        _ isGiven: Bool
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard !begun.partners.isEmpty else { throw .notARegency }
        if let blueprint {
            // "16.03/umkm": the publisher and the blueprint.
            let parts = blueprint.text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
                throw .packageUnreadable
            }
        }
        let isThere = state.permissions[direction, default: []].contains(.init(blueprint))
        guard isThere != isGiven else { throw .movedOn }
        let permission = TransferPermission(
            direction: direction,
            blueprint: blueprint,
            isGiven: isGiven
        )
        return Decision([.permitted(permission)])
    }

    /// The words of a root are typed by two, each from the paper; only then is it pinned.
    func typeRoot(
        _ partner: Code,
        _ typed: String
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard begun.partners.contains(partner) else { throw .notARegency }
        guard state.roots[partner] == nil else { throw .rootPinned }
        guard state.signed != nil else { throw .notInForce }
        guard let (root, words) = known.roots.root(of: typed) else { throw .rootUnreadable }
        guard let first = state.typedRoots[partner] else {
            let texts: Texts = ["kata": words]
            let (payload, sealed) = try known.sealing.seal(texts, needing: "kata")
            let fact = TypedRoot(partner: partner, by: known.by, words: sealed)
            return Decision([.rootTyped(fact)], sealed: [payload])
        }
        guard first.by != known.by else { throw .rootBySame }
        guard known.typed[partner] == words else {
            return Decision([.rootsDiffered(partner: partner)])
        }
        return Decision([.rootPinned(partner: partner, root: root)])
    }

    func report(
        _ period: ReportPeriod,
        _ day: Day,
        _ texts: Texts,
        _ paper: Paper?
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        guard state.signed != nil else { throw .notInForce }
        try isPast(day)
        guard period.first <= day else { throw .dayInFuture }
        try mayReplace(state.reports.first { $0.period == period }, texts)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "nomor")
        let report = SentReport(period: period, on: day, words: sealed, paper: paper)
        return Decision([.reported(report)], sealed: [payload])
    }

    func end(
        _ day: Day,
        _ cause: EndCause,
        _ texts: Texts
    ) throws(CooperationRefusal) -> Decision<AgreementFact> {
        try isPast(day)
        let (payload, sealed) = try known.sealing.seal(texts, needing: "alasan")
        return Decision(
            [.ended(EndedAgreement(on: day, cause: cause, words: sealed))],
            sealed: [payload]
        )
    }
}
