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
