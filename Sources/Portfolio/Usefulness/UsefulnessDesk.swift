import Crypto
import Ledger
import Office
import Site
import Stories

/// Puts together what each service is worth, and takes in costs and decisions.
struct UsefulnessDesk: Sendable {
    let store: RecordStore
    let sources: PortfolioSources
    let now: @Sendable () -> Instant

    /// Refuses whoever neither leads the regency nor keeps its services.
    static func admit(_ standing: Standing) throws(PortfolioRefusal) {
        guard standing.isLeader || standing.isKeeper else { throw .onlyKeepers }
    }

    /// What is known of every service, in the order of their titles.
    func usefulness(_ official: SignedIn) async throws -> Usefulness {
        try Self.admit(official.standing)
        let moment = now()
        return try await store.read { reader in
            let regency = try sources.surroundings.regency(reader)
            let today = regency.installation.zone.day(moment)
            let this = Month(of: today)
            let months = (0..<12).reversed().map { this.back($0) }
            let query = CountQuery(reader, Scope())
            var counts: [Month: [String: Counts]] = [:]
            for month in months { counts[month] = try query.parts(month.text, by: .service) }
            let spans = try query.spans(months)
            let (costs, judgements) = (try reader.enteredCosts(), try reader.givenJudgements())
            let lines = try sources.services(reader).map { service -> Usefulness.Line in
                let ofMonths = months.map { counts[$0]?[service.code.text] ?? Counts() }
                return Usefulness.Line(
                    service: service,
                    received: ofMonths.map(\.received),
                    total: ofMonths.reduce(Counts(), +),
                    median: spans[service.code.text]?.median,
                    satisfaction: try sources.satisfaction(reader, nil, service.code, today),
                    lastUsed: try query.lastReceived(service.code),
                    cost: costs[service.code]?.first,
                    receivedInYear: try costs[service.code]?.first.map { cost in
                        try Self.received(service.code, in: cost.year, query)
                    } ?? 0,
                    judgement: judgements[service.code],
                    judge: try judgements[service.code].flatMap {
                        try reader.name(of: $0.by.id)
                    }
                )
            }
            return Usefulness(
                months: months,
                today: today,
                zone: regency.installation.zone,
                lines: lines,
                program: costs[nil]?.first
            )
        }
    }

    private static func received(
        _ service: Code,
        in year: Int,
        _ query: CountQuery
    ) throws -> Int {
        let months = (1...12).compactMap { Month(year: year, number: $0)?.text }
        let scoped = CountQuery(query.reader, Scope(service: service))
        return try scoped.totals(months).values.reduce(0) { $0 + $1.received }
    }

    /// How often something was entered for a service; a form carries it back.
    func version(of service: Code?) async throws -> Version {
        let stream = Self.stream(of: service)
        return try await store.glance { reader in
            try reader.state(of: stream, as: WorthStory.self).version
        }
    }

    /// Takes in a cost or a decision; `words` are its source or its reason.
    func enter(
        _ service: Code?,
        _ words: String,
        seen: Version,
        by official: SignedIn,
        _ command: (Public) -> WorthCommand
    ) async throws {
        try Self.admit(official.standing)
        let bytes = Array(words.utf8)
        let stream = Self.stream(of: service)
        let known = try await store.glance { reader in
            try reader.state(of: stream, as: WorthStory.self)
        }
        guard known.version == seen else { throw PortfolioRefusal.movedOn }
        let decision = try WorthStory.decide(
            known.state,
            command(Public(digest: Array(SHA256.hash(data: bytes)))),
            KnownOfWorth(mayKeep: official.standing.isLeader || official.standing.isKeeper)
        )
        var append = try Append(
            decision,
            to: stream,
            at: now(),
            by: official.standing.official,
            expecting: [stream: seen]
        )
        append.content = [bytes]
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken, .otherContent: throw PortfolioRefusal.movedOn
        }
    }

    /// One service, one stream: named so that two nodes find the same.
    private static func stream(of service: Code?) -> Stream {
        let name = "service-worth \(service?.text ?? WorthView.ofProgram)"
        let digest = Array(SHA256.hash(data: Array(name.utf8)).prefix(16))
        guard let id = OpaqueID(bytes: digest) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(WorthStory.kind, id)
    }
}

/// What each service is worth, as far as figures can say.
struct Usefulness: Sendable {
    /// Twelve months, the oldest first.
    var months: [Month]
    var today: Day
    var zone: Zone
    var lines: [Line]

    /// What Serasan itself costs.
    var program: EnteredCost?

    /// One service.
    struct Line: Sendable {
        var service: PortfolioSources.Named
        var received: [Int]
        var total: Counts
        var median: Int?
        var satisfaction: SatisfactionBrief?
        var lastUsed: Day?
        var cost: EnteredCost?

        /// How many came in during the year of the cost.
        var receivedInYear: Int
        var judgement: GivenJudgement?

        /// Who decided; nil where the name was erased.
        var judge: String?

        /// Of those that ended, how many were decided and not withdrawn or left to expire.
        var completedPercent: Int? {
            total.ended > 0 ? (200 * total.decided + total.ended) / (2 * total.ended) : nil
        }

        /// What one case of the year cost, in whole rupiah.
        var costPerCase: Int64? {
            guard let cost, receivedInYear > 0 else { return nil }
            return cost.amount / Int64(receivedInYear)
        }

        /// Nothing came in during the last six months, this one included.
        var isUnused: Bool { received.suffix(6).allSatisfy { $0 == 0 } }
    }
}

extension CountQuery {
    /// The day on which a service was last applied for.
    func lastReceived(_ service: Code) throws -> Day? {
        let row = try reader.row(
            "SELECT max(day_in) AS day FROM portfolio_cases WHERE service = \(service)"
        )
        let number: Int? = try row?.find("day")
        return number.map { Day(number: $0) }
    }
}
