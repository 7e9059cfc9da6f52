import Privacy
import Services

extension PrivacyFeature {
    /// The feature over the cases that the services keep.
    init(beside services: ServicesFeature) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            dossiers: services.dossiersAtHand,
            rights: services.rightsAtHand,
            now: services.now
        )
    }
}
