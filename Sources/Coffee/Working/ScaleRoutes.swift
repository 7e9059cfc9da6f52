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
                switch try await self.weigh(posted, at) {
                case .written(let id, _):
                    return Answer.redirect(to: Address("/timbang/\(id)"), for: at.visit)
                case .asksAgain(let typed): return try await self.scale(typed, at)
                }
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
}
