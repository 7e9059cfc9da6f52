package import Blueprints
import Crypto
package import Office
import Stories

/// What one regency hands to another: a blueprint with everything that it requires, in one file.
///
/// It is addressed by its digest. The same blueprints give the same bytes on any machine, so a
/// second regency hands on what it was given, byte for byte. Who may be trusted with it, is said
/// beside it (`Trusting`), never in it.
package struct Package: Hashable, Sendable {
    package let manifest: PackageManifest

    /// Sorted by name, the package's own blueprint among them.
    package let members: [PackageMember]

    /// The whole file.
    package let bytes: [UInt8]

    /// SHA-256 of the whole file, in hexadecimal digits.
    package let digest: String

    package var name: BlueprintName { manifest.name }
    package var version: String { manifest.version }

    /// How such a file is called.
    package var fileName: String { Catalogue.Listed(self).fileName }

    /// Puts a package together from its members; `name` is the one that it is about.
    init(of name: BlueprintName, _ members: [PackageMember]) throws(PackageProblem) {
        let members = members.sorted { $0.name < $1.name }
        guard members.count <= PackageBounds.members else { throw .tooMany }
        let manifest = try PackageManifest(of: name, members)
        var files = [FolderArchive.File(path: PackageManifest.path, bytes: manifest.bytes)]
        for (listed, member) in zip(manifest.members, members) {
            files.append(FolderArchive.File(path: listed.path, bytes: member.archive.bytes))
        }
        guard let archive = FolderArchive(files) else { throw .notOurForm }
        self.init(manifest, members, archive.bytes)
        guard bytes.count <= PackageBounds.bytes else { throw .tooLarge }
    }

    init(_ manifest: PackageManifest, _ members: [PackageMember], _ bytes: [UInt8]) {
        self.manifest = manifest
        self.members = members
        self.bytes = bytes
        digest = digestText(bytes)
    }

    /// The member that the package is about.
    package var own: PackageMember? { members.first { $0.name == name } }
}

/// One blueprint in a package.
package struct PackageMember: Hashable, Sendable {
    package let name: BlueprintName
    package let version: String

    /// SHA-256 of its archive, in hexadecimal digits.
    package let digest: String
    package let archive: FolderArchive

    /// What its files say.
    package let content: Tree

    init(_ archive: FolderArchive, _ content: Tree) throws(FormFault) {
        name = try BlueprintName(of: content)
        version = try content.requiredText("version")
        // The list is made of these; a blueprint without them is none.
        _ = (try content.requiredText("title"), try content.requiredText("licence"))
        _ = try content.lineage
        digest = digestText(archive.bytes)
        self.archive = archive
        self.content = content
    }

    /// Its files, as they are written into a folder.
    package var files: [SourceFile] {
        archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    }

    /// What it requires.
    var requirements: [Requirement] {
        (content["blueprint"]?["requires"]?.partsOfAtom ?? []).compactMap(\.text)
            .compactMap(Requirement.init)
    }
}

/// SHA-256 in hexadecimal digits.
package func digestText(_ bytes: [UInt8]) -> String { hexadecimal(digestBytes(bytes)) }

/// SHA-256, its 32 bytes.
package func digestBytes(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

extension PackageManifest {
    /// The list that follows from the members.
    init(of name: BlueprintName, _ members: [PackageMember]) throws(PackageProblem) {
        guard let own = members.first(where: { $0.name == name }) else { throw .manifestDiffers }
        do {
            self.init(
                name: name,
                version: own.version,
                title: try own.content.requiredText("title"),
                licence: try own.content.requiredText("licence"),
                lineage: try own.content.lineage,
                members: members.map {
                    Member(
                        name: $0.name,
                        version: $0.version,
                        digest: $0.digest,
                        length: $0.archive.bytes.count
                    )
                },
                bind: members.flatMap { ToBind.all(of: $0.content, in: $0.name) }
            )
        } catch {
            throw .manifestDiffers
        }
    }
}

extension BlueprintName {
    /// The name that a blueprint's own file says.
    init(of tree: Tree) throws(FormFault) {
        let publisher = try tree.requiredText("publisher")
        try self.init(strict: "\(publisher)/\(try tree.requiredText("name"))")
    }
}

extension Tree {
    /// A text that each `blueprint.yaml` has.
    func requiredText(_ key: ID) throws(FormFault) -> String {
        guard let text = self["blueprint"]?[key]?.text else { throw FormFault() }
        return text
    }

    /// The packages that were adapted into this blueprint, the newest first.
    var lineage: [PackageManifest.Origin] {
        get throws(FormFault) {
            var origins: [PackageManifest.Origin] = []
            for entry in self["blueprint"]?["derived_from"]?.partsOfAtom ?? [] {
                guard let name = entry["name"]?.text, let version = entry["version"]?.text,
                    let digest = entry["digest"]?.text
                else { throw FormFault() }
                origins.append(
                    PackageManifest.Origin(
                        name: try BlueprintName(strict: name),
                        version: version,
                        digest: try StrictObject.hexadecimal(digest, bytes: 32)
                    )
                )
            }
            return origins
        }
    }
}

/// What a blueprint requires: another one, and its least version.
package struct Requirement: Hashable, Sendable {
    package let name: BlueprintName
    package let least: PackageVersion

    /// Reads `16.03/kopi >=1.2`.
    package init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first, let name = BlueprintName(reading: first) else { return nil }
        self.name = name
        least = PackageVersion(words.count > 1 ? String(words[1].drop { ">=".contains($0) }) : "0")
    }

    package func isMet(by version: String) -> Bool { least <= PackageVersion(version) }
}

/// A version as numbers that are compared: 1.10 comes after 1.9, and 1.2 is 1.2.0.
package struct PackageVersion: Hashable, Comparable, Sendable {
    private let numbers: [Int]

    package init(_ text: String) {
        var numbers = text.split(separator: ".").map { Int($0) ?? 0 }
        while numbers.last == 0 { numbers.removeLast() }
        self.numbers = numbers
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.numbers.lexicographicallyPrecedes(b.numbers)
    }
}
