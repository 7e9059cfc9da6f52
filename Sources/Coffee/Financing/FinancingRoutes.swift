import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

/// The two ways to a file for a bank: the grower by themselves, and an extension worker with the
/// grower present.
enum FinancingWay: CaseIterable, Sendable {
    case own, withOfficial

    var isOfficial: Bool { self == .withOfficial }

    var path: String {
        switch self {
        case .own: "kopi/saya/berkas"
        case .withOfficial: "kerja/kopi/berkas-bank"
        }
    }

    /// The list, one consent, or what is done with one.
    func address(_ part: String?, _ deed: String? = nil) -> Address {
        switch (self, part, deed) {
        case (.own, nil, _): "/kopi/saya/berkas"
        case (.own, let part?, nil): "/kopi/saya/berkas/\(part)"
        case (.own, let part?, let deed?): "/kopi/saya/berkas/\(part)/\(deed)"
        case (.withOfficial, nil, _): "/kerja/kopi/berkas-bank"
        case (.withOfficial, let part?, nil): "/kerja/kopi/berkas-bank/\(part)"
        case (.withOfficial, let part?, let deed?): "/kerja/kopi/berkas-bank/\(part)/\(deed)"
        }
    }

    var title: Words { isOfficial ? .growersFiles : .filesForBanks }

    var back: Link {
        isOfficial ? Link(.inbox, "/kerja/kotak") : Link(.myCoffee, "/kopi/saya")
    }
}

/// Somebody who asks for files: the grower, or an official beside one.
struct AtFinancing: Sendable {
    let way: FinancingWay

    /// The grower who came by themselves; nil for an official.
    let grower: OpaqueID?
    let by: Actor
    let visit: Visit

    var asked: FinancingDesk.Asked { .init(by: by, isWithOfficial: way.isOfficial) }

    /// Growers see their own consents, officials those that they wrote down.
    func maySee(_ financing: ListedFinancing) -> Bool {
        if let grower { return financing.grower == grower }
        return financing.isWithOfficial && financing.askedBy == by.id
    }
}

extension CoffeeFeature {
    private static let mostListed = 50

    var financing: FinancingDesk {
        FinancingDesk(
            store: store,
            keys: door.keys,
            registers: parts.registers,
            zone: parts.zone,
            now: now
        )
    }

    func addFinancing(to router: Router<some SiteContext>) {
        for way in FinancingWay.allCases { add(way, to: router) }
        router.get("kopi/berkas/:kode") { _, context in try await self.check(context) }
    }

    private func add(_ way: FinancingWay, to router: Router<some SiteContext>) {
        router.get(RouterPath(way.path)) { request, context in
            try await self.atFinancing(way, request, context) { try await self.list(request, $0) }
        }
        router.get(RouterPath(way.path + "/baru")) { request, context in
            try await self.atFinancing(way, request, context) { at in
                let grower = request.query["petani"].flatMap { OpaqueID($0) }
                return Answer.page(try await self.form(grower, at).page, for: at.visit)
            }
        }
        router.post(RouterPath(way.path + "/baru")) { request, context in
            try await self.atFinancing(way, request, context) { at in
                try await self.take(Posted.read(request, in: context), at)
            }
        }
        router.get(RouterPath(way.path + "/:izin")) { request, context in
            try await self.atFinancing(way, request, context) { at in
                try await self.page(self.listed(context, at), at)
            }
        }
        addDeeds(of: way, to: router)
    }

    private func addDeeds(of way: FinancingWay, to router: Router<some SiteContext>) {
        for deed in ["pdf", "json", "cabut"] {
            router.post(RouterPath(way.path + "/:izin/" + deed)) { request, context in
                try await self.atFinancing(way, request, context) { at in
                    _ = try await Posted.read(request, in: context)
                    let id = try await self.listed(context, at).id
                    guard deed != "cabut" else {
                        try await self.financing.withdraw(id, at.asked)
                        return Answer.redirect(to: way.address("\(id)"), for: at.visit)
                    }
                    return try await self.handOver(id, asPDF: deed == "pdf", at)
                }
            }
        }
    }

