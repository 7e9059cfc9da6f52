/// A blueprint folder once it is read: one tree, and where everything in it was said.
package struct ReadFolder: Sendable {
    /// The normalised tree; `Shape` says how a file's keys become slots.
    package let tree: Tree

    /// Where a slot's key (of a keyed node) or value (of a leaf) stands.
    package let places: [Slot: Place]

    /// The files that could be parsed, for changing single values in their text.
    package let files: [ReadFile]

    /// The regency's own edits; nil without an `overlay.yaml`.
    package let overlay: Overlay?
    package let renames: [RenamesOfVersion]
    package let lock: PackageLock?
    package let diagnostics: [Diagnostic]

    /// The same with files of ours beside it, without reading the others again.
    package func adding(_ files: [SourceFile], at folder: String) -> ReadFolder {
        var reading = FolderReading(folder: folder)
        for file in files { reading.read(file) }
        let more = reading.result
        return ReadFolder(
            tree: tree,
            places: places.merging(more.places) { _, new in new },
            files: self.files + more.files,
            overlay: more.overlay ?? overlay,
            renames: renames,
            lock: more.lock ?? lock,
            diagnostics: diagnostics + more.diagnostics
        )
    }
}

/// A file of a blueprint once it is parsed.
package struct ReadFile: Sendable {
    package let path: String
    package let kind: FileKind
    package let source: SourceText
}
