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
        let names = try await store.read { reader in Set(try reader.editions().map(\.name)) }
        let origins = names.filter { $0.text.contains("/") }.sorted().map {
            Option($0.text, Words($0.text, $0.text))
        }
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
                        .choice(origin, [Option("", .emptyBeginning)] + origins)
                    ),
                ],
                buttons: [Button(.makeIt)]
            ),
            back: Link(.blueprints, "/kelola/cetak-biru")
        )
        if problem != nil { page.frame.status = 422 }
        return page
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
        let archive: FolderArchive?
        if origin.isEmpty {
            archive = Skeleton.blueprint(publisher: publisher, name: .init(word), title: title)
        } else {
            guard let other = Code(origin) else { throw WebRefusal.notFound }
            let files = try await bench(other).files
            archive = Skeleton.copy(
                of: files,
                publisher: publisher,
                name: .init(word),
                title: title
            )
        }
        guard let archive else { throw WebRefusal.unreadable }
        try await drafts.start(name, from: archive, at: now(), by: keeper.standing.official)
        return try await go(to: BenchAddress(name).bench, keeper, context)
    }
}
