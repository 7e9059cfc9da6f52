package import Stories

/// The story of a small business's page: described by its own unit, closed, described again.
///
/// One page for each unit, which is its address: nobody can take another's.
package enum ShopStory: Story {
    package static let kind: StreamKind = "coffee-shop"
    package static let beginning = Shop()

    package static func evolve(_ state: inout Shop, _ fact: ShopFact) {
        switch fact {
        case .described(let holder, let content):
            (state.holder, state.content) = (holder, content)
        case .closed: state.content = nil
        }
    }

    package static func decide(
        _ state: Shop,
        _ command: ShopCommand,
        _ rights: LotRights
    ) throws(CoffeeRefusal) -> Decision<ShopFact> {
        switch command {
        case .describe(let holder, let content):
            guard rights.mayManage(holder), state.holder == nil || state.holder == holder else {
                throw .notYourLot
            }
            let claims: [Claim] = state.holder == nil ? [.shop(of: holder)] : []
            return Decision([.described(holder, content)], claims: claims)
        case .close:
            guard let holder = state.holder, state.content != nil else { throw .noSuchShop }
            guard rights.mayManage(holder) else { throw .notYourLot }
            return Decision([.closed])
        }
    }
}

extension Claim {
    /// A unit has one page.
    static func shop(of holder: Code) -> Claim {
        .unique(space: "coffee_shop", key: Array(holder.text.utf8))
    }
}

/// Whose page it is and what stands on it; nil while it is closed.
package struct Shop: Hashable, Sendable {
    package var holder: Code?
    package var content: Public?

    package init() {}
}

/// What can be asked of a page.
package enum ShopCommand: Hashable, Sendable {
    case describe(Code, Public)
    case close
}

/// What happened to a page; everybody may read what stands on it.
package enum ShopFact: Hashable, Sendable {
    case described(Code, Public)
    case closed
}

extension ShopFact: FactShape {
    package var kind: Code {
        switch self {
        case .described: "described"
        case .closed: "closed"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .described(let holder, let content):
            fields.put("holder", holder)
            fields.put("content", content)
        case .closed: break
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "described":
            self = .described(try fields.get("holder"), try fields.get("content"))
        case "closed": self = .closed
        case _: throw FactUnreadable("no fact of a shop: \(kind)")
        }
    }
}
