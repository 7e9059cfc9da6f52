package import Stories

extension Root {
    /// A root with its keys, signed by all of them: what is printed and handed over.
    package static func made(
        _ publisher: String,
        keys: [KeyFile],
        threshold: Int,
        catalogueKeys: [TimedKey],
        at now: Instant
    ) throws -> Envelope {
        guard keys.allSatisfy({ $0.use == .root }),
            let root = Root(
                publisher: publisher,
                number: 1,
                issued: now,
                keys: keys.map(\.publicKey),
                threshold: threshold,
                catalogueKeys: catalogueKeys
            )
        else { throw CatalogueProblem.notARootKey }
        return try keys.reduce(Envelope(.root, root.bytes)) { try $0.signed(by: $1.key) }
    }

    /// What the next root is to say; nil: as this one does.
    package struct Change: Sendable {
        package var keys: [StatementKey]?
        package var threshold: Int?
        package var catalogueKeys: [TimedKey]?

        package init(
            keys: [StatementKey]? = nil,
            threshold: Int? = nil,
            catalogueKeys: [TimedKey]? = nil
        ) {
            self.keys = keys
            self.threshold = threshold
            self.catalogueKeys = catalogueKeys
        }
    }

    /// The root after this one, signed by whichever keys are at hand; refused where they are not
    /// enough of the old ones, or not enough of the new ones.
    package func succeeded(
        by change: Change,
        signedBy keys: [KeyFile],
        at now: Instant
    ) throws -> Envelope {
        guard keys.allSatisfy({ $0.use == .root }),
            let next = Root(
                publisher: publisher,
                number: number + 1,
                issued: max(now, issued),
                keys: change.keys ?? self.keys,
                threshold: change.threshold ?? threshold,
                catalogueKeys: change.catalogueKeys ?? catalogueKeys
            )
        else { throw CatalogueProblem.notARootKey }
        let envelope = try keys.reduce(Envelope(.root, next.bytes)) { try $0.signed(by: $1.key) }
        guard isSigned(by: envelope), next.isSigned(by: envelope) else {
            throw TrustRefusal.thresholdNotMet
        }
        return envelope
    }
}
