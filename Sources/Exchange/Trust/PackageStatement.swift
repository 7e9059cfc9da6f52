package import Blueprints
package import Stories

/// Who packed what, and from which package: signed, and kept beside the package, so that the
/// same bytes can be handed on by others with the statements of all of them.
package struct PackageStatement: Hashable, Sendable {
    package let publisher: String
    package let name: BlueprintName
    package let version: String

    /// SHA-256 of the package.
    package let digest: String
    package let packed: Instant

    /// The post that packed it, never a person.
    package let by: String
    package let lineage: [PackageManifest.Origin]

    package init(_ package: Package, publisher: String, packed: Instant, by: String) {
        self.publisher = publisher
        name = package.name
        version = package.version
        digest = package.digest
        lineage = package.manifest.lineage
        self.packed = packed
        self.by = by
    }

    /// What is signed.
    package var bytes: [UInt8] {
        canonical([
            "publisher": .text(publisher), "name": .text(name.description),
            "version": .text(version), "digest": .text(digest),
            "packed": .text(Moment.text(packed)), "by": .text(by),
            "derived_from": .list(
                lineage.map {
                    .object([
                        "name": .text($0.name.description), "version": .text($0.version),
                        "digest": .text($0.digest),
                    ])
                }
            ),
        ])
    }

    /// Reads a statement once one of these keys has signed it.
    package init(_ envelope: Envelope, signedBy keys: [StatementKey]) throws(TrustRefusal) {
        guard envelope.kind == .package else { throw .notAStatement }
        guard !envelope.signers(among: keys).isEmpty else {
            throw envelope.names(oneOf: keys) ? .altered : .unsigned
        }
        do {
            var object = try StrictObject.reading(envelope.payload)
            publisher = try object.text("publisher")
            name = try BlueprintName(strict: try object.text("name"))
            version = try object.text("version")
            digest = try object.digest("digest")
            packed = try object.moment("packed")
            by = try object.text("by")
            var origins: [PackageManifest.Origin] = []
            for item in try object.list("derived_from") {
                origins.append(try PackageManifest.Origin(item))
            }
            lineage = origins
            try object.end()
        } catch {
            throw .faultyDocument
        }
    }

    /// Whether it speaks about these very bytes.
    package func isAbout(_ package: Package) -> Bool {
        digest == package.digest && name == package.name && version == package.version
            && lineage == package.manifest.lineage
    }
}
