package import Hummingbird
package import Site

/// The signed evidence that lies in the regency's folder, for whoever fetches it.
///
/// The server signs nothing and changes nothing of it; whoever fetches it looks at the signature.
package struct OfferedEvidence: Sendable {
    /// The quarters of which there is evidence, as `2026-t3`.
    package let quarters: @Sendable () throws -> [String]

    /// The signed bytes of a quarter; nil where there are none.
    package let find: @Sendable (String) throws -> [UInt8]?

    package init(
        quarters: @escaping @Sendable () throws -> [String],
        find: @escaping @Sendable (String) throws -> [UInt8]?
    ) {
        self.quarters = quarters
        self.find = find
    }

    /// Adds what machines fetch.
    package func add(to router: Router<some SiteContext>) {
        router.get(".well-known/cetak-biru/bukti.json") { _, _ in
            // Quarters are digits, a hyphen and a letter: nothing in them needs escaping.
            let names = try quarters().map { "\"\($0)\"" }.joined(separator: ",")
            return Answer.json(Array("[\(names)]".utf8))
        }
        router.get(".well-known/cetak-biru/bukti/:triwulan") { _, context in
            guard let word = context.parameters.get("triwulan"), try quarters().contains(word),
                let bytes = try find(word)
            else { throw OfferRefusal.notOffered }
            return Answer.bytes(bytes, type: "application/json")
        }
    }
}
