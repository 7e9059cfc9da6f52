import Blueprints
import Comparing
import Cooperation
import Exchange
import Ledger
import Office
import Portfolio
import Satisfaction
import Services
import Site
import Stories
import Workshop

extension ComparisonFeature {
    /// The comparison, told by the other features what they know.
    init(
        beside services: ServicesFeature,
        _ keeper: InForceKeeper,
        _ satisfaction: SatisfactionFeature
    ) {
        let figures = FiguresOfRegency(keeper, satisfaction)
        var sources = ComparisonSources(
            surroundings: services.surroundings,
            own: { reader in try keeper.current(reader).regency.code },
            services: { reader, quarter in try figures.services(reader, quarter) },
            counted: { reader, quarter, services, whole in
                try figures.counted(reader, quarter, of: services, whole: whole)
            },
            replica: { reader, service in
                guard let folder = try figures.replica(reader, service) else { return nil }
                let name = service.blueprint.description
                let first = try reader.editions().first { $0.name.text == name }
                let zone = try keeper.current(reader).zone
                return first.map { edition in
                    Replica(folder, of: service, installed: zone.day(edition.at))
                }
            }
        )
        sources.differences = { reader, service, line in
            guard let package = try reader.arrivedPackage(line.blueprint, line.version),
                let ours = try figures.replica(reader, service)
            else { return [] }
            return package.differences(from: ours, of: service.code.text)
        }
        sources.agreements = { reader, code in try reader.signedAgreements(with: code) }
        sources.quality = { QualityClass(hundredths: $0).rawValue }
        sources.use = { reader, service in
            let use = try reader.use(of: service)
            return UseOfService(first: use.first, requests: use.requests)
        }
        self.init(store: services.store, sources: sources, now: services.now)
    }
}

extension Replica {
    init(_ folder: AdaptedFolder, of service: EvidenceService, installed: Day) {
        self.init(
            name: service.blueprint,
            title: folder.title,
            version: folder.publishedVersion,
            isReplica: folder.isReplica,
            installed: installed,
            adapted: folder.adaptedThings(of: service.code.text),
            filled: folder.filled,
            examples: folder.exampleCount
        )
    }
}

extension Reader {
    /// The agreements with a partner that are signed, each with the number of what was signed.
    fileprivate func signedAgreements(with code: Code) throws -> [SignedAgreement] {
        try agreements(with: code).compactMap { listed in
            guard let signed = listed.signed else { return nil }
            return SignedAgreement(
                title: listed.texts["judul"],
                number: try numberOfSigning(of: listed.id),
                signed: signed
            )
        }
    }
}
