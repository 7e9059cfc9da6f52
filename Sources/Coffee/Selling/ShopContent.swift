import Site
package import Stories

/// What a small business says of itself: who, what, at which price, how to buy.
package struct ShopContent: Hashable, Sendable {
    package let name: String
    package let about: Text
    package let howToBuy: Text

    /// Where buyers write to.
    package let whatsApp: String
    package let products: [Product]

    package init(
        _ name: String,
        about: Text,
        howToBuy: Text,
        whatsApp: String,
        products: [Product]
    ) {
        (self.name, self.about, self.howToBuy) = (name, about, howToBuy)
        (self.whatsApp, self.products) = (whatsApp, products)
    }

    /// A text with its English, where the business wrote one.
    package struct Text: Hashable, Sendable {
        package let indonesian: String
        package let english: String

        package init(_ indonesian: String, _ english: String = "") {
            (self.indonesian, self.english) = (indonesian, english)
        }

        var words: Words { Words(indonesian, english.isEmpty ? nil : english) }

        fileprivate var json: FactValue {
            .object(["id": .text(indonesian), "en": .text(english)])
        }

        fileprivate init?(json: FactValue?) {
            guard case .object(let fields) = json, case .text(let indonesian)? = fields["id"],
                case .text(let english)? = fields["en"]
            else { return nil }
            self.init(indonesian, english)
        }
    }

    /// Something to buy: "Bubuk robusta 200 gram" at so many rupiah.
    package struct Product: Hashable, Sendable {
        package let name: Text
        package let price: Int64

        package init(_ name: Text, price: Int64) { (self.name, self.price) = (name, price) }

        fileprivate var json: FactValue {
            .object(["name": name.json, "price": price.json])
        }

        fileprivate init?(json: FactValue) {
            guard case .object(let fields) = json, let name = Text(json: fields["name"]),
                let price = fields["price"].flatMap(Int64.init(json:))
            else { return nil }
            self.init(name, price: price)
        }
    }

    /// The public bytes that the fact names.
    package func bytes() throws -> [UInt8] {
        try CanonicalJSON.write(
            .object([
                "name": .text(name), "about": about.json, "how": howToBuy.json,
                "whatsapp": .text(whatsApp), "products": .list(products.map(\.json)),
            ])
        )
    }

    /// Reads them back; nil for bytes that are none.
    package init?(_ bytes: [UInt8]) throws(FactUnreadable) {
        guard case .object(let fields) = try CanonicalJSON.read(bytes),
            case .text(let name)? = fields["name"], case .text(let whatsApp)? = fields["whatsapp"],
            let about = Text(json: fields["about"]), let how = Text(json: fields["how"]),
            case .list(let products)? = fields["products"]
        else { return nil }
        self.init(
            name,
            about: about,
            howToBuy: how,
            whatsApp: whatsApp,
            products: products.compactMap(Product.init(json:))
        )
    }
}
