import Hummingbird
import Ledger
import Office
import Site
import Stories

/// Somebody who serves growers, and which.
struct AtTheGrowers: Sendable {
    let served: GrowersServed
    let visit: Visit
    let regency: RegencyNow
}

// Plots of one grower, for the extension worker and for units to which the grower brings.

extension CoffeeFeature {
    /// So many growers are looked through for a name, so many are listed, so many plots are told.
    private static let (mostLookedThrough, mostListed, mostPlots) = (5000, 20, 100)

    func addGrowersPlots(to router: Router<some SiteContext>) {
        router.get("kebun/petani") { request, context in
            try await self.serving(request, context) { at in
                Answer.page(GrowersPlotsPage(), for: at.visit)
            }
        }
        // By POST: a number of a person does not belong in an address.
        router.post("kebun/petani") { request, context in
            try await self.serving(request, context) { at in
                try await self.find(Posted.read(request, in: context)["cari"] ?? "", at)
            }
        }
        router.get("kebun/petani/:petani") { request, context in
            try await self.serving(request, context) { try await self.show(context, $0) }
        }
    }

    /// Whether somebody keeps the register of plots with growers, in the office that it is of.
    func keepsPlots(_ standing: Standing) async throws -> Bool {
        let parts = parts
        return try await store.glance { try parts.keepsPlots(standing, $0) }
    }

    private func serving(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (AtTheGrowers) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        guard let official = try await surroundings.official(request) else {
            let visit = try visit(context, regency)
            let here = request.method == .get ? request.uri.string : "/kebun/petani"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        let served = GrowersServed(
            LotRights(of: official.standing),
            keepsPlots: try await keepsPlots(official.standing)
        )
        guard let served else { throw CoffeeRefusal.servesNoGrowers }
        let visit = try visit(context, regency, of: official)
        return try await body(AtTheGrowers(served: served, visit: visit, regency: regency))
    }

    private func find(_ typed: String, _ at: AtTheGrowers) async throws -> Response {
        let (parts, typed) = (parts, String(typed.prefix(80)))
        let found = try await store.read { reader in
            let fitting = try parts.registers.growers(typed, Self.mostLookedThrough, reader)
            let seen = try reader.growers(at.served, among: Set(fitting.map(\.id)))
            return fitting.filter { seen.contains($0.id) }
        }
        let page = GrowersPlotsPage(
            typed: typed,
            found: Array(found.prefix(Self.mostListed)),
            count: found.count
        )
        return Answer.page(page, for: at.visit)
    }

    /// A grower who is not there and one whom somebody does not serve get one answer.
    private func show(_ context: some SiteContext, _ at: AtTheGrowers) async throws -> Response {
        guard let id = context.parameters.get("petani").flatMap({ OpaqueID($0) }) else {
            throw CoffeeRefusal.noSuchGrower
        }
        let (grower, told) = try await store.read { reader in
            guard try reader.growers(at.served, among: [id]).contains(id),
                let grower = try parts.registers.grower(id, reader)
            else { throw CoffeeRefusal.noSuchGrower }
            return (
                grower, try plots(of: id, for: at.served, most: Self.mostPlots, reader)
            )
        }
        let page = PlotsOfGrowerPage(grower: grower, telling: telling(of: told, at.regency))
        return Answer.page(page, for: at.visit)
    }
}
