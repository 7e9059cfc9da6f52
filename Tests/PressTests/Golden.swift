import Foundation
import Testing

/// Compares with a file beside the tests; `RECORD=1` writes it instead.
func expectGolden(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation) throws
{
    let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .appendingPathComponent("Golden/\(name).txt")
    // Trailing blanks and page feeds are the second tool's, not the sheet's.
    let lines = text.replacingOccurrences(of: "\u{0C}", with: "")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.replacingOccurrences(of: "\\s+$", with: "", options: .regularExpression) }
    let shown = lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try Data(shown.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == golden, "differs from Golden/\(name).txt", sourceLocation: place)
}
