package import Blueprints
package import Exchange
package import Ledger
package import Site
package import Stories

/// Words and fields of a page; those of a service file are named in full.
typealias Words = Site.Words
typealias Field = Site.Field
typealias Notice = Site.Notice
typealias Language = Site.Language

/// What the comparison is told by the composition root: figures, services, agreements.
package struct ComparisonSources: Sendable {
    package let surroundings: Surroundings

    /// The Kemendagri code of this regency.
    package let own: @Sendable (Reader) throws -> String

    /// The services that take cases here, each in the version that was in force as a quarter ended.
    package let services: @Sendable (Reader, Quarter) throws -> [EvidenceService]

    /// What was counted of some services in a quarter; all that is known of one of them only.
    package let counted: @Sendable (Reader, Quarter, [Code], Code) throws -> [Code: CountedFigures]

    /// The blueprint of a service as it came here and was adapted; nil where it was never published.
    package let replica: @Sendable (Reader, EvidenceService) throws -> Replica?

    /// What differs between our version of a service and a partner's own package, where one came.
    package var differences:
        @Sendable (Reader, EvidenceService, EvidenceStatement.Line) throws -> [Adaptation] = {
            _,
            _,
            _ in []
        }

    /// The signed agreements with the regency of a code.
    package var agreements: @Sendable (Reader, Code) throws -> [SignedAgreement] = { _, _ in [] }

    /// The class (mutu) of an index in hundredths.
    package var quality: @Sendable (Int) -> String = { _ in "" }

    /// The day on which a service was applied for first, and how many have applied since a day.
    package var use: @Sendable (Reader, Code) throws -> UseOfService = { _, _ in UseOfService() }

    package init(
        surroundings: Surroundings,
        own: @escaping @Sendable (Reader) throws -> String,
        services: @escaping @Sendable (Reader, Quarter) throws -> [EvidenceService],
        counted:
            @escaping @Sendable (Reader, Quarter, [Code], Code) throws -> [Code: CountedFigures],
        replica: @escaping @Sendable (Reader, EvidenceService) throws -> Replica?
    ) {
        self.surroundings = surroundings
        self.own = own
        self.services = services
        self.counted = counted
        self.replica = replica
    }
}

/// How a service is used here since it was opened.
package struct UseOfService: Hashable, Sendable {
    package var first: Day?
    package var requests = 0

    package init(first: Day? = nil, requests: Int = 0) {
        self.first = first
        self.requests = requests
    }
}

/// An agreement that permits what is done, as a dossier names it.
package struct SignedAgreement: Hashable, Sendable {
    package let title: String
    package let number: String
    package let signed: Day?

    package init(title: String, number: String, signed: Day?) {
        self.title = title
        self.number = number
        self.signed = signed
    }
}

/// A blueprint that runs here: what was taken as it is, what was changed, what had to be said.
package struct Replica: Sendable {
    package let name: BlueprintName
    package let title: String
    package let version: String

    /// Whether its files came from a publisher.
    package let isReplica: Bool

    /// When it was first in force here.
    package let installed: Day
    package let changed: [Adaptation]

    /// What of the publisher's was left out.
    package let dropped: [Adaptation]

    /// How many questions, steps and letters stand as the publisher wrote them.
    package let asTheyWere: Int
    package let all: Int

    /// What only the receiver could say, by name.
    package let filled: [String]
    package let examples: Int

    package init(
        name: BlueprintName,
        title: String,
        version: String,
        isReplica: Bool,
        installed: Day,
        adapted: AdaptedThings,
        filled: [String],
        examples: Int
    ) {
        self.name = name
        self.title = title
        self.version = version
        self.isReplica = isReplica
        self.installed = installed
        changed = adapted.changed
        dropped = adapted.dropped
        asTheyWere = adapted.asTheyWere
        all = adapted.all
        self.filled = filled
        self.examples = examples
    }
}
