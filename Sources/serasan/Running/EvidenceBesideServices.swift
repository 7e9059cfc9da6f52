import Evidence
import Services

extension EvidenceFeature {
    /// The feature over the record that the services keep.
    init(beside services: ServicesFeature) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            keys: services.keys,
            now: services.now
        )
    }
}
