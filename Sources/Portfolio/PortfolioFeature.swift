import HTTPTypes
package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// What leaders see: counts of all cases, the reports of a month, what each service is worth.
///
/// It reads cases as facts and is told everything else by the composition root.
package struct PortfolioFeature: Sendable {
    let store: RecordStore
    let sources: PortfolioSources
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        sources: PortfolioSources,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.sources = sources
        self.now = now
    }

    /// The views of this feature, by the clock of the regency's zone.
    package static func views(in zone: Zone) -> [ViewOfRecord] {
        [CountsView.view(in: zone), WorthView.view]
    }

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addOverview(to: router)
        addReports(to: router)
        addUsefulness(to: router)
    }

    var overviews: OverviewDesk { OverviewDesk(store: store, sources: sources, now: now) }

    /// Runs a page for officials; who is not signed in goes to the log-in first.
    func working<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (SignedIn, RegencyNow, Visit) async throws -> Response
    ) async throws -> Response {
        guard var visit = context.visit else { throw WebRefusal.unreadable }
        guard let official = try await sources.surroundings.official(request) else {
            let here = request.method == .get ? request.uri.string : "/pimpinan"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        let surroundings = sources.surroundings
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        visit.installation = regency.installation
        return try await body(official, regency, official.visit(visit))
    }
}
