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

extension ServicesFeature {
    /// The regency as the record has it now: a node that answers no requests has heard of no
    /// newer publication.
    fileprivate var installationNow: Installation {
        get async throws {
            let regency = surroundings.regency
            return try await store.glance { try regency($0).installation }
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
            zone: { try await services.installationNow.zone },
            now: services.now
        )
    }
}

extension CheckpointPost {
    /// Speaks for the regency as it is in force.
    init(beside services: ServicesFeature, _ settings: NoticeSettings) {
        self.init(
            services.store,
            services.keys,
            settings,
            sender: {
                let installation = try await services.installationNow
                return Sender(
                    name: installation.name,
                    base: installation.base,
                    zone: installation.zone
                )
            },
            now: services.now
        )
    }
}
