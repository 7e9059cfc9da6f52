package import Blueprints
import Office

/// What the receiving regency is, as far as a replication asks.
package struct ReplicationGround: Sendable {
    package let regency: RegencyFile

    /// The blueprints here, by folder.
    package let here: [AdaptedFolder]
    package let example: (@Sendable (Example, Blueprint) -> [String])?

    package init(
        regency: RegencyFile,
        here: [AdaptedFolder],
        example: (@Sendable (Example, Blueprint) -> [String])? = nil
    ) {
        self.regency = regency
        self.here = here
        self.example = example
    }
}

/// Plans to install blueprints of others, each once however often it comes along.
///
/// Pure: the same members and the same regency give the same plan, in whatever order they come.
package func planReplication(
    of members: [ReplicaMember],
    on ground: ReplicationGround
) -> ReplicationPlan {
    Replicating(members: members, ground: ground).plan()
}

/// One replication while it is planned.
private struct Replicating {
    let members: [AdaptedFolder]
    let ground: ReplicationGround

    init(members: [ReplicaMember], ground: ReplicationGround) {
        let folders = members.map { AdaptedFolder($0.files, named: $0.name) }
        self.members = AdaptedFolder.inOrderOfNeed(folders)
        self.ground = ground
    }

    func plan() -> ReplicationPlan {
        let states = members.map(state)
        let new = zip(members, states).filter { $0.1 == .new }.map(\.0)
        let compiled = new.isEmpty ? [:] : Self.compiled(ground.here + new)
        let binding = new.flatMap { BindingsOfReplica($0, ground.regency).all }
        let clashes = new.flatMap { self.clashes(of: $0) }
        let findings = new.flatMap { folder in
            (compiled[folder.name]?.diagnostics ?? []).filter {
                $0.code != SemanticCode.holeOpen.rawValue
            }
        }
        let obstacles = obstacles(new, clashes, findings)
        return ReplicationPlan(
            members: zip(members, states).map { folder, state in
                ReplicationPlan.Member(
                    name: folder.name,
                    version: folder.version,
                    digest: folder.digest,
                    state: state
                )
            },
            toBind: binding,
            clashes: clashes,
            foreignNames: new.flatMap { BindingsOfReplica($0, ground.regency).foreignNames },
            findings: findings,
            examples: new.flatMap { examples(of: compiled[$0.name]?.blueprint) },
            obstacles: obstacles,
            results: obstacles.isEmpty ? new.map(result) : []
        )
    }

    private func state(of folder: AdaptedFolder) -> ReplicationPlan.State {
        guard let here = ground.here.first(where: { $0.name == folder.name }) else { return .new }
        return here.digest == folder.digest ? .here : .otherVersion(here.version)
    }

    private func result(_ folder: AdaptedFolder) -> ReplicationPlan.Result {
        let needed = folder.requirements.compactMap { need -> LockedPackage? in
            let found =
                members.first { $0.name == need.name }
                ?? ground.here.first { $0.name == need.name }
            return found.map {
                LockedPackage(name: $0.name, version: $0.version, digest: $0.digest)
            }
        }
        let lock = PackageLock(version: folder.version, digest: folder.digest, requires: needed)
        return ReplicationPlan.Result(
            name: folder.name,
            archive: folder.upstream.with([writeLock(lock)])
        )
    }

    private func examples(of blueprint: Blueprint?) -> [UpgradeExample] {
        guard let blueprint, let run = ground.example else { return [] }
        return blueprint.examples.map {
            UpgradeExample(id: $0.id, isInResult: true, complaints: run($0, blueprint))
        }
    }

    // MARK: What stands in the way

    private func clashes(of folder: AdaptedFolder) -> [ReplicaClash] {
        let others = (ground.here + members).filter { $0.name != folder.name }
        func taken(_ kind: ReplicaClash.Kind) -> [ReplicaClash] {
            folder.read.tree.ids(at: Slot([ID(kind.rawValue)])).compactMap { id in
                others.first { $0.tree[at: Slot([ID(kind.rawValue), id])] != nil }
                    .map { ReplicaClash(kind: kind, id: id, holder: $0.name) }
            }
        }
        return taken(.service) + taken(.register)
    }

    private func obstacles(
        _ new: [AdaptedFolder],
        _ clashes: [ReplicaClash],
        _ findings: [Diagnostic]
    ) -> [ReplicaObstacle] {
        var found: [ReplicaObstacle] = []
        if !clashes.isEmpty { found.append(.clashes(clashes.count)) }
        let faults = findings.filter {
            $0.severity == .error && $0.code != SemanticCode.requirementMissing.rawValue
        }
        if !faults.isEmpty { found.append(.faulty(faults.count)) }
        for folder in members {
            guard let here = ground.here.first(where: { $0.name == folder.name }),
                here.digest != folder.digest, here.version == folder.version
            else { continue }
            found.append(.editedHere(folder.name))
        }
        for need in new.flatMap(\.requirements) {
            let known =
                ground.here.first { $0.name == need.name }
                ?? members.first { $0.name == need.name }
            guard let known else {
                found.append(.missing(need.name))
                continue
            }
            if VersionNumber(known.version) < VersionNumber(need.least) {
                found.append(
                    .olderHere(name: need.name, here: known.version, needed: need.least)
                )
            }
        }
        return found
    }

    /// Each blueprint compiled on those that it may require.
    private static func compiled(_ folders: [AdaptedFolder]) -> [String: Compiled] {
        var (known, compiled) = ([Blueprint](), [String: Compiled]())
        for folder in AdaptedFolder.inOrderOfNeed(folders) {
            let ground = CompileGround(installed: known, digest: ContentDigest.of)
            let result = compile(folder.read, on: ground)
            compiled[folder.name] = result
            if let blueprint = result.blueprint { known.append(blueprint) }
        }
        return compiled
    }
}
