import Blueprints
import Office

/// Which changes make an example come out otherwise than it is written.
///
/// Each change is left out once; where the example then comes out as written, that one was it.
struct CausesOfExample {
    let bench: Workbench
    let example: Example

    /// The blueprint with other files, as far as it can run.
    let blueprint: (FolderArchive) -> Blueprint?

    /// What does not come out as the example says.
    let complaints: (Blueprint) -> [String]

    /// Beyond so many only all of them together are looked at.
    static let most = 40

    /// What may be the cause: of a replica our entries, of our own what the draft changes.
    private var changes: [Edit] {
        let all = bench.files.isReplica ? bench.files.folder.overlay?.edits ?? [] : bench.edits
        return all.filter { !["example", "text"].contains($0.at.path.first) }
    }

    /// The changes that each by itself keep the example from coming out as written.
    var found: [Edit] {
        guard changes.count <= Self.most else { return [] }
        return changes.filter { passes(without: [$0]) }
    }

    /// Whether it came out as written before anything was changed here.
    var passedBefore: Bool { !changes.isEmpty && passes(without: changes) }

    private func passes(without left: [Edit]) -> Bool {
        guard let archive = bench.without(left), let blueprint = blueprint(archive) else {
            return false
        }
        return complaints(blueprint).isEmpty
    }
}

extension Workbench {
    /// The files as they would be without some of the changes; nil where the others need them.
    func without(_ left: [Edit]) -> FolderArchive? {
        let changed: [SourceFile]
        let before: [SourceFile]
        if let overlay = files.folder.overlay, files.isReplica {
            let edits = overlay.edits.filter { !left.contains($0) }
            changed = [writeOverlay(Overlay(fill: overlay.fill, edits: edits))]
            before = files.files
        } else {
            guard let base = inForce ?? draft?.base else { return nil }
            let start = BlueprintFiles(base)
            let (next, clashes) = start.changed(by: edits.filter { !left.contains($0) })
            guard clashes.isEmpty else { return nil }
            changed = next
            before = start.files
        }
        let paths = Set(changed.map(\.path))
        let all = before.filter { !paths.contains($0.path) } + changed.filter { !$0.bytes.isEmpty }
        return FolderArchive(all.map { .init(path: $0.path, bytes: $0.bytes) })
    }

    /// The edits that take a change back.
    func takingBack(_ change: Edit, why: Why) -> [Edit] {
        guard let archive = without([change]) else { return [] }
        return Edit.leading(from: tree, to: BlueprintFiles(archive).tree, at: .root, why: why)
    }
}
