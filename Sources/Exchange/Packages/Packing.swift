package import Blueprints
import Office

extension Package {
    /// Packs a blueprint with everything that it requires, from the parsed model.
    ///
    /// `required` are the folders to look in for what it requires; `own` is the code of the
    /// regency that packs. What another published goes on as its bytes were, unless this regency
    /// has adapted it: then it is a package of its own, under its own code, that says what it is
    /// derived from, and `version` may give it a version of its own. Holes stay holes.
    package static func pack(
        _ blueprint: ReadFolder,
        with required: [ReadFolder] = [],
        as own: String,
        version: String? = nil
    ) throws(PackageProblem) -> Package {
        let name = try blueprint.blueprintName
        let upstream = try whole(blueprint.tree, of: blueprint, name, required)
        guard let edits = blueprint.overlay?.edits, !edits.isEmpty else {
            return upstream
        }
        let (edited, clashes) = apply(edits, to: blueprint.tree)
        guard clashes.isEmpty, let head = edited["blueprint"] else { throw .editsClash(name) }
        guard name.publisher != own else { return try whole(edited, of: blueprint, name, required) }
        let origin = PackageManifest.Origin(
            name: name,
            version: upstream.version,
            digest: upstream.digest
        )
        var heading = head.setting("publisher", .text(own))
        if let version { heading = heading.setting("version", .text(version)) }
        let lineage = [origin] + upstream.manifest.lineage
        heading = heading.setting("derived_from", .atom(lineage.map(\.tree)))
        return try whole(
            edited.setting("blueprint", heading),
            of: blueprint,
            BlueprintName(publisher: own, name: name.name),
            required
        )
    }

    /// A package of one tree and the closure of what it requires.
    private static func whole(
        _ tree: Tree,
        of folder: ReadFolder,
        _ name: BlueprintName,
        _ required: [ReadFolder]
    ) throws(PackageProblem) -> Package {
        var members = [try PackageMember(packing: folder, as: tree)]
        try members[0].check(against: folder, as: tree)
        var missing = members[0].requirements
        while let next = missing.popLast() {
            if let there = members.first(where: { $0.name == next.name }) {
                guard next.isMet(by: there.version) else { throw .requirementMissing(next.text) }
                continue
            }
            var found: ReadFolder?
            for folder in required where found == nil {
                if try folder.blueprintName == next.name { found = folder }
            }
            guard let found else { throw .requirementMissing(next.text) }
            let member = try PackageMember(packing: found, as: found.tree)
            try member.check(against: found, as: found.tree)
            guard next.isMet(by: member.version) else { throw .requirementMissing(next.text) }
            members.append(member)
            missing += member.requirements
            guard members.count <= PackageBounds.members else { throw .tooMany }
        }
        return try Package(of: name, members)
    }
}

extension PackageMember {
    /// Writes a blueprint in the house's form and holds it against what was read.
    init(packing folder: ReadFolder, as tree: Tree) throws(PackageProblem) {
        let name = try folder.blueprintName
        if let wrong = folder.diagnostics.first(where: { $0.severity == .error }) {
            throw .faulty(name, "\(wrong.place): \(wrong.sentence)")
        }
        let files = writeBlueprint(folder, as: tree)
        let again = readBlueprint(files, at: "")
        guard again.tree == tree, again.renames == folder.renames,
            !again.diagnostics.contains(where: { $0.severity == .error })
        else { throw .notWhole(name) }
        guard files.count <= PackageBounds.filesOfMember else { throw .tooMany }
        try InventedPeople.check(files, of: name)
        guard
            let archive = FolderArchive(
                files.map { FolderArchive.File(path: $0.path, bytes: $0.bytes) }
            )
        else { throw .faulty(name, "Ada nama berkas yang terlalu panjang.") }
        do {
            try self.init(archive, tree)
        } catch {
            throw .faulty(name, "blueprint.yaml tidak lengkap.")
        }
    }
}

extension PackageMember {
    /// What was installed here from elsewhere goes on as it was installed, or not at all: the lock
    /// beside it says the digest of its files.
    fileprivate func check(
        against folder: ReadFolder,
        as tree: Tree
    ) throws(PackageProblem) {
        guard let lock = folder.lock, tree == folder.tree else { return }
        guard lock.digest == digest else { throw .originDiffers(name) }
    }
}

extension ReadFolder {
    /// The name that the folder's own file says.
    package var blueprintName: BlueprintName {
        get throws(PackageProblem) {
            do {
                return try BlueprintName(of: tree)
            } catch {
                let place = diagnostics.first
                throw .faulty(
                    BlueprintName(publisher: "", name: ""),
                    place.map { "\($0.place): \($0.sentence)" } ?? "blueprint.yaml tidak lengkap."
                )
            }
        }
    }
}

extension Requirement {
    fileprivate var text: String { name.description }
}

extension PackageManifest.Origin {
    fileprivate var tree: Tree {
        .record([
            "name": .text(name.description), "version": .text(version), "digest": .text(digest),
        ])
    }
}

extension Tree {
    /// This record with another value under one key.
    fileprivate func setting(_ id: ID, _ child: Tree) -> Tree {
        guard case .keyed(var children, let order) = self else { return self }
        children[id] = child
        return .keyed(children, order: order)
    }
}
