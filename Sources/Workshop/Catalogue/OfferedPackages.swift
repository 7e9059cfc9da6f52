package import Exchange
package import Hummingbird
package import Site

/// What this regency offers to others, as it lies signed in its folder: catalogue, roots,
/// packages, and who packed them.
///
/// The server signs nothing and changes nothing of it; whoever fetches it looks at the
/// signatures. Only what the signed catalogue lists is handed out.
package struct OfferedPackages: Sendable {
    /// The bytes of one thing; nil where nothing of the kind is offered.
    let find: @Sendable (Wanted) throws -> [UInt8]?

    /// The signed catalogue, read; nil where nothing is offered.
    let catalogue: @Sendable () throws -> Catalogue?

    package init(
        find: @escaping @Sendable (Wanted) throws -> [UInt8]?,
        catalogue: @escaping @Sendable () throws -> Catalogue?
    ) {
        self.find = find
        self.catalogue = catalogue
    }

    /// What somebody may fetch.
    package enum Wanted: Hashable, Sendable {
        case catalogue
        case root(Int)
        case package(ListedName)
        case statement(ListedName)
    }

    /// A package as an address names it.
    package struct ListedName: Hashable, Sendable {
        /// `16.03/umkm`.
        package let name: String
        package let version: String

        init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// Adds what machines fetch.
    package func add(to router: Router<some SiteContext>) {
        router.get(".well-known/cetak-biru.json") { _, _ in
            try answer(.catalogue, type: Self.json)
        }
        router.get(".well-known/cetak-biru/akar/:nomor") { _, context in
            guard let word = context.parameters.get("nomor"), word.utf8.count <= 6,
                let number = Int(word), String(number) == word
            else { throw OfferRefusal.notOffered }
            return try answer(.root(number), type: Self.json)
        }
        router.get("cetak-biru/:ruang/:nama/:versi/unduh") { _, context in
            let listed = try ListedName(context.parameters)
            var response = try answer(.package(listed), type: "application/octet-stream")
            let file = "\(listed.name.replacing("/", with: "."))-\(listed.version).paket"
            response.headers[.contentDisposition] = "attachment; filename=\"\(file)\""
            return response
        }
        router.get("cetak-biru/:ruang/:nama/:versi/asal") { _, context in
            try answer(.statement(try ListedName(context.parameters)), type: Self.json)
        }
    }

    private static let json = "application/json"

    private func answer(_ wanted: Wanted, type: String) throws -> Response {
        guard let bytes = try find(wanted) else { throw OfferRefusal.notOffered }
        return Answer.bytes(bytes, type: type)
    }
}

extension OfferedPackages.ListedName {
    /// The package that an address names.
    init(_ parameters: Parameters) throws(OfferRefusal) {
        self.init(
            name: try Self.name(parameters),
            version: try Self.word(parameters.get("versi"))
        )
    }

    /// The blueprint that an address names.
    static func name(_ parameters: Parameters) throws(OfferRefusal) -> String {
        "\(try word(parameters.get("ruang")))/\(try word(parameters.get("nama")))"
    }

    /// A word of an address: letters, digits, dots and hyphens, and nothing else.
    static func word(_ word: String?) throws(OfferRefusal) -> String {
        guard let word, (1...64).contains(word.utf8.count), !word.hasPrefix("."),
            word.utf8.allSatisfy({
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x2E || $0 == 0x5F
            })
        else { throw .notOffered }
        return word
    }
}
