import Crypto
import Ledger
import Office
import Site
import Stories

/// Computes reports for those who may see them, and publishes them for who approves.
struct ReportDesk: Sendable {
    let survey: SurveyDesk
    let surroundings: Surroundings
    let weights: @Sendable (Reader) throws -> WeightPolicy

    init(
        _ survey: SurveyDesk,
        _ surroundings: Surroundings,
        weights: @escaping @Sendable (Reader) throws -> WeightPolicy
    ) {
        self.survey = survey
        self.surroundings = surroundings
        self.weights = weights
    }

    private var store: RecordStore { survey.store }

    /// As many remarks as one page bears.
    private static let mostRemarks = 100

    /// The units whose figures an official may see; nil: all of them.
    static func units(of standing: Standing) -> [Code]? {
        standing.isLeader ? nil : standing.units.sorted()
    }

    /// Refuses whoever may not see the report of a scope.
    static func admit(_ standing: Standing, to scope: ReportScope) throws(SurveyRefusal) {
        guard !standing.isLeader else { return }
        guard let unit = scope.unit, standing.units.contains(unit) else { throw .notYourUnit }
    }

    func lines(_ period: Period, _ standing: Standing) async throws -> [ReportLine] {
        try await store.read { reader in
            let regency = try surroundings.regency(reader)
            return try ReportQuery(reader: reader, zone: regency.installation.zone)
                .lines(period, units: Self.units(of: standing), by: weights(reader))
        }
    }

    func report(_ scope: ReportScope, _ standing: Standing) async throws -> Report {
        try Self.admit(standing, to: scope)
        return try await store.read { reader in try self.report(scope, reader) }
    }

    private func report(_ scope: ReportScope, _ reader: Reader) throws -> Report {
        let zone = try surroundings.regency(reader).installation.zone
        let query = ReportQuery(reader: reader, zone: zone)
        let tally = try query.tally(scope)
        let population = max(try query.population(scope), tally.count)
        let figures = ReportFigures(tally, of: population, by: try weights(reader))
        // Of a handful of answers nothing is told by which somebody could be known.
        let isEnough = figures.sample.isEnough
        return Report(
            scope,
            figures,
            profile: isEnough ? try query.profile(scope) : [],
            remarks: isEnough ? try query.remarks(scope, most: Self.mostRemarks) : [],
            through: try reader.head().size,
            at: survey.now()
        )
    }

    /// Publishes what a leader has looked at: refused where the figures have changed since.
    func publish(_ scope: ReportScope, _ asked: AskedToPublish) async throws {
        let stream = try stream(of: scope)
        let (report, published, others) = try await store.read { reader in
            (
                try self.report(scope, reader),
                try reader.state(of: stream, as: ReportStory.self),
                try reader.publishedReports().map(\.publication)
            )
        }
        let words = Array(asked.plan.utf8)
        let publication = Publication(
            scope,
            report.figures,
            through: report.through,
            plan: words.isEmpty ? nil : Public(digest: Array(SHA256.hash(data: words)))
        )
        let decision = try ReportStory.decide(
            published.state,
            .publish(publication),
            KnownOfReport(
                isLeader: asked.by.standing.isLeader,
                published: Dictionary(others.map { ($0.scope, $0.figures.tally.count) }) { $1 }
            )
        )
        guard asked.seen == report.figures.fingerprint else { throw SurveyRefusal.movedOn }
        var append = try Append(
            decision,
            to: stream,
            at: survey.now(),
            by: asked.by.standing.official,
            expecting: [stream: published.version]
        )
        if !words.isEmpty { append.content = [words] }
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw SurveyRefusal.movedOn
        }
    }

    /// What a leader asks for.
    struct AskedToPublish: Sendable {
        let by: SignedIn

        /// The figures that the page showed.
        let seen: String
        let plan: String
    }

    /// One scope, one stream: named by a mark, so that two nodes find the same.
    private func stream(of scope: ReportScope) throws -> Stream {
        let mark = survey.keys.mark("survey-report", Array(scope.text.utf8))
        guard let name = OpaqueID(bytes: mark.prefix(16)) else {
            preconditionFailure("a mark has more than 16 bytes")
        }
        return Stream(ReportStory.kind, name)
    }
}

extension ReportFigures {
    /// The figures in one word, by which a form says what was looked at.
    var fingerprint: String {
        let sums = SurveyElement.allCases.map { String(tally.sums[$0] ?? 0) }
        return ([policy.rawValue, "\(tally.count)", "\(population)"] + sums).joined(separator: "-")
    }
}
