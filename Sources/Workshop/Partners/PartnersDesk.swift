package import Exchange
package import Ledger
import Site
import Stories

/// Goes to partners' sites: takes in what they have signed, and fetches packages.
struct PartnersDesk: Sendable {
    let store: RecordStore
    let rules: FetchRules

    /// The root that two persons typed from an agreement in force; nil where there is none.
    let agreed: @Sendable (String) async throws -> RootPin?
    let now: @Sendable () -> Instant

    private var trust: TrustDesk { TrustDesk(store: store) }

    /// Takes in the newest roots and the catalogue of a site, and notes where the publisher is.
    func look(
        at address: PartnerAddress,
        pinnedBy pin: RootPin? = nil,
        by actor: Actor
    ) async throws -> Catalogue {
        let source = PartnerSource(address, by: rules)
        let hand = TrustDesk.Hand(actor, at: now())
        let claimed = try await ClaimedCatalogue(from: source)
        // What two have typed from the paper counts more than what one types here.
        let pin = try await agreed(claimed.publisher) ?? pin
        let catalogue = try await trust.take(claimed, from: source, pinnedBy: pin, by: hand)
        try await store.operate([
            KnownPartner.reached(catalogue.publisher, address.origin, at: now())
        ])
        return catalogue
    }

    /// Fetches the package that an address means; what came is kept whole, to be looked at.
    func fetch(
        _ wanted: PartnerAddress.Wanted,
        of catalogue: Catalogue,
        from address: PartnerAddress
    ) async throws -> Package {
        let listed = try wanted.listed(in: catalogue)
        let source = PartnerSource(address, by: rules)
        let package = try await source.package(listed)
        if let statement = try await source.statement(listed) {
            try await ArrivedStatements.keep(statement, in: store, at: now())
        }
        try await ArrivedPackages.keep(package, by: .online, in: store, at: now())
        return package
    }

    /// Looks at every partner that was not asked for a day: nothing is installed by that.
    ///
    /// One that does not answer is noted and asked again a day later; it holds up nobody.
    func round() async throws {
        let known = try await store.read { try $0.knownPartners() }
        for partner in known where partner.isDue(at: now()) {
            guard !Task.isCancelled else { return }
            let moment = now()
            // Another node may have been faster.
            let claimed = try await store.operate([partner.claimed(at: moment)])
            if !claimed.joined().isEmpty { try await ask(partner, claimedAt: moment) }
        }
    }

    private func ask(_ partner: KnownPartner, claimedAt moment: Instant) async throws {
        do {
            let address = try PartnerAddress(reading: partner.address ?? "", by: rules)
            _ = try await look(at: address, by: .system)
        } catch let refusal as any Refusal where !Task.isCancelled {
            try await store.operate([partner.missed(refusal, claimedAt: moment)])
        } catch {
            // What was ended with the program, or broke here, says nothing about the partner.
            try await store.operate([partner.givenBack(claimedAt: moment)])
            if !Task.isCancelled { throw error }
        }
    }
}

extension WorkshopFeature {
    /// Notes where a publisher's site is, for whoever knows it before anything was fetched there.
    package static func note(
        _ address: PartnerAddress,
        of publisher: String,
        in store: RecordStore
    ) async throws {
        try await store.operate([KnownPartner.lies(publisher, at: address.origin)])
    }

    var partners: PartnersDesk {
        PartnersDesk(
            store: store,
            rules: fetching,
            agreed: { try await agreedRoot(of: $0) },
            now: now
        )
    }

    /// The root of a publisher as an agreement that is in force today pins it.
    func agreedRoot(of publisher: String) async throws -> RootPin? {
        guard let code = Code(publisher) else { return nil }
        let day = try await regency().installation.zone.day(now())
        return try await store.read { reader in try ground.agreedRoot(code, day, reader) }
    }

    /// Asks each known partner once a day for a newer catalogue.
    package func askPartners() async throws { try await partners.round() }
}
