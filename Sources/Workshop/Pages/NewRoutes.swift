import Blueprints
import Hummingbird
import Ledger
import Office
import Site
import Stories

// A new blueprint: from a blank page, or from one in use.

extension WorkshopFeature {
    func addNew(to router: Router<some SiteContext>) {
        router.get("kelola/cetak-biru/baru") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let page = try await self.newPage(title: "", from: "")
                return try await self.answer(page, to: keeper, context)
            }
        }
        router.post("kelola/cetak-biru/baru") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.begin(posted, keeper, context)
            }
        }
    }

    private func newPage(
        title: String,
        from origin: String,
        problem: Words? = nil
    ) async throws -> Site.FormPage {
        let origins = try await origins()
        var page = Site.FormPage(
            .newBlueprint,
            Form(
                to: "/kelola/cetak-biru/baru",
                [
                    Field("judul", .titleOfNew, hint: .titleOfNewHint, .text(TextInput(title)))
                        .with(error: problem),
                    Field(
                        "dari",
                        .beginsFrom,
                        .choice(
                            origin,
                            [Option("", .emptyBeginning)] + origins.flatMap(\.options)
                        )
                    ),
                ],
                buttons: [Button(.makeIt)]
            ),
            back: Link(.blueprints, "/kelola/cetak-biru")
        )
        page.after = [
            Lines([.link(Link(.fromCatalogue, "/kelola/cetak-biru/pasang"))])
        ]
        if problem != nil { page.frame.status = 422 }
        return page
    }

    /// What is in force here and may be copied.
    private func origins() async throws -> [OriginOfNew] {
        try await store.read { reader in
            var found: [Code: OriginOfNew] = [:]
            for edition in try reader.editions() where edition.name.text.contains("/") {
                let archive = try reader.content(edition.content)
                    .flatMap { FolderArchive(bytes: $0) }
                guard let archive else { continue }
                found[edition.name] = OriginOfNew(
                    name: edition.name,
                    tree: BlueprintFiles(archive).tree
                )
            }
            return found.values.sorted { $0.name < $1.name }
        }
    }

    private func begin(
        _ posted: Posted,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let title = FieldText.tidy(posted["judul"] ?? "")
        let origin = posted["dari"] ?? ""
        let publisher = try await store.read { reader in try ground.publisher(reader) }
        let word = Blueprints.ID.made(from: title, besides: []).text.replacing("_", with: "-")
        guard !title.isEmpty, title.count <= 100, let name = Code("\(publisher)/\(word)") else {
            let page = try await newPage(title: title, from: origin, problem: .mayNotBeEmpty)
            return try await answer(page, to: keeper, context)
        }
        let isTaken = try await store.read { reader in
            try reader.editions().contains { $0.name == name } || reader.draft(of: name) != nil
        }
        guard !isTaken else {
            let page = try await newPage(title: title, from: origin, problem: .nameTaken)
            return try await answer(page, to: keeper, context)
        }
        let archive = try await beginning(
            from: origin,
            publisher: publisher,
            naming: (.init(word), title)
        )
        guard let archive else { throw WebRefusal.unreadable }
        try await drafts.start(name, from: archive, at: now(), by: keeper.standing.official)
        return try await go(to: BenchAddress(name).bench, keeper, context)
    }

    /// The files that a new blueprint begins with.
    private func beginning(
        from origin: String,
        publisher: String,
        naming new: (name: Blueprints.ID, title: String)
    ) async throws -> FolderArchive? {
        guard !origin.isEmpty else {
            return Skeleton.blueprint(publisher: publisher, name: new.name, title: new.title)
        }
        let words = origin.split(separator: "#", maxSplits: 1).map(String.init)
        guard let other = words.first.flatMap({ Code($0) }) else { throw WebRefusal.notFound }
        let bench = try await bench(other)
        guard words.count > 1 else {
            return Skeleton.copy(
                of: bench.files,
                publisher: publisher,
                name: new.name,
                title: new.title
            )
        }
        let service = bench.checked.running?.services.first { $0.id.text == words[1] }
        guard let service else { throw WebRefusal.notFound }
        return Skeleton.copy(of: service, in: bench.files, publisher: publisher, naming: new)
    }
}

/// A blueprint that may be copied, whole or one of its services.
private struct OriginOfNew {
    let name: Code
    let tree: Tree

    var options: [Option] {
        let title = tree["blueprint"]?["title"]?.text ?? name.text
        let services = tree["service"]?.children ?? []
        return [Option(name.text, .copyOfBlueprint(title, name.text))]
            + services.filter { $0.tree["runs"] == nil }.map { id, node in
                Option("\(name)#\(id)", .copyOfService(node["title"]?.text ?? id.text, title))
            }
    }
}