    /// Runs a page for whoever may ask; a link from the scale is not enough for this.
    private func atFinancing(
        _ way: FinancingWay,
        _ request: Request,
        _ context: some SiteContext,
        _ body: (AtFinancing) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency)
        switch way {
        case .own:
            guard let grower = try await door.registered(request) else {
                return Answer.page(WaysToOwnCoffeePage(needsReceipt: true), for: visit)
            }
            let at = AtFinancing(way: way, grower: grower, by: Actor(grower), visit: visit)
            return try await body(at)
        case .withOfficial:
            guard let official = try await surroundings.official(request) else {
                let here = request.method == .get ? request.uri.string : "/" + way.path
                let there = Address("/petugas/masuk").with("lalu", here)
                return Answer.redirect(to: there, for: visit)
            }
            guard try await keepsPlots(official.standing) else {
                throw CoffeeRefusal.onlyExtensionWorkers
            }
            return try await body(
                AtFinancing(
                    way: way,
                    grower: nil,
                    by: official.standing.official,
                    visit: official.visit(visit)
                )
            )
        }
    }

    private func list(_ request: Request, _ at: AtFinancing) async throws -> Response {
        let (parts, now, most) = (parts, now(), Self.mostListed)
        let search = at.way.isOfficial ? String(request.query["cari"] ?? "") : ""
        let page = try await store.read { reader in
            let zone = try parts.zone(reader)
            let listed =
                try at.grower.map { try reader.financings(of: $0, most: most) }
                ?? reader.financings(by: at.by.id, most: most)
            return FinancingListPage(
                way: at.way,
                lines: try listed.map { financing in
                    FinancingListPage.Line(
                        financing: financing,
                        bank: try reader.terms(of: financing.id).bank,
                        day: zone.day(financing.at),
                        stands: financing.stands(at: now)
                    )
                },
                search: search,
                found: search.isEmpty ? [] : try parts.registers.growers(search, 20, reader)
            )
        }
        return Answer.page(page, for: at.visit)
    }

    /// An empty form about a grower: oneself, or the one who stands beside the official.
    private func form(_ asked: OpaqueID?, _ at: AtFinancing) async throws -> FinancingForm {
        let (parts, id) = (parts, at.grower ?? asked)
        return try await store.read { reader in
            guard let id, let grower = try parts.registers.grower(id, reader) else {
                throw CoffeeRefusal.noSuchGrower
            }
            let seasons = try reader.sums(of: CoffeeOfGrower(id)).map(\.season)
            return FinancingForm(
                way: at.way,
                grower: grower,
                seasons: Array(Set(seasons).sorted(by: >).prefix(3))
            )
        }
    }

    private func take(_ posted: Posted, _ at: AtFinancing) async throws -> Response {
        var form = try await form(posted["petani"].flatMap { OpaqueID($0) }, at)
        guard let terms = form.read(posted) else { return Answer.page(form.page, for: at.visit) }
        let id = try await financing.consent(form.grower.id, to: terms, at.asked)
        return Answer.redirect(to: at.way.address("\(id)"), for: at.visit)
    }

    private func listed(
        _ context: some SiteContext,
        _ at: AtFinancing
    ) async throws -> ListedFinancing {
        guard let id = context.parameters.get("izin").flatMap({ OpaqueID($0) }),
            let financing = try await store.glance({ try $0.financing(id) }), at.maySee(financing)
        else { throw CoffeeRefusal.noSuchFile }
        return financing
    }

    private func page(_ financing: ListedFinancing, _ at: AtFinancing) async throws -> Response {
        let (parts, now) = (parts, now())
        let page = try await store.read { reader in
            FinancingPage(
                way: at.way,
                financing: financing,
                terms: try reader.terms(of: financing.id),
                stands: financing.stands(at: now),
                zone: try parts.zone(reader)
            )
        }
        return Answer.page(page, for: at.visit)
    }

    private func handOver(
        _ id: OpaqueID,
        asPDF: Bool,
        _ at: AtFinancing
    ) async throws -> Response {
        let installation = at.visit.installation
        let made = try await financing.handOver(
            id,
            (installation.name, installation.base),
            at.asked
        )
        let name = "berkas-bank-\(made.file.made)"
        guard asPDF else {
            return Answer.download(
                try FinancingFile.envelope(made.bytes, made.code, door.keys),
                type: "application/json",
                name: name + ".json"
            )
        }
        let parts = parts
        let zone = try await store.glance { try parts.zone($0) }
        let paper = FinancingPaper(
            made: made,
            vocabulary: try await vocabulary(),
            zone: zone,
            installation: installation,
            keys: door.keys
        )
        return Answer.pdf(try PaperPress.pdf(of: paper.sheet()), name: name + ".pdf")
    }

    /// Whoever holds a file learns whether it is from here, and nothing of the grower.
    private func check(_ context: some SiteContext) async throws -> Response {
        guard let code = context.parameters.get("kode").flatMap({ OpaqueID($0) }) else {
            throw CoffeeRefusal.noSuchFile
        }
        let (parts, now) = (parts, now())
        let page = try await store.read { reader -> FinancingCheckPage in
            guard let found = try reader.handedOver(code) else { throw CoffeeRefusal.noSuchFile }
            return FinancingCheckPage(
                made: try parts.zone(reader).day(found.at),
                stands: found.financing.stands(at: now),
                digest: try reader.digest(of: code, in: found.financing.id).map { hexadecimal($0) }
            )
        }
        return Answer.page(page, for: try visit(context, try await regency()))
    }
}
