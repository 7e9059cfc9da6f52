package import Stories

/// What was seen of a publisher, and when it was believed.
package enum TrustFact: Hashable, Sendable {
    /// The words of its root were compared with a signed agreement.
    case pinned(TakenRoot)

    /// Its next root, signed by the one before.
    case rootTaken(TakenRoot)
    case catalogueTaken(TakenCatalogue)

    /// Somebody wants to use a catalogue of more than 180 days: a second person is waited for.
    case secondAsked(AskedSecond)

    /// That second person did not agree.
    case secondDeclined(Public)

    /// Two contents under one number, both signed.
    case equivocationSeen(Equivocation)

    /// All its keys were lost, or it was caught at two contents: a new root, pinned in person.
    case succeeded(TakenRoot)

    /// We went back to an earlier version of a package.
    case rolledBack(SteppedBack)

    /// Somebody installed what its catalogue does not vouch for, and said why.
    case installedUnlisted(InstalledUnlisted)
}

/// A root as it was believed.
package struct TakenRoot: Hashable, Sendable {
    package let number: Int

    /// SHA-256 of what is signed.
    package let document: Public

    /// SHA-256 of the whole envelope, whose bytes are public content of the record.
    package let content: Public
    package let issued: Instant
    package let keys: [StatementKey]
    package let threshold: Int
    package let catalogueKeys: [TimedKey]

    package init(_ root: Root, in envelope: Envelope) {
        number = root.number
        document = envelope.document
        content = envelope.content
        issued = root.issued
        keys = root.keys
        threshold = root.threshold
        catalogueKeys = root.catalogueKeys
    }
}

/// A catalogue as it was believed: enough of it to notice one that is older or other.
package struct TakenCatalogue: Hashable, Sendable {
    package let number: Int
    package let document: Public
    package let content: Public
    package let issued: Instant
    package let expires: Instant
    package let root: Int
    package let revoked: [StatementKey]
    package let packages: [SeenPackage]
    package let way: Way

    /// Who agreed to a catalogue of more than 180 days from a stick.
    package let approver: Actor?

    package init(
        _ catalogue: Catalogue,
        in envelope: Envelope,
        by way: Way,
        approver: Actor? = nil
    ) {
        number = catalogue.number
        document = envelope.document
        content = envelope.content
        issued = catalogue.issued
        expires = catalogue.expires
        root = catalogue.root
        revoked = catalogue.revoked
        packages = catalogue.highest
        self.way = way
        self.approver = approver
    }
}

/// A very old catalogue that somebody asks a second person about.
package struct AskedSecond: Hashable, Sendable {
    package let number: Int
    package let document: Public
    package let content: Public
    package let issued: Instant

    /// Who asks, and so may not be the second one.
    package let by: Actor

    package init(_ catalogue: Catalogue, in envelope: Envelope, by actor: Actor) {
        number = catalogue.number
        document = envelope.document
        content = envelope.content
        issued = catalogue.issued
        by = actor
    }
}

/// How something came here.
package enum Way: String, FactWord {
    case online

    /// As a file that somebody carried.
    case stick
}

/// The highest version of a package that was seen.
package struct SeenPackage: Hashable, Sendable {
    package let name: Code
    package let version: Code

    package init(name: Code, version: Code) {
        self.name = name
        self.version = version
    }
}

/// Proof that a publisher tells different things to different people.
package struct Equivocation: Hashable, Sendable {
    package let about: About
    package let number: Int

    /// The envelopes, both kept as public content.
    package let kept: Public
    package let other: Public

    package enum About: String, FactWord {
        case root, catalogue
    }

    package init(about: About, number: Int, kept: Public, other: Public) {
        self.about = about
        self.number = number
        self.kept = kept
        self.other = other
    }
}

/// A step back from one version of a package to an earlier one.
package struct SteppedBack: Hashable, Sendable {
    package let package: Code
    package let from: Code
    package let to: Code

    /// The number of the catalogue that still lists it.
    package let catalogue: Int

    package init(package: Code, from: Code, to: Code, catalogue: Int) {
        self.package = package
        self.from = from
        self.to = to
        self.catalogue = catalogue
    }
}

/// What was installed without a catalogue that lists it.
package struct InstalledUnlisted: Hashable, Sendable {
    package let package: Code
    package let version: Code

    /// SHA-256 of the publisher's files.
    package let digest: Public

    /// Why, in the words of whoever did: public content of the record.
    package let words: Public

    package init(package: Code, version: Code, digest: Public, words: Public) {
        self.package = package
        self.version = version
        self.digest = digest
        self.words = words
    }
}

extension Envelope {
    /// SHA-256 of the envelope as it is kept and handed on.
    package var content: Public { Public(digest: digestBytes(bytes)) }
}
