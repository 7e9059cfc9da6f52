import Privacy
import Services
import Site

extension PrivacyFeature {
    /// The feature over all that is kept of people.
    ///
    /// Whatever else comes to keep something of people is one more keeper in this list.
    init(beside services: ServicesFeature) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            dossiers: AllDossiers(
                of: [services.casesOfPeople, services.recordsOfPeople()],
                in: services.store
            ),
            ofReceipt: { try await services.ofReceipt($0) },
            now: services.now
        )
    }
}
