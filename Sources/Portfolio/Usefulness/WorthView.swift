import Ledger
import Stories

/// What each service costs in each year, and what was decided about it last.
enum WorthView {
    static let view = ViewOfRecord(
        "service_worth",
        .now,
        of: [WorthStory.kind],
        tables: ["worth_costs", "worth_judgements"],
        schema: [
            """
            CREATE TABLE worth_costs (service TEXT NOT NULL, year BIGINT NOT NULL, \
            amount BIGINT NOT NULL, source BLOB NOT NULL, who BLOB NOT NULL, at BIGINT NOT NULL, \
            PRIMARY KEY (service, year))
            """,
            """
            CREATE TABLE worth_judgements (service TEXT PRIMARY KEY, verdict TEXT NOT NULL, \
            reason BLOB NOT NULL, who BLOB NOT NULL, at BIGINT NOT NULL)
            """,
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(WorthFact.self) {
            case .costed(let cost):
                return [
                    """
                    INSERT INTO worth_costs (service, year, amount, source, who, at) VALUES \
                    (\(cost.service?.text ?? ofProgram), \(cost.year), \(cost.amount), \
                    \(cost.source.digest), \(event.by), \(event.at)) \
                    ON CONFLICT (service, year) DO UPDATE SET amount = excluded.amount, \
                    source = excluded.source, who = excluded.who, at = excluded.at
                    """
                ]
            case .judged(let judgement):
                guard let service = judgement.service else { return [] }
                return [
                    """
                    INSERT INTO worth_judgements (service, verdict, reason, who, at) VALUES \
                    (\(service), \(judgement.verdict.rawValue), \(judgement.reason.digest), \
                    \(event.by), \(event.at)) \
                    ON CONFLICT (service) DO UPDATE SET verdict = excluded.verdict, \
                    reason = excluded.reason, who = excluded.who, at = excluded.at
                    """
                ]
            }
        }
    )

    /// Stands for the program itself; no service has such a code.
    static let ofProgram = "*"
}

/// A cost as it was entered, with its source in words.
struct EnteredCost: Sendable {
    let year: Int
    let amount: Int64
    let source: String
    let by: Actor
    let at: Instant
}

/// The last decision about a service.
struct GivenJudgement: Sendable {
    let verdict: Judgement.Verdict
    let reason: String
    let by: Actor
    let at: Instant
}

extension Reader {
    /// All costs by service, the newest year first; nil is the program itself.
    func enteredCosts() throws -> [Code?: [EnteredCost]] {
        var costs: [Code?: [EnteredCost]] = [:]
        for row in try rows(
            """
            SELECT service, year, amount, source, who, at FROM worth_costs \
            ORDER BY year DESC, service
            """
        ) {
            let service = try row.text("service")
            costs[service == WorthView.ofProgram ? nil : Code(service), default: []].append(
                EnteredCost(
                    year: Int(try row.int("year")),
                    amount: try row.int("amount"),
                    source: try words(row.blob("source")),
                    by: try row.get("who"),
                    at: try row.get("at")
                )
            )
        }
        return costs
    }

    /// The last decision about each service.
    func givenJudgements() throws -> [Code: GivenJudgement] {
        var given: [Code: GivenJudgement] = [:]
        for row in try rows("SELECT service, verdict, reason, who, at FROM worth_judgements") {
            guard let verdict = Judgement.Verdict(rawValue: try row.text("verdict")) else {
                throw StoreError(.damaged, "a decision about a service cannot be read")
            }
            given[try row.get("service")] = GivenJudgement(
                verdict: verdict,
                reason: try words(row.blob("reason")),
                by: try row.get("who"),
                at: try row.get("at")
            )
        }
        return given
    }

    private func words(_ digest: [UInt8]) throws -> String {
        try content(Public(digest: digest)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
