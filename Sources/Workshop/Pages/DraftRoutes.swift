import Blueprints
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A draft as a whole: seen, undone, thrown away, handed to a colleague for publishing.

extension WorkshopFeature {
    private var publications: PublicationsDesk { PublicationsDesk(store: store) }

    func addDrafts(to router: Router<some SiteContext>) {
        router.get("kelola/cetak-biru") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.answer(self.benches(), to: keeper, context)
            }
        }
        router.get("\(BenchAddress.root)") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let bench = try await self.bench(try BenchAddress(context).name)
                return try await self.answer(self.page(of: bench), to: keeper, context)
            }
        }
        router.post("\(BenchAddress.root)/draf") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                let bench = try await self.bench(try BenchAddress(context).name)
                return try await self.handle(posted, bench, keeper, context)
            }
        }
    }

    private func benches() async throws -> BenchesPage {
        let (names, open) = try await store.read { reader in
            let editions = try reader.editions().map(\.name)
            return (Set(editions), Set(try reader.openDrafts()))
        }
        var lines: [BenchesPage.Line] = []
        for name in names.union(open).filter({ $0.text.contains("/") }).sorted() {
            let bench = try await bench(name)
            lines.append(
                BenchesPage.Line(
                    name: name,
                    title: bench.tree["blueprint"]?["title"]?.text ?? name.text,
                    version: bench.tree["blueprint"]?["version"]?.text ?? "-",
                    hasDraft: bench.draft != nil,
                    isReplica: bench.files.isReplica
                )
            )
        }
        let versions = lines.map { ($0.name, $0.version) }
        let here = Dictionary(versions) { first, _ in first }
        return BenchesPage(lines: lines, partners: try await standings(here))
    }

    private func page(of bench: Workbench) async throws -> BenchPage {
        let editors = Set(bench.draft?.changes.map(\.editor) ?? [])
        let (names, tried) = try await store.read { reader in
            var names: [OpaqueID: String] = [:]
            for editor in editors { names[editor] = try reader.name(of: editor) }
            let tried = try bench.checked.blueprint.map { try ground.examples($0, reader) }
            return (names, tried ?? [])
        }
        var page = BenchPage(bench: bench, tried: tried, names: names)
        let editions = bench.files.folder.tree.editionsOfBlueprint
        if bench.files.isReplica || editions.count > 1 {
            page.line = try await provenance(of: editions)
        }
        if bench.draft != nil { page.review = try await reviewLink(of: bench.name) }
        page.ofLetters = try await proofs(on: bench).flatMap(\.findings)
        return page
    }

    private func handle(
        _ posted: Posted,
        _ bench: Workbench,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let address = BenchAddress(bench.name).bench
        let actor = keeper.standing.official
        guard let draft = bench.draft else { return try await go(to: address, keeper, context) }
        // Whoever undoes or hands over means the draft that they saw.
        guard posted["versi"] == "\(draft.version)" else { throw DraftRefusal.changedMeanwhile }
        if posted["ajukan"] != nil {
            try await ask(bench, by: actor)
            let page = Address("/kelola/layanan/terbit").with("nama", bench.name.text)
            return try await go(to: page, keeper, context)
        }
        let command: DraftCommand
        if posted["batal"] != nil {
            command = .undo(by: actor)
        } else if posted["ulang"] != nil {
            command = .redo(by: actor)
        } else if posted["buang"] != nil {
            command = .close(by: actor)
        } else {
            throw WebRefusal.unreadable
        }
        try await drafts.handle(command, on: draft, at: now(), by: actor)
        // What was never published is gone with its draft.
        let isGone = bench.inForce == nil && posted["buang"] != nil
        return try await go(to: isGone ? "/kelola/cetak-biru" : address, keeper, context)
    }

    /// Asks a colleague to publish what the draft says now.
    private func ask(_ bench: Workbench, by actor: Actor) async throws {
        guard let blueprint = bench.checked.blueprint, let archive = bench.archive,
            bench.checked.mistakes.isEmpty
        else { throw PublicationRefusal.draftFaulty }
        let bytes = archive.bytes
        let content = PublicationsDesk.digest(of: bytes)
        let mark = String(hexadecimal(content.digest).prefix(8))
        guard let version = Code("\(blueprint.version)+\(mark)") else {
            throw PublicationRefusal.draftFaulty
        }
        let edition = Edition(
            name: bench.name,
            version: version,
            content: content,
            services: blueprint.services.compactMap { Code($0.id.text) }
        )
        try await publications.handle(
            .ask(edition, by: actor),
            on: bench.name,
            content: [bytes],
            at: now(),
            by: actor
        )
    }
}
