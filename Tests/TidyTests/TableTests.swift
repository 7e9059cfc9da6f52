import Testing

/// A table of one part that another part makes too would be dropped by its next rebuild.
@Test func `no two parts of the program make a table of one name`() throws {
    var makers: [Substring: Set<String>] = [:]
    for file in ProjectFile.swift where file.path.hasPrefix("Sources/") {
        // The bench lays the engine's own speed beside the record's, in a database of its own.
        guard file.target != "serasan-bench" else { continue }
        for line in file.lines {
            guard
                let found = line.firstMatch(
                    of: #/CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?([a-z_]+)/#
                )
            else { continue }
            makers[found.1, default: []].insert("\(file.path): \(found.1)")
        }
    }
    #expect(makers.count > 20)
    for (name, places) in makers { #expect(places.count == 1, "\(name): \(places.sorted())") }
}
