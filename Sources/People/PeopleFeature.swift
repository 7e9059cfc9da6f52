package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// The people of the offices: who they are, which posts they hold, how they get in.
package struct PeopleFeature: FeatureInSurroundings {
    package let store: RecordStore
    let keys: Keys
    let cookies: SiteCookies
    package let surroundings: Surroundings
    let work: WorkAtHand
    let officials: OfficialsDesk
    let activation: ActivationDesk
    let second: SecondFactorDesk
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        keys: Keys,
        cookies: SiteCookies,
        surroundings: Surroundings,
        work: WorkAtHand = .none,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.keys = keys
        self.cookies = cookies
        self.surroundings = surroundings
        self.work = work
        self.now = now
        officials = OfficialsDesk(store: store, keys: keys, sealer: .sha256)
        activation = ActivationDesk(store: store, keys: keys, officials: officials)
        second = SecondFactorDesk(
            store: store,
            keys: keys,
            logIn: LogInDesk(store: store, keys: keys),
            officials: officials
        )
    }

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addOfficials(to: router)
        addPosts(to: router)
        addActivation(to: router)
        addSecondFactor(to: router)
        addImport(to: router)
        addRotations(to: router)
        addHandovers(to: router)
    }

    /// The views of this feature.
    package static let views: [ViewOfRecord] = [ImportsView.view, RotationsView.view]

    /// The tables of the class *operations* of this feature and of the desks that it works with.
    package static let tables =
        ActivationDesk.tables + SecondFactorDesk.tables + ImportDesk.tables

    /// When, by whom and in which office something is asked.
    func circumstances(_ official: SignedIn, _ regency: RegencyNow) -> OfficialsDesk.Circumstances {
        OfficialsDesk.Circumstances(
            now: now(),
            by: official.standing.official,
            map: regency.office
        )
    }

    /// The words of a search.
    static func searched(_ request: Request) -> String {
        String(request.query["cari"] ?? "").trimmingSpaces
    }

    func today(_ regency: RegencyNow) -> Day { regency.installation.zone.day(now()) }
}
