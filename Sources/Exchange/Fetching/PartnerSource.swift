package import Blueprints
package import Stories

/// A partner's site as a place to take signed things from; nothing of it is believed by coming
/// from there.
package struct PartnerSource: Sendable {
    package let address: PartnerAddress
    private let get: @Sendable (String, FetchBounds) async throws(FetchTrouble) -> [UInt8]

    /// More roots at once nobody has made.
    static let mostRoots = 32

    /// - Parameter patience: how many seconds one thing may take, where that is less than usual.
    package init(_ address: PartnerAddress, by rules: FetchRules, patience: Int? = nil) {
        self.address = address
        get = { (path, bounds) async throws(FetchTrouble) in
            let bounds = patience.map { bounds.within(seconds: $0) } ?? bounds
            return try await FetchLine(path, of: address, bounds, by: rules).run()
        }
    }

    package func catalogue() async throws -> Envelope {
        try Envelope(reading: try await get("/.well-known/cetak-biru.json", .catalogue))
    }

    package func root(_ number: Int) async throws -> Envelope {
        try Envelope(reading: try await get("/.well-known/cetak-biru/akar/\(number)", .root))
    }

    /// The roots with these numbers, one after the other.
    package func roots(_ numbers: ClosedRange<Int>) async throws -> [Envelope] {
        guard numbers.count <= Self.mostRoots else { throw FetchTrouble.tooLarge }
        var found: [Envelope] = []
        for number in numbers { found.append(try await root(number)) }
        return found
    }

    /// A package as its catalogue lists it, byte by byte; whole or not at all.
    package func package(_ listed: Catalogue.Listed) async throws -> Package {
        let bytes = try await get(
            "/cetak-biru/\(listed.name)/\(listed.version)/unduh",
            .package(listed)
        )
        guard bytes.count == listed.length, digestText(bytes) == listed.digest else {
            throw FetchTrouble.otherContent
        }
        return try Package(reading: bytes)
    }

    /// Who says that they packed it; nil where nothing lies beside it.
    package func statement(_ listed: Catalogue.Listed) async throws -> Envelope? {
        do {
            let path = "/cetak-biru/\(listed.name)/\(listed.version)/asal"
            return try Envelope(reading: try await get(path, .statement))
        } catch FetchTrouble.notOffered {
            return nil
        }
    }
}

extension PartnerAddress.Wanted {
    /// The package of a catalogue that is meant; refused where it lists none such.
    package func listed(in catalogue: Catalogue) throws(TrustRefusal) -> Catalogue.Listed {
        let isGone = catalogue.withdrawn.contains { $0.name == name && $0.version == version }
        guard !isGone else { throw .withdrawn }
        let meant =
            version == nil
            ? catalogue.newest(of: name)
            : catalogue.packages.first { $0.name == name && $0.version == version }
        guard let meant else { throw .notListed }
        return meant
    }
}

extension Catalogue {
    /// The highest version that it lists of a blueprint.
    package func newest(of name: BlueprintName) -> Listed? {
        packages.filter { $0.name == name }
            .max { PackageVersion($0.version) < PackageVersion($1.version) }
    }
}

/// What a site says before any of it is believed: its catalogue, and whose it claims to be.
package struct ClaimedCatalogue: Sendable {
    package let envelope: Envelope
    package let publisher: String

    /// The number of the root under which it says that it is signed.
    package let root: Int

    /// Fetches it; only its form is looked at.
    package init(from source: PartnerSource) async throws {
        envelope = try await source.catalogue()
        guard envelope.kind == .catalogue else { throw TrustRefusal.notAStatement }
        let claimed = try Catalogue(draft: envelope.payload)
        (publisher, root) = (claimed.publisher, claimed.root)
        if let wanted = source.address.wanted, wanted.name.publisher != publisher {
            throw TrustRefusal.otherPublisher
        }
    }
}

extension TrustDesk {
    /// Asks a partner's site what it offers now, and takes it in.
    package func take(
        from source: PartnerSource,
        pinnedBy pin: RootPin?,
        by hand: Hand
    ) async throws -> Catalogue {
        let claimed = try await ClaimedCatalogue(from: source)
        return try await take(claimed, from: source, pinnedBy: pin, by: hand)
    }

    /// Takes in what a partner's site offers now: roots after the known one, then the catalogue.
    ///
    /// - Parameter pin: what was typed from the agreement, for a publisher that is not known yet.
    /// - Returns: the catalogue, believed.
    package func take(
        _ claimed: ClaimedCatalogue,
        from source: PartnerSource,
        pinnedBy pin: RootPin? = nil,
        by hand: Hand
    ) async throws -> Catalogue {
        let publisher = claimed.publisher
        let known = try await state(of: publisher).root?.number
        if let known, known < claimed.root {
            for next in try await source.roots(known + 1...claimed.root) {
                try await handle(.takeRoot(next), of: publisher, by: hand.actor, at: hand.at)
            }
        } else if known == nil {
            guard let pin else { throw TrustRefusal.unknownRoot }
            let roots = try await source.roots(1...claimed.root)
            guard let index = roots.firstIndex(where: { pin.fits($0.document) }) else {
                throw TrustRefusal.wrongPin
            }
            let first = TrustCommand.pin(pin, roots[index])
            try await handle(first, of: publisher, by: hand.actor, at: hand.at)
            for next in roots[(index + 1)...] {
                try await handle(.takeRoot(next), of: publisher, by: hand.actor, at: hand.at)
            }
        }
        let take = TrustCommand.takeCatalogue(claimed.envelope, .online, approver: nil)
        try await handle(take, of: publisher, by: hand.actor, at: hand.at)
        return try Catalogue(draft: claimed.envelope.payload)
    }

    /// Who takes something in, and when.
    package struct Hand: Sendable {
        let actor: Actor
        let at: Instant

        package init(_ actor: Actor, at now: Instant) {
            self.actor = actor
            at = now
        }
    }
}
