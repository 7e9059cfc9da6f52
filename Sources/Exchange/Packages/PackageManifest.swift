package import Blueprints
import Stories

/// `paket.json`: what a package says of itself, in canonical JSON.
///
/// All of it follows from the members, and a package whose list says anything else is refused.
package struct PackageManifest: Hashable, Sendable {
    package static let format = 1
    package static let path = "paket.json"

    package let name: BlueprintName
    package let version: String
    package let title: String
    package let licence: String

    /// The packages that were adapted into this one, the newest first.
    package let lineage: [Origin]

    /// Sorted by name; the package's own blueprint is among them.
    package let members: [Member]

    /// What the receiver has to fill or to name.
    package let bind: [ToBind]

    /// The package that was adapted into this one; nil for an original.
    package var derivedFrom: Origin? { lineage.first }

    /// A package by name, version and digest.
    package struct Origin: Hashable, Sendable {
        package let name: BlueprintName
        package let version: String
        package let digest: String

        package init(name: BlueprintName, version: String, digest: String) {
            self.name = name
            self.version = version
            self.digest = digest
        }
    }

    /// One member: a blueprint and the archive that holds it.
    package struct Member: Hashable, Sendable {
        package let name: BlueprintName
        package let version: String
        package let digest: String
        package let length: Int

        /// The name of its archive in the package.
        package var path: String { "\(name.publisher).\(name.name).tar" }
    }

    package var bytes: [UInt8] {
        do {
            return try CanonicalJSON.write(json)
        } catch {
            // It holds texts and small whole numbers, and JSON has all of them.
            preconditionFailure("a manifest that no JSON can hold")
        }
    }
}

extension PackageManifest {
    private var json: JSONValue {
        .object([
            "format": .number(Double(Self.format)),
            "name": .text(name.description),
            "version": .text(version),
            "title": .text(title),
            "licence": .text(licence),
            "derived_from": .list(
                lineage.map {
                    .object([
                        "name": .text($0.name.description), "version": .text($0.version),
                        "digest": .text($0.digest),
                    ])
                }
            ),
            "members": .list(
                members.map {
                    .object([
                        "name": .text($0.name.description), "version": .text($0.version),
                        "digest": .text($0.digest), "length": .number(Double($0.length)),
                    ])
                }
            ),
            "bind": .list(bind.map(\.json)),
        ])
    }

    /// Reads what `bytes` writes, and nothing else.
    package init(reading bytes: [UInt8]) throws(PackageProblem) {
        guard bytes.count <= PackageBounds.bytesOfManifest else { throw .tooLarge }
        do {
            var object = try StrictObject.reading(bytes)
            guard try object.whole("format") == Self.format else {
                throw PackageProblem.unknownFormat
            }
            name = try BlueprintName(strict: try object.text("name"))
            version = try object.text("version")
            title = try object.text("title")
            licence = try object.text("licence")
            var origins: [Origin] = []
            for item in try object.list("derived_from") { origins.append(try Origin(item)) }
            lineage = origins
            var members: [Member] = []
            for item in try object.list("members") { members.append(try Member(item)) }
            self.members = members
            var bind: [ToBind] = []
            for item in try object.list("bind") { bind.append(try ToBind(item)) }
            self.bind = bind
            try object.end()
        } catch let problem as PackageProblem {
            throw problem
        } catch {
            throw .noManifest
        }
    }
}

extension PackageManifest.Origin {
    init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        self.init(
            name: try BlueprintName(strict: try object.text("name")),
            version: try object.text("version"),
            digest: try object.digest("digest")
        )
        try object.end()
    }
}

extension PackageManifest.Member {
    fileprivate init(_ value: JSONValue) throws(FormFault) {
        var object = try StrictObject(value)
        name = try BlueprintName(strict: try object.text("name"))
        version = try object.text("version")
        digest = try object.digest("digest")
        length = try object.whole("length")
        try object.end()
    }
}

extension BlueprintName {
    /// Reads `16.03/umkm`; nil for anything that is no name of a blueprint.
    package init?(reading text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...13).contains(parts[0].utf8.count),
            (1...64).contains(parts[1].utf8.count),
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
            parts[0].first != ".", !parts[0].contains(".."),
            (parts[1].utf8.first.map { (0x61...0x7A).contains($0) } ?? false),
            parts[1].utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
                    || $0 == 0x2D
            })
        else { return nil }
        self.init(publisher: String(parts[0]), name: ID(String(parts[1])))
    }

    init(strict text: String) throws(FormFault) {
        guard let name = BlueprintName(reading: text) else { throw FormFault() }
        self = name
    }
}
