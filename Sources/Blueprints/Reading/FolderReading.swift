/// Reads a blueprint folder: every file of it, as far as each can be read.
///
/// Pure: the shell lists the files. `folder` is where the blueprint lies in the folder that is
/// checked; places are relative to the latter.
package func readBlueprint(_ files: [SourceFile], at folder: String) -> ReadFolder {
    var reading = FolderReading(folder: folder)
    for file in files.sorted(by: { $0.path < $1.path }) { reading.read(file) }
    reading.requireBlueprint()
    return reading.result
}

/// A blueprint folder while its files are read.
struct FolderReading {
    let folder: String
    private var root: [ID: Tree] = [:]
    private var places: [Slot: Place] = [:]
    private var files: [ReadFile] = []
    private var overlay: Overlay?
    private var renames: [RenamesOfVersion] = []
    private var lock: PackageLock?
    private var diagnostics: [Diagnostic] = []
    private var hasBlueprint = false

    init(folder: String) { self.folder = folder }

    var result: ReadFolder {
        ReadFolder(
            tree: .record(root),
            places: places,
            files: files,
            overlay: overlay,
            renames: renames,
            lock: lock,
            diagnostics: diagnostics.sorted { $0.place < $1.place }
        )
    }

    private func path(_ path: String) -> String { folder.isEmpty ? path : "\(folder)/\(path)" }

    mutating func read(_ file: SourceFile) {
        let moved = SourceFile(path: path(file.path), bytes: file.bytes)
        guard let kind = FileKind(path: file.path), kind != .regency else {
            if file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") { reportUnknown(moved) }
            return
        }
        if kind == .blueprint { hasBlueprint = true }
        let parsed = ParsedFile(moved)
        diagnostics += parsed.diagnostics
        guard let node = parsed.root else { return }
        var reading = FileReading(path: moved.path, kind: kind, lines: parsed.lines)
        let name = ID(String(file.path.split(separator: "/").last?.dropLast(".yaml".count) ?? ""))
        take(node, kind, name, &reading)
        diagnostics += reading.diagnostics
        places.merge(reading.places) { first, _ in first }
        let source = SourceText(
            path: moved.path,
            bytes: file.bytes,
            comments: CommentPlacing.place(parsed.comments, by: reading.places),
            values: reading.values
        )
        files.append(ReadFile(path: moved.path, kind: kind, source: source))
    }

    private mutating func take(
        _ node: YAMLNode,
        _ kind: FileKind,
        _ name: ID,
        _ reading: inout FileReading
    ) {
        switch kind {
        case .blueprint:
            if let (_, tree) = reading.file(node, fallback: "blueprint", at: .root) {
                root["blueprint"] = tree
            }
        case .service, .register, .rule, .letter, .example, .bringing:
            add(node, to: ID(kind.rawValue), name, &reading)
        case .texts:
            reading.checkLanguage(name)
            add(node, to: "text", name, &reading)
        case .overlay: overlay = reading.overlay(node) ?? overlay
        case .renames:
            if let read = reading.renames(node, name) { renames.append(read) }
        case .lock: lock = reading.lock(node) ?? lock
        case .regency: break
        }
    }

    private mutating func add(
        _ node: YAMLNode,
        to collection: ID,
        _ name: ID,
        _ reading: inout FileReading
    ) {
        guard let (id, tree) = reading.file(node, fallback: name, at: Slot([collection])) else {
            return
        }
        let slot = Slot([collection, id])
        if root[collection]?[id] != nil {
            let notes = places[slot].map {
                [Diagnostic.Note(place: $0, sentence: "Yang pertama ada di sini.")]
            }
            reading.report(
                .idTwice,
                at: reading.places[slot] ?? reading.place(node),
                "Nama \"\(id)\" sudah dipakai berkas lain.",
                fix: "Pilih nama lain.",
                notes: notes ?? []
            )
            return
        }
        root[collection] = (root[collection] ?? .record([:])).with(id, tree)
    }

    private mutating func reportUnknown(_ file: SourceFile) {
        let folders = FileKind.ofBlueprint.map(\.location).joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                code: FormCode.unknownFile.rawValue,
                place: Place(file: file.path, line: 1, column: 1),
                sentence: "Berkas ini tidak dikenal di folder cetak biru.",
                fix: "Yang ada: \(folders)."
            )
        )
    }

    mutating func requireBlueprint() {
        guard !hasBlueprint else { return }
        diagnostics.append(
            Diagnostic(
                code: FormCode.keyMissing.rawValue,
                place: Place(file: path("blueprint.yaml"), line: 1, column: 1),
                sentence: "Folder cetak biru ini tidak punya blueprint.yaml.",
                fix: "Buat berkas itu dengan publisher, name, version, title, dan licence."
            )
        )
    }
}
