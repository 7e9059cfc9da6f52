package import Stories

/// The story of what was published about one unit, service and period.
///
/// A newer publication stands beside the older ones: what the public was told stays told.
package enum ReportStory: Story {
    package static let kind: StreamKind = "survey-report"
    package static let beginning = PublishedReports()

    package static func evolve(_ state: inout PublishedReports, _ fact: ReportFact) {
        switch fact {
        case .published(let publication): state.publications.append(publication)
        }
    }

    package static func decide(
        _ state: PublishedReports,
        _ command: ReportCommand,
        _ known: KnownOfReport
    ) throws(SurveyRefusal) -> Decision<ReportFact> {
        guard known.isLeader else { throw .onlyLeaders }
        switch command {
        case .publish(let publication):
            let sample = publication.figures.sample
            guard sample.isEnough else {
                throw .tooFewAnswers(sample.answers, needed: sample.needed)
            }
            let newest = state.publications.last
            guard newest?.figures != publication.figures || newest?.plan != publication.plan
            else { throw .nothingNew }
            let remainder = Remainder(scope: publication.scope, answers: sample.answers)
            let earlier = state.publications.map(\.figures.tally.count)
            if let few = remainder.smallGroup(beside: known.published, earlier: earlier) {
                throw .tooFewLeft(few)
            }
            return Decision([.published(publication)])
        }
    }
}

/// What was published of one scope, oldest first.
package struct PublishedReports: Hashable, Sendable {
    package var publications: [Publication] = []
}

/// What can be asked of a report.
package enum ReportCommand: Hashable, Sendable {
    case publish(Publication)
}

/// What the decision has to know besides.
package struct KnownOfReport: Hashable, Sendable {
    /// Whether the one who asks leads the regency.
    package let isLeader: Bool

    /// How many answers stand behind each report that is public now.
    package let published: [ReportScope: Int]

    package init(isLeader: Bool, published: [ReportScope: Int] = [:]) {
        self.isLeader = isLeader
        self.published = published
    }
}

/// What happened to a report.
package enum ReportFact: Hashable, Sendable {
    case published(Publication)
}

/// What a report is about: a period, and a unit, a service, both or neither.
package struct ReportScope: Hashable, Sendable {
    /// Nil: all units.
    package let unit: Code?

    /// Nil: all services.
    package let service: Code?
    package let period: Period

    package init(unit: Code?, service: Code?, _ period: Period) {
        self.unit = unit
        self.service = service
        self.period = period
    }

    /// As its stream is named after it; `*` stands in no code.
    package var text: String {
        "\(unit?.text ?? "*") \(service?.text ?? "*") \(period.text)"
    }
}

/// The figures of a report: everything from which an index can be computed again.
package struct ReportFigures: Hashable, Sendable {
    package let tally: Tally
    package let population: Int
    package let policy: WeightPolicy

    package init(_ tally: Tally, of population: Int, by policy: WeightPolicy) {
        self.tally = tally
        self.population = population
        self.policy = policy
    }

    package var sample: Sample { Sample(answers: tally.count, of: population) }

    package var index: SatisfactionIndex? { tally.index(policy) }
}

/// One report as the head approved it.
package struct Publication: Hashable, Sendable {
    package let scope: ReportScope
    package let figures: ReportFigures

    /// The newest event of the record when it was computed: the figures count everything up to it.
    package let through: Int64

    /// What the office is going to do about it, in words that anybody may read.
    package let plan: Public?

    package init(
        _ scope: ReportScope,
        _ figures: ReportFigures,
        through: Int64,
        plan: Public? = nil
    ) {
        self.scope = scope
        self.figures = figures
        self.through = through
        self.plan = plan
    }
}

extension ReportFact: FactShape {
    package var kind: Code {
        switch self {
        case .published: "published"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .published(let publication):
            fields.put("unit", publication.scope.unit)
            fields.put("service", publication.scope.service)
            publication.scope.period.write(to: &fields)
            fields.put("tally", publication.figures.tally)
            fields.put("population", publication.figures.population)
            fields.put("weight", publication.figures.policy)
            fields.put("through", publication.through)
            fields.put("plan", publication.plan)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        guard kind.text == "published" else {
            throw FactUnreadable("no fact of a report: \(kind)")
        }
        self = .published(
            Publication(
                ReportScope(
                    unit: try fields.find("unit"),
                    service: try fields.find("service"),
                    try Period(from: fields)
                ),
                ReportFigures(
                    try fields.get("tally"),
                    of: try fields.get("population"),
                    by: try fields.get("weight")
                ),
                through: try fields.get("through"),
                plan: try fields.find("plan")
            )
        )
    }
}
