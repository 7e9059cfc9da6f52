package import Blueprints
package import Exchange
package import Ledger
import Stories

/// Packages that came here, as files or from a site, and were looked at, until they are installed or forgotten.
///
/// Operations, no history: what is installed lies in the drafts and editions that follow from it.
package enum ArrivedPackages {
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS arrived_packages (digest TEXT PRIMARY KEY, \
        bytes BLOB NOT NULL, at BIGINT NOT NULL)
        """,
        // Which of them came from a site and not as a file.
        "CREATE TABLE IF NOT EXISTS fetched_packages (digest TEXT PRIMARY KEY)",
        """
        CREATE TABLE IF NOT EXISTS arrived_statements (digest TEXT PRIMARY KEY, \
        bytes BLOB NOT NULL, at BIGINT NOT NULL)
        """,
    ]

    /// How many are kept: the oldest go first.
    static let most = 50

    static func keep(
        _ package: Package,
        by way: Way,
        in store: RecordStore,
        at now: Instant
    ) async throws {
        let mark: SQL =
            switch way {
            case .online:
                """
                INSERT INTO fetched_packages (digest) VALUES (\(package.digest)) \
                ON CONFLICT (digest) DO NOTHING
                """
            case .stick: "DELETE FROM fetched_packages WHERE digest = \(package.digest)"
            }
        try await store.operate([
            """
            INSERT INTO arrived_packages (digest, bytes, at) VALUES \
            (\(package.digest), \(package.bytes), \(now)) ON CONFLICT (digest) DO NOTHING
            """,
            """
            DELETE FROM arrived_packages WHERE digest NOT IN (SELECT digest FROM \
            (SELECT digest FROM arrived_packages ORDER BY at DESC, digest LIMIT \(most)) kept)
            """,
            mark,
            """
            DELETE FROM fetched_packages WHERE digest NOT IN (SELECT digest FROM arrived_packages)
            """,
        ])
    }
}

extension Reader {
    /// A package that came here; nil for one that did not, or that was forgotten.
    func arrivedPackage(_ digest: String) throws -> Package? {
        let rows = try rows("SELECT bytes FROM arrived_packages WHERE digest = \(digest)")
        guard let row = rows.first else { return nil }
        return try Package(reading: try row.blob("bytes"))
    }

    /// How it came here the last time.
    func wayOfArrival(_ digest: String) throws -> Way {
        let rows = try rows("SELECT digest FROM fetched_packages WHERE digest = \(digest)")
        return rows.isEmpty ? .stick : .online
    }
}

extension Reader {
    /// The newest of the packages that came here under a name and version; nil where none is kept.
    package func arrivedPackage(_ name: BlueprintName, _ version: String) throws -> Package? {
        for row in try rows("SELECT bytes FROM arrived_packages ORDER BY at DESC, digest") {
            let package = try Package(reading: try row.blob("bytes"))
            if package.name == name, package.version == version { return package }
        }
        return nil
    }
}
