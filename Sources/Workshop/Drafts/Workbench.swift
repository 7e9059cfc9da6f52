import Blueprints
import Exchange
import Ledger
import Office
import Site
import Stories

/// A blueprint on the bench: what is in force of it, what somebody makes of it, what is wrong.
struct Workbench: Sendable {
    let name: Code

    /// Nil while nobody changed anything since it was published.
    let draft: OpenDraft?

    /// What is in force; nil for one that was never published.
    let inForce: FolderArchive?
    let files: BlueprintFiles
    let checked: CheckedDraft

    /// Who asked for its publication, where somebody did.
    let asked: PublishRequest?

    var tree: Tree { files.tree }

    /// The files as they are now.
    var archive: FolderArchive? { draft?.archive ?? inForce }

    /// What the draft changes of what is in force, by meaning.
    var edits: [Edit] {
        guard draft != nil else { return [] }
        return diff(published, files.tree)
    }

    /// The tree of what is in force; where nothing is, of what the draft began from.
    var published: Tree {
        guard let before = inForce ?? draft?.base else { return .record([:]) }
        return BlueprintFiles(before).tree
    }

    /// What is wrong with a thing or with what stands in it.
    func findings(at slot: Slot) -> [Diagnostic] {
        checked.diagnostics.filter { diagnostic in
            guard let place = self.slot(of: diagnostic.place) else { return slot == .root }
            return place.path.starts(with: slot.path)
        }
    }

    /// The slot that stands at a place of the files: the last that begins there or before.
    func slot(of place: Place) -> Slot? {
        let prefix = "blueprints/\(name)/"
        let file =
            place.file.hasPrefix(prefix) ? String(place.file.dropFirst(prefix.count)) : place.file
        let found = files.folder.places.filter {
            $0.value.file == file
                && ($0.value.line, $0.value.column) <= (place.line, place.column)
        }.max { ($0.value, $1.key.path.count) < ($1.value, $0.key.path.count) }?.key
        return found ?? Slot(ofFile: file)
    }
}

extension Slot {
    /// The thing that a file is about; nil for one that is about several.
    fileprivate init?(ofFile path: String) {
        guard let kind = FileKind(path: path), kind.location.hasSuffix("/"), kind != .texts else {
            return nil
        }
        let name = path.dropFirst(kind.location.count).dropLast(".yaml".count)
        self.init([Blueprints.ID(kind.rawValue), Blueprints.ID(String(name))])
    }
}

extension BlueprintFiles {
    init(_ archive: FolderArchive, publishedHereAs own: String? = nil) {
        self.init(
            archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) },
            publishedHereAs: own
        )
    }
}

extension WorkshopFeature {
    var drafts: DraftsDesk { DraftsDesk(store: store) }

    /// A blueprint with its draft; throws `WebRefusal.notFound` where there is neither.
    func bench(_ name: Code) async throws -> Workbench {
        let (draft, inForce, asked, own) = try await store.read { reader in
            let content = try reader.editions().last { $0.name == name }?.content
            let bytes = try content.flatMap { try reader.content($0) }
            return (
                try reader.draft(of: name), bytes.flatMap { FolderArchive(bytes: $0) },
                try reader.publishRequests()[name], try ground.publisher(reader)
            )
        }
        // A draft that was published as it is has nothing left to say.
        let open = draft.flatMap { $0.archive == inForce ? nil : $0 }
        guard let archive = open?.archive ?? inForce else { throw WebRefusal.notFound }
        return Workbench(
            name: name,
            draft: open,
            inForce: inForce,
            files: BlueprintFiles(archive, publishedHereAs: own),
            checked: ground.check(name, archive),
            asked: asked
        )
    }

    /// Takes edits into the draft of a blueprint; the first one begins it.
    ///
    /// - Throws: `DraftRefusal.doesNotFit` where somebody else has changed what they speak about,
    ///   `EditRefusal` where what was typed cannot be read.
    func make(
        _ edits: [Edit],
        on bench: Workbench,
        by actor: Actor,
        besides more: [SourceFile] = []
    ) async throws {
        guard !edits.isEmpty else { return }
        let edits = edits + bench.tree.translations(following: edits, ContentDigest.of)
        let (edited, clashes) = bench.files.changed(by: edits)
        guard clashes.isEmpty else { throw DraftRefusal.doesNotFit }
        let changed = edited + more
        try bench.refuseUnreadable(changed)
        let entries = writeOverlay(Overlay(fill: [:], edits: edits)).bytes
        try await keep(changed, entries, on: bench, by: actor)
    }

    /// Fills holes that the publisher left.
    func fill(_ holes: [Blueprints.ID: String], on bench: Workbench, by actor: Actor) async throws {
        let changed = bench.files.filled(holes)
        let entries = writeOverlay(Overlay(fill: holes, edits: [])).bytes
        try await keep([changed], entries, on: bench, by: actor)
    }

    private func keep(
        _ changed: [SourceFile],
        _ entries: [UInt8],
        on bench: Workbench,
        by actor: Actor
    ) async throws {
        let files = changed.map { FolderArchive.File(path: $0.path, bytes: $0.bytes) }
        let draft = try await begun(bench, by: actor)
        try await drafts.change(draft, files: files, edits: entries, at: now(), by: actor)
    }

    private func begun(_ bench: Workbench, by actor: Actor) async throws -> OpenDraft {
        if let draft = bench.draft { return draft }
        guard let archive = bench.inForce else { throw DraftRefusal.none }
        // What was published as it was is over; the next change begins anew from there.
        try await drafts.startAnew(
            bench.name,
            inPlaceOf: try await drafts.draft(of: bench.name),
            from: archive,
            at: now(),
            by: actor
        )
        guard let draft = try await drafts.draft(of: bench.name) else { throw DraftRefusal.none }
        return draft
    }
}

/// What was typed and cannot stand in a file.
enum EditRefusal: Refusal {
    case unreadable([Diagnostic])

    private var first: Diagnostic? {
        switch self {
        case .unreadable(let diagnostics): diagnostics.first
        }
    }

    var sentence: String {
        [first?.sentenceOnPages, first?.fixOnPages].compactMap(\.self).joined(separator: " ")
    }

    var sentenceInEnglish: String { "This cannot stand here: \(sentence)" }
    var status: Int { 422 }
}

extension Workbench {
    /// Refuses files that could not be read any more: what is wrong in meaning is only shown.
    func refuseUnreadable(_ changed: [SourceFile]) throws(EditRefusal) {
        let paths = Set(changed.map(\.path))
        let next =
            files.files.filter { !paths.contains($0.path) }
            + changed.filter { !$0.bytes.isEmpty }
        let known = Set(files.folder.diagnostics.map(\.sentence))
        let fresh = BlueprintFiles(next).folder.diagnostics.filter {
            $0.severity == .error && !known.contains($0.sentence)
        }
        guard fresh.isEmpty else { throw .unreadable(fresh) }
    }
}
