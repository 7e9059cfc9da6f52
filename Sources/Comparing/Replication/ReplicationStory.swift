package import Stories

/// The story of one replicated service: how it was before, and what officials tell of it.
///
/// A later entry stands in place of an earlier one; all of them stay in the record.
package enum ReplicationStory: Story {
    package static let kind: StreamKind = "replication"
    package static let beginning = Replication()

    package static func evolve(_ state: inout Replication, _ fact: ReplicationFact) {
        switch fact {
        case .based(let baseline): state.baseline = baseline
        case .told(let told): state.told = told
        }
    }

    package static func decide(
        _ state: Replication,
        _ command: ReplicationCommand,
        _ known: Void
    ) throws(ComparisonRefusal) -> Decision<ReplicationFact> {
        switch command {
        case .base(let baseline):
            guard baseline.saysSomething else { throw .nothingTyped }
            guard state.baseline != baseline else { return Decision([]) }
            return Decision([.based(baseline)])
        case .tell(let told):
            guard state.told != told else { return Decision([]) }
            return Decision([.told(told)])
        }
    }
}

/// What is known of a replication.
package struct Replication: Hashable, Sendable {
    package var baseline: Baseline?
    package var told: ToldReplication?
}

/// How a service went before it was replicated, from a source outside the system.
package struct Baseline: Hashable, Sendable {
    /// Requests in three months.
    package var received: Int?

    /// In whole per cent of those that were decided.
    package var inTime: Int?

    /// Working days of the middle one.
    package var medianDays: Int?

    /// The index of satisfaction in hundredths.
    package var index: Int?

    /// The day of which the figures are.
    package var on: Day

    /// Where they come from, in words that anybody may read.
    package var source: Public

    package init(on day: Day, source: Public) {
        on = day
        self.source = source
    }

    var saysSomething: Bool {
        received != nil || inTime != nil || medianDays != nil || index != nil
    }
}

/// What officials say of a replication: texts in one document, and scores from 1 to 5.
package struct ToldReplication: Hashable, Sendable {
    /// SHA-256 of the texts, which are content that anybody may read.
    package let texts: Public
    package let scores: [GivenScore]

    package init(texts: Public, scores: [GivenScore]) {
        self.texts = texts
        self.scores = scores
    }
}

/// What makes a service easy or hard to replicate.
package enum ReplicabilityCriterion: String, FactWord {
    case need = "kebutuhan"
    case law = "hukum"
    case process = "proses"
    case technology = "teknologi"
    case data
    case people = "orang"
    case cost = "biaya"
    case leadership = "kepemimpinan"
    case independence = "kemandirian"
    case documentation = "dokumentasi"
}

/// One criterion with its score, 5 is best.
package struct GivenScore: Hashable, Sendable {
    package let criterion: ReplicabilityCriterion
    package let score: Int

    /// Nil for a score that there is not.
    package init?(_ criterion: ReplicabilityCriterion, _ score: Int) {
        guard (1...5).contains(score) else { return nil }
        self.criterion = criterion
        self.score = score
    }
}

/// What can be asked.
package enum ReplicationCommand: Hashable, Sendable {
    case base(Baseline)
    case tell(ToldReplication)
}

/// What happened.
package enum ReplicationFact: Hashable, Sendable {
    case based(Baseline)
    case told(ToldReplication)
}

extension ReplicationFact: FactShape {
    package var kind: Code {
        switch self {
        case .based: "based"
        case .told: "told"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .based(let baseline):
            fields.put("received", baseline.received)
            fields.put("in_time", baseline.inTime)
            fields.put("median", baseline.medianDays)
            fields.put("index", baseline.index)
            fields.put("on", baseline.on)
            fields.put("source", baseline.source)
        case .told(let told):
            fields.put("texts", told.texts)
            fields.put("scores", each: told.scores)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "based":
            var baseline = Baseline(on: try fields.get("on"), source: try fields.get("source"))
            baseline.received = try fields.find("received")
            baseline.inTime = try fields.find("in_time")
            baseline.medianDays = try fields.find("median")
            baseline.index = try fields.find("index")
            self = .based(baseline)
        case "told":
            self = .told(
                ToldReplication(
                    texts: try fields.get("texts"),
                    scores: try fields.list("scores")
                )
            )
        default: throw FactUnreadable("no fact of a replication: \(kind)")
        }
    }
}

extension GivenScore: FactField {
    package var json: FactValue {
        .object(["of": criterion.json, "score": .number(Int64(score))])
    }

    package init?(json: FactValue) {
        guard case .object(let fields) = json,
            let criterion = fields["of"].flatMap(ReplicabilityCriterion.init(json:)),
            let score = fields["score"].flatMap(Int.init(json:))
        else { return nil }
        self.init(criterion, score)
    }
}
