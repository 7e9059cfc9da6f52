package import Site
package import Stories

/// The folder of drafts as the composition root reads it.
package struct Workshop: Sendable {
    /// What lies in the folder: the regency and each blueprint, checked as for publishing.
    package let drafts: @Sendable () async throws -> [DraftedPart]

    /// What the second edition changes against the first, in sentences.
    package let differences: @Sendable (Code, _ old: [UInt8], _ new: [UInt8]) -> [Words]

    package init(
        drafts: @escaping @Sendable () async throws -> [DraftedPart],
        differences: @escaping @Sendable (Code, _ old: [UInt8], _ new: [UInt8]) -> [Words]
    ) {
        self.drafts = drafts
        self.differences = differences
    }

    /// A site without a folder of its own.
    package static let none = Workshop(drafts: { [] }, differences: { _, _, _ in [] })
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
