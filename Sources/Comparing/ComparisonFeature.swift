package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// The same service in two or more regencies side by side (studi banding), and what has to be
/// told of a replication.
///
/// Figures come as signed evidence of each regency; ours are computed by the same rule.
package struct ComparisonFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let sources: ComparisonSources
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        sources: ComparisonSources,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.sources = sources
        surroundings = sources.surroundings
        self.now = now
    }

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addList(to: router)
        addComparison(to: router)
        addBaseline(to: router)
        addDossier(to: router)
    }

    func today(_ regency: RegencyNow) -> Day { regency.installation.zone.day(now()) }

    /// Runs a page for leaders and managers of services, and for nobody else.
    ///
    /// Asked before a form is even read, so that every address refuses alike.
    func comparing(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (SignedIn, RegencyNow, Visit) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        guard let official = try await surroundings.official(request) else {
            let here = request.method == .get ? request.uri.string : "/kelola/studi-banding"
            return Answer.redirect(
                to: Address("/petugas/masuk").with("lalu", here),
                for: try visit(context, regency)
            )
        }
        let standing = official.standing
        guard standing.isLeader || standing.isKeeper else { throw ComparisonRefusal.notYourDuty }
        return try await body(official, regency, try visit(context, regency, of: official))
    }
}
