import Hummingbird
import Ledger
import Office
import Site
import Stories

// What everybody sees: the page behind the label, its data, the coffee of the region.

extension CoffeeFeature {
    /// So many growers are asked whether they agreed to be named; the rest are counted.
    private static let mostNames = 60

    func addPublicLots(to router: Router<some SiteContext>) {
        router.get("k/:kode") { _, context in try await self.short(context) }
        router.get("kopi") { _, context in
            let visit = try self.visit(context, try await self.regency())
            let (lots, shops) = try await self.store.read { reader in
                (try reader.baggedLots(most: 50), try reader.shops(most: 100))
            }
            let page = CoffeePage(
                lots: lots,
                shops: shops,
                vocabulary: try await self.vocabulary()
            )
            return Answer.page(page, for: visit)
        }
        router.get("kopi/lot/:kode") { _, context in try await self.open(context) }
    }

    /// The short address of a label leads to the long one, in the language that is liked.
    private func short(_ context: some SiteContext) async throws -> Response {
        var visit = try visit(context, try await regency())
        visit.language = visit.offered ?? visit.language
        guard let code = context.parameters.get("kode").flatMap({ LotCode($0) }),
            try await store.glance({ try $0.lot(code) }) != nil
        else { return Answer.page(UnknownCodePage(), for: visit) }
        return Answer.redirect(to: Address("/kopi/lot/\(code)"), for: visit)
    }

    private func open(_ context: some SiteContext) async throws -> Response {
        let regency = try await regency()
        let visit = try visit(context, regency)
        let asked = context.parameters.get("kode") ?? ""
        let isData = asked.hasSuffix(".json")
        let code = LotCode(isData ? String(asked.dropLast(5)) : asked)
        let parts = parts
        let found = try await store.read { reader -> (PublicLot, CoffeeVocabulary, Zone)? in
            guard let code, let lot = try reader.lot(code) else { return nil }
            let unit = regency.office.unit(lot.holder)
            return (
                try publicLot(lot, unit?.name ?? lot.holder.text, unit?.whatsApp, reader),
                try parts.vocabulary(reader), try parts.zone(reader)
            )
        }
        guard let (lot, vocabulary, zone) = found else {
            return Answer.page(UnknownCodePage(), for: visit)
        }
        if isData { return Answer.json(try lot.json()) }
        return Answer.page(PublicLotPage(lot: lot, vocabulary: vocabulary, zone: zone), for: visit)
    }

    private func publicLot(
        _ lot: ShownLot,
        _ holder: String,
        _ whatsApp: String?,
        _ reader: Reader
    ) throws -> PublicLot {
        let behind = try reader.plots(behind: lot.id).map(\.plot)
        let plots = try parts.registers.plotsByID(behind, reader)
        let growers = try reader.growers(behind: lot.id)
        let names = try growers.prefix(Self.mostNames)
            .compactMap { try parts.registers.grower($0, reader) }
            .filter(\.showsName).map(\.name)
        let own = try reader.findings(of: lot.id)
            .count { $0.overruledBy == nil && !$0.finding.isWarning }
        return PublicLot(
            shown: lot,
            holder: holder,
            whatsApp: whatsApp,
            plots: behind.count,
            measured: plots.count(where: \.isMeasured),
            area: plots.reduce(0) { $0 + $1.plot.area },
            villages: Set(plots.map(\.village)).sorted(),
            growers: growers.count,
            names: names.sorted(),
            stages: try reader.journey(to: lot.id),
            openFindings: own + (try reader.findings(behind: lot.id))
        )
    }
}

extension PublicLot {
    /// The same for machines, within what everybody may know.
    func json() throws -> [UInt8] {
        var fields: FactFields = [
            "code": .text(shown.code), "title": .text(shown.title),
            "kind": .text(shown.what.kind.text), "species": .text(shown.what.species.text),
            "season": .number(Int64(shown.season)), "holder": .text(holder),
            "recalled": .flag(shown.recall != nil), "plots": .number(Int64(plots)),
            "plots_measured": .number(Int64(measured)), "square_metres": .number(area),
            "villages": .list(villages.map { .text($0) }), "growers": .number(Int64(growers)),
            "open_findings": .number(Int64(openFindings)),
            "certified_grams": .number(shown.certified),
        ]
        if let grade = shown.grade { fields["grade_sni_01_2907_2008"] = .text(grade) }
        if let cup = shown.cup {
            fields["cup_hundredths"] = .number(Int64(cup.hundredths))
            fields["cup_protocol"] = .text(cup.protocolName)
        }
        return try CanonicalJSON.write(.object(fields))
    }
}

extension Reader {
    /// The lots that were put into bags last.
    func baggedLots(most: Int) throws -> [ShownLot] {
        try rows(
            "SELECT id FROM coffee_lots WHERE bags > 0 ORDER BY began DESC, id LIMIT \(most)"
        ).compactMap { try lot($0.id("id")) }
    }
}
