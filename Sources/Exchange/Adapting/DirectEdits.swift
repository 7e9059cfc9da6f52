package import Blueprints
package import Office
import Stories

/// What turning direct edits into an adaptation refuses.
package enum DirectEditRefusal: Refusal, Hashable {
    case nothingEdited
    case notTheLocked
    case faulty(Int)
    case clashes([String])
    case cannotBeSaid([String])

    package var sentence: String {
        switch self {
        case .nothingEdited: "Berkas dari penerbit masih seperti saat dipasang."
        case .notTheLocked: "Berkas asal yang diberikan bukan yang disebut lock.yaml."
        case .faulty(let count):
            "Berkas yang disunting berisi \(count) kesalahan. Jalankan dulu serasan check."
        case .clashes(let slots):
            "Sudah ada penyesuaian pada \(slots.joined(separator: ", ")). Gabungkan dulu."
        case .cannotBeSaid(let slots):
            "Perubahan ini tidak bisa menjadi penyesuaian: \(slots.joined(separator: ", "))."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .nothingEdited: "The publisher's files are as they were installed."
        case .notTheLocked: "The given original files are not those that lock.yaml names."
        case .faulty(let count):
            "The edited files have \(count) mistakes. Run serasan check first."
        case .clashes(let slots):
            "There is an adaptation at \(slots.joined(separator: ", ")) already. Merge them first."
        case .cannotBeSaid(let slots):
            "These changes cannot become an adaptation: \(slots.joined(separator: ", "))."
        }
    }

    package var status: Int {
        switch self {
        case .nothingEdited, .clashes: 409
        case .notTheLocked, .faulty, .cannotBeSaid: 422
        }
    }
}

extension AdaptedFolder {
    /// The folder with the publisher's files put back, and what was edited in them as entries.
    package func adapting(
        to original: FolderArchive,
        why: Why
    ) throws(DirectEditRefusal) -> (archive: FolderArchive, entries: [Edit]) {
        let origin = AdaptedFolder(original.without(Self.ours), named: name)
        guard read.lock.map({ $0.digest == origin.digest }) ?? true else { throw .notTheLocked }
        guard origin.digest != digest else { throw .nothingEdited }
        let edited = AdaptedFolder(upstream, named: name)
        let faults = edited.read.diagnostics.filter { $0.severity == .error }.count
        guard faults == 0 else { throw .faulty(faults) }
        let entries = diff(origin.read.tree, edited.read.tree)
            .flatMap { $0.asEntries(from: origin.read.tree, to: edited.read.tree) }
            .map { Edit(at: $0.at, was: $0.was, now: $0.now, after: $0.after, why: why) }
        let all = overlay.edits + entries
        let clashes = apply(all, to: origin.read.tree.withRoom(for: all)).1
        guard clashes.isEmpty else { throw .clashes(clashes.map(\.edit.at.description)) }
        let file = writeOverlay(Overlay(fill: overlay.fill, edits: all))
        let lost = Self.lost(all, in: file)
        guard lost.isEmpty else { throw .cannotBeSaid(lost) }
        let own = self.all.files.filter { $0.path == FileKind.lock.location }
            .map { SourceFile(path: $0.path, bytes: $0.bytes) }
        return (origin.upstream.with(own + [file]), entries)
    }

    /// The entries that an overlay's file would not bring back as they are.
    private static func lost(_ edits: [Edit], in file: SourceFile) -> [String] {
        let read = readBlueprint([file], at: "").overlay?.edits ?? []
        return Set(edits).subtracting(read).map(\.at.description).sorted()
    }
}

extension Edit {
    /// The same change in slots that an entry can speak about.
    fileprivate func asEntries(from old: Tree, to new: Tree) -> [Edit] {
        var slot = at
        while Shape.meaning(of: slot) == nil, slot.path.count > 2 { slot = slot.parent }
        if slot != at {
            return [Edit(at: slot, was: old[at: slot], now: new[at: slot], after: after)]
        }
        guard case .things = Shape.meaning(of: at) else { return [self] }
        return diff(was ?? .record([:]), now ?? .record([:])).map { inner in
            Edit(
                at: Slot(at.path + inner.at.path),
                was: inner.was,
                now: inner.now,
                after: inner.after
            )
        }
    }
}
