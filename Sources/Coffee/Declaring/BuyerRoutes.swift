import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// The buyer's file of a lot: who consents, what goes in, what stays out, the papers.

extension CoffeeFeature {
    func addBuyerFiles(to router: Router<some SiteContext>) {
        router.get("lot/:kode/pembeli") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.declarable(context, at)
                return try await self.show(lot, buyer: Self.asked(request), at)
            }
        }
        router.post("lot/:kode/pembeli") { request, context in
            try await self.sending(request, context) { at, posted in
                let lot = try await self.declarable(context, at)
                return try await self.make(lot, posted, at)
            }
        }
        router.get("lot/:kode/izin") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.declarable(context, at)
                return try await self.consents(lot, Self.asked(request), FormAsTyped(), at)
            }
        }
        router.post("lot/:kode/izin") { request, context in
            try await self.sending(request, context) { at, posted in
                let lot = try await self.declarable(context, at)
                return try await self.note(posted, lot, at)
            }
        }
        router.get("lot/:kode/berkas/:pernyataan/:kertas") { request, context in
            try await self.working(request, context) { at in
                try await self.hand(self.declarable(context, at), context)
            }
        }
    }

    var declaring: DeclaringDesk {
        DeclaringDesk(store: store, files: parts.files, now: now)
    }

    private static func asked(_ request: Request) -> OpaqueID? {
        request.uri.queryParameters["pembeli"].flatMap { OpaqueID("\($0)") }
    }

    /// A lot whose plots may be seen: by its manager, and by who looks at plots.
    private func declarable(_ context: some SiteContext, _ at: AtTheLots) async throws -> ShownLot {
        let lot = try await lot(context, at)
        guard at.rights.mayManage(lot.holder) || at.rights.approves else {
            throw CoffeeRefusal.notYourLot
        }
        return lot
    }

    private func buyer(_ id: OpaqueID?, _ reader: Reader) throws -> NamedParty? {
        guard let id else { return nil }
        return try parts.registers.buyers(reader).first { $0.id == id }
    }

    /// What the file of a lot would be now.
    private func file(
        of lot: ShownLot,
        for buyer: NamedParty,
        _ reader: Reader
    ) throws -> BuyerFile {
        let behind = try reader.plots(behind: lot.id)
        let green = Dictionary(
            behind.map { ($0.plot, $0.green) },
            uniquingKeysWith: { first, _ in first }
        )
        let registered = try parts.registers.registered(behind.map(\.plot), reader)
        let found = try reader.assessments(of: registered.map(\.id))
        let out = try reader.plotsKeptOut(among: registered.map(\.id))
        let plots = registered.map { plot in
            PlotForBuyer(
                plot,
                green: green[plot.id] ?? 0,
                found[plot.id] ?? [],
                isKeptOut: out.contains(plot.id)
            )
        }
        let growers = registered.compactMap { $0.grower?.id }
        let sold = try reader.entries(of: lot.id, most: 500)
            .filter { $0.way == .sale && $0.other == buyer.id }.reduce(0) { $0 + $1.grams }
        return BuyerFile(
            of: lot,
            for: buyer,
            grams: sold > 0 ? sold : lot.balance,
            plots,
            consenting: try reader.growers(consentingTo: buyer.id, among: growers)
        )
    }

    private func show(
        _ lot: ShownLot,
        buyer asked: OpaqueID?,
        _ at: AtTheLots,
        refused: Words? = nil
    ) async throws -> Response {
        let page = try await store.read { reader in
            let buyer = try buyer(asked, reader)
            let made = try reader.declarations(of: lot.id)
            return BuyerFilePage(
                lot: lot,
                buyers: try parts.registers.buyers(reader),
                file: try buyer.map { try file(of: lot, for: $0, reader) },
                made: made,
                zone: try parts.zone(reader),
                refused: refused
            )
        }
        return Answer.page(page, for: at.visit)
    }

    private func make(_ lot: ShownLot, _ posted: Posted, _ at: AtTheLots) async throws -> Response {
        let regency = try await regency()
        let made = try await store.read { reader -> DeclaringDesk.Papers? in
            guard let buyer = try buyer(posted["pembeli"].flatMap { OpaqueID($0) }, reader) else {
                return nil
            }
            let file = try file(of: lot, for: buyer, reader)
            let journey = try reader.journey(to: lot.id).filter { $0.step == nil }
            let zone = try parts.zone(reader)
            let days = journey.map { zone.day($0.first) } + journey.map { zone.day($0.last) }
            let first = days.min()
            let statement = StatementFields(
                file: file,
                madeOn: zone.day(now()),
                days: first.flatMap { first in days.max().map { first...$0 } }
            )
            let evidence = EvidencePaper(
                file: file,
                holder: at.name(lot.holder),
                regency: regency,
                vocabulary: try parts.vocabulary(reader),
                at: now(),
                language: at.visit.language
            )
            return DeclaringDesk.Papers(
                file,
                statement: try statement.json(),
                evidence: try evidence.pdf()
            )
        }
        guard let made else {
            return try await show(lot, buyer: nil, at, refused: .chooseABuyer)
        }
        do {
            let id = OpaqueID(posted["tanda"] ?? "") ?? desk.draw.id()
            try await declaring.make(made, as: id, at.asked(posted))
        } catch let refusal as CoffeeRefusal where refusal == .noPlotToDeclare {
            return try await show(
                lot,
                buyer: made.file.buyer.id,
                at,
                refused: Words(refusal.sentence, refusal.sentenceInEnglish)
            )
        }
        let address = Address("/lot/\(lot.code)/pembeli").with("pembeli", "\(made.file.buyer.id)")
        return Answer.redirect(to: address, for: at.visit)
    }

    // MARK: Consents

    private func consents(
        _ lot: ShownLot,
        _ asked: OpaqueID?,
        _ typed: FormAsTyped,
        _ at: AtTheLots
    ) async throws -> Response {
        let page = try await store.read { reader -> ConsentPage? in
            guard let buyer = try buyer(asked, reader) else { return nil }
            let ids = try reader.growers(behind: lot.id)
            return ConsentPage(
                lot: lot,
                buyer: buyer,
                growers: try ids.compactMap { try parts.registers.grower($0, reader) },
                consenting: try reader.growers(consentingTo: buyer.id, among: ids),
                typed: typed
            )
        }
        guard let page else { return try await show(lot, buyer: nil, at, refused: .chooseABuyer) }
        return Answer.page(page, for: at.visit)
    }

    private func note(_ posted: Posted, _ lot: ShownLot, _ at: AtTheLots) async throws -> Response {
        var typed = FormAsTyped(posted)
        let behind = try await store.read { try $0.growers(behind: lot.id) }
        let chosen = posted.all("petani").compactMap { OpaqueID($0) }.filter(behind.contains)
        let (parts, asked) = (parts, posted["pembeli"].flatMap { OpaqueID($0) })
        let known = try await store.read { try parts.registers.buyers($0).map(\.id) }
        guard let asked, known.contains(asked) else {
            return try await show(lot, buyer: nil, at, refused: .chooseABuyer)
        }
        if typed["hal"] == "cabut" {
            try await declaring.consent(chosen, .withdraw(asked), at.asked(posted))
        } else {
            let way = ConsentWay(rawValue: typed["cara"])
            if way == nil { typed.errors["cara"] = .choiceMissing }
            if chosen.isEmpty { typed.errors["petani"] = .choiceMissing }
            guard let way, typed.isRight else { return try await consents(lot, asked, typed, at) }
            try await declaring.consent(
                chosen,
                .give(TransferConsent(to: asked, way)),
                at.asked(posted)
            )
        }
        let address = Address("/lot/\(lot.code)/pembeli").with("pembeli", "\(asked)")
        return Answer.redirect(to: address, for: at.visit)
    }

    // MARK: Papers

    private func hand(_ lot: ShownLot, _ context: some SiteContext) async throws -> Response {
        guard let id = context.parameters.get("pernyataan").flatMap({ OpaqueID($0) }),
            let shown = try await store.read({ try $0.declaration(id) }), shown.made.lot == lot.id,
            let paper = PaperOfDeclaration(rawValue: context.parameters.get("kertas") ?? "")
        else { throw CoffeeRefusal.noSuchDeclaration }
        let bytes = try await parts.files.read(paper.file(of: shown.made), in: DossierID(id))
        guard let bytes else { throw CoffeeRefusal.noSuchDeclaration }
        return Answer.download(bytes, type: paper.type, name: "\(lot.code)-\(paper.rawValue)")
    }
}

/// The three papers of a buyer's file, as they are named in addresses.
enum PaperOfDeclaration: String, CaseIterable {
    case geometry = "kebun.geojson"
    case statement = "pernyataan.json"
    case evidence = "bukti.pdf"

    func file(of made: Declaration) -> OpaqueID {
        switch self {
        case .geometry: made.files.geometry
        case .statement: made.files.statement
        case .evidence: made.files.evidence
        }
    }

    var type: String {
        switch self {
        case .geometry: "application/geo+json"
        case .statement: "application/json"
        case .evidence: "application/pdf"
        }
    }

    var words: Words {
        switch self {
        case .geometry: Words("Letak kebun (GeoJSON)", "Plots (GeoJSON)")
        case .statement: Words("Isian pernyataan (JSON)", "Fields of the statement (JSON)")
        case .evidence: Words("Bukti per kebun (PDF)", "Evidence for each plot (PDF)")
        }
    }
}
