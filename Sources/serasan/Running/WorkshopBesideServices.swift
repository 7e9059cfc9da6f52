import Exchange
import Ledger
import Server
import Services
import Workshop

extension WorkshopFeature {
    /// The workshop beside the services; where it may fetch from, the machine's settings say.
    init(beside services: ServicesFeature, _ keys: Keys, _ settings: Settings) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            ground: services.groundOfWorkshop.askingAgreements(),
            keys: keys,
            now: services.now
        )
        fetching = FetchRules(settings)
    }
}

extension CatalogueFeature {
    /// What lies signed in the folder, as pages for everybody.
    init(beside services: ServicesFeature, _ folder: RegencyFolder, _ settings: Settings) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            offered: ExchangeFolder(of: folder).offered,
            now: services.now
        )
        fetching = FetchRules(settings)
    }
}

extension FetchRules {
    init(_ settings: Settings) {
        self.init(inside: settings.partnersInside, authorityFile: settings.partnersAuthority)
    }
}
