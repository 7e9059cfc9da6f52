package import Blueprints
package import Stories

/// Everything that a publisher offers at a moment, in one signed document, so that nothing of it
/// can be mixed with an older state of something else.
package struct Catalogue: Hashable, Sendable {
    package let publisher: String
    package let number: Int
    package let issued: Instant
    package let expires: Instant

    /// SHA-256 of the catalogue before; nil for the first.
    package let previous: Public?

    /// The number of the root whose key signs it.
    package let root: Int

    /// Keys on the publisher's server, for evidence and proposals.
    package let workingKeys: [TimedKey]
    package let revoked: [StatementKey]
    package let withdrawn: [Withdrawn]
    package let packages: [Listed]

    /// A package that may be installed.
    package struct Listed: Hashable, Sendable {
        package let name: BlueprintName
        package let version: String
        package let length: Int

        /// SHA-256 in hexadecimal digits.
        package let digest: String

        package init(name: BlueprintName, version: String, length: Int, digest: String) {
            self.name = name
            self.version = version
            self.length = length
            self.digest = digest
        }

        /// How the file of the package is called.
        package var fileName: String { "\(name.publisher).\(name.name)-\(version).paket" }

        package init(_ package: Package) {
            self.init(
                name: package.name,
                version: package.version,
                length: package.bytes.count,
                digest: package.digest
            )
        }
    }

    /// A package that may not be installed any more, and why.
    package struct Withdrawn: Hashable, Sendable {
        package let name: BlueprintName
        package let version: String
        package let digest: String
        package let reason: String

        package init(name: BlueprintName, version: String, digest: String, reason: String) {
            self.name = name
            self.version = version
            self.digest = digest
            self.reason = reason
        }
    }

    /// The longest time for which a catalogue may hold.
    package static let longest: Int64 = 366 * 86_400

    package init?(
        publisher: String,
        number: Int,
        issued: Instant,
        expires: Instant,
        previous: Public?,
        root: Int,
        workingKeys: [TimedKey] = [],
        revoked: [StatementKey] = [],
        withdrawn: [Withdrawn] = [],
        packages: [Listed]
    ) {
        let named =
            packages.map { "\($0.name) \($0.version)" }
            + withdrawn.map { "\($0.name) \($0.version)" }
        let owners = packages.map(\.name.publisher) + withdrawn.map(\.name.publisher)
        guard number >= 1, root >= 1, (previous == nil) == (number == 1), issued < expires,
            expires.seconds(since: issued) <= Self.longest, Set(named).count == named.count,
            owners.allSatisfy({ $0 == publisher }), BlueprintName(reading: "\(publisher)/a") != nil
        else { return nil }
        self.publisher = publisher
        self.number = number
        self.issued = issued
        self.expires = expires
        self.previous = previous
        self.root = root
        self.workingKeys = workingKeys.sorted { $0.key < $1.key }
        self.revoked = Set(revoked).sorted()
        self.withdrawn = withdrawn.sorted { ($0.name, $0.version) < ($1.name, $1.version) }
        self.packages = packages.sorted { ($0.name, $0.version) < ($1.name, $1.version) }
    }

    /// What is signed.
    package var bytes: [UInt8] {
        canonical([
            "publisher": .text(publisher), "number": .number(Double(number)),
            "issued": .text(Moment.text(issued)), "expires": .text(Moment.text(expires)),
            "previous": previous.map { .text(hexadecimal($0.digest)) } ?? .null,
            "root": .number(Double(root)), "working_keys": .list(workingKeys.map(\.document)),
            "revoked": .list(revoked.map { .text($0.text) }),
            "withdrawn": .list(withdrawn.map(\.document)),
            "packages": .list(packages.map(\.document)),
        ])
    }

    /// The highest listed version of each package.
    package var highest: [SeenPackage] {
        Dictionary(grouping: packages, by: \.name).compactMap { name, listed in
            let versions = listed.map(\.version)
            let top = versions.max { PackageVersion($0) < PackageVersion($1) }
            guard let name = Code(name.description), let version = top.flatMap({ Code($0) }) else {
                return nil
            }
            return SeenPackage(name: name, version: version)
        }
        .sorted { $0.name < $1.name }
    }
}

extension Catalogue {
    /// Reads the payload of an envelope whose signature held.
    init(reading bytes: [UInt8]) throws(TrustRefusal) {
        do {
            var object = try StrictObject.reading(bytes)
            var working: [TimedKey] = []
            for item in try object.list("working_keys") { working.append(try TimedKey(item)) }
            var revoked: [StatementKey] = []
            for item in try object.list("revoked") { revoked.append(try StatementKey(item)) }
            var withdrawn: [Withdrawn] = []
            for item in try object.list("withdrawn") { withdrawn.append(try Withdrawn(item)) }
            var packages: [Listed] = []
            for item in try object.list("packages") { packages.append(try Listed(item)) }
            let previous = try object.optional("previous")
            let catalogue = Catalogue(
                publisher: try object.text("publisher"),
                number: try object.whole("number"),
                issued: try object.moment("issued"),
                expires: try object.moment("expires"),
                previous: try previous.map { (text) throws(FormFault) in try Public(strict: text) },
                root: try object.whole("root"),
                workingKeys: working,
                revoked: revoked,
                withdrawn: withdrawn,
                packages: packages
            )
            try object.end()
            guard let catalogue, catalogue.bytes == bytes else { throw FormFault() }
            self = catalogue
        } catch {
            throw .faultyDocument
        }
    }
}

extension Catalogue.Listed {
    fileprivate var document: JSONValue {
        .object([
            "name": .text(name.description), "version": .text(version),
            "length": .number(Double(length)), "digest": .text(digest),
        ])
    }

    fileprivate init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        name = try BlueprintName(strict: try object.text("name"))
        version = try object.text("version")
        length = try object.whole("length")
        digest = try object.digest("digest")
        try object.end()
        guard Code(version) != nil else { throw FormFault() }
    }
}

extension Catalogue.Withdrawn {
    fileprivate var document: JSONValue {
        .object([
            "name": .text(name.description), "version": .text(version), "digest": .text(digest),
            "reason": .text(reason),
        ])
    }

    fileprivate init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        name = try BlueprintName(strict: try object.text("name"))
        version = try object.text("version")
        digest = try object.digest("digest")
        reason = try object.text("reason")
        try object.end()
    }
}

extension Public {
    init(strict text: String) throws(FormFault) {
        let digits = try StrictObject.hexadecimal(text, bytes: 32)
        guard let digest = Stories.bytes(hexadecimal: digits) else { throw FormFault() }
        self.init(digest: digest)
    }
}
