/// The lines of the files, to find the place of a part of a value.
struct TextsOfFiles: Sendable {
    private let lines: [String: [[Character]]]

    init(_ files: [ReadFile]) {
        var lines: [String: [[Character]]] = [:]
        for file in files {
            lines[file.path] = String(decoding: file.source.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map(Array.init)
        }
        self.lines = lines
    }

    init() { lines = [:] }

    /// The place some characters into the value that begins at a place.
    ///
    /// Behind a quote the value begins one later. A value that is folded over lines keeps its
    /// beginning.
    func place(_ place: Place, offset: Int) -> Place {
        guard let file = lines[place.file], file.indices.contains(place.line - 1) else {
            return place
        }
        let line = file[place.line - 1]
        guard line.indices.contains(place.column - 1) else { return place }
        let first = line[place.column - 1]
        guard first != "|", first != ">" else { return place }
        let column = place.column + offset + (first == "\"" || first == "'" ? 1 : 0)
        guard column <= line.count + 1 else { return place }
        return Place(file: place.file, line: place.line, column: column)
    }
}
