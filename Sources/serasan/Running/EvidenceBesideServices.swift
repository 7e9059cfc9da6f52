import Evidence
import Keeping
import Ledger
import Notices
import Services
import Site
import Stories

extension EvidenceFeature {
    /// The feature over the record that the services keep.
    init(beside services: ServicesFeature, _ settings: NoticeSettings) {
        self.init(
            store: services.store,
            surroundings: services.surroundings,
            keys: services.keys,
            now: services.now
        )
        partners = settings.partners
        entrusted = settings.entrusted
    }

    /// What the health of the system says of witnesses.
    static func guarded(beside services: ServicesFeature) -> KeepingFeature.Guarded {
        let (store, now) = (services.store, services.now)
        return {
            let (past, isContradicted) = try await store.glance { reader in
                (try reader.guardedByOthers(), try reader.anyContradiction())
            }
            if isContradicted { return (false, .capsContradict) }
            return (past.isWell(at: now()), past.sentence(at: now()))
        }
    }
}

extension PartnerPost {
    /// Hands over by the day of the regency as it is in force.
    init(beside services: ServicesFeature, _ settings: NoticeSettings) {
        self.init(
            services.store,
            services.keys,
            settings.partners,
            zone: { services.installation?.zone ?? .wib },
            now: services.now
        )
    }
}

extension CheckpointPost {
    /// Speaks for the regency as it is in force; under these words until a request asked for it.
    init(beside services: ServicesFeature, _ settings: NoticeSettings, name: String, base: String) {
        self.init(
            services.store,
            services.keys,
            settings,
            sender: {
                let installation = services.installation
                return Sender(
                    name: installation?.name ?? name,
                    base: installation?.base ?? base,
                    zone: installation?.zone ?? .wib
                )
            },
            now: services.now
        )
    }
}
