import Hummingbird
import Ledger
import Site
import Stories

// The scale: who brings, into which lot, how much, at what price.

extension CoffeeFeature {
    func addScale(to router: Router<some SiteContext>) {
        router.get("timbang") { request, context in
            try await self.working(request, context) { at in
                var typed = FormAsTyped()
                for name in ["petani", "lot", "cari"] {
                    typed[name] =
                        request.uri.queryParameters[Substring(name)].map(String.init) ?? ""
                }
                return try await self.scale(typed, at)
            }
        }
        router.post("timbang") { request, context in
            try await self.sending(request, context) { at, posted in
                try await self.weigh(FormAsTyped(posted), posted, at)
            }
        }
    }

    /// First who, then the rest; a grower who was found before is kept in the address.
    private func scale(_ typed: FormAsTyped, _ at: AtTheLots) async throws -> Response {
        let holders = at.rights.weighs.union(at.rights.manages)
        guard !holders.isEmpty else { throw CoffeeRefusal.notYourLot }
        let parts = parts
        let page = try await store.read { reader -> ScalePage in
            let grower = try OpaqueID(typed["petani"]).flatMap {
                try parts.registers.grower($0, reader)
            }
            return ScalePage(
                typed: typed,
                grower: grower,
                found: grower == nil && !typed["cari"].isEmpty
                    ? try parts.registers.growers(typed["cari"], 20, reader) : [],
                plots: try grower.map { try parts.registers.plots($0.id, reader) } ?? [],
                lots: try reader.lots(of: holders, isThere: false, most: 30),
                vocabulary: try parts.vocabulary(reader),
                mark: "\(desk.draw.id())"
            )
        }
        return Answer.page(page, for: at.visit)
    }

    private func weigh(_ sent: FormAsTyped, _ posted: Posted, _ at: AtTheLots) async throws
        -> Response
    {
        var typed = sent
        let grams = typed.thousandths("berat", upTo: Self.heaviest)
        let moisture = typed.thousandths("air", upTo: 100_000, isOptional: true)
        let price = typed.money("harga")
        let advance = typed.money("panjar", isOptional: true)
        let (parts, who, code) = (parts, OpaqueID(typed["petani"]), LotCode(typed["lot"]))
        let (grower, plots, lot) = try await store.read { reader in
            let grower = try who.flatMap { try parts.registers.grower($0, reader) }
            return (
                grower, try grower.map { try parts.registers.plots($0.id, reader) } ?? [],
                try code.flatMap { try reader.lot($0) }
            )
        }
        guard let grower else { throw CoffeeRefusal.noSuchGrower }
        if lot == nil { typed.errors["lot"] = .choiceMissing }
        guard typed.isRight, let grams, let price, let advance, let lot else {
            return try await scale(typed, at)
        }
        guard at.rights.mayWeigh(for: lot.holder) else { throw CoffeeRefusal.notYourLot }
        let chosen = Set(posted.all("kebun").compactMap { OpaqueID($0) })
        let from = chosen.isEmpty ? plots : plots.filter { chosen.contains($0.plot.id) }
        let id = OpaqueID(typed["tanda"]) ?? desk.draw.id()
        try await desk.deliver(
            LotDesk.Brought(
                id,
                of: grower.id,
                from: from.map(\.plot),
                Weighing(
                    grams: grams,
                    moisture: moisture.map { Int($0 / 100) },
                    price: price,
                    advance: advance,
                    at: now(),
                    village: from.first?.plot.village
                )
            ),
            to: lot.id,
            try measures(),
            at.asked(Posted([]))
        )
        return Answer.redirect(to: Address("/timbang/\(id)"), for: at.visit)
    }
}
