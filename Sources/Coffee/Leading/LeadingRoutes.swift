import Hummingbird
import Ledger
import Office
import Site
import Stories

// Coffee for those who lead the regency, or the office that looks after its growers.

extension CoffeeFeature {
    /// So many harvests back are counted.
    private static let mostSeasons = 5

    /// The name by which blueprints call the office of growers.
    private static let office = "dinas-perkebunan"

    func addLeading(to router: Router<some SiteContext>) {
        router.get("pimpinan/kopi") { request, context in
            let regency = try await self.regency()
            guard let official = try await self.surroundings.official(request) else {
                let visit = try self.visit(context, regency)
                let there = Address("/petugas/masuk").with("lalu", request.uri.string)
                return Answer.redirect(to: there, for: visit)
            }
            guard Self.leads(official.standing, regency.office) else {
                throw CoffeeRefusal.onlyLeaders
            }
            let figures = try await self.figures()
            let asked = request.query["musim"].flatMap { Int($0) }
            let known = figures.seasons.map(\.season)
            let (parts, store) = (self.parts, self.store)
            let names = try await store.glance { reader in
                LeadersCoffeePage.Names(
                    vocabulary: try parts.vocabulary(reader),
                    districts: try parts.districts(reader),
                    references: try parts.people(reader).references
                )
            }
            return Answer.page(
                LeadersCoffeePage(
                    figures: figures,
                    season: known.first { $0 == asked } ?? known.first ?? 0,
                    names: names
                ),
                for: try self.visit(context, regency, of: official)
            )
        }
    }

    /// Who leads the whole regency, or heads the office of growers.
    private static func leads(_ standing: Standing, _ office: OfficeMap) -> Bool {
        standing.isLeader
            || standing.headedUnits.contains { unit in
                office.unit(unit)?.answersTo.contains(Self.office) == true
            }
    }

    /// The last harvests, counted now.
    private func figures() async throws -> CoffeeOfSeasons {
        let (parts, now) = (parts, now())
        return try await store.read { reader in
            let since = try parts.zone(reader).day(now).parts.year - Self.mostSeasons + 1
            let brought = try reader.brought(since: since)
            var women: Set<OpaqueID> = []
            for grower in Set(brought.map(\.grower))
            where try parts.registers.isWoman(grower, reader) == true {
                women.insert(grower)
            }
            return CoffeeOfSeasons(
                brought,
                sold: try reader.sold(since: since),
                isWoman: { women.contains($0) },
                green: try parts.measures(reader).green
            )
        }
    }
}
