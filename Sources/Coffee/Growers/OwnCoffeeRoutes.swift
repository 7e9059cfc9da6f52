import HTTPTypes
package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// How growers come to their own coffee: there is no log-in for citizens, and none is needed.
package struct DoorOfGrowers: Sendable {
    let keys: Keys
    let cookies: SiteCookies

    /// The grower whose registration this device has opened by its receipt; nil for nobody.
    let registered: @Sendable (Request) async throws -> OpaqueID?

    package init(
        keys: Keys,
        cookies: SiteCookies,
        registered: @escaping @Sendable (Request) async throws -> OpaqueID?
    ) {
        (self.keys, self.cookies, self.registered) = (keys, cookies, registered)
    }

    func token(of link: OpaqueID) -> LinkToken { LinkToken(of: link, for: "kopi", keys) }

    /// The link that a token is of; nil for one that we did not make.
    func link(_ typed: String) -> OpaqueID? { LinkToken(typed, for: "kopi", keys)?.id }

    /// The link that this device has opened.
    func opened(_ request: Request) -> OpaqueID? {
        cookies.value("kopi", in: request.headers[.cookie]).flatMap(link)
    }

    /// Keeps an opened link on the device until the browser ends; nil forgets it.
    func cookie(_ link: OpaqueID?) -> HTTPField {
        let value = link.map { token(of: $0).text } ?? ""
        return HTTPField(
            name: .setCookie,
            value: cookies.header("kopi", value, seconds: link == nil ? 0 : nil)
        )
    }
}

// The grower's own pages.

extension CoffeeFeature {
    var links: GrowerLinkDesk { GrowerLinkDesk(store: store, now: now) }

    /// So many lots are told of one harvest.
    private static let mostLots = 20

    func addOwnCoffee(to router: Router<some SiteContext>) {
        router.get("kopi/saya") { request, context in try await self.own(request, context) }
        router.get("kopi/saya/:token") { _, context in
            let (id, terms) = try await self.link(context)
            let regency = try await self.regency()
            let page = GrowerLinkPage(
                unit: regency.office.unit(terms.holder)?.name ?? terms.holder.text,
                until: try await self.day(of: terms.until),
                token: self.door.token(of: id).text
            )
            return Answer.page(page, for: try self.visit(context, regency))
        }
        router.post("kopi/saya/tutup") { request, context in
            _ = try await Posted.read(request, in: context)
            let visit = try self.visit(context, try await self.regency())
            var response = Answer.redirect(to: "/kopi", for: visit)
            response.headers.append(self.door.cookie(nil))
            return response
        }
        router.post("kopi/saya/:token") { request, context in
            _ = try await Posted.read(request, in: context)
            let (id, _) = try await self.link(context)
            try await self.links.open(id)
            let visit = try self.visit(context, try await self.regency())
            var response = Answer.redirect(to: "/kopi/saya", for: visit)
            response.headers.append(self.door.cookie(id))
            return response
        }
    }

    private func link(
        _ context: some SiteContext
    ) async throws -> (id: OpaqueID, terms: GrowerLink.Terms) {
        guard let id = context.parameters.get("token").flatMap({ door.link($0) }) else {
            throw CoffeeRefusal.linkEnded
        }
        return (id, try await links.terms(of: id))
    }

    /// Whose coffee this device may read: the registration first, which tells all of it.
    func ownGrower(_ request: Request) async throws -> OwnGrower? {
        if let grower = try await door.registered(request) {
            return OwnGrower(whose: CoffeeOfGrower(grower), until: nil)
        }
        guard let id = door.opened(request) else { return nil }
        let terms = try await links.terms(of: id)
        return OwnGrower(
            whose: CoffeeOfGrower(terms.grower, to: terms.holder),
            until: terms.until
        )
    }

    func day(of instant: Instant) async throws -> Day {
        let parts = parts
        return try await store.glance { try parts.zone($0) }.day(instant)
    }

    private func own(_ request: Request, _ context: some SiteContext) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency)
        guard let own = try await ownGrower(request) else {
            return Answer.page(WaysToOwnCoffeePage(), for: visit)
        }
        let asked = request.query["musim"].flatMap { Int($0) }
        let page = min(1000, max(1, request.query["halaman"].flatMap { Int($0) } ?? 1))
        let (parts, office) = (parts, regency.office)
        let shown = try await store.read { reader in
            let (whose, most) = (own.whose, OwnCoffeePage.mostLines)
            guard let grower = try parts.registers.grower(whose.grower, reader) else {
                throw CoffeeRefusal.noSuchGrower
            }
            let zone = try parts.zone(reader)
            let sums = try reader.sums(of: whose)
            let season =
                sums.first { $0.season == asked }?.season ?? sums.first?.season ?? 0
            let became = try reader.became(of: whose, in: season, most: Self.mostLots)
            let told = Set(became.flatMap(\.sales).compactMap(\.buyer))
            let buyers = told.isEmpty ? [] : try parts.registers.buyers(reader)
            return OwnCoffeePage(
                grower: grower.name,
                door: own.door(office, zone),
                sums: sums,
                season: season,
                brought: try reader.brought(
                    by: whose,
                    in: season,
                    most: most,
                    after: (page - 1) * most
                ),
                page: page,
                advanceLeft: try reader.advanceLeft(of: whose),
                became: became,
                names: OwnCoffeePage.Names(
                    vocabulary: try parts.vocabulary(reader),
                    zone: zone,
                    buyers: Dictionary(
                        buyers.filter { told.contains($0.id) }.map { ($0.id, $0.name) },
                        uniquingKeysWith: { first, _ in first }
                    ),
                    unit: { office.unit($0)?.name ?? $0.text }
                ),
                plots: own.until == nil && page == 1
                    ? telling(
                        of: try plots(
                            of: whose.grower,
                            for: .oneself(whose.grower),
                            most: OwnCoffeePage.mostPlots,
                            reader
                        ),
                        regency
                    ) : nil
            )
        }
        return Answer.page(shown, for: visit)
    }
}

/// A grower who reads their own coffee, and until when; nil for as long as the receipt is open.
struct OwnGrower: Sendable {
    let whose: CoffeeOfGrower
    let until: Instant?

    func door(_ office: OfficeMap, _ zone: Zone) -> OwnCoffeePage.Door {
        guard let until, let holder = whose.holder else { return .registration }
        return .link(unit: office.unit(holder)?.name ?? holder.text, until: zone.day(until))
    }
}
