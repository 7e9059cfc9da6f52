import Hummingbird
import Ledger
import Office
import Site
import Stories

// The backups of each place, restores that were tried, and a restored record that takes over.

extension KeepingFeature {
    func addBackups(to router: Router<some SiteContext>) {
        router.get("kelola/cadangan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let message: Words? =
                    switch request.query["pesan"] {
                    case "latihan": .drillNoted
                    case "tempat": .placesTaken
                    case _: nil
                    }
                return try await self.backups(keeper, context, message: message)
            }
        }
        router.post("kelola/cadangan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                return try await self.note(TypedDrill(posted), keeper, context)
            }
        }
        router.post("kelola/cadangan/tempat") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                _ = try await Posted.read(request, in: context)
                try await ConfirmedPlaces.confirm(
                    self.store,
                    by: Actor(keeper.id),
                    at: self.now()
                )
                return try await self.back(saying: "tempat", keeper, context)
            }
        }
    }

    private func back(
        saying word: String,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let address: Address = "/kelola/cadangan"
        let visit = try visit(context, try await regency(), of: keeper)
        return Answer.redirect(to: address.with("pesan", word), for: visit)
    }

    private func backups(
        _ keeper: SignedIn,
        _ context: some SiteContext,
        typed: TypedDrill? = nil,
        message: Words? = nil
    ) async throws -> Response {
        let regency = try await regency()
        let today = regency.installation.zone.day(now())
        let people = try await keepers(regency, on: today)
        let age = try await drillAge(regency)
        let (drills, mayUse) = try await store.read { reader in
            (try reader.drills(), try reader.mayUsePlaces())
        }
        let page = BackupsPage(
            machine: machine(),
            mayUsePlaces: mayUse,
            age: age,
            drills: drills,
            people: people,
            typed: typed ?? TypedDrill(on: today, by: keeper.id),
            message: message
        )
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    func drillAge(_ regency: RegencyNow) async throws -> DrillAge {
        let (zone, days) = (regency.installation.zone, machine().drillDays)
        let today = zone.day(now())
        return try await store.read { try $0.drillAge(on: today, in: zone, every: days) }
    }

    private func note(
        _ typed: TypedDrill,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        var typed = typed
        let regency = try await regency()
        let today = regency.installation.zone.day(now())
        let people = try await keepers(regency, on: today)
        let places = machine().places.map(\.name)
        guard let tried = typed.checked(places: places, people: people) else {
            return try await backups(keeper, context, typed: typed)
        }
        do {
            try await DrillDesk(store: store).record(
                tried,
                from: typed.named,
                by: Actor(keeper.id),
                today: today,
                at: now()
            )
        } catch let refusal as DrillRefusal where refusal == .notYet || refusal == .longAgo {
            typed.problems["latihan"] = Words(refusal)
            return try await backups(keeper, context, typed: typed)
        }
        return try await back(saying: "latihan", keeper, context)
    }

    /// Those who look after the installation today.
    private func keepers(
        _ regency: RegencyNow,
        on day: Day
    ) async throws -> [(id: OpaqueID, name: String)] {
        let posts = regency.office.posts.filter { $0.duties.contains("pengelola") }.map(\.id)
        let today = day.description
        return try await store.read { reader in
            let rows = try reader.rows(
                """
                SELECT DISTINCT official FROM holdings WHERE post IN (\(each: posts)) \
                AND first_day <= \(today) AND (last_day IS NULL OR last_day >= \(today))
                """
            )
            var people: [(id: OpaqueID, name: String)] = []
            for row in rows {
                let id = try row.id("official")
                if let name = try reader.name(of: id) { people.append((id: id, name: name)) }
            }
            return people.sorted { $0.name < $1.name }
        }
    }
}
