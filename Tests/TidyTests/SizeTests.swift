import Testing

@Test(arguments: ProjectFile.swift)
func `a file stays short enough to be read`(file: ProjectFile) {
    let limit = file.path.hasPrefix("Tests/") ? 600 : 400
    #expect(file.lines.count <= limit + 1, "\(file.path) has \(file.lines.count) lines")
}

@Test(arguments: ProjectFile.swift.filter { $0.path.hasPrefix("Sources/") })
func `a function fits a screen`(file: ProjectFile) {
    for function in functions(in: file.lines) where function.length > 60 {
        Issue.record("\(file.path):\(function.line) is \(function.length) lines long")
    }
}

@Test func `a long function is noticed`() {
    let long = ["func f() {"] + Array(repeating: "    work()", count: 70) + ["}"]
    #expect(functions(in: long).map(\.length) == [72])
    #expect(functions(in: ["    func g() {", "    }"]).map(\.length) == [2])
}

/// The functions of a formatted file: they end at the brace under their first column.
private func functions(in lines: [String]) -> [(line: Int, length: Int)] {
    lines.indices.compactMap { start in
        let line = lines[start]
        let indent = line.prefix { $0 == " " }
        let words = line.dropFirst(indent.count).split(separator: " ").map(String.init)
        guard let keyword = words.firstIndex(where: { $0 == "func" || $0.hasPrefix("init(") }),
            words[..<keyword].allSatisfy(isModifier), !line.hasSuffix("}")
        else { return nil }
        let end = lines[start...].firstIndex { $0 == indent + "}" }
        let next = lines[(start + 1)...].firstIndex {
            $0.hasPrefix(indent + "func ") || $0.hasPrefix(indent + "package func ")
        }
        guard let end, next.map({ end < $0 }) ?? true else { return nil }
        return (start + 1, end - start + 1)
    }
}

private func isModifier(_ word: String) -> Bool {
    [
        "package", "private", "fileprivate", "static", "mutating", "consuming", "borrowing",
        "nonisolated", "override", "final", "@discardableResult", "required", "convenience",
        "indirect", "@Sendable", "@inline(__always)",
    ].contains(word)
}
