package import Ledger
package import Stories

/// The pages of small businesses as a table.
package enum ShopsView {
    package static let view = ViewOfRecord(
        "coffee-shops",
        .now,
        of: [ShopStory.kind],
        tables: ["coffee_shops"],
        schema: [
            """
            CREATE TABLE coffee_shops (holder TEXT PRIMARY KEY, id BLOB NOT NULL, \
            content BLOB, at BIGINT NOT NULL)
            """
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            switch try projection.event.fact(ShopFact.self) {
            case .described(let holder, let content):
                return [
                    """
                    INSERT INTO coffee_shops (holder, id, content, at) VALUES \
                    (\(holder), \(id), \(content.digest), \(at)) ON CONFLICT (holder) \
                    DO UPDATE SET content = excluded.content, at = excluded.at
                    """
                ]
            case .closed:
                return ["UPDATE coffee_shops SET content = NULL, at = \(at) WHERE id = \(id)"]
            }
        }
    )
}

/// A page with what stands on it.
package struct ShownShop: Hashable, Sendable {
    package let holder: Code

    /// Nil while it is closed.
    package let content: ShopContent?
}

extension Reader {
    /// The page of a unit, closed ones too.
    package func shop(of holder: Code) throws -> (id: OpaqueID, shop: ShownShop)? {
        try row("SELECT * FROM coffee_shops WHERE holder = \(holder)").map { row in
            (try row.id("id"), try shop(row))
        }
    }

    /// The pages that are open, in the order of their units.
    package func shops(most: Int) throws -> [ShownShop] {
        try rows(
            """
            SELECT * FROM coffee_shops WHERE content IS NOT NULL ORDER BY holder LIMIT \(most)
            """
        ).map { try shop($0) }
    }

    /// The lots of a unit that lie in bags and may be sold, the newest first.
    package func lotsInStock(of holder: Code, most: Int) throws -> [ShownLot] {
        try rows(
            """
            SELECT id FROM coffee_lots WHERE holder = \(holder) AND bags > 0 AND taken > given \
            AND recall IS NULL ORDER BY began DESC, id LIMIT \(most)
            """
        ).compactMap { try lot($0.id("id")) }
    }

    private func shop(_ row: RecordRow) throws -> ShownShop {
        let digest: [UInt8]? = try row.find("content")
        let bytes = try digest.flatMap { try content(Public(digest: $0)) }
        return ShownShop(
            holder: try row.get("holder"),
            content: try bytes.flatMap { bytes in
                guard let content = try ShopContent(bytes) else {
                    throw StoreError(.damaged, "a shop that says nothing")
                }
                return content
            }
        )
    }
}
