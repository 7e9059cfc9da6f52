package import Blueprints
package import Exchange
package import Hummingbird
package import Ledger
package import Site
package import Stories
import Synchronization

/// What this regency offers to others, as pages that everybody may read.
package struct CatalogueFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let offered: OfferedPackages
    let now: @Sendable () -> Instant

    /// Which sites of others a reader may be led to.
    package var fetching = FetchRules.outsideOnly

    /// How a blueprint did where it runs, to be shown on its page; nil where nothing is told.
    package var evidence: @Sendable (BlueprintName, Reader) throws -> (any Component)? = { _, _ in
        nil
    }

    /// How many regencies are known to use a blueprint; nil where nobody knows.
    package var users: @Sendable (BlueprintName, Reader) throws -> Int? = { _, _ in nil }

    private let opened = OpenedPackages()

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        offered: OfferedPackages,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.offered = offered
        self.now = now
    }

    /// Adds the pages, and what machines fetch.
    package func add(to router: Router<some SiteContext>) {
        offered.add(to: router)
        addPages(to: router)
    }

    /// A package that the catalogue lists, opened.
    func package(_ listed: Catalogue.Listed) throws -> Package {
        let name = OfferedPackages.ListedName(
            name: listed.name.description,
            version: listed.version
        )
        return try opened.package(listed.digest) {
            guard let bytes = try offered.find(.package(name)) else {
                throw OfferRefusal.notOffered
            }
            return try Package(reading: bytes)
        }
    }
}

/// The packages that were looked at last: opening one means reading all that is in it.
private final class OpenedPackages: Sendable {
    private let held = Mutex<[Package]>([])
    private static let most = 8

    func package(_ digest: String, _ open: () throws -> Package) throws -> Package {
        if let found = held.withLock({ $0.first { $0.digest == digest } }) { return found }
        let package = try open()
        held.withLock { held in held = [package] + held.prefix(Self.most - 1) }
        return package
    }
}
