import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Running cases and the versions of their service, for the managers of services.

extension ServicesFeature {
    /// How many lines a list of cases has.
    private static let linesOfList = 50

    /// Plans, carries out and takes back moves of running cases.
    package var moving: MovingDesk { MovingDesk(cases: cases, versions: versions, now: now) }

    func addMoving(to router: Router<some SiteContext>) {
        router.get("kelola/layanan/berjalan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let service = try Self.service(request.query["layanan"].map(String.init))
                return try await self.runningVersions(of: service, keeper, context)
            }
        }
        router.get("kelola/layanan/berjalan/rencana") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let service = try Self.service(request.query["layanan"].map(String.init))
                guard let from = request.query["dari"].flatMap({ Code(String($0)) }) else {
                    throw MoveRefusal.unknownVersion
                }
                return try await self.plan(of: service, from: from, keeper, context)
            }
        }
        router.get("kelola/layanan/berjalan/pindah") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let plan = try Self.plan(request.query["rencana"].map(String.init))
                let after = request.query["sesudah"].flatMap { OpaqueID($0) }
                return try await self.movePage(plan, after: after, keeper, context)
            }
        }
        router.post("kelola/layanan/berjalan/mulai") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                let service = try Self.service(posted["layanan"])
                guard let from = posted["dari"].flatMap({ Code($0) }),
                    let to = posted["ke"].flatMap({ Code($0) })
                else { throw MoveRefusal.unknownVersion }
                let plan = try Self.plan(posted["rencana"])
                let order = MoveOrder(service: service, from: from, to: to, isMapped: false)
                try await self.moving.ask(plan, order, by: keeper.standing.official)
                return try self.go(to: MovePage.address(plan), context)
            }
        }
        addDeedsOfMoving(to: router)
    }

    private func addDeedsOfMoving(to router: Router<some SiteContext>) {
        typealias Deed = @Sendable (MovingDesk, OpaqueID, Actor) async throws -> Void
        let deeds: [(path: String, deed: Deed)] = [
            ("setujui", { try await $0.approve($1, by: $2) }),
            ("tolak", { try await $0.decline($1, by: $2) }),
            ("kembalikan", { try await $0.undo($1, by: $2) }),
        ]
        for (path, deed) in deeds {
            router.post("kelola/layanan/berjalan/\(path)") { request, context in
                try await self.surroundings.keeper(request, context) { keeper in
                    let posted = try await Posted.read(request, in: context)
                    let plan = try Self.plan(posted["rencana"])
                    try await deed(self.moving, plan, keeper.standing.official)
                    return try self.go(to: MovePage.address(plan), context)
                }
            }
        }
    }

    private static func service(_ text: String?) throws -> Code {
        guard let service = text.flatMap({ Code($0) }) else { throw MoveRefusal.unknownService }
        return service
    }

    private static func plan(_ text: String?) throws -> OpaqueID {
        guard let plan = text.flatMap({ OpaqueID($0) }) else { throw MoveRefusal.unknownPlan }
        return plan
    }

    private func runningVersions(
        of id: Code,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (inForce, versions) = (self.keeper, versions)
        let page = try await store.read { reader -> RunningVersionsPage in
            let force = try inForce.current(reader)
            guard let service = force.running(id), let current = Code(service.digest) else {
                throw MoveRefusal.unknownService
            }
            var counts = try reader.runningByVersion(of: id)
            counts[current, default: 0] += 0
            let shown = try counts.compactMap { digest, count -> (VersionOrigin, Shown)? in
                guard let origin = force.origin(of: digest.text) else { return nil }
                let way =
                    digest == current
                    ? nil
                    : try versions.difference(from: digest, to: current, force, reader)?.way
                        ?? .undeclared
                return (origin, Shown(digest, origin, count, way, force.zone))
            }
            return RunningVersionsPage(
                service: id,
                name: Words(service.title),
                // The newest publication first: the one in force.
                versions: shown.sorted { $0.0.edition.seq > $1.0.edition.seq }.map(\.1),
                moves: try reader.movePlans(of: id).map { Shown.move($0, force) }
            )
        }
        return Answer.page(page, for: keeper.visit(try visit(context)))
    }

    private func plan(
        of service: Code,
        from: Code,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let plan = try await moving.planned(service, from: from).plan
        let sample = try await store.read { reader in
            try reader.runningCases(plan.rules, after: OpaqueID(high: 0, low: 0), most: 10)
        }
        let page = MovePlanPage(plan: plan, id: Draw.random.id(), sample: sample)
        return Answer.page(page, for: keeper.visit(try visit(context)))
    }

    private func movePage(
        _ plan: OpaqueID,
        after: OpaqueID?,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (inForce, versions) = (self.keeper, versions)
        let page = try await store.read { reader -> MovePage in
            let force = try inForce.current(reader)
            guard let row = try reader.movePlan(plan),
                let difference = try versions.difference(
                    from: row.order.from,
                    to: row.order.to,
                    force,
                    reader
                ), let rules = MoveRules(row.order, difference, force),
                let service = force.version(row.order.to.text)
            else { throw MoveRefusal.unknownPlan }
            return MovePage(
                row: row,
                name: Words(service.title),
                names: force.names(of: row.order),
                asker: row.asker == .system
                    ? .askedAtMachine : Words(try reader.name(of: row.asker.id) ?? "–"),
                asked: DateWords.longDate(force.zone.day(row.asked)),
                isOwn: row.asker == keeper.standing.official,
                decider: try row.decider.map { try reader.name(of: $0.id) ?? "–" },
                moved: try reader.movedCount(by: plan),
                left: try reader.left(of: row, rules, after: after, most: Self.linesOfList),
                difference: difference
            )
        }
        return Answer.page(page, for: keeper.visit(try visit(context)))
    }

    /// Lines of the page about versions.
    private typealias Shown = RunningVersionsPage.Version
}

