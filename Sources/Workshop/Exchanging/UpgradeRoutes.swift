import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A publisher's next version: every outcome shown first, what conflicts answered in words.

extension WorkshopFeature {
    func addUpgrades(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/pembaruan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let digest = request.query["paket"].map(String.init) ?? ""
                let upgrade = try await self.upgrade(digest, context)
                let plan = try await self.plan(upgrade, .none)
                let page = UpgradePage(upgrade: upgrade, plan: plan)
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/pembaruan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.decide(posted, keeper, context)
            }
        }
    }

    private func upgrade(_ digest: String, _ context: some SiteContext) async throws -> Upgrade {
        let bench = try await bench(try BenchAddress(context).name)
        let package = try await store.read { reader in try reader.arrivedPackage(digest) }
        guard let package, let archive = bench.archive,
            let member = package.members.first(where: { $0.name.description == bench.name.text })
        else { throw WebRefusal.notFound }
        return Upgrade(
            bench: bench,
            package: package,
            here: AdaptedFolder(archive, named: bench.name.text),
            next: member.archive,
            trust: try await judge(package)
        )
    }

    private func plan(_ upgrade: Upgrade, _ answers: UpgradeAnswers) async throws -> UpgradePlan {
        let run = try await store.read { reader in try ground.runner(reader) }
        return planUpgrade(
            of: upgrade.here,
            to: upgrade.next,
            answers: answers,
            on: UpgradeGround(example: run)
        )
    }

    private func decide(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let upgrade = try await upgrade(posted["paket"] ?? "", context)
        let first = try await plan(upgrade, .none)
        let why = try await why(FieldText.tidy(posted["alasan"] ?? ""), keeper)
        var answers: [Slot: Blueprints.Answer] = [:]
        for line in first.undecided {
            switch posted["putusan-\(line.slot)"] {
            case "kita": answers[line.slot] = .ours
            case "asal": answers[line.slot] = .theirs
            case "lain":
                let typed = posted["lain-\(line.slot)"] ?? ""
                let value = line.content.flatMap {
                    FieldText(content: $0).tree(of: typed, was: line.ours)
                }
                answers[line.slot] = value.map { .value($0) }
            case .some, nil: break
            }
        }
        let plan = try await plan(upgrade, UpgradeAnswers(answers: answers, why: why))
        guard let result = plan.result, upgrade.trust.allows else {
            var page = UpgradePage(upgrade: upgrade, plan: plan)
            page.posted = posted
            page.status = 422
            return try await answer(page, to: keeper, context)
        }
        let actor = keeper.standing.official
        // The draft so far is in the result; the new one begins whole, in the same moment.
        try await drafts.startAnew(
            upgrade.bench.name,
            inPlaceOf: try await drafts.draft(of: upgrade.bench.name),
            from: result,
            at: now(),
            by: actor
        )
        return try await go(to: BenchAddress(upgrade.bench.name).bench, keeper, context)
    }
}

/// A next version beside what is here.
struct Upgrade: Sendable {
    let bench: Workbench
    let package: Package
    let here: AdaptedFolder
    let next: FolderArchive
    let trust: TrustOfPackage
}

extension UpgradeLine {
    /// How its value is typed; nil where it is no value.
    var content: Content? {
        guard case .field(let field, _)? = Shape.meaning(of: slot) else { return nil }
        switch field.content {
        case .scalar, .list, .oneOrMore, .values, .assigned, .labelled: return field.content
        case .record, .things, .named, .options, .translations, .answers, .anything: return nil
        }
    }
}
