import Coffee
import Privacy
import Services
import Site

extension PrivacyFeature {
    /// The feature over all that is kept of people: cases, registers, what coffee hands over.
    ///
    /// Whatever else comes to keep something of people is one more keeper in this list.
    init(beside services: ServicesFeature, _ coffee: CoffeeFeature) {
        let keepers: [any DossierKeeper] = [
            services.casesOfPeople,
            services.recordsOfPeople { try coffee.staying(of: $0, $1) },
            coffee.keptOfPeople(beside: services),
        ]
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            dossiers: AllDossiers(of: keepers, in: services.store),
            ofReceipt: { try await services.ofReceipt($0) },
            now: services.now
        )
    }
}
