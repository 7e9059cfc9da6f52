/// The files of a blueprint while somebody changes them.
///
/// A change is edits to the tree, whoever makes it and wherever. Where the blueprint is ours they go
/// into its own files; where it came from a publisher (it has a lock), they go into the overlay, so
/// that they survive the next version.
package struct BlueprintFiles: Sendable {
    /// Relative paths, sorted.
    package let files: [SourceFile]
    package let folder: ReadFolder

    /// What the files say, with the overlay's edits made; holes are holes still.
    package let tree: Tree

    /// Whether it came from a publisher elsewhere: it has a lock, or another publisher's code.
    package let isReplica: Bool

    /// - Parameter own: the code under which this regency publishes; nil where nobody asks.
    package init(_ files: [SourceFile], publishedHereAs own: String? = nil) {
        self.files = files.sorted { $0.path < $1.path }
        folder = readBlueprint(files, at: "")
        let ours = folder.overlay?.edits ?? []
        tree = apply(ours, to: folder.tree.withRoom(for: ours)).0
        let publisher = folder.tree["blueprint"]?["publisher"]?.text
        isReplica = folder.lock != nil || own != nil && publisher != own
    }

    /// The files that the edits change; one without bytes is gone.
    ///
    /// - Returns: nothing where an edit does not fit what is there now, and those edits.
    package func changed(by edits: [Edit]) -> (files: [SourceFile], clashes: [Clash]) {
        let (next, clashes) = apply(edits, to: tree.withRoom(for: edits))
        guard clashes.isEmpty else { return ([], clashes) }
        guard !isReplica else { return ([writeOverlay(overlay(leadingTo: next, by: edits))], []) }
        return (rewritten(to: next, by: edits), [])
    }

    /// The overlay with other fillings of its holes; an empty text leaves the hole open.
    package func filled(_ fillings: [ID: String]) -> SourceFile {
        let before = folder.overlay ?? Overlay(fill: [:], edits: [])
        let fill = before.fill.merging(fillings) { _, new in new }.filter { !$0.value.isEmpty }
        return writeOverlay(Overlay(fill: fill, edits: before.edits))
    }

    // MARK: Into an overlay

    /// One entry for each slot that differs from the publisher's, with the reason of whoever
    /// changed it last.
    private func overlay(leadingTo next: Tree, by edits: [Edit]) -> Overlay {
        let before = folder.overlay ?? Overlay(fill: [:], edits: [])
        let kept = Dictionary(before.edits.map { ($0.at, $0) }) { first, _ in first }
        let why = edits.first?.why ?? .unsaid
        let roomy = folder.tree.withRoom(for: before.edits).withRoom(for: edits)
        let entries = diff(roomy, next).sayable(from: roomy, to: next).map { edit in
            if let old = kept[edit.at], old.now == edit.now { return old }
            return Edit(
                at: edit.at,
                was: edit.was,
                now: edit.now,
                after: edit.after,
                why: edits.first { $0.at == edit.at }?.why ?? why
            )
        }
        return Overlay(fill: before.fill, edits: entries)
    }

    // MARK: Into the files themselves

    private func rewritten(to next: Tree, by edits: [Edit]) -> [SourceFile] {
        var changed: [String: SourceFile] = [:]
        for slot in Set(edits.flatMap(\.things)) {
            let (path, home) = (path(of: slot), home(of: slot))
            let here = edits.filter { slot.holds($0.at) }
            if let patched = patched(path, here) {
                changed[path] = patched
                continue
            }
            let written = writeBlueprint(folder, as: next).first { $0.path == home }
            if path != home { changed[path] = SourceFile(path: path, bytes: []) }
            changed[home] = written ?? SourceFile(path: home, bytes: [])
        }
        return changed.values.sorted { $0.path < $1.path }
    }

    /// The file with single values replaced, everything else byte for byte; nil where more changes.
    private func patched(_ path: String, _ edits: [Edit]) -> SourceFile? {
        guard !edits.isEmpty, let file = files.first(where: { $0.path == path }) else {
            return nil
        }
        var current = file
        for edit in edits {
            guard let old = edit.was?.text, let text = edit.now?.text, !old.isEmpty,
                let source = readBlueprint([current], at: "").files.first?.source,
                let bytes = source.replacing(value: edit.at, with: text)
            else { return nil }
            current = SourceFile(path: path, bytes: bytes)
        }
        // A value may stand there for more than its slot: read again, it must say just this.
        let (before, after) = (readBlueprint([file], at: ""), readBlueprint([current], at: ""))
        let isSound = after.diagnostics.count <= before.diagnostics.count
        return isSound && after.tree == apply(edits, to: before.tree).0 ? current : nil
    }

    /// The file that a slot stands in.
    private func path(of slot: Slot) -> String {
        guard slot.path.first != "blueprint", let place = folder.places[slot] else {
            return home(of: slot)
        }
        return place.file
    }

    /// The file in which the house writes a slot.
    private func home(of slot: Slot) -> String {
        guard let kind = slot.path.first, slot.path.count > 1, kind != "blueprint" else {
            return FileKind.blueprint.location
        }
        let folder = kind == "text" ? FileKind.texts : FileKind(rawValue: kind.text)
        return "\(folder?.location ?? "")\(slot.path[1]).yaml"
    }
}

extension [Edit] {
    /// The same as entries of an overlay can say it: what stands inside a value that has no slots
    /// of its own (what an example answers) is told with the whole value.
    fileprivate func sayable(from was: Tree, to now: Tree) -> [Edit] {
        var whole: [Slot] = []
        var found: [Edit] = []
        for edit in self {
            var slot = edit.at
            while slot.path.count > 2, Shape.meaning(of: slot) == nil { slot = slot.parent }
            guard slot != edit.at else {
                found.append(edit)
                continue
            }
            guard !whole.contains(slot) else { continue }
            whole.append(slot)
            found.append(Edit(at: slot, was: was[at: slot], now: now[at: slot], why: edit.why))
        }
        return found
    }
}

extension Edit {
    /// The things with a file of their own that it changes.
    fileprivate var things: [Slot] {
        guard at.path.first != "blueprint" else { return ["blueprint"] }
        guard at.path.count < 2 else { return [Slot(Array(at.path.prefix(2)))] }
        let ids = [was, now].compactMap { $0?.children.map(\.id) }.joined()
        return Set(ids).map { at.child($0) }
    }
}
