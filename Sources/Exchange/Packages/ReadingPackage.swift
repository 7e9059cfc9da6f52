import Blueprints
import Office

extension Package {
    /// Reads a package that came from anywhere, trusting nothing of it.
    ///
    /// Its size and its names are looked at before anything is taken out; then every member is
    /// held against the list, and the list against the members. Nothing is written anywhere.
    package init(reading bytes: [UInt8]) throws(PackageProblem) {
        guard bytes.count <= PackageBounds.bytes else { throw .tooLarge }
        try ArchiveScan.check(bytes, most: PackageBounds.members + 1)
        guard let archive = FolderArchive(bytes: bytes) else { throw .notOurForm }
        guard let list = archive.files.first(where: { $0.path == PackageManifest.path }) else {
            throw .noManifest
        }
        let manifest = try PackageManifest(reading: list.bytes)
        let paths = Set(manifest.members.map(\.path) + [PackageManifest.path])
        if let foreign = archive.files.first(where: { !paths.contains($0.path) }) {
            throw .foreignFile(foreign.path)
        }
        guard archive.files.count == manifest.members.count + 1 else { throw .manifestDiffers }
        var members: [PackageMember] = []
        for listed in manifest.members {
            guard let file = archive.files.first(where: { $0.path == listed.path }) else {
                throw .manifestDiffers
            }
            members.append(try PackageMember(reading: file.bytes, as: listed))
        }
        let derived = try PackageManifest(of: manifest.name, members)
        guard derived.bytes == list.bytes else { throw .manifestDiffers }
        try Self.checkClosure(members, of: manifest.name)
        self.init(derived, members, bytes)
    }

    /// Each requirement is met by a member, and each member is required by somebody.
    private static func checkClosure(
        _ members: [PackageMember],
        of name: BlueprintName
    ) throws(PackageProblem) {
        var reached: Set<BlueprintName> = [name]
        var open = [name]
        while let next = open.popLast() {
            guard let member = members.first(where: { $0.name == next }) else {
                throw .requirementMissing(next.description)
            }
            for requirement in member.requirements {
                guard let other = members.first(where: { $0.name == requirement.name }),
                    requirement.isMet(by: other.version)
                else { throw .requirementMissing(requirement.name.description) }
                if reached.insert(other.name).inserted { open.append(other.name) }
            }
        }
        guard reached.count == members.count else { throw .manifestDiffers }
    }
}

extension PackageMember {
    /// Reads the archive of one member and holds it against what the list says.
    fileprivate init(
        reading bytes: [UInt8],
        as listed: PackageManifest.Member
    ) throws(PackageProblem) {
        let name = listed.name
        guard bytes.count == listed.length, digestText(bytes) == listed.digest else {
            throw .altered(name.description)
        }
        try ArchiveScan.check(bytes, most: PackageBounds.filesOfMember)
        guard let archive = FolderArchive(bytes: bytes) else { throw .notOurForm }
        for file in archive.files {
            guard file.bytes.count <= FileLimits.bytesOfFile else { throw .tooLarge }
            guard let kind = FileKind(path: file.path), kind.travels else {
                throw .foreignFile(file.path)
            }
        }
        let files = archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
        let read = readBlueprint(files, at: "")
        if let wrong = read.diagnostics.first(where: { $0.severity == .error }) {
            throw .memberUnreadable(name, "\(wrong.place): \(wrong.sentence)")
        }
        try InventedPeople.check(files, of: name)
        do {
            try self.init(archive, read.tree)
        } catch {
            throw .memberUnreadable(name, "blueprint.yaml tidak lengkap.")
        }
        guard self.name == name, version == listed.version else { throw .manifestDiffers }
    }
}

extension FileKind {
    /// Whether such files go along in a package; the others belong to one installation.
    package var travels: Bool {
        switch self {
        case .blueprint, .service, .register, .rule, .letter, .texts, .example, .renames,
            .bringing:
            true
        case .overlay, .lock, .regency: false
        }
    }
}
