package import Blueprints
package import Stories

/// Which regencies a blueprint went through, the newest first, and what each of them has signed.
package struct Provenance: Sendable {
    package let links: [Link]

    /// One regency's edition of it.
    package struct Link: Sendable {
        package let name: BlueprintName
        package let version: String

        /// SHA-256 of its package; nil where only the files are here.
        package let digest: String?
        package let said: Said
    }

    /// What is known of the statement about who packed it.
    package enum Said: Hashable, Sendable {
        /// It is there, and a key of that regency has signed it.
        case verified(by: String, at: Instant)

        /// The keys of that regency are not known here.
        case unknownKeys

        /// No statement is at hand that its keys have signed.
        case missing
    }

    /// - Parameters:
    ///   - statements: what is at hand, of whomever.
    ///   - keys: the catalogue keys of a publisher; nil where its root is not known.
    package init(
        _ editions: [(name: BlueprintName, version: String, digest: String?)],
        statements: [Envelope],
        keys: (String) throws -> [StatementKey]?
    ) rethrows {
        links = try editions.map { edition in
            let said: Said
            if let keys = try keys(edition.name.publisher) {
                let found = statements.lazy.compactMap { Self.read($0, signedBy: keys) }
                    .first { statement in
                        statement.name == edition.name && statement.version == edition.version
                            && edition.digest.map { $0 == statement.digest } ?? true
                    }
                said = found.map { .verified(by: $0.by, at: $0.packed) } ?? .missing
            } else {
                said = .unknownKeys
            }
            return Link(
                name: edition.name,
                version: edition.version,
                digest: edition.digest,
                said: said
            )
        }
    }

    /// What one says once a key has signed it; any other speaks about another link.
    private static func read(
        _ envelope: Envelope,
        signedBy keys: [StatementKey]
    ) -> PackageStatement? {
        do {
            return try PackageStatement(envelope, signedBy: keys)
        } catch {
            return nil
        }
    }
}

extension Package {
    /// This package and those that it was adapted from, the newest first.
    package var editions: [(name: BlueprintName, version: String, digest: String?)] {
        [(name, version, digest)] + manifest.lineage.map { ($0.name, $0.version, $0.digest) }
    }
}

extension Tree {
    /// A blueprint and those that it was adapted from, the newest first.
    package var editionsOfBlueprint: [(name: BlueprintName, version: String, digest: String?)] {
        do {
            let own = (try BlueprintName(of: self), try requiredText("version"), String?.none)
            return [own] + (try lineage).map { ($0.name, $0.version, $0.digest) }
        } catch {
            // A blueprint that does not say what it is has no line.
            return []
        }
    }
}

extension Provenance.Said {
    package var meaning: Meaning {
        switch self {
        case .verified(let post, let at):
            Meaning(
                "dipaketkan \(post), \(Moment.text(at).prefix(10)), tanda tangan cocok",
                "packed by \(post), \(Moment.text(at).prefix(10)), signature verified"
            )
        case .unknownKeys:
            Meaning(
                "akarnya belum dikenal di sini, jadi belum diperiksa",
                "its root is not known here, so not verified"
            )
        case .missing:
            Meaning(
                "keterangan bertanda tangan tidak ada di sini",
                "no signed statement is here"
            )
        }
    }
}
