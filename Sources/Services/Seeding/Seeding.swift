import Blueprints
package import Cases
import Feel
package import Ledger
package import Office
package import Stories

/// Fills a sample regency with invented cases that have lived their lives.
///
/// The same seed gives the same lives: names, answers, moments, outcomes, numbers. Only who the
/// officials are, keys and nonces are the installation's own.
package struct Seeding: Sendable {
    private let desk: CaseDesk
    private let officials: OfficialsDesk
    private let survey: SurveyAfter?
    private let scans: SeededScans?

    /// How many applications are lived through before what came of them is written.
    private static let slice = 10_000

    private static let chunk = 250

    /// Answers to a survey after a case, if this one is answered: what to record with it.
    package typealias SurveyAfter =
        @Sendable (CaseID, CaseState, Version, inout SeededNumbers) throws -> Append?

    package init(
        desk: CaseDesk,
        officials: OfficialsDesk,
        survey: SurveyAfter? = nil,
        scans: SeededScans? = nil
    ) {
        self.scans = scans
        self.desk = desk
        self.officials = officials
        self.survey = survey
    }

    /// What came of it.
    package struct Outcome: Hashable, Sendable {
        package var cases = 0
        package var open = 0
        package var events = 0
        package var officials = 0
        package var scans = 0
    }

    /// Invents and records; `report` hears how many cases are recorded.
    package func run(
        _ plan: SeedPlan,
        report: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Outcome {
        let keeper = desk.keeper
        let force = try await desk.store.read { reader in
            let force = try keeper.current(reader)
            guard force.regency.isDemo else { throw SeedRefusal.notASample }
            guard try reader.row("SELECT 1 AS one FROM cases LIMIT 1") == nil else {
                throw SeedRefusal.hasCases
            }
            return force
        }
        // So that views which are a second late stand at the end of the log.
        try await desk.store.catchUp()
        var outcome = Outcome()
        outcome.officials = try await fillPosts(force, seed: plan.seed, on: plan.from)
        try await desk.store.catchUp()
        let ground = SeedGround(
            force,
            desk: desk,
            plan: plan,
            officials: try await duties(force, on: force.zone.day(plan.until)),
            names: try await officials.list().reduce(into: [:]) { $0[Actor($1.id)] = $1.name }
        )
        guard !ground.services.isEmpty else { throw SeedRefusal.noServices }
        var lived = outcome
        try await desk.store.load { loading in
            try await live(plan, on: ground, into: loading, &lived, report)
        }
        return lived
    }

    // MARK: lives

    private func live(
        _ plan: SeedPlan,
        on ground: SeedGround,
        into loading: BulkLoading,
        _ outcome: inout Outcome,
        _ report: @Sendable (Int) -> Void
    ) async throws {
        let recent = RecentCases(ground: ground)
        let arrivals = SeededArrivals(
            from: plan.from,
            until: plan.until,
            calendar: ground.force.calendar
        ).draw(plan.cases, seed: plan.seed) { recent.arrival($0)?.at }
        var pools = AnswerPools(size: max(4, min(24, plan.cases / 100)))
        var lanes: [Code: SeededLane] = [:]
        var writing: Task<Void, any Error>?
        for start in stride(from: 0, through: arrivals.count, by: Self.slice) {
            let slice = arrivals[start..<min(start + Self.slice, arrivals.count)]
            let isLast = start + Self.slice > arrivals.count
            pools.fill(for: slice, on: ground)
            let begun = try await begin(slice, pools, on: ground)
            let moment = isLast ? plan.until : slice.last?.at ?? plan.until
            var ended = try await advance(&lanes, begun, until: moment, on: ground)
            let papers = try await printScans(&ended, on: ground)
            let prepared = try await prepare(ended, at: moment, lanes)
            try await writing?.value
            outcome.cases += ended.count
            outcome.scans += papers.count
            outcome.open += ended.count(where: \.isOpen)
            outcome.events += ended.reduce(0) { $0 + $1.whole.events.count }
            report(outcome.cases)
            guard !ended.isEmpty else { continue }
            let scans = scans
            writing = Task {
                try await loading.take(prepared)
                guard !papers.isEmpty else { return }
                // A file is sealed with the key of its dossier, which has to be there.
                try await loading.commit()
                try await scans?.write(papers, at: moment)
            }
        }
        try await writing?.value
    }

    /// The applications of a slice, each in the lane of its register.
    private func begin(
        _ slice: ArraySlice<SeededArrivals.Arrival>,
        _ pools: AnswerPools,
        on ground: SeedGround
    ) async throws -> [Code: [SeededLife]] {
        let begun = try await inOrder(Array(slice)) { arrivals in
            arrivals.compactMap { SeededBeginning(ground: ground, pools: pools).life(of: $0) }
        }
        return Dictionary(grouping: begun) { life in
            ground.lane(
                of: life.start.service,
                owner: life.start.owner,
                at: life.start.unitsOfSteps
            )
        }
    }

    private func advance(
        _ lanes: inout [Code: SeededLane],
        _ begun: [Code: [SeededLife]],
        until moment: Instant,
        on ground: SeedGround
    ) async throws -> [EndedLife] {
        let names = Set(lanes.keys).union(begun.keys)
        let survey = survey
        let afterEnd: SeededLane.AfterEnd = { life, ground in
            try life.answerSurvey(survey, until: ground.until)
        }
        let found = try await withThrowingTaskGroup(
            of: (Code, SeededLane, [EndedLife]).self
        ) { group in
            for name in names {
                let (arrivals, before) = (begun[name] ?? [], lanes[name] ?? SeededLane())
                group.addTask {
                    var lane = before
                    let ended = try lane.advance(
                        arrivals,
                        until: moment,
                        ground,
                        afterEnd: afterEnd
                    )
                    return (name, lane, ended)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for (name, lane, _) in found { lanes[name] = lane }
        return found.flatMap(\.2).sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    }

    /// Seals and writes down what is to be recorded, with the registers as they stand then.
    private func prepare(
        _ lives: [EndedLife],
        at moment: Instant,
        _ lanes: [Code: SeededLane]
    ) async throws -> [PreparedAppends] {
        let store = desk.store
        var prepared = try await inOrder(lives) { lives in
            [try store.prepare(lives.map(\.whole))]
        }
        var counters = Append(at: moment, by: .system, expecting: [:])
        for lane in lanes.values {
            for (name, register) in lane.registers {
                counters.operations.append(
                    """
                    INSERT INTO counters (name, value) VALUES (\(name), \(register.last)) \
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """
                )
            }
        }
        prepared.append(try store.prepare([counters]))
        return prepared
    }

    /// Prints the scans of the letters that were signed, and lets the record know of their files.
    private func printScans(
        _ lives: inout [EndedLife],
        on ground: SeedGround
    ) async throws -> [SeededScans.Printed] {
        guard let scans, ground.hasScans else { return [] }
        let papers = try await inOrder(lives) { lives in
            try lives.map { try scans.printed($0, on: ground) }
        }
        for (place, printed) in papers.enumerated() where !printed.isEmpty {
            lives[place].whole.files += printed.map(\.file)
        }
        return papers.flatMap(\.self)
    }

    /// The same work on all processors, its results in the order of the items.
    private func inOrder<Item: Sendable, Made: Sendable>(
        _ items: [Item],
        _ work: @Sendable @escaping ([Item]) throws -> [Made]
    ) async throws -> [Made] {
        try await withThrowingTaskGroup(of: (Int, [Made]).self) { group in
            for start in stride(from: 0, to: items.count, by: Self.chunk) {
                let part = Array(items[start..<min(start + Self.chunk, items.count)])
                group.addTask { (start, try work(part)) }
            }
            var made: [(Int, [Made])] = []
            for try await part in group { made.append(part) }
            return made.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    // MARK: officials

    /// Puts somebody into each post that nobody holds; without a password nobody can sign in.
    private func fillPosts(_ force: InForce, seed: UInt64, on day: Day) async throws -> Int {
        let held = try await desk.store.read { reader in
            Set(try reader.rows("SELECT DISTINCT post FROM holdings").map { try $0.text("post") })
        }
        let circumstances = OfficialsDesk.Circumstances(
            now: force.zone.instant(day, minute: 420),
            by: .system,
            map: force.office
        )
        var count = 0
        for (index, post) in force.office.posts.enumerated() where !held.contains(post.id.text) {
            var numbers = SeededNumbers(seed ^ 0x0FF1, of: index)
            let person = InventedPerson(&numbers, districts: [])
            guard let logIn = LogInName("contoh.\(post.id.text.prefix(33))") else { continue }
            _ = try await officials.add(
                person.name,
                logIn: logIn,
                holdings: [
                    Holding(post: post.id, capacity: .definitive, first: day, last: nil)
                ],
                circumstances
            )
            count += 1
        }
        return count
    }

    /// What everybody may do on the last day, in the order of their log-in names.
    private func duties(_ force: InForce, on day: Day) async throws -> [Duties] {
        let listed = try await officials.list().sorted { $0.logIn < $1.logIn }
        return try await desk.store.read { reader in
            try listed.map { official in
                var state = Official()
                state.isKnown = true
                // Who came only lately has been here all the time.
                state.holdings = try reader.holdings(of: official.id).map { holding in
                    Holding(
                        post: holding.post,
                        capacity: holding.capacity,
                        first: min(holding.first, day),
                        last: holding.last
                    )
                }
                let actor = Actor(official.id)
                return WorkingOfficial(
                    id: official.id,
                    name: official.name,
                    standing: Standing(of: actor, state, in: force.office, on: day),
                    force: force
                ).duties
            }
        }
    }
}

/// Why nothing is invented.
package enum SeedRefusal: Refusal, Hashable {
    case notASample
    case hasCases
    case noServices

    package var sentence: String {
        switch self {
        case .notASample:
            "Kabupaten ini bukan contoh. Data karangan hanya boleh di kabupaten dengan demo: true."
        case .hasCases:
            "Sudah ada permohonan di sini. Data karangan hanya diisi ke kabupaten yang kosong."
        case .noServices:
            "Belum ada layanan yang terbit dan punya unit. Terbitkan dulu: serasan publish."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notASample:
            "This regency is no sample. Invented cases belong where demo: true stands."
        case .hasCases: "There are cases here. Invented ones are only put into an empty regency."
        case .noServices: "No service is published that has a unit. Publish first."
        }
    }

    package var status: Int { 409 }
}
