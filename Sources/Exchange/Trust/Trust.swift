package import Stories

/// What is known here of one publisher.
package struct Trust: Hashable, Sendable {
    package var root: TakenRoot?
    package var catalogue: TakenCatalogue?

    /// The highest version of each package that was ever listed.
    package var highest: [Code: Code] = [:]
    package var revoked: Set<StatementKey> = []

    /// The newest moment that the publisher has signed.
    package var newest: Instant?

    /// A very old catalogue that waits for a second person.
    package var asked: AskedSecond?

    /// While this stands, nothing more is taken.
    package var equivocation: Equivocation?

    /// The later of the clock and of what the publisher has signed: a clock that was set back
    /// makes nothing fresh again.
    package func now(_ clock: Instant) -> Instant { newest.map { max($0, clock) } ?? clock }

    mutating func take(_ root: TakenRoot) {
        self.root = root
        newest = now(root.issued)
    }

    mutating func take(_ catalogue: TakenCatalogue) {
        self.catalogue = catalogue
        asked = nil
        newest = now(catalogue.issued)
        revoked.formUnion(catalogue.revoked)
        for seen in catalogue.packages {
            let known = highest[seen.name].map { PackageVersion($0.text) }
            if known.map({ $0 < PackageVersion(seen.version.text) }) ?? true {
                highest[seen.name] = seen.version
            }
        }
    }
}

/// What a person, or the clock, wants of a publisher's statements.
package enum TrustCommand: Hashable, Sendable {
    /// Compares a root with what is printed in an agreement.
    case pin(RootPin, Envelope)

    /// The same where there is a root already: the publisher has lost all keys, or was caught at
    /// two contents.
    case succeed(RootPin, Envelope)
    case takeRoot(Envelope)
    case takeCatalogue(Envelope, Way, approver: Actor?)

    /// The same with a catalogue of more than 180 days: it waits for a second person, who then
    /// agrees or does not.
    case askSecond(Envelope)
    case confirmSecond(Envelope)
    case declineSecond(Public)
    case stepBack(SteppedBack, Catalogue)

    /// Installs what no known catalogue lists; the bytes are the reason.
    case installUnlisted(InstalledUnlisted, reason: [UInt8])
}

/// What is known beside the story: whose it is, who asks, and what the clock says.
package struct TrustGround: Hashable, Sendable {
    package let publisher: String
    package let asker: Actor
    package let clock: Instant

    package init(publisher: String, asker: Actor, clock: Instant) {
        self.publisher = publisher
        self.asker = asker
        self.clock = clock
    }
}
