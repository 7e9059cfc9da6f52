package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// What people ask about their own data: seen to within 3 × 24 hours, erased only by two.
package struct PrivacyFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let dossiers: any DossierKeeper

    /// The case that the receipt's link opened on this device.
    let ofReceipt: @Sendable (Request) async throws -> OpaqueID
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        dossiers: any DossierKeeper,
        ofReceipt: @escaping @Sendable (Request) async throws -> OpaqueID,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.dossiers = dossiers
        self.ofReceipt = ofReceipt
        self.now = now
    }

    /// The views of this feature.
    package static let views: [ViewOfRecord] = [
        PersonRequestsView.view, HoldsView.view, BreachesView.view,
        DestructionsView.view, FatesView.view,
    ]

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addRequests(to: router)
        addDecisions(to: router)
        addHanding(to: router)
        addOwnRequests(to: router)
        addCarryingOut(to: router)
        addHolds(to: router)
        addProcessing(to: router)
        addBreaches(to: router)
        addDestruction(to: router)
        addHandingOver(to: router)
        addAppraisal(to: router)
    }

    func today(_ regency: RegencyNow) -> Day { regency.installation.zone.day(now()) }

    /// Runs a page for whoever protects people's data, and for nobody else.
    ///
    /// Asked before a form is even read, so that every address refuses alike.
    func protecting(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (SignedIn, RegencyNow) async throws -> Response
    ) async throws -> Response {
        guard let official = try await surroundings.official(request) else {
            guard let visit = context.visit else { throw WebRefusal.unreadable }
            let here = request.method == .get ? request.uri.string : "/kelola/data-pribadi"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        guard !official.isByPIN else { throw PrivacyRefusal.byPIN }
        guard official.standing.protectsData else { throw PrivacyRefusal.notYourDuty }
        return try await body(official, try await regency())
    }
}
