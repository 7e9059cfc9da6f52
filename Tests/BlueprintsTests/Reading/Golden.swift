import Foundation
import Testing

/// Compares a text with a checked-in file; `RECORD=1` writes the file instead.
func expectGolden(
    _ text: String,
    at file: URL,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }
    let there = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard text != there else { return }
    let pairs = zip(text.split(separator: "\n"), there.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record(
        """
        \(file.lastPathComponent) is not what is made today; RECORD=1 writes it again.
        now: \(first.map { String($0.0) } ?? "longer or shorter")
        was: \(first.map { String($0.1) } ?? "")
        """,
        sourceLocation: sourceLocation
    )
}

extension Fixture {
    /// The root of the checkout, where `docs/` lies.
    static let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
