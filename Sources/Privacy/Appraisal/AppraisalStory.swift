package import Stories

/// The story of judging a case anew after its time of keeping, as its schedule says ("dinilai
/// kembali").
///
/// The stream has the id of the case. The newest judgement counts; nothing is destroyed by it.
package enum AppraisalStory: Story {
    package static let kind: StreamKind = "appraisal"
    package static let beginning = Appraisal()

    package static func evolve(_ state: inout Appraisal, _ fact: AppraisalFact) {
        switch fact {
        case .appraised(let outcome, let until, let reason):
            state.outcome = outcome
            state.until = until
            state.reason = reason
        }
    }

    package static func decide(
        _ state: Appraisal,
        _ command: AppraisalCommand,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<AppraisalFact> {
        switch command {
        case .appraise(let outcome, let until, let words):
            let isKept = outcome == .kept
            if isKept, until.map({ $0 <= known.today }) ?? true { throw .nextJudgementInPast }
            let (payload, reason) = try known.words.seal(words)
            return Decision(
                [.appraised(outcome, until: isKept ? until : nil, reason: reason)],
                sealed: [payload]
            )
        }
    }
}

/// What was judged of a case last.
package struct Appraisal: Hashable, Sendable {
    package var outcome: Outcome?

    /// When it is judged again.
    package var until: Day?
    package var reason: Sealed?

    package enum Outcome: String, FactWord, CaseIterable {
        case destroyed = "musnah"
        case permanent = "permanen"
        case kept = "simpan"
    }
}

/// What can be asked of a judgement.
package enum AppraisalCommand: Hashable, Sendable {
    case appraise(Appraisal.Outcome, until: Day?, words: String)
}

/// What was judged.
package enum AppraisalFact: Hashable, Sendable {
    case appraised(Appraisal.Outcome, until: Day?, reason: Sealed)
}

extension AppraisalFact: FactShape {
    package var kind: Code {
        switch self {
        case .appraised: "appraised"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .appraised(let outcome, let until, let reason):
            fields.put("outcome", outcome)
            fields.put("until", until)
            fields.put("reason", reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "appraised":
            self = .appraised(
                try fields.get("outcome"),
                until: try fields.find("until"),
                reason: try fields.get("reason")
            )
        default: throw FactUnreadable("no fact of a judgement: \(kind)")
        }
    }
}
