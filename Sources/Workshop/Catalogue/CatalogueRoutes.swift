import Blueprints
import Exchange
import Hummingbird
import Ledger
import Site
import Stories

extension CatalogueFeature {
    private static var root: String { "cetak-biru/:ruang/:nama" }

    func addPages(to router: Router<some SiteContext>) {
        router.get("cetak-biru") { _, context in
            try await self.show(try self.catalogue(), context)
        }
        router.get("\(Self.root)") { _, context in
            let (catalogue, name) = try self.named(context)
            guard let newest = catalogue.newest(of: name) else {
                throw catalogue.withdrawn.contains { $0.name == name }
                    ? OfferRefusal.withdrawn : OfferRefusal.notOffered
            }
            return try await self.show(newest, of: catalogue, isFixed: false, context)
        }
        router.get("\(Self.root)/:versi") { _, context in
            let (catalogue, name) = try self.named(context)
            let listed = try self.listed(name, context.parameters.get("versi"), in: catalogue)
            return try await self.show(listed, of: catalogue, isFixed: true, context)
        }
        router.get("\(Self.root)/:versi/replikasi") { request, context in
            let (catalogue, name) = try self.named(context)
            let listed = try self.listed(name, context.parameters.get("versi"), in: catalogue)
            let typed = request.query["alamat"].map { String($0.prefix(400)) }
            let page = ReplicatingPage(
                listed: listed,
                title: try self.package(listed).manifest.title,
                typed: typed,
                rules: self.fetching
            )
            return try await self.answer(page, context)
        }
        router.get("\(Self.root)/banding/:beda") { _, context in
            let (catalogue, name) = try self.named(context)
            let page = try self.comparison(context.parameters.get("beda"), of: name, in: catalogue)
            return try await self.answer(page, context)
        }
    }

    private func answer(_ page: some Page, _ context: some SiteContext) async throws -> Response {
        Answer.page(page, for: try visit(context, try await regency()))
    }

    private func catalogue() throws -> Catalogue? { try offered.catalogue() }

    private func named(_ context: some SiteContext) throws -> (Catalogue, BlueprintName) {
        let word = try OfferedPackages.ListedName.name(context.parameters)
        guard let catalogue = try catalogue(), let name = BlueprintName(reading: word) else {
            throw OfferRefusal.notOffered
        }
        return (catalogue, name)
    }

    private func listed(
        _ name: BlueprintName,
        _ version: String?,
        in catalogue: Catalogue
    ) throws -> Catalogue.Listed {
        let found = catalogue.packages.first { $0.name == name && $0.version == version ?? "" }
        guard let found else {
            let isGone = catalogue.withdrawn.contains {
                $0.name == name && $0.version == version ?? ""
            }
            throw isGone ? OfferRefusal.withdrawn : OfferRefusal.notOffered
        }
        return found
    }

    private func show(
        _ catalogue: Catalogue?,
        _ context: some SiteContext
    ) async throws -> Response {
        let names = Set(catalogue?.packages.map(\.name) ?? []).sorted()
        let lines = try names.compactMap { name -> OfferedLine? in
            guard let newest = catalogue?.newest(of: name) else { return nil }
            return OfferedLine(listed: newest, title: try package(newest).manifest.title)
        }
        let isPast = catalogue.map { $0.expires < now() } ?? false
        return try await answer(
            CataloguePage(lines: lines, catalogue: catalogue, isPast: isPast),
            context
        )
    }

    private func show(
        _ listed: Catalogue.Listed,
        of catalogue: Catalogue,
        isFixed: Bool,
        _ context: some SiteContext
    ) async throws -> Response {
        let (evidence, users) = (evidence, users)
        let known = try await store.read { reader in
            (try evidence(listed.name, reader), try users(listed.name, reader))
        }
        let page = OfferedPage(
            listed: listed,
            package: try package(listed),
            catalogue: catalogue,
            isFixed: isFixed,
            isPast: catalogue.expires < now(),
            evidence: known.0,
            users: known.1
        )
        return try await answer(page, context)
    }

    /// Two versions that `1.0.0...1.1.0` names.
    private func comparison(
        _ word: String?,
        of name: BlueprintName,
        in catalogue: Catalogue
    ) throws -> ComparedPage {
        let halves = (word ?? "").components(around: "...")
        guard let halves else { throw OfferRefusal.notOffered }
        let (from, to) = (
            try listed(name, halves.0, in: catalogue), try listed(name, halves.1, in: catalogue)
        )
        guard let old = try package(from).own, let new = try package(to).own else {
            throw OfferRefusal.notOffered
        }
        return ComparedPage(
            from: from,
            to: to,
            difference: Difference(from: old.content, to: new.content)
        )
    }
}

extension String {
    /// What stands before and after a mark that is there once.
    fileprivate func components(around mark: String) -> (String, String)? {
        guard let place = firstRange(of: mark) else { return nil }
        return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
    }
}
