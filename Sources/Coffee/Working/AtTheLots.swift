import Hummingbird
import Ledger
import Office
import Site
import Stories

/// Somebody who works with lots, and what the regency has published about them.
struct AtTheLots: Sendable {
    let official: SignedIn
    let rights: LotRights
    let visit: Visit
    let office: OfficeMap

    /// The units whose lots are seen; nil for those who see all.
    var holders: Set<Code>? {
        rights.approves || rights.isLaboratory ? nil : rights.weighs.union(rights.manages)
    }

    /// The units for which a lot may be begun, by their names.
    var ownUnits: [(Code, String)] {
        rights.weighs.union(rights.manages).sorted().map { ($0, name($0)) }
    }

    func name(_ unit: Code) -> String { office.unit(unit)?.name ?? unit.text }

    func asked(_ posted: Posted) -> LotDesk.Asked {
        let seen = posted["versi"].flatMap { Int64($0) }.map { Version($0) }
        return LotDesk.Asked(by: official.standing.official, rights: rights, seen: seen)
    }
}

extension CoffeeFeature {
    /// Runs a page of the lots; who is not signed in goes to the log-in first.
    func working(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (AtTheLots) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        guard let official = try await surroundings.official(request) else {
            let visit = try visit(context, regency)
            let here = request.method == .get ? request.uri.string : "/lot"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        let rights = LotRights(of: official.standing)
        guard rights.isAny else { throw CoffeeRefusal.notYourLot }
        return try await body(
            AtTheLots(
                official: official,
                rights: rights,
                visit: try visit(context, regency, of: official),
                office: regency.office
            )
        )
    }

    /// The same for what a form sends, which is read only from those who may send it.
    func sending(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (AtTheLots, Posted) async throws -> Response
    ) async throws -> Response {
        try await working(request, context) { at in
            try await body(at, Posted.read(request, in: context))
        }
    }

    /// The lot of the address, if it may be seen.
    func lot(_ context: some SiteContext, _ at: AtTheLots) async throws -> ShownLot {
        guard let code = context.parameters.get("kode").flatMap({ LotCode($0) }),
            let lot = try await store.glance({ try $0.lot(code) })
        else { throw CoffeeRefusal.noSuchLot }
        guard at.rights.maySee(lot.holder) else { throw CoffeeRefusal.notYourLot }
        return lot
    }

    func vocabulary() async throws -> CoffeeVocabulary {
        let parts = parts
        return try await store.glance { try parts.vocabulary($0) }
    }

    func measures() async throws -> CoffeeMeasures {
        let parts = parts
        return try await store.glance { try parts.measures($0) }
    }
}
