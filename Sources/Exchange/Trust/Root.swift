import Blueprints
package import Stories

/// Who speaks for a publisher: the keys that may change this list, and the key of its catalogue.
///
/// Root N+1 is signed by enough keys of N and of N+1. The private halves never lie on a server.
package struct Root: Hashable, Sendable {
    /// The code of the regency.
    package let publisher: String
    package let number: Int
    package let issued: Instant

    /// Sorted; so many of them must sign as `threshold` says.
    package let keys: [StatementKey]
    package let threshold: Int

    /// Sorted; any of them signs catalogues and the packages in them; none is a key of the root.
    package let catalogueKeys: [TimedKey]

    private static let mostKeys = 16

    package init?(
        publisher: String,
        number: Int,
        issued: Instant,
        keys: [StatementKey],
        threshold: Int,
        catalogueKeys: [TimedKey]
    ) {
        let all = keys + catalogueKeys.map(\.key)
        guard number >= 1, (1...Self.mostKeys).contains(keys.count),
            (1...Self.mostKeys).contains(catalogueKeys.count), Set(all).count == all.count,
            (1...keys.count).contains(threshold), BlueprintName(reading: "\(publisher)/a") != nil
        else { return nil }
        self.publisher = publisher
        self.number = number
        self.issued = issued
        self.keys = keys.sorted()
        self.threshold = threshold
        self.catalogueKeys = catalogueKeys.sorted { $0.key < $1.key }
    }

    /// What is signed.
    package var bytes: [UInt8] {
        canonical([
            "publisher": .text(publisher), "number": .number(Double(number)),
            "issued": .text(Moment.text(issued)), "keys": .list(keys.map { .text($0.text) }),
            "threshold": .number(Double(threshold)),
            "catalogue_keys": .list(catalogueKeys.map(\.document)),
        ])
    }

    /// Reads the payload of an envelope whose signatures the caller looks at.
    init(reading bytes: [UInt8]) throws(TrustRefusal) {
        do {
            var object = try StrictObject.reading(bytes)
            var keys: [StatementKey] = []
            for item in try object.list("keys") { keys.append(try StatementKey(item)) }
            var catalogueKeys: [TimedKey] = []
            for item in try object.list("catalogue_keys") {
                catalogueKeys.append(try TimedKey(item))
            }
            let root = Root(
                publisher: try object.text("publisher"),
                number: try object.whole("number"),
                issued: try object.moment("issued"),
                keys: keys,
                threshold: try object.whole("threshold"),
                catalogueKeys: catalogueKeys
            )
            try object.end()
            guard let root, root.bytes == bytes else { throw FormFault() }
            self = root
        } catch {
            throw .faultyDocument
        }
    }

    /// Whether enough of this root's keys have signed.
    package func isSigned(by envelope: Envelope) -> Bool {
        envelope.signers(among: keys).count >= threshold
    }

    /// Reads a root that is signed by itself; whether to believe it, a pin or the root before says.
    ///
    /// The keys that are to have signed stand in the document, so it is read before it is
    /// believed, and thrown away where they have not.
    package init(selfSigned envelope: Envelope) throws(TrustRefusal) {
        guard envelope.kind == .root else { throw .notAStatement }
        let root = try Root(reading: envelope.payload)
        guard root.isSigned(by: envelope) else {
            throw envelope.names(oneOf: root.keys) && envelope.signers(among: root.keys).isEmpty
                ? .altered : .thresholdNotMet
        }
        self = root
    }
}

/// One object as canonical JSON; it may hold texts, whole numbers, and lists of them.
func canonical(_ members: [String: JSONValue]) -> [UInt8] {
    do {
        return try CanonicalJSON.write(JSONValue.object(members))
    } catch {
        preconditionFailure("a document that no JSON can hold")
    }
}
