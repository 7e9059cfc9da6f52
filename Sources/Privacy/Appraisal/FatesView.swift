package import Ledger
import Site
import Stories

/// What becomes of cases other than their service's rule says: judged anew, handed to the archive.
package enum FatesView {
    package static let view = ViewOfRecord(
        "case_fates",
        .now,
        of: [AppraisalStory.kind, DestructionStory.kind],
        tables: ["case_fates"],
        schema: [
            """
            CREATE TABLE case_fates (case_id BLOB PRIMARY KEY, outcome TEXT NOT NULL, \
            until TEXT, handed BIGINT) /* keyed */
            """
        ],
        project: { projection in
            let event = projection.event
            if event.stream.kind == AppraisalStory.kind {
                switch try event.fact(AppraisalFact.self) {
                case .appraised(let outcome, let until, _):
                    return [
                        """
                        INSERT INTO case_fates (case_id, outcome, until) VALUES \
                        (\(event.stream.id), \(outcome.rawValue), \(until?.description)) \
                        ON CONFLICT (case_id) DO UPDATE SET outcome = excluded.outcome, \
                        until = excluded.until
                        """
                    ]
                }
            }
            switch try event.fact(DestructionFact.self) {
            case .received(let handed, _):
                return handed.map { id in
                    """
                    INSERT INTO case_fates (case_id, outcome, handed) VALUES \
                    (\(id), \(Appraisal.Outcome.permanent.rawValue), \(event.at)) \
                    ON CONFLICT (case_id) DO UPDATE SET handed = excluded.handed
                    """
                }
            case .proposed, .refused, .approved, .destroyed: return []
            }
        }
    )
}

/// What is known of a case beside its service's rule.
struct FateOfCase: Hashable, Sendable {
    let outcome: Appraisal.Outcome
    let until: Day?

    /// When the archive office confirmed that it has it.
    let handed: Instant?

    /// What is to be done with the case on a day; nil where it is kept for now.
    func next(on day: Day) -> PastKeeping.Fate? {
        if handed != nil { return .destroyed }
        switch outcome {
        case .destroyed: return .destroyed
        case .permanent: return .permanent
        case .kept: return until.map { $0 >= day } ?? false ? nil : .reviewed
        }
    }
}

extension Reader {
    /// What is known of cases beside the rules of their services.
    func fates() throws -> [OpaqueID: FateOfCase] {
        var fates: [OpaqueID: FateOfCase] = [:]
        for row in try rows("SELECT case_id, outcome, until, handed FROM case_fates") {
            guard let outcome = Appraisal.Outcome(rawValue: try row.text("outcome")) else {
                throw StoreError(.damaged, "the fate of a case cannot be read")
            }
            let until: String? = try row.find("until")
            fates[try row.id("case_id")] = FateOfCase(
                outcome: outcome,
                until: until.flatMap { Day($0) },
                handed: try row.find("handed")
            )
        }
        return fates
    }
}
