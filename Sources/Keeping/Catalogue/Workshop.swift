package import Site
package import Stories

/// The folder of drafts as the composition root reads it.
package struct Workshop: Sendable {
    /// What lies in the folder: the regency and each blueprint, checked as for publishing.
    package let drafts: @Sendable () async throws -> [DraftedPart]

    /// What the second edition changes against the first, in sentences.
    package let differences: @Sendable (Code, _ old: [UInt8], _ new: [UInt8]) -> [Words]

    /// Puts what was just published into the folder, where nobody wrote in it meanwhile.
    package let bringUp: @Sendable (PublishedNow) async -> FolderAfterPublishing

    package init(
        drafts: @escaping @Sendable () async throws -> [DraftedPart],
        differences: @escaping @Sendable (Code, _ old: [UInt8], _ new: [UInt8]) -> [Words],
        bringUp: @escaping @Sendable (PublishedNow) async -> FolderAfterPublishing = { _ in .same }
    ) {
        self.drafts = drafts
        self.differences = differences
        self.bringUp = bringUp
    }

    /// A site without a folder of its own.
    package static let none = Workshop(
        drafts: { [] },
        differences: { _, _, _ in [] }
    )
}

/// What is in force of one publication, and everything that ever was.
package struct PublishedNow: Sendable {
    package let name: Code
    package let bytes: [UInt8]

    /// The digests of all its editions.
    package let editions: Set<Public>

    package init(name: Code, bytes: [UInt8], editions: Set<Public>) {
        self.name = name
        self.bytes = bytes
        self.editions = editions
    }
}

/// How the folder stands after a publication.
package enum FolderAfterPublishing: String, Hashable, Sendable {
    /// It holds what is in force.
    case same = "sama"

    /// Somebody wrote in it what was never published; it was left as it is.
    case ownChanges = "lain"

    /// It could not be written.
    case failed = "gagal"
}

/// One part of the folder: the regency, or a blueprint.
package struct DraftedPart: Sendable {
    package let name: Code
    package let version: Code

    /// The archive of its files; what is published.
    package let bytes: [UInt8]
    package let services: [Code]
    package let findings: [Finding]

    /// What a check says of it: a sentence with its place.
    package struct Finding: Hashable, Sendable {
        package let place: String
        package let sentence: String
        package let fix: String?
        package let isError: Bool

        package init(place: String, sentence: String, fix: String?, isError: Bool) {
            self.place = place
            self.sentence = sentence
            self.fix = fix
            self.isError = isError
        }
    }

    package init(
        name: Code,
        version: Code,
        bytes: [UInt8],
        services: [Code],
        findings: [Finding]
    ) {
        self.name = name
        self.version = version
        self.bytes = bytes
        self.services = services
        self.findings = findings
    }

    var hasErrors: Bool { findings.contains(where: \.isError) }
}
