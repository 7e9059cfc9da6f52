import Testing

private let sources = ProjectFile.swift.filter { $0.path.hasPrefix("Sources/") }

@Test(arguments: sources)
func `nothing crashes or hides a failure on purpose`(file: ProjectFile) {
    let forbidden = ["fatalError(", "try!", " as! ", "NSLog(", "unowned(unsafe)"]
    for (number, line) in file.lines.enumerated() {
        for word in forbidden where line.contains(word) {
            Issue.record("\(file.path):\(number + 1) has \(word)")
        }
    }
}

@Test(arguments: sources)
func `no file is named after a technique`(file: ProjectFile) {
    for word in ["Utils", "Helpers", "Helper.swift", "Extensions", "Manager", "Misc"] {
        #expect(!file.path.contains(word))
    }
}

@Test func `a bare string cannot get into an event`() {
    for file in ProjectFile.swift {
        for line in file.lines where line.contains("FactField") {
            #expect(!line.contains("extension String"), "\(file.path): \(line)")
            #expect(!line.contains("extension Substring"), "\(file.path): \(line)")
        }
    }
}

@Test(arguments: sources)
func `what a neighbour can see is explained`(file: ProjectFile) {
    let kinds = ["struct ", "enum ", "protocol ", "final class ", "actor ", "indirect enum "]
    for (number, line) in file.lines.enumerated() where number > 0 {
        guard line.hasPrefix("package "), !line.hasPrefix("package import"),
            kinds.contains(where: { line.hasPrefix("package " + $0) })
        else { continue }
        var above = number - 1
        while above > 0, file.lines[above].hasPrefix("@") { above -= 1 }
        #expect(
            file.lines[above].hasPrefix("///"),
            "\(file.path):\(number + 1) has no documentation: \(line)"
        )
    }
}

/// The fields that the record writes beside every fact.
private let fieldsOfTheRecord = ["at", "by", "kind", "stream", "version"]

/// Who may write a field of such a name: inside a field of its own, in a row that is no event, or
/// because it says the same as the record.
private let sameOrInside: Set<String> = [
    "Sources/Cases/State/StateInARow.swift: at", "Sources/Cases/State/StateInARow.swift: by",
    "Sources/Cases/Facts/Assistance.swift: by", "Sources/Cases/Facts/WritingFacts.swift: at",
    "Sources/Cases/Facts/WritingFacts.swift: by", "Sources/Newsroom/Story/NewsFact.swift: by",
]

/// Such a fact would be refused when somebody tries to record it, which is late to hear of it.
@Test func `no fact has a field that the record needs for itself`() {
    var found: Set<String> = []
    for file in sources {
        for line in file.lines {
            for match in line.matches(of: /fields\.put\("([a-z_]+)"/)
            where fieldsOfTheRecord.contains(String(match.1)) {
                found.insert("\(file.path): \(match.1)")
            }
        }
    }
    #expect(found == sameOrInside)
}
