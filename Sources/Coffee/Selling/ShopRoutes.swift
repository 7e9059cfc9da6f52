import Hummingbird
import Ledger
import Office
import Site
import Stories

// The pages of small businesses: for everybody, and the form of those who keep one.

extension CoffeeFeature {
    /// So many lots stand on a page.
    private static let mostLots = 20

    func addShops(to router: Router<some SiteContext>) {
        router.get("kopi/usaha/:usaha") { _, context in try await self.shop(context) }
        router.get("lot/usaha/:usaha") { request, context in
            try await self.working(request, context) { at in
                let holder = try self.holder(context, at)
                let shown = try await self.store.read { try $0.shop(of: holder)?.shop.content }
                var typed = shown.map { FormAsTyped($0) } ?? FormAsTyped()
                if typed["nama"].isEmpty {
                    typed["nama"] = at.name(holder)
                    typed["wa"] = at.office.unit(holder)?.whatsApp ?? ""
                }
                let form = ShopForm(holder: holder, typed: typed, isOpen: shown != nil)
                return Answer.page(form.page, for: at.visit)
            }
        }
        router.post("lot/usaha/:usaha") { request, context in
            try await self.sending(request, context) { at, posted in
                let holder = try self.holder(context, at)
                let isOpen = try await self.store.read { reader in
                    try reader.shop(of: holder)?.shop.content != nil
                }
                var form = ShopForm(holder: holder, typed: FormAsTyped(), isOpen: isOpen)
                guard let content = form.read(posted) else {
                    return Answer.page(form.page, for: at.visit)
                }
                let bytes = try content.bytes()
                try await self.change(
                    holder,
                    .describe(holder, Public(of: bytes)),
                    content: [bytes],
                    at
                )
                return Answer.redirect(to: Address("/kopi/usaha/\(holder)"), for: at.visit)
            }
        }
        router.post("lot/usaha/:usaha/tutup") { request, context in
            try await self.sending(request, context) { at, _ in
                let holder = try self.holder(context, at)
                try await self.change(holder, .close, content: [], at)
                return Answer.redirect(to: Address("/lot/usaha/\(holder)"), for: at.visit)
            }
        }
    }

    /// The unit of the address, which is one's own.
    private func holder(_ context: some SiteContext, _ at: AtTheLots) throws -> Code {
        guard let holder = context.parameters.get("usaha").flatMap({ Code($0) }),
            at.rights.mayManage(holder)
        else { throw CoffeeRefusal.notYourLot }
        return holder
    }

    private func change(
        _ holder: Code,
        _ command: ShopCommand,
        content: [[UInt8]],
        _ at: AtTheLots
    ) async throws {
        let fresh = desk.draw.id()
        let (id, shop, version) = try await store.read { reader in
            let id = try reader.shop(of: holder)?.id ?? fresh
            let stream = Stream(ShopStory.kind, id)
            let (shop, version) = try reader.state(of: stream, as: ShopStory.self)
            return (id, shop, version)
        }
        let stream = Stream(ShopStory.kind, id)
        var append = Append(
            at: now(),
            by: at.official.standing.official,
            expecting: [stream: version]
        )
        try append.add(ShopStory.decide(shop, command, at.rights), to: stream)
        append.content = content
        try await desk.record(append)
    }

    /// In the language that a newcomer's browser likes, as behind a label.
    private func shop(_ context: some SiteContext) async throws -> Response {
        var visit = try visit(context, try await regency())
        let holder = context.parameters.get("usaha").flatMap { Code($0) }
        let parts = parts
        let found = try await store.read { reader -> ShopPage? in
            guard let holder, let content = try reader.shop(of: holder)?.shop.content else {
                return nil
            }
            return ShopPage(
                holder: holder,
                content: content,
                lots: try reader.lotsInStock(of: holder, most: Self.mostLots),
                vocabulary: try parts.vocabulary(reader)
            )
        }
        guard let found else { throw CoffeeRefusal.noSuchShop }
        if let offered = visit.offered {
            visit.language = offered
            return Answer.redirect(to: Address("/kopi/usaha/\(found.holder)"), for: visit)
        }
        return Answer.page(found, for: visit)
    }
}
