package import Stories

/// The story of what a service costs and what was decided about it.
///
/// A later entry for a year stands in place of an earlier one; both stay in the record.
package enum WorthStory: Story {
    package static let kind: StreamKind = "service-worth"
    package static let beginning = Worth()

    package static func evolve(_ state: inout Worth, _ fact: WorthFact) {
        switch fact {
        case .costed(let cost): state.costs[cost.year] = cost
        case .judged(let judgement): state.judgements.append(judgement)
        }
    }

    package static func decide(
        _ state: Worth,
        _ command: WorthCommand,
        _ known: KnownOfWorth
    ) throws(PortfolioRefusal) -> Decision<WorthFact> {
        guard known.mayKeep else { throw .onlyKeepers }
        switch command {
        case .enter(let cost):
            guard cost.amount >= 0, cost.amount <= YearlyCost.most else {
                throw .amountUnreadable
            }
            guard (2000...2999).contains(cost.year) else { throw .yearUnreadable }
            return Decision([.costed(cost)])
        case .judge(let judgement):
            // The program itself is entered for its cost; no service is decided on there.
            guard judgement.service != nil else { throw .noSuchPage }
            return Decision([.judged(judgement)])
        }
    }
}

/// What is known of a service's worth.
package struct Worth: Hashable, Sendable {
    package var costs: [Int: YearlyCost] = [:]

    /// Oldest first.
    package var judgements: [Judgement] = []
}

/// What a service costs in one year.
package struct YearlyCost: Hashable, Sendable {
    /// Nil: what Serasan itself costs.
    package let service: Code?
    package let year: Int

    /// Whole rupiah.
    package let amount: Int64

    /// Where the figure comes from, in words that anybody may read.
    package let source: Public

    package init(service: Code?, year: Int, amount: Int64, source: Public) {
        self.service = service
        self.year = year
        self.amount = amount
        self.source = source
    }

    /// More than any regency spends in a year.
    package static let most: Int64 = 100_000_000_000_000

    package enum Kind: String, FactWord {
        case service = "layanan"
        case program = "serasan"
    }

    package var kind: Kind { service == nil ? .program : .service }
}

/// A decision about a service.
package struct Judgement: Hashable, Sendable {
    package let service: Code?
    package let verdict: Verdict
    package let reason: Public

    package init(service: Code?, _ verdict: Verdict, reason: Public) {
        self.service = service
        self.verdict = verdict
        self.reason = reason
    }

    package enum Verdict: String, FactWord {
        case keep = "pertahankan"
        case improve = "perbaiki"
        case switchOff = "matikan"
    }
}

/// What can be asked.
package enum WorthCommand: Hashable, Sendable {
    case enter(YearlyCost)
    case judge(Judgement)
}

/// What the decision has to know besides.
package struct KnownOfWorth: Hashable, Sendable {
    /// Whether the one who asks leads the regency or keeps its services.
    package let mayKeep: Bool

    package init(mayKeep: Bool) { self.mayKeep = mayKeep }
}

/// What happened.
package enum WorthFact: Hashable, Sendable {
    case costed(YearlyCost)
    case judged(Judgement)
}

extension WorthFact: FactShape {
    package var kind: Code {
        switch self {
        case .costed: "costed"
        case .judged: "judged"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .costed(let cost):
            fields.put("of", cost.kind)
            fields.put("service", cost.service)
            fields.put("year", cost.year)
            fields.put("amount", cost.amount)
            fields.put("source", cost.source)
        case .judged(let judgement):
            fields.put("service", judgement.service)
            fields.put("verdict", judgement.verdict)
            fields.put("reason", judgement.reason)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "costed":
            let cost = YearlyCost(
                service: try fields.find("service"),
                year: try fields.get("year"),
                amount: try fields.get("amount"),
                source: try fields.get("source")
            )
            let of: YearlyCost.Kind = try fields.get("of")
            guard of == cost.kind else { throw FactUnreadable("a cost of nothing") }
            self = .costed(cost)
        case "judged":
            self = .judged(
                Judgement(
                    service: try fields.find("service"),
                    try fields.get("verdict"),
                    reason: try fields.get("reason")
                )
            )
        default: throw FactUnreadable("no fact of a service's worth: \(kind)")
        }
    }
}
