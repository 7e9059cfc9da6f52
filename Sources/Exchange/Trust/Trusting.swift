package import Stories

/// Whether a package may be installed now, and what to tell whoever installs it.
package enum Trusting {
    /// How old a catalogue may be that comes on a stick, before somebody is warned.
    package static let daysUntilOld: Int64 = 30

    /// And before a second person has to agree.
    package static let daysUntilVeryOld: Int64 = 180

    /// How fresh a catalogue is, where it is fresh enough.
    package enum Freshness: Hashable, Sendable {
        case fresh

        /// From a stick, and of more than thirty days: to be told.
        case old(days: Int64)

        /// Of more than 180 days, and a second person has agreed.
        case veryOld
    }

    /// Online a catalogue holds as long as it says; one that was carried is judged by its age, for
    /// the other regency may be without a line for weeks.
    package static func freshness(
        of catalogue: Catalogue,
        by way: Way,
        isApproved: Bool,
        at now: Instant
    ) throws(TrustRefusal) -> Freshness {
        switch way {
        case .online:
            guard now <= catalogue.expires else { throw .expired }
            return .fresh
        case .stick:
            let age = now.seconds(since: catalogue.issued)
            if age > daysUntilVeryOld * 86_400 {
                guard isApproved else { throw .needsSecondPerson }
                return .veryOld
            }
            return age > daysUntilOld * 86_400 ? .old(days: age / 86_400) : .fresh
        }
    }

    /// A package that somebody wants to install, and how it came.
    package struct Asked: Hashable, Sendable {
        package let package: Catalogue.Listed
        package let way: Way

        /// Whether a second person has agreed to a very old catalogue.
        package let isApproved: Bool

        package init(package: Catalogue.Listed, way: Way, isApproved: Bool = false) {
            self.package = package
            self.way = way
            self.isApproved = isApproved
        }
    }

    /// Decides on one package by the last catalogue that was taken.
    ///
    /// What is installed already is not asked about: it keeps running whatever the publisher says
    /// or no longer says.
    package static func mayInstall(
        _ asked: Asked,
        by catalogue: Catalogue,
        _ state: Trust,
        clock: Instant
    ) throws(TrustRefusal) -> Freshness {
        guard state.equivocation == nil else { throw .equivocation }
        guard state.root != nil else { throw .unknownRoot }
        guard let taken = state.catalogue, catalogue.isDocument(taken.document) else {
            throw .otherCatalogue
        }
        let fresh = try freshness(
            of: catalogue,
            by: asked.way,
            isApproved: asked.isApproved,
            at: state.now(clock)
        )
        try catalogue.lists(asked.package)
        return fresh
    }
}

extension Catalogue {
    /// Whether the package is listed with these very bytes, and not withdrawn.
    package func lists(_ package: Listed) throws(TrustRefusal) {
        let isWithdrawn = withdrawn.contains {
            $0.digest == package.digest
                || $0.name == package.name && $0.version == package.version
        }
        guard !isWithdrawn else { throw .withdrawn }
        let listed = packages.first {
            $0.name == package.name && $0.version == package.version
        }
        guard let listed else { throw .notListed }
        guard listed == package else { throw .altered }
    }
}
