import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A package comes in as a file, is looked at, and becomes drafts: nothing is in force by that.

extension WorkshopFeature {
    var trust: TrustDesk { TrustDesk(store: store) }

    func addArriving(to router: Router<some SiteContext>) {
        router.get("kelola/cetak-biru/pasang") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let from = request.query["dari"].map(String.init) ?? ""
                return try await self.answer(self.arriving(from), to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/pasang") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.arrive(request, keeper, context)
            }
        }
        router.get("kelola/cetak-biru/pasang/:sidik") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let page = try await self.plan(try await self.arrived(context))
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/pasang/:sidik") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                _ = try await Posted.read(request, in: context)
                return try await self.install(try await self.arrived(context), keeper, context)
            }
        }
    }

    /// The page with the address that a link brought, and whose site that is, in plain sight.
    private func arriving(_ from: String) -> ArrivingPage {
        var page = ArrivingPage()
        guard !from.isEmpty else { return page }
        page.fetch.typed.address = String(from.prefix(400))
        do {
            page.site = try PartnerAddress(reading: from, by: fetching).origin
        } catch {
            page.fetch.problem = .address(Words(error.sentence, error.sentenceInEnglish))
        }
        return page
    }

    func arrived(_ context: some SiteContext) async throws -> Package {
        let digest = context.parameters.get("sidik") ?? ""
        let found = try await store.read { reader in try reader.arrivedPackage(digest) }
        guard let found else { throw WebRefusal.notFound }
        return found
    }

    /// A package with what goes beside it, in one form.
    static var limitsOfPapers: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = PackageBounds.bytes + 1
        limits.total = PackageBounds.bytes + 20_000_000
        limits.parts = 40
        return limits
    }

    private func arrive(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context, limits: Self.limitsOfPapers)
        var page = ArrivingPage(words: posted["kata"] ?? "")
        guard let file = posted.file("paket"), !file.bytes.isEmpty else {
            page.problems["paket"] = .choosePackage
            return try await answer(page, to: keeper, context)
        }
        let package: Package
        do throws(PackageProblem) {
            package = try Package(reading: file.bytes)
        } catch {
            page.problems["paket"] = Words(error.sentence, error.sentenceInEnglish)
            return try await answer(page, to: keeper, context)
        }
        do {
            try await learn(posted, of: package.name.publisher, by: keeper.standing.official)
            try await keepStatements(posted)
        } catch let refusal as TrustRefusal {
            page.problems["akar"] = Words(refusal.sentence, refusal.sentenceInEnglish)
            return try await answer(page, to: keeper, context)
        }
        try await store.operate([KnownPartner.met(package.name.publisher)])
        try await ArrivedPackages.keep(package, by: .stick, in: store, at: now())
        return try await go(
            to: "/kelola/cetak-biru/pasang/\(package.digest)",
            keeper,
            context
        )
    }

    /// Takes in what a publisher has signed beside the package: roots first, then the catalogue.
    func learn(_ posted: Posted, of publisher: String, by actor: Actor) async throws {
        let roots = try posted.files.filter { $0.field == "akar" && !$0.bytes.isEmpty }
            .map { try Envelope(reading: $0.bytes) }
        let words = FieldText.tidy(posted["kata"] ?? "")
        let isPinned = try await trust.state(of: publisher).root != nil
        var rest = roots[...]
        let agreed = roots.isEmpty ? nil : try await agreedRoot(of: publisher)
        let typed = isPinned || words.isEmpty ? nil : try RootPin(reading: words)
        if !isPinned, let pin = agreed ?? typed {
            guard let first = roots.first else { throw TrustRefusal.unknownRoot }
            // The one that the words are of, wherever it lies among the files.
            let index = roots.firstIndex { pin.fits($0.document) } ?? roots.startIndex
            let pinned = roots.indices.contains(index) ? roots[index] : first
            try await trust.handle(.pin(pin, pinned), of: publisher, by: actor, at: now())
            rest = roots[(index + 1)...]
        }
        if try await trust.state(of: publisher).root != nil {
            for root in rest {
                do {
                    try await trust.handle(.takeRoot(root), of: publisher, by: actor, at: now())
                } catch TrustRefusal.rollback {
                    // A bundle brings all roots since the first; those that were taken are known.
                    continue
                }
            }
            if let file = posted.file("katalog"), !file.bytes.isEmpty {
                let envelope = try Envelope(reading: file.bytes)
                try await trust.handle(
                    // One of more than 180 days waits for a second person.
                    .askSecond(envelope),
                    of: publisher,
                    by: actor,
                    at: now()
                )
            }
        }
    }

    /// Whether the package may be installed now, by what is known of its publisher.
    func judge(_ package: Package) async throws -> TrustOfPackage {
        let (own, way) = try await store.read { reader in
            (try ground.publisher(reader), try reader.wayOfArrival(package.digest))
        }
        return try await trust.judge(Catalogue.Listed(package), way, hereAs: own, at: now())
    }

    private func plan(_ package: Package) async throws -> ArrivedPage {
        let plan = try await replication(of: package)
        return ArrivedPage(
            package: package,
            plan: plan,
            trust: try await judge(package),
            permission: try await permission(for: package),
            line: try await provenance(of: package.editions)
        )
    }

    /// Whether an agreement is needed, and whether there is one.
    private func permission(for package: Package) async throws -> PermissionOfPackage {
        let own = try await store.read { reader in try ground.publisher(reader) }
        guard package.name.publisher != own, let name = Code(package.name.description),
            let partner = Code(package.name.publisher)
        else { return .open }
        if let agreement = try await agreement(.incoming, name, partner) {
            return .under(agreement)
        }
        return package.isOpen ? .open : .missing
    }

    func replication(of package: Package) async throws -> ReplicationPlan {
        let here = try await adapted()
        let (regency, run) = try await store.read { reader in
            (try ground.regency(reader), try ground.runner(reader))
        }
        return planReplication(
            of: package.members.map {
                ReplicaMember(name: $0.name.description, files: $0.archive)
            },
            on: ReplicationGround(regency: regency, here: here, example: run)
        )
    }

    /// Every blueprint here, as its draft has it, else as it is in force.
    func adapted() async throws -> [AdaptedFolder] {
        try await store.read { reader in
            var found: [Code: FolderArchive] = [:]
            for edition in try reader.editions() where edition.name.text.contains("/") {
                guard let bytes = try reader.content(edition.content) else { continue }
                found[edition.name] = FolderArchive(bytes: bytes)
            }
            for name in try reader.openDrafts() {
                if let draft = try reader.draft(of: name) { found[name] = draft.archive }
            }
            return found.sorted { $0.key < $1.key }
                .map { AdaptedFolder($0.value, named: $0.key.text) }
        }
    }

    private func install(
        _ package: Package,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let page = try await plan(package)
        guard page.mayInstall else {
            var page = page
            page.status = 409
            return try await answer(page, to: keeper, context)
        }
        let actor = keeper.standing.official
        let begun = try page.plan.results.map { result in
            guard let name = Code(result.name) else { throw WebRefusal.notFound }
            return (name: name, archive: result.archive)
        }
        guard let name = Code(package.name.description), let partner = Code(package.name.publisher),
            let content = Transferred.Content(Catalogue.Listed(package))
        else { throw WebRefusal.notFound }
        // What belongs together begins together: half a package would lack what it requires.
        try await drafts.start(begun, at: now(), by: actor)
        let made = Transferred(
            .incoming,
            content,
            with: partner,
            under: page.permission.agreement
        )
        try await TransfersDesk(store: store).record(made, at: now(), by: actor)
        return try await go(to: BenchAddress(name).page("isian"), keeper, context)
    }
}
