import Hummingbird
import Ledger
import Office
import Site
import Stories

// Lots: their list, one lot, a new one.

extension CoffeeFeature {
    private static let mostOnAPage = 50

    /// How much of a journey one page shows.
    private static let mostEntries = 200

    func addLots(to router: Router<some SiteContext>) {
        router.get("lot") { request, context in
            try await self.working(request, context) { try await self.list(request, $0) }
        }
        router.get("lot/baru") { request, context in
            try await self.working(request, context) { at in
                try await self.newLot(FormAsTyped(), at)
            }
        }
        router.post("lot/baru") { request, context in
            try await self.sending(request, context) { at, posted in
                try await self.begin(FormAsTyped(posted), posted, at)
            }
        }
        router.get("lot/:kode") { request, context in
            try await self.working(request, context) { at in
                try await self.page(self.lot(context, at), at)
            }
        }
    }

    private func list(_ request: Request, _ at: AtTheLots) async throws -> Response {
        let all = request.uri.queryParameters["semua"] == "1"
        let page = max(
            1,
            min(request.uri.queryParameters.get("halaman", as: Int.self) ?? 1, 10_000)
        )
        let most = Self.mostOnAPage
        let lots = try await store.read { reader in
            try reader.lots(
                of: at.holders,
                isThere: !all,
                most: most + 1,
                after: (page - 1) * most
            )
        }
        return Answer.page(
            LotsPage(
                lots: Array(lots.prefix(most)),
                vocabulary: try await vocabulary(),
                holders: Dictionary(
                    lots.map { ($0.holder, at.name($0.holder)) },
                    uniquingKeysWith: { first, _ in first }
                ),
                showsAll: all,
                mayBegin: !at.ownUnits.isEmpty,
                seesPlots: at.rights.approves,
                page: page,
                hasMore: lots.count > most,
                shops: at.rights.manages.sorted().map { ($0, at.name($0)) }
            ),
            for: at.visit
        )
    }

    private func newLot(_ typed: FormAsTyped, _ at: AtTheLots) async throws -> Response {
        guard !at.ownUnits.isEmpty else { throw CoffeeRefusal.notYourLot }
        let forms = LotForms(vocabulary: try await vocabulary(), typed: typed)
        let parts = parts
        let zone = try await store.glance { try parts.zone($0) }
        let season = zone.day(now()).parts.year
        var page = FormPage(
            .newLot,
            forms.begin(holders: at.ownUnits, season: season),
            back: Link(.coffeeLots, "/lot")
        )
        page.frame.status = typed.isRight ? 200 : 422
        return Answer.page(page, for: at.visit)
    }

    private func begin(_ sent: FormAsTyped, _ posted: Posted, _ at: AtTheLots) async throws
        -> Response
    {
        var typed = sent
        let vocabulary = try await vocabulary()
        let units = at.ownUnits.map(\.0.text)
        let title = typed.text("nama")
        if title.count > 120 { typed.errors["nama"] = .tooLong(most: 120, over: title.count - 120) }
        let kind = typed.choice("jenis", of: vocabulary.kinds.keys.map(\.text))
        let species = typed.choice("kopi", of: vocabulary.species.keys.map(\.text))
        let season = typed.whole("musim", 2000...2100)
        let unit = units.count == 1 ? units.first : typed.choice("pemegang", of: units)
        guard typed.isRight, let kind = kind.flatMap(Code.init),
            let species = species.flatMap(Code.init), let season,
            let holder = unit.flatMap(Code.init)
        else { return try await newLot(typed, at) }
        let id = try await desk.begin(
            title,
            LotToBegin(KindOfCoffee(kind, of: species), by: holder, season: season),
            at.asked(posted)
        )
        let lot = try await store.glance { try $0.lot(id) }
        return Answer.redirect(to: Address("/lot/\(lot?.code ?? "")"), for: at.visit)
    }

    /// One lot; with what was refused on top of it, where something was.
    func page(_ lot: ShownLot, _ at: AtTheLots, refused: Words? = nil) async throws -> Response {
        let (parts, most) = (parts, Self.mostEntries)
        let page = try await store.read { reader in
            let zone = try parts.zone(reader)
            return LotPage(
                lot: lot,
                holder: at.name(lot.holder),
                vocabulary: try parts.vocabulary(reader),
                entries: try reader.entries(of: lot.id, most: most).map { entry in
                    try line(entry, zone, at.visit.language, reader)
                },
                findings: try reader.findings(of: lot.id),
                upstream: try reader.findings(behind: lot.id),
                rights: at.rights,
                version: try reader.loadedLot(lot.id).version,
                refused: refused,
                status: refused == nil ? 200 : 409
            )
        }
        return Answer.page(page, for: at.visit)
    }

    private func line(
        _ entry: ShownEntry,
        _ zone: Zone,
        _ language: Language,
        _ reader: Reader
    ) throws -> LotPage.EntryLine {
        let time = DateWords.moment(entry.at, zone: zone, in: language)
        var (other, address): (Words?, Address?) = (nil, nil)
        switch entry.way {
        case .delivery:
            other = try entry.other.flatMap { try parts.registers.grower($0, reader) }
                .map { Words($0.name) }
        case .draw:
            if let lot = try entry.other.flatMap({ try reader.lot($0) }) {
                (other, address) = (Words(lot.title), Address("/lot/\(lot.code)"))
            }
        case .sale:
            other = try parts.registers.buyers(reader).first { $0.id == entry.other }
                .map { Words($0.name) }
        case .filling, .loss, .emptying, .certificate: break
        }
        return LotPage.EntryLine(entry: entry, other: other, address: address, time: time)
    }
}
