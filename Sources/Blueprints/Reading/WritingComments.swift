/// The files of a blueprint in the house's order and form, the author's comments at their slots.
///
/// `tree` is what is written: the folder's own, or that with edits made to it; a comment on what
/// those took away goes with it. Renames are written too. What belongs to one installation only
/// (`overlay.yaml`, `lock.yaml`) is not. Written, read and written again gives the same bytes.
package func writeBlueprint(_ folder: ReadFolder, as tree: Tree? = nil) -> [SourceFile] {
    let tree = tree ?? folder.tree
    var files = writeBlueprint(tree)
    let ofRenames = folder.files.filter { $0.kind == .renames }
    for (file, renames) in zip(ofRenames, folder.renames) {
        files.append(Writing.renames(file.pathInFolder, renames))
    }
    let sources = Dictionary(
        folder.files.map { ($0.pathInFolder, $0.source) },
        uniquingKeysWith: { first, _ in first }
    )
    let isEdited = tree != folder.tree
    return files.map { file in
        guard let source = sources[file.path], !source.comments.isEmpty else { return file }
        let kept = source.comments.filter { slot, _ in
            !isEdited || !slot.isTakenAway(from: folder.tree, by: tree)
        }
        return CommentWriting(file).with(kept)
    }
    .sorted { $0.path < $1.path }
}

extension ReadFile {
    /// Its path in its own folder, without that of the folder.
    package var pathInFolder: String {
        guard kind.location.hasSuffix("/") else { return kind.location }
        return kind.location + (path.split(separator: "/").last ?? "")
    }
}

extension Slot {
    /// Whether the slot, or what it is part of, stood in one tree and does not in the other.
    fileprivate func isTakenAway(from old: Tree, by new: Tree) -> Bool {
        path.indices.contains { index in
            let slot = Slot(Array(path[...index]))
            return old[at: slot] != nil && new[at: slot] == nil
        }
    }
}

/// The file of what has new names in a version: `renames/1.3.0.yaml`.
package func writeRenames(_ renames: RenamesOfVersion) -> SourceFile {
    Writing.renames("\(FileKind.renames.location)\(renames.name).yaml", renames)
}

extension Writing {
    static func renames(_ path: String, _ renames: RenamesOfVersion) -> SourceFile {
        let entries = renames.renames.map { rename in
            YAMLForm.keys([
                ("was", .scalar(rename.from.description)),
                ("now", .scalar(rename.to.last?.text ?? "")),
            ])
        }
        var pairs: Pairs = [
            ("from", .scalar(renames.from)), ("to", .scalar(renames.to)),
            ("renames", .list(entries)),
        ]
        if !renames.answers.isEmpty {
            pairs.append(("answers", .list(renames.answers.map(move))))
        }
        if let cases = renames.cases { pairs.append(("cases", .scalar(cases.rawValue))) }
        return SourceFile(path: path, text: YAMLForm.file(pairs))
    }

    /// What becomes of one answer of running cases.
    private static func move(_ move: RenamesOfVersion.AnswerMove) -> YAMLForm {
        var pairs: Pairs = [("was", .scalar(move.was.description))]
        if let now = move.now { pairs.append(("now", .scalar(now.text))) }
        if !move.options.isEmpty {
            let options = move.options.sorted { $0.key < $1.key }
            pairs.append(("options", .keys(options.map { ($0.key.text, .scalar($0.value.text)) })))
        }
        return .keys(pairs)
    }
}

/// Puts comments into a file of the house's form.
private struct CommentWriting {
    let file: SourceFile
    private let places: [Slot: Place]

    init(_ file: SourceFile) {
        self.file = file
        places = readBlueprint([file], at: "").places
    }

    func with(_ comments: [Slot: [Comment]]) -> SourceFile {
        var above: [Int: [Comment]] = [:]
        for (slot, comments) in comments {
            above[line(of: slot), default: []] += comments
        }
        var lines = String(decoding: file.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var written: [String] = []
        for (number, line) in lines.enumerated() {
            let (before, behind) = Self.settle(above[number + 1] ?? [], around: line)
            written += before
            written.append(line + behind)
        }
        written += Self.settle(above[Self.end] ?? [], around: nil).before
        return SourceFile(path: file.path, text: written.joined(separator: "\n") + "\n")
    }

    /// Behind the last line of a file.
    private static let end = Int.max

    /// The line of a slot, or of the nearest thing that it is part of.
    private func line(of slot: Slot) -> Int {
        var slot = slot
        while !slot.path.isEmpty {
            if let place = places[slot] { return place.line }
            slot = slot.parent
        }
        return Self.end
    }

    /// The lines above a line, and what stands behind it: one comment, where there is room.
    private static func settle(
        _ comments: [Comment],
        around line: String?
    ) -> (before: [String], behind: String) {
        let indent = String(line?.prefix { $0 == " " } ?? "")
        var before: [String] = []
        var behind = ""
        for comment in comments.sorted(by: { $0.place < $1.place }) {
            let text = comment.text.isEmpty ? "#" : "# \(comment.text)"
            if comment.isBehind, behind.isEmpty, let line, line.count + 2 + text.count <= width {
                behind = "  \(text)"
            } else {
                before.append(indent + text)
            }
        }
        return (before, behind)
    }

    private static let width = 100
}