extension RunningVersionsPage.Version {
    fileprivate init(
        _ digest: Code,
        _ origin: VersionOrigin,
        _ count: Int,
        _ way: VersionDifference.Way?,
        _ zone: Zone
    ) {
        self.init(
            digest: digest,
            name: origin.name,
            since: DateWords.longDate(zone.day(origin.since)),
            count: count,
            way: way
        )
    }

    fileprivate static func move(
        _ row: MovePlanRow,
        _ force: InForce
    ) -> RunningVersionsPage.Move {
        RunningVersionsPage.Move(
            plan: row.plan,
            asked: DateWords.longDate(force.zone.day(row.asked)),
            names: force.names(of: row.order),
            tag: row.phase.tag(isEnded: row.progress?.ended != nil),
            moved: row.progress?.moved
        )
    }
}

extension InForce {
    /// The two versions as people name them: `1.1.0 → 1.2.0`.
    fileprivate func names(of order: MoveOrder) -> String {
        [order.from, order.to].map { origin(of: $0.text)?.name ?? "–" }.joined(separator: " → ")
    }
}

extension Reader {
    /// The cases that a run did not bring where it was to bring them.
    fileprivate func left(
        of row: MovePlanRow,
        _ rules: MoveRules,
        after: OpaqueID?,
        most: Int
    ) throws -> MovePage.Left {
        let start = after ?? OpaqueID(high: 0, low: 0)
        func next(_ last: OpaqueID?, _ count: Int) -> Address? {
            guard count == most, let last else { return nil }
            return MovePage.address(row.plan).with("sesudah", last.description)
        }
        if row.phase == .undoing {
            let found = try movedCases(by: row.plan, after: start, most: most)
            return MovePage.Left(
                caption: .casesNotBack,
                lines: found.map { found in
                    (
                        RunningCaseTable.grouped(found.number),
                        found.isAlone ? .notBackYet : .workedOnSince
                    )
                },
                next: next(found.last?.id, found.count)
            )
        }
        let found = try runningCases(rules, after: start, most: most)
        return MovePage.Left(
            caption: .casesLeft,
            lines: found.map { found in
                (RunningCaseTable.grouped(found.number), found.staying?.words ?? .notMovedYet)
            },
            next: next(found.last?.id, found.count)
        )
    }
}

extension Site.Words {
    static let notMovedYet = Words("Belum dinilai", "Not judged yet")
    static let notBackYet = Words("Belum dinilai", "Not judged yet")
    static let workedOnSince = Words("Sudah dikerjakan sejak pindah", "Worked on since the move")
    static let askedAtMachine = Words("Perintah di server", "The command at the server")
}
