import Foundation
import Testing

/// Compares a text with a file beside the tests; `RECORD=1` writes the file anew.
func expectGolden(_ name: String, _ text: String, at location: SourceLocation = #_sourceLocation)
    throws
{
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
        return
    }
    guard FileManager.default.fileExists(atPath: file.path) else {
        Issue.record("\(name) was never recorded: RECORD=1 writes it", sourceLocation: location)
        return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let (old, new) = (golden.split(separator: "\n"), text.split(separator: "\n"))
    let first = zip(old, new).first { $0 != $1 }
    #expect(
        golden == text,
        "first difference: \(first?.0 ?? "end") / \(first?.1 ?? "end")",
        sourceLocation: location
    )
}
