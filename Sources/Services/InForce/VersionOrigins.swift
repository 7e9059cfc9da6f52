package import Blueprints
package import Office
package import Stories

/// Which editions brought which version of a service.
///
/// A version is a digest: an edition that changes something else of its blueprint brings no new
/// one, so one version may stand in several editions.
package struct VersionOrigins: Sendable {
    private var known: [String: VersionOrigin] = [:]

    package init() {}

    /// Takes in the next publication of a blueprint; they come in the order of the record.
    package mutating func publish(_ blueprint: Blueprint, as edition: PublishedEdition) {
        for service in blueprint.services {
            var origin = known[service.digest] ?? VersionOrigin(since: edition.at, edition)
            origin.edition = edition
            origin.versions.insert(blueprint.version)
            origin.moves += blueprint.moves.filter { !origin.moves.contains($0) }
            known[service.digest] = origin
        }
    }

    subscript(digest: String) -> VersionOrigin? { known[digest] }

    func declared(from old: String, to new: String) -> RenamesOfVersion? {
        guard let old = known[old], let new = known[new] else { return nil }
        return new.moves.last { old.versions.contains($0.from) && new.versions.contains($0.to) }
    }
}

/// Where a version of a service comes from.
package struct VersionOrigin: Sendable {
    /// When it was first published.
    package let since: Instant

    /// The newest edition that holds it.
    package fileprivate(set) var edition: PublishedEdition
    fileprivate var versions: Set<String> = []
    fileprivate var moves: [RenamesOfVersion] = []

    fileprivate init(since: Instant, _ edition: PublishedEdition) {
        self.since = since
        self.edition = edition
    }

    /// The number of the version as people name it: `1.2.0`.
    package var name: String { String(edition.version.text.prefix { $0 != "+" }) }
}
