package import Blueprints
package import Stories

extension Catalogue {
    /// The catalogue that would follow on this one: the same packages, and nothing signed yet.
    ///
    /// Keys that were revoked and versions that were withdrawn stay so for ever.
    package static func next(
        after last: Catalogue?,
        of root: Root,
        holding validity: ClosedRange<Instant>
    ) throws(CatalogueProblem) -> Catalogue {
        let ground: Catalogue
        if let last { ground = last } else { ground = try Catalogue(emptyOf: root, validity) }
        return try ground.renewed(
            number: (last?.number ?? 0) + 1,
            previous: last.map { Public(digest: digestBytes($0.bytes)) },
            root: root.number,
            holding: validity
        )
    }

    /// One with nothing in it, from which the first is made.
    private init(emptyOf root: Root, _ validity: ClosedRange<Instant>) throws(CatalogueProblem) {
        guard
            let empty = Catalogue(
                publisher: root.publisher,
                number: 1,
                issued: validity.lowerBound,
                expires: validity.upperBound,
                previous: nil,
                root: root.number,
                packages: []
            )
        else { throw .tooLong }
        self = empty
    }

    private func renewed(
        number: Int,
        previous: Public?,
        root: Int,
        holding validity: ClosedRange<Instant>
    ) throws(CatalogueProblem) -> Catalogue {
        guard
            let next = Catalogue(
                publisher: publisher,
                number: number,
                issued: validity.lowerBound,
                expires: validity.upperBound,
                previous: previous,
                root: root,
                workingKeys: workingKeys,
                revoked: revoked,
                withdrawn: withdrawn,
                packages: packages
            )
        else { throw .tooLong }
        return next
    }

    /// The same at the moment it is signed, under the root whose key signs it.
    package func dated(
        _ validity: ClosedRange<Instant>,
        under root: Root
    ) throws(CatalogueProblem) -> Catalogue {
        try renewed(number: number, previous: previous, root: root.number, holding: validity)
    }

    /// The same with one more package.
    package func adding(_ package: Package) throws(CatalogueProblem) -> Catalogue {
        let listed = Listed(package)
        guard listed.name.publisher == publisher else { throw .otherPublisher }
        let isSame = { (name: BlueprintName, version: String) in
            name == listed.name && version == listed.version
        }
        guard !withdrawn.contains(where: { isSame($0.name, $0.version) }) else {
            throw .wasWithdrawn
        }
        if let there = packages.first(where: { isSame($0.name, $0.version) }) {
            guard there == listed else { throw .versionTaken }
            return self
        }
        return try saying(withdrawn: withdrawn, packages: packages + [listed])
    }

    /// The same without one version, and with the reason why it is gone.
    package func withdrawing(
        _ name: BlueprintName,
        _ version: String,
        because reason: String
    ) throws(CatalogueProblem) -> Catalogue {
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw .reasonMissing }
        guard let listed = packages.first(where: { $0.name == name && $0.version == version })
        else { throw .unknownVersion }
        let gone = Withdrawn(name: name, version: version, digest: listed.digest, reason: reason)
        return try saying(withdrawn: withdrawn + [gone], packages: packages.filter { $0 != listed })
    }

    /// The same with keys that sign evidence and proposals, and keys that sign nothing any more.
    package func naming(
        _ keys: [TimedKey],
        revoking gone: [StatementKey]
    ) throws(CatalogueProblem) -> Catalogue {
        let kept = workingKeys.filter { old in !keys.contains { $0.key == old.key } } + keys
        guard
            let next = Catalogue(
                publisher: publisher,
                number: number,
                issued: issued,
                expires: expires,
                previous: previous,
                root: root,
                workingKeys: kept.filter { !gone.contains($0.key) },
                revoked: revoked + gone,
                withdrawn: withdrawn,
                packages: packages
            )
        else { throw .tooLong }
        return next
    }

    private func saying(
        withdrawn: [Withdrawn],
        packages: [Listed]
    ) throws(CatalogueProblem) -> Catalogue {
        guard
            let next = Catalogue(
                publisher: publisher,
                number: number,
                issued: issued,
                expires: expires,
                previous: previous,
                root: root,
                workingKeys: workingKeys,
                revoked: revoked,
                withdrawn: withdrawn,
                packages: packages
            )
        else { throw .otherPublisher }
        return next
    }

    /// Reads a catalogue of our own that is not signed yet.
    package init(draft bytes: [UInt8]) throws(TrustRefusal) { try self.init(reading: bytes) }

    /// Reads one that a key of this root has signed, whatever its number.
    package init(_ envelope: Envelope, signedUnder root: Root) throws(TrustRefusal) {
        guard envelope.kind == .catalogue else { throw .notAStatement }
        let keys = root.catalogueKeys.map(\.key)
        guard !envelope.signers(among: keys).isEmpty else {
            throw envelope.names(oneOf: keys) ? .altered : .unsigned
        }
        try self.init(reading: envelope.payload)
        guard publisher == root.publisher else { throw .otherPublisher }
    }
}
